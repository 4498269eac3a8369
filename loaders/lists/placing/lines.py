"""Rows of a line: a cable, a road, a corridor, drawn as it is when it touches a country that the row names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from loaders.lists.placing.naming.countrynames import Named
from loaders.lists.placing.placement import MAX_CANDIDATES, Placement, PossiblePlace
from loaders.lists.placing.world import World
from loaders.lists.remark import Remark

_LOOKED_AT: Final = 60  # positions of a line
_SHOWN: Final = 80  # characters


def place_line(named: Named | None, spot: PossiblePlace, text: str, world: World) -> Placement:
    """Where the line lies: with the countries named that it touches, else with those that its ends lie in."""
    if named is None or (named != Named() and not named.codes):
        return _between_ends(spot, named, world)
    if not named.codes:
        return Placement("choose", reasons=(Remark("country_unknown", {"text": text[:_SHOWN]}),), candidates=(spot,))
    touched = tuple(code for code in named.codes if _touches(spot, code, world))
    away = tuple(code for code in named.codes if code not in touched)
    reasons = tuple(Remark("line_elsewhere", {"country": code}) for code in away)
    if touched:
        return _placed(spot, touched, reasons)
    points = [world.points[code] for code in away if code in world.points]
    return Placement("choose", reasons=reasons, candidates=(spot, *points)[:MAX_CANDIDATES])


def _between_ends(spot: PossiblePlace, named: Named | None, world: World) -> Placement:
    ends = [world.ground.nearest(*part[at]) for part in spot.line for at in (0, -1)]
    codes = tuple(dict.fromkeys(code for code in ends if code))
    sure = len(codes) == 1 and all(ends)
    return replace(_placed(spot, codes, (), sure), region=named.region if named else None)


def _placed(spot: PossiblePlace, codes: tuple[str, ...], reasons: tuple[Remark, ...], sure: bool = True) -> Placement:
    country = codes[0] if len(codes) == 1 and sure else None
    joined = () if country else codes
    placed = replace(spot, country=country)
    return Placement("placed", country, placed, how=Remark("how_line"), reasons=reasons, joined=joined)


def _touches(spot: PossiblePlace, country: str, world: World) -> bool:
    return any(world.ground.within(country, lon, lat) for lon, lat in _along(spot))


def _along(spot: PossiblePlace) -> Iterator[tuple[float, float]]:
    """Positions along a line, its ends among them."""
    for part in spot.line:
        step = max(len(part) * len(spot.line) // _LOOKED_AT, 1)
        yield from (*part[::step], part[-1])
