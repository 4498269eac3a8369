"""The milestones of an initiative as its reader meets them: each once, with its own places and what disagrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from atlas.progress.years import Step
from atlas.vocab import Lang, text_of
from atlas.words.i18n import t
from atlas.words.phrases import join

Row = Mapping[Any, Any]
_SAME: Final = ("date", "status", "amount", "currency", "source", "note_en", "sites")


class Told(NamedTuple):
    """A milestone, the names of its places, and in what other reports of the same event differ.

    `where` is empty when the milestone is about just the sites that are shown. `rows` are their positions.
    """

    step: Step
    where: str
    differs: tuple[str, ...]
    rows: tuple[int, ...]


def told(sites: Sequence[Row], lang: Lang) -> list[Told]:
    """The milestones of an initiative's sites, each once, oldest first and what is expected last."""
    found: dict[tuple[str, ...], tuple[Step, list[int]]] = {}
    for row, site in enumerate(sites):
        for step in site["milestones"]:
            found.setdefault(tuple(str(step.get(name)) for name in _SAME), (step, []))[1].append(row)
    steps = [step for step, _ in found.values()]
    in_order = sorted(found.values(), key=lambda one: (bool(one[0].get("expected")), str(one[0]["date"])))
    return [Told(step, _where(step, rows, sites, lang), differs(step, steps), tuple(rows)) for step, rows in in_order]


def _where(step: Step, rows: Sequence[int], sites: Sequence[Row], lang: Lang) -> str:
    """The places of a step; one that also concerns places that are not shown says so."""
    more = set(step.get("sites") or ()) - {sites[row]["site"] for row in rows}
    if len(rows) == len(sites) and not more:
        return ""
    names = dict.fromkeys(str(text_of(sites[row], "place", lang)) for row in rows)
    return join(list(names), lang) + (t(lang, "step_elsewhere") if more else "")


def differs(step: Step, steps: Sequence[Step]) -> tuple[str, ...]:
    """In what the other reports of the same event differ: date, amount, else details."""
    others = [one for one in steps if step.get("event") and one.get("event") == step["event"] and one is not step]
    if not others:
        return ()
    dates = any(not _same_day(str(step["date"]), str(one["date"])) for one in others)
    amounts = any(one["amount"] and step["amount"] and one["amount"] != step["amount"] for one in others)
    return (*(["date"] if dates else []), *(["amount"] if amounts else [])) or ("details",)


def differs_text(differences: Iterable[str], lang: Lang) -> str:
    """In what reports of one event differ, in words; nothing where they do not."""
    what = join([t(lang, f"differs_{name}") for name in differences], lang)
    return t(lang, "differs", what=what) if what else ""


def _same_day(one: str, other: str) -> bool:
    """A month and a day in it do not contradict each other."""
    return one.startswith(other) or other.startswith(one)
