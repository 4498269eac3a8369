"""A placed row as exact as its list says that it is, and no finer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from loaders.lists.cells.precision import LEVELS, SaidPrecision
from loaders.lists.placing.placement import Placement, PossiblePlace
from loaders.lists.remark import Remark

Points = Mapping[str, PossiblePlace]


def coarsened(placement: Placement, said: SaidPrecision | None, points: Points) -> Placement:
    """The same placement, its place and candidates no finer than said; `points` are those of whole countries."""
    if said is None:
        return placement
    candidates = tuple(dict.fromkeys(_all(placement.candidates, said, points)))
    spot = _coarse(placement.spot, said, points) if placement.spot else None
    if spot == placement.spot and candidates == placement.candidates:
        return placement
    key = "precision_said" if said.known else "precision_unknown"
    told = (Remark(key, {"text": said.words[:80], "level": said.level}),) if said.words not in LEVELS else ()
    found = replace(placement, spot=spot, candidates=candidates, reasons=(*told, *placement.reasons))
    if spot and spot.precision == "country" and spot != placement.spot:
        return replace(found, outcome="country", how=Remark("how_country"))
    return found


def _all(spots: Iterable[PossiblePlace], said: SaidPrecision, points: Points) -> list[PossiblePlace]:
    return [_coarse(spot, said, points) for spot in spots]


def _coarse(spot: PossiblePlace, said: SaidPrecision, points: Points) -> PossiblePlace:
    """A place at the level said, or as it is where that is coarser already."""
    if spot.precision not in LEVELS or LEVELS.index(spot.precision) >= LEVELS.index(said.level):
        return spot
    if said.level == "country":
        return points.get(spot.country or "", spot)
    return replace(spot, precision=said.level, uncertainty_km=max(said.km or 0, spot.uncertainty_km or 0) or None)
