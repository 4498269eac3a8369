"""Rows of a whole region: at its box, asked where several may be meant, in words where it is wider than any."""

from __future__ import annotations

from dataclasses import replace

from atlas.countries import region_of
from loaders.lists.placing.naming.countrynames import Named
from loaders.lists.placing.placement import MAX_CANDIDATES, Placement
from loaders.lists.placing.world import World
from loaders.lists.remark import Remark

_SHOWN = 80  # characters


def place_region(named: Named, text: str, there: Placement | None, world: World) -> Placement:
    """Where a row of a region lies; `there` is where its coordinates are, which say more when they lie in it."""
    codes = (named.region,) if named.region else named.asked
    box = _at_box(codes, text[:_SHOWN], world)
    if there is None:
        return box
    if there.spot is None or there.country is None:
        return replace(box, reasons=(*box.reasons, *there.reasons))
    if not codes or "global" in codes or region_of(there.country) in codes:
        return there
    place = {"lat": f"{there.spot.lat:g}", "lon": f"{there.spot.lon:g}", "country_there": there.country}
    reason = Remark("outside_region", place | {"text": text[:_SHOWN]})
    boxes = [spot for code in codes if (spot := world.region(code))]
    return Placement("choose", reasons=(reason,), candidates=(there.spot, *boxes)[:MAX_CANDIDATES])


def _at_box(codes: tuple[str, ...], text: str, world: World) -> Placement:
    if not codes:
        return Placement("unplaced", reasons=(Remark("wide_region", {"text": text}),))
    spots = tuple(spot for code in codes if (spot := world.region(code)))
    if len(codes) > 1:
        reason = Remark("several_regions", {"text": text, "n": len(codes)})
        return Placement("choose", reasons=(reason,), candidates=spots[:MAX_CANDIDATES])
    if not spots:
        return Placement("unplaced", region=codes[0], reasons=(Remark("worldwide"),))
    return Placement("placed", None, spots[0], codes[0], Remark("how_region"))
