"""Rows of a whole region: at its box, asked where several may be meant, in words where it is wider than any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from atlas.countries import region_of
from loaders.lists.placing.naming.countrynames import Named, read_countries
from loaders.lists.placing.placement import MAX_CANDIDATES, Placement
from loaders.lists.placing.placenames import is_nothing
from loaders.lists.placing.world import World
from loaders.lists.remark import Remark

_SHOWN = 80  # characters


def place_region(named: Named, text: str, there: Placement | None, places: Sequence[str], world: World) -> Placement:
    """Where a row of a region lies; `there` is where its coordinates are, which say more when they lie in it.

    Without them, what its cells call its `places` is on offer where a country of the region has such a place.
    """
    codes = (named.region,) if named.region else named.asked
    box = _at_box(codes, text[:_SHOWN], world)
    if there is None:
        return _by_name(codes, box, places, world)
    if there.spot is None or there.country is None:
        return replace(box, reasons=(*box.reasons, *there.reasons))
    if not codes or "global" in codes or region_of(there.country) in codes:
        return there
    place = {"lat": f"{there.spot.lat:g}", "lon": f"{there.spot.lon:g}", "country_there": there.country}
    reason = Remark("outside_region", place | {"text": text[:_SHOWN]})
    boxes = [spot for code in codes if (spot := world.region(code))]
    return Placement("choose", reasons=(reason,), candidates=(there.spot, *boxes)[:MAX_CANDIDATES])


def _by_name(codes: Sequence[str], box: Placement, places: Sequence[str], world: World) -> Placement:
    """A region with a place's name beside it and no country: a person says which place, or that it is the region."""
    names = [text for text in places if text and not is_nothing(text) and not read_countries(text).region]
    found = [match.spots[0] for text in names[:1] for match in world.finder.elsewhere(text)]
    spots = [spot for spot in found if not codes or "global" in codes or region_of(spot.country or "") in codes]
    if not names or (box.outcome == "choose" and not spots):
        return box
    told = Remark("region_place" if spots else "region_place_unknown", {"place": names[0][:_SHOWN]})
    if not spots:
        return replace(box, reasons=(*box.reasons, told))
    boxes = (box.spot,) if box.spot else box.candidates
    return Placement("choose", reasons=(told,), candidates=(*spots[: MAX_CANDIDATES - 1], *boxes)[:MAX_CANDIDATES])


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
