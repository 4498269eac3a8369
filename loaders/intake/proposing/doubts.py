"""What is doubtful in a proposal, so that an officer looks there first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from loaders.intake.draft import Sure
from loaders.intake.proposing.itemreading import ItemReading
from loaders.intake.proposing.linking.same import Same
from loaders.intake.proposing.words.sums import amounts

_GRAVE: Final = frozenset({"no_area", "no_theme", "theme_frame", "several", "existing", "spoken_about", "refused"})
_CLOSE: Final = 0.15


def doubts_of(reading: ItemReading, same: Same, entries: int, told_before: bool, reason: str) -> tuple[str, ...]:
    """The keys of the sentences that say what to look at, the gravest first."""
    areas, themes, focus = reading.areas, reading.themes, reading.focus
    behind = themes[1].weight / themes[0].weight if len(themes) > 1 else 0
    found = (
        ("refused", reason != ""),
        ("no_area", not areas.countries and not areas.regions),
        ("no_theme", not any(one.places for one in themes)),
        ("theme_frame", bool(themes) and themes[0].rule == "theme_frame"),
        ("several", entries > 1),
        ("existing", same.near),
        ("spoken_about", areas.spoken_about),
        ("told_before", told_before),
        ("party", areas.by_default and not areas.regions),
        ("theme_close", behind > 1 - _CLOSE),
        ("focus_close", not reading.focus_stated and len(focus) > 1 and focus[0][1] - focus[1][1] < _CLOSE),
        ("place_unsure", any(clue.rank for clue in reading.places)),
        ("partner_new", any(one.rule == "partner_new" for one in reading.partners)),
        ("amounts", len({one.value for one in amounts(reading.part.text)}) > 1),
    )
    return tuple(key for key, holds in found if holds)


def sureness(doubts: Sequence[str]) -> Sure:
    """How sure a proposal is as a whole."""
    grave = sum(key in _GRAVE for key in doubts)
    if grave > 1 or "no_theme" in doubts or "no_area" in doubts or len(doubts) > 3:
        return "low"
    return "medium" if grave or len([key for key in doubts if key != "party"]) > 1 else "high"
