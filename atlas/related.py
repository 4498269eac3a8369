"""Initiatives that have something in common: a place, a theme, a partner."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

import pandas as pd

_WEIGHTS: Final = {"place": 3, "theme": 2, "partner": 2, "country": 1}
_COLUMNS: Final = ("initiative", "precision", "place", "themes", "partners", "countries")


def related(frame: pd.DataFrame, initiative: str, most: int = 5) -> list[tuple[str, list[str]]]:
    """The most closely related initiatives, best first, each with what is shared: place, theme, partner, country."""
    traits = _traits(frame)
    own = traits[initiative]
    found = []
    for other, theirs in traits.items():
        shared = [kind for kind in _WEIGHTS if own[kind] & theirs[kind]]
        if other != initiative and set(shared) - {"country"}:
            score = sum(_WEIGHTS[kind] * len(own[kind] & theirs[kind]) for kind in shared)
            found.append((-score, other, shared))
    return [(other, shared) for _, other, shared in sorted(found)[:most]]


def _traits(frame: pd.DataFrame) -> dict[str, dict[str, set[str]]]:
    traits: dict[str, dict[str, set[str]]] = defaultdict(lambda: {kind: set() for kind in _WEIGHTS})
    # Column by column: a page of every record asks once a record, and whole rows took a tenth of a second.
    for initiative, precision, place, *lists in zip(*(frame[name] for name in _COLUMNS), strict=True):
        mine = traits[initiative]
        if precision in ("site", "city", "admin1"):
            mine["place"].add(place)
        for kind, codes in zip(("theme", "partner", "country"), lists, strict=True):
            mine[kind].update(codes)
    return traits
