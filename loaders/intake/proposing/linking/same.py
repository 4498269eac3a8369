"""Whether an item is an initiative that the atlas has, or tells of the same as an earlier item; never taken for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from atlas.countries import region_of
from atlas.records import Initiative
from loaders.intake.draft import Clue, Clued
from loaders.intake.proposing.linking.likeness import likeness
from loaders.intake.proposing.words.days import DAY

_SHOWN: Final = 3
_LEAST: Final = 0.33
_NEAR: Final = 0.5
_SURE: Final = 0.62  # of the whole score, and so far ahead of the next, before it is put first
_AHEAD: Final = 0.25
_TOLD: Final = 0.6  # the same of an earlier item
_TOLD_AHEAD: Final = 0.05
_FACTS: Final = 0.35  # added where both a day and a sum are the same
_PARTS: Final = {"text": 0.55, "country": 0.2, "theme": 0.17, "partner": 0.08}


class Traits(NamedTuple):
    """What an item or an initiative is about."""

    areas: frozenset[str]
    themes: tuple[str, ...]
    instruments: frozenset[str]
    partners: frozenset[str]
    days: frozenset[str] = frozenset()  # told in full
    sums: frozenset[str] = frozenset()  # as a clue writes them


def traits_of(one: Initiative) -> Traits:
    """Those of an initiative of the catalogue."""
    areas = {site.country or site.region or "" for site in one.sites.values()} | {
        code for code in one.partners if len(code) == 3 and code.isupper()
    }
    partners = frozenset(code for code in one.partners if not code.isupper())
    own = [step for step in one.milestones if not step.predecessor]
    days = frozenset(step.date for step in own if len(step.date) == DAY)
    sums = frozenset(f"{step.amount:.15g} {step.currency}" for step in own if step.amount)
    return Traits(
        frozenset(areas - {"JPN", "global"}), tuple(one.themes), frozenset(one.instruments), partners, days, sums
    )


def scored(mine: Traits, others: Mapping[str, Traits], like: Mapping[str, float]) -> list[tuple[str, float]]:
    """How much each other one is the same, the likeliest first."""
    rows = [(key, _score(mine, other, like[key])) for key, other in others.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


class Same(NamedTuple):
    """The initiatives that an item may be, and whether one is so like it that an officer has to look."""

    clues: tuple[Clue, ...]
    near: bool


def same_of(mine: Traits, others: Mapping[str, Traits], like: Mapping[str, float]) -> Same:
    """At most three; the first has rank 0 only where it is far ahead."""
    ranked = scored(mine, others, like)[: _SHOWN + 1]
    clues = []
    for place, (key, score) in enumerate(ranked[:_SHOWN]):
        ahead = score - (ranked[place + 1][1] if place + 1 < len(ranked) else 0)
        if score < _LEAST:
            break
        sure = place == 0 and score >= _SURE and ahead >= _AHEAD
        agrees, differs = _compared(mine, others[key])
        clues.append(
            Clue(
                field="same", value=key, rule=_rule(mine, others[key]), margin=round(min(1, max(0, ahead)), 3),
                rank=0 if sure else place + 1, agrees=agrees, differs=differs,
            )
        )  # fmt: skip
    return Same(tuple(clues), bool(ranked) and ranked[0][1] >= _NEAR)


def earlier_of(traits: Sequence[Traits], texts: Sequence[str]) -> list[int | None]:
    """For each item of a document the earlier one that tells of the same, where one is far more like it than others."""
    near = likeness(texts, texts)
    found: list[int | None] = []
    for place, own in enumerate(traits):
        before = {str(number): traits[number] for number in range(place) if not _unlike(own, traits[number])}
        ranked = scored(own, before, {key: near[place][int(key)] for key in before})
        ahead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0) if ranked else 0.0
        found.append(int(ranked[0][0]) if ranked and ranked[0][1] >= _TOLD and ahead >= _TOLD_AHEAD else None)
    return found


def _score(mine: Traits, other: Traits, text: float) -> float:
    lead = bool(mine.themes[:1] and mine.themes[0] in other.themes)
    themes = 0.5 * lead + 0.5 * _share(mine.themes[:3], other.themes)
    parts = {"text": min(1.0, text * 1.4), "country": _areas(mine.areas, other.areas), "theme": themes,
             "partner": _share(mine.partners, other.partners)}  # fmt: skip
    facts = _FACTS * (_rule(mine, other) == "same_facts")
    return sum(_PARTS[name] * value for name, value in parts.items()) + facts


def _rule(mine: Traits, other: Traits) -> str:
    return "same_facts" if mine.days & other.days and mine.sums & other.sums else "same_text"


def _unlike(mine: Traits, other: Traits) -> bool:
    """Whether each has days and sums of its own: two grants, though of one kind and to one country."""
    both = mine.days and other.days and mine.sums and other.sums
    return bool(both) and not (mine.days & other.days or mine.sums & other.sums)


def _areas(mine: Iterable[str], other: Iterable[str]) -> float:
    """How far two sets of areas meet; a country meets its region halfway."""
    one, two = set(mine), set(other)
    if not one or not two:
        return 0.3
    wide = {region_of(code) for code in one} & two | {region_of(code) for code in two} & one
    return max(len(one & two) / min(len(one), len(two)), 0.5 * bool(wide))


def _share(mine: Iterable[str], other: Iterable[str]) -> float:
    one, two = set(mine), set(other)
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


def _compared(mine: Traits, other: Traits) -> tuple[tuple[Clued, ...], tuple[Clued, ...]]:
    pairs: Sequence[tuple[Clued, Iterable[str], Iterable[str]]] = (
        ("country", mine.areas, other.areas), ("partner", mine.partners, other.partners),
        ("theme", mine.themes, other.themes), ("instrument", mine.instruments, other.instruments),
    )  # fmt: skip
    told = [(name, bool(set(one) & set(two))) for name, one, two in pairs if set(one) and set(two)]
    facts: Sequence[tuple[Clued, bool]] = (
        ("date", bool(mine.days & other.days)), ("amount", bool(mine.sums & other.sums))
    )  # fmt: skip
    agrees = [name for name, meets in (*told, *facts) if meets]
    return tuple(agrees), tuple(name for name, meets in told if not meets)
