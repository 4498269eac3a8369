"""Places a row: its country by name, its point by coordinates or by name, always within that country, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from atlas.geo.distance import great_circle_km
from loaders.lists.cells.precision import said_precision
from loaders.lists.placing.coarsening import coarsened
from loaders.lists.placing.judging import SAME_KM, Match
from loaders.lists.placing.lines import place_line
from loaders.lists.placing.naming.countrynames import Named, near_countries
from loaders.lists.placing.placement import MAX_CANDIDATES, MAX_COUNTRIES, Placement, PossiblePlace
from loaders.lists.placing.placenames import is_nothing, one_inside_other, split_names
from loaders.lists.placing.points import Point, Unread, flipped, line_at, point_of, spot_at
from loaders.lists.placing.regions import place_region
from loaders.lists.placing.row_names import PLACES, Beside, country_beside, own_country, place_names
from loaders.lists.placing.world import World
from loaders.lists.remark import Remark

Values = Mapping[str, str]
_MOST: Final = 12  # names in one cell; with more it is no place, and looking each up takes time


def place_row(values: Values, world: World) -> Placement:
    """Where a row lies, no finer than it says; every way it can end is told, none is an exception."""
    return coarsened(_row(values, world), said_precision(values), world.points)


def _row(values: Values, world: World) -> Placement:
    named, point = own_country(values), point_of(values)
    if values.get("line") and isinstance(point, Point):
        return place_line(named, line_at(point, values), values.get("country", ""), world)
    if values.get("geonames") and not isinstance(point, Point):
        return _numbered(values["geonames"], named, values, point, world)
    return _placed(named, values, point, world)


def _placed(named: Named | None, values: Values, point: Point | Unread | None, world: World) -> Placement:
    if named is None:
        placement = _without_country(values, point, world)
        unknown = Remark("region_unknown", {"text": values.get("region", "")[:80]})
        return replace(placement, reasons=(*placement.reasons, unknown)) if _lost(values, placement) else placement
    if not named.codes and named != Named():
        there = _without_country(values, point, world) if isinstance(point, Point) else None
        places = [values[name] for name in PLACES if values.get(name)]
        return place_region(named, values.get("country") or values.get("region", ""), there, places, world)
    if len(named.codes) == 1 and not named.asked:
        return _within(named.codes[0], values, point, world)
    return _several(named, values, point, world) if named.codes else _unknown(values, point, world)


def _lost(values: Values, placement: Placement) -> bool:
    """Whether a row that is nowhere names a region that nobody knows."""
    return placement.spot is None and not is_nothing(values.get("region", ""))


def _within(country: str, values: Values, point: Point | Unread | None, world: World) -> Placement:
    if isinstance(point, Point):
        if world.ground.within(country, point.lon, point.lat):
            return Placement("placed", country, spot_at(point, country, values), how=Remark("how_point"))
        return _outside(country, values, point, world)
    reasons = (point.reason,) if point else ()
    return _by_name(country, values, reasons, world)


def _outside(country: str, values: Values, point: Point, world: World) -> Placement:
    """The coordinates are not in the row's country: offer to swap them, else keep to the country and say so."""
    reason = _where(country, point, world)
    swapped = Point(point.lat, point.lon, point.step)
    if abs(swapped.lat) <= 90 and world.ground.within(country, swapped.lon, swapped.lat):
        spot = spot_at(swapped, country, values)
        return Placement("swap", country, reasons=(reason, Remark("swap_fits")), candidates=(spot,))
    candidates = [
        spot_at(other, country, values)
        for other in flipped(point)
        if world.ground.within(country, other.lon, other.lat)
    ]
    match = [world.finder.find(text, country).spots[:1] for text in place_names(values, country)]
    candidates += [spot for spots in match for spot in spots]
    return _at_country(country, (reason,), tuple(candidates[:MAX_CANDIDATES]), world)


def _where(country: str, point: Point, world: World) -> Remark:
    if abs(point.lat) > 90 or abs(point.lon) > 180:
        return Remark("out_of_range", {"lat": f"{point.lat:g}", "lon": f"{point.lon:g}"})
    if point.lat == 0 and point.lon == 0:
        return Remark("zero_zero")
    here = world.ground.country(point.lon, point.lat)
    place = {"lat": f"{point.lat:g}", "lon": f"{point.lon:g}", "country": country}
    if here == "":
        return Remark("outside_nobody", place)
    return Remark("outside_in", place | {"country_there": here}) if here else Remark("outside_at_sea", place)


def _by_name(country: str, values: Values, reasons: tuple[Remark, ...], world: World) -> Placement:
    texts = place_names(values, country)
    if not texts:
        return _at_country(country, (*reasons, Remark("no_place")), (), world)
    spots: list[PossiblePlace] = []
    for text in texts:
        match = world.finder.find(text, country)
        if match.sure:
            return _matched(country, match, reasons)
        spots += match.spots
    parts = split_names(texts[0])
    if 1 < len(parts) <= _MOST and (several := _named_together(texts[0], parts, country, reasons, world)):
        return several
    if spots:
        return Placement(
            "choose", country, reasons=(*reasons, Remark("place_unsure", {"place": texts[0]})),
            candidates=tuple(dict.fromkeys(spots))[:MAX_CANDIDATES],
        )  # fmt: skip
    return _at_country(country, (*reasons, Remark("place_unknown", {"place": texts[0], "country": country})), (), world)


def _matched(country: str, match: Match, reasons: tuple[Remark, ...]) -> Placement:
    how = Remark(match.how, {"source": match.spots[0].source, "part": match.part})
    return Placement("placed", country, match.spots[0], how=how, reasons=reasons, candidates=match.spots[1:])


def _named_together(
    text: str, parts: list[str], country: str, reasons: tuple[Remark, ...], world: World
) -> Placement | None:
    """Several names in one cell: one place when the finer lies in the coarser, else a person has to say which."""
    matches = [match for part in parts if (match := world.finder.find(part, country)).spots]
    spots = tuple(dict.fromkeys(match.spots[0] for match in matches))
    if not spots:
        return None
    if len(spots) == 1 and matches[0].sure and len(matches) == len(parts):
        return _matched(country, matches[0], reasons)
    if len(matches) == len(parts) and one_inside_other(text) and (finer := _inside(matches)):
        return _matched(country, Match((finer,), True), reasons)
    return Placement(
        "choose", country, reasons=(*reasons, Remark("several_places", {"n": len(parts)})),
        candidates=spots[:MAX_CANDIDATES],
    )  # fmt: skip


def _inside(matches: list[Match]) -> PossiblePlace | None:
    """The one place that the other names hold: a town in its district in its province."""
    areas = [match.spots[0] for match in matches if match.sure and match.spots[0].precision == "admin1"]
    rest = [match for match in matches if match.spots[0] not in areas]
    if not rest:
        first, *others = sorted(areas, key=lambda spot: spot.uncertainty_km or 0)
        return first if all(_holds(other, first) for other in others) else None
    if len(rest) > 1 or not areas:
        return None
    fitting = [spot for spot in rest[0].spots if all(_holds(area, spot) for area in areas)]
    return fitting[0] if len(fitting) == 1 else None


def _holds(area: PossiblePlace, spot: PossiblePlace) -> bool:
    return bool(great_circle_km(area.lon, area.lat, spot.lon, spot.lat) <= (area.uncertainty_km or 0) + SAME_KM)


def _at_country(
    country: str, reasons: tuple[Remark, ...], candidates: tuple[PossiblePlace, ...], world: World
) -> Placement:
    spot = world.points.get(country)
    if spot is None:
        return Placement("unplaced", country, reasons=(*reasons, Remark("country_undrawn", {"country": country})))
    return Placement("country", country, spot, how=Remark("how_country"), reasons=reasons, candidates=candidates)


def _numbered(number: str, named: Named | None, values: Values, point: Unread | None, world: World) -> Placement:
    """A place told by its number in GeoNames; one that is not among the offline places, or elsewhere, is said."""
    spot = world.finder.numbered(number)
    if spot and (named is None or not named.codes or spot.country in named.codes):
        return Placement("placed", spot.country, spot, how=Remark("how_number", {"source": spot.source}))
    elsewhere = Remark("number_elsewhere", {"number": number, "country_there": spot.country}) if spot else None
    placement = _placed(named, values, point, world)
    reason = elsewhere or Remark("number_unknown", {"number": number})
    return replace(placement, reasons=(reason, *placement.reasons))


def _several(named: Named, values: Values, point: Point | Unread | None, world: World) -> Placement:
    """Several countries: the one that the coordinates lie in, else a person chooses."""
    if isinstance(point, Point):
        inside = [code for code in named.codes if world.ground.within(code, point.lon, point.lat)]
        if len(inside) == 1:
            return _within(inside[0], values, point, world)
    spots = [
        spot
        for code in named.codes
        for text in place_names(values, code)
        for spot in world.finder.find(text, code).spots
    ]
    spots = spots or [world.points[code] for code in named.codes if code in world.points]
    spots += [spot for code in named.asked if (spot := world.region(code))]
    text = values.get("country", "")
    reason = Remark("several_countries", {"text": text[:80], "n": len(named.codes) + len(named.asked)})
    return Placement("choose", reasons=(reason,), candidates=tuple(spots[:MAX_COUNTRIES]))


def _unknown(values: Values, point: Point | Unread | None, world: World) -> Placement:
    """A country that nobody knows is never guessed, not even from coordinates."""
    text = values.get("country", "")[:80]
    if isinstance(point, Point) and _on_globe(point) and (here := world.ground.nearest(point.lon, point.lat)):
        spots: tuple[PossiblePlace, ...] = (spot_at(point, here, values),)
    else:
        spots = tuple(world.points[code] for code in near_countries(text) if code in world.points)
    reason = Remark("country_unknown", {"text": text})
    return Placement("choose" if spots else "unplaced", reasons=(reason,), candidates=spots)


def _without_country(values: Values, point: Point | Unread | None, world: World) -> Placement:
    beside = country_beside(values)
    if isinstance(point, Point):
        here = world.ground.nearest(point.lon, point.lat) if _on_globe(point) else None
        if here:
            how = Remark("how_point_country", {"country": here})
            return Placement("placed", here, spot_at(point, here, values), how=how)
        if beside is None:
            return Placement("unplaced", reasons=(Remark("no_country_at_sea"),))
    if beside:
        return _beside(beside, values, point, world)
    reasons = (point.reason,) if isinstance(point, Unread) else ()
    texts = [values[name] for name in PLACES if values.get(name) and not is_nothing(values[name])]
    spots = tuple(match.spots[0] for text in texts[:1] for match in world.finder.elsewhere(text))[:MAX_CANDIDATES]
    if spots:
        return Placement("choose", reasons=(*reasons, Remark("no_country_but_place")), candidates=spots)
    return Placement("unplaced", reasons=(*reasons, Remark("no_country")))


def _beside(beside: Beside, values: Values, point: Point | Unread | None, world: World) -> Placement:
    """A country's name in a cell about a place: it may be a town's (Liberia), unless the rest lies in the country."""
    country = beside.named.codes[0]
    placement = _within(country, values, point, world)
    if placement.outcome == "placed":
        return placement
    rivals = [match.spots[0] for match in world.finder.elsewhere(beside.text) if match.sure]
    rivals = [spot for spot in rivals if spot.country != country]
    if not rivals:
        return placement
    spots = (*([placement.spot] if placement.spot else []), *rivals)[:MAX_CANDIDATES]
    return Placement("choose", reasons=(Remark("no_country_but_place"),), candidates=spots)


def _on_globe(point: Point) -> bool:
    return abs(point.lat) <= 90 and abs(point.lon) <= 180
