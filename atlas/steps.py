"""The milestones of a record as its reader meets them: each once, with the places it is about and what disagrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from atlas.vocab import Lang

Step = Mapping[str, Any]


class Told(NamedTuple):
    """A milestone, the places that it is about, and in what other reports of the same event differ."""

    step: Step
    places: tuple[str, ...]
    differs: tuple[str, ...]


def told(sites: Iterable[Mapping[Any, Any]], lang: Lang) -> list[Told]:
    """The milestones of an initiative's sites, oldest first; the same step at several sites stands once."""
    found: dict[tuple[str, ...], tuple[Step, list[str]]] = {}
    for site in sites:
        for step in site["milestones"]:
            key = tuple(str(step.get(name)) for name in ("date", "source", "note_en", "amount", "status"))
            found.setdefault(key, (step, []))[1].append(str(site[f"place_{lang}"]))
    steps = [step for step, _ in found.values()]
    in_order = sorted(found.values(), key=lambda one: str(one[0]["date"]))
    return [Told(step, tuple(places), differs(step, steps)) for step, places in in_order]


def differs(step: Step, steps: Sequence[Step]) -> tuple[str, ...]:
    """In what the other reports of the same event differ: date, amount, else details."""
    others = [one for one in steps if step.get("event") and one.get("event") == step["event"] and one is not step]
    if not others:
        return ()
    dates = any(not _same_day(str(step["date"]), str(one["date"])) for one in others)
    amounts = any(one["amount"] and step["amount"] and one["amount"] != step["amount"] for one in others)
    return (*(["date"] if dates else []), *(["amount"] if amounts else [])) or ("details",)


def _same_day(one: str, other: str) -> bool:
    """A month and a day in it do not contradict each other."""
    return one.startswith(other) or other.startswith(one)
