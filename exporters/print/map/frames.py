"""Which part of the world a picture shows: round what is shown, a region, a country, the Indo-Pacific, a view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import shapely

from atlas.countries import is_country
from atlas.geo.bounds import Bounds
from atlas.geo.pacific import to_frame
from exporters.print.content.brief import Brief
from exporters.print.elements.items import Rect
from exporters.print.map.projection import Projection, fit, fit_view
from exporters.print.options import is_view
from maps.basemap import Basemap

WORLD: Final[Bounds] = (-14.0, -56.0, 300.0, 64.0)
HOME: Final[Bounds] = (55.0, -38.5, 197.0, 46.6)
REGIONS: Final[dict[str, Bounds]] = {
    "asean": (92.0, -11.5, 142.0, 28.5), "pacific": (130.0, -25.0, 208.0, 21.0),
    "oceania": (110.0, -48.0, 182.0, -8.0), "south-asia": (60.0, -1.0, 98.0, 37.0),
    "east-asia": (96.0, 18.0, 150.0, 50.0), "central-asia": (38.0, 33.0, 90.0, 57.0),
    "middle-east": (24.0, 11.0, 76.0, 43.0), "africa": (-20.0, -36.0, 56.0, 38.0),
    "europe": (-12.0, 35.0, 36.0, 62.0), "americas": (190.0, -56.0, 328.0, 62.0),
}  # fmt: skip
_ROOM: Final = 0.14
_LEAST: Final = 3.5
_FAR: Final = 25.0
_WIDEST: Final = 240.0


def projection_of(brief: Brief, area: Rect) -> Projection:
    """The projection of the frame that was asked for, fitted into an area of the page."""
    frame = brief.options.frame
    if is_view(frame):
        return fit_view(frame, area)
    if frame in ("indo-pacific", "world"):
        return fit(HOME if frame == "indo-pacific" else WORLD, area, "mill")
    if frame in REGIONS:
        return fit(REGIONS[frame], area)
    if is_country(frame):
        return fit(roomy(country_bounds(brief.base, frame)), area)
    return fit(_around(brief), area)


def slim_projection_of(brief: Brief, area: Rect) -> Projection:
    """The same in an area that is as high as the world needs, so that nothing is cut off at its sides."""
    view = projection_of(brief, area)
    if view.kind != "mill" or view.scale < view.whole * 1.01:
        return view
    high = area.h * view.whole / view.scale
    return projection_of(brief, Rect(area.x, area.y + (area.h - high) / 2, area.w, high))


def _around(brief: Brief) -> Bounds:
    """Round what is shown; a region that was asked for is shown whole, and so is the world when it is everywhere."""
    chosen = brief.extract.filter
    whole = brief.part is None
    boxes = [REGIONS[code] for code in chosen.region if code in REGIONS and whole]
    boxes += [country_bounds(brief.base, code) for code in chosen.country if whole]
    boxes = boxes or list(_spots(brief))
    if not boxes:
        return WORLD
    bounds = _union(boxes)
    return WORLD if bounds[2] - bounds[0] > _WIDEST else bounds if chosen.region and whole else roomy(bounds)


def _spots(brief: Brief) -> Iterator[Bounds]:
    """What each place needs; a route counts only for countries that have nothing else on the page."""
    have = {spot.country for spot in brief.spots if spot.x is not None}
    plates = {spot.country for spot in brief.spots if spot.form == "country"}
    for spot in brief.spots:
        members = {code for entry in spot.entries for code in entry.row["countries"]} & brief.shown
        if spot.x is None or spot.y is None or (spot.lines and members <= have):
            continue
        if spot.form == "country" and spot.country:
            yield country_bounds(brief.base, spot.country)
        elif spot.lines:
            xs, ys = zip(*(point for line in spot.lines for point in line), strict=True)
            yield min(xs), min(ys), max(xs), max(ys)
        elif spot.form == "region":
            yield from (REGIONS[code] for code in _regions(spot.entries[0].row["region"]))
        elif spot.country not in plates:
            yield from [country_bounds(brief.base, spot.country)] if spot.country else []
            yield spot.x - 2, spot.y - 2, spot.x + 2, spot.y + 2


def _regions(code: str) -> Iterable[str]:
    return [code] if code in REGIONS else []


def country_bounds(base: Basemap, code: str) -> Bounds:
    """The bounds of a country without its far islands: what lies near its label point or is a good part of it."""
    shapes = [shape for name, shape in zip(base.codes, base.land, strict=True) if name == code]
    entry = base.context.get(code)
    if not shapes or entry is None:
        return WORLD
    point = shapely.Point(to_frame(entry["lon"]), entry["lat"])
    parts = list(shapely.get_parts(shapes[0]))
    least = 0.15 * max(part.area for part in parts)
    near = [part for part in parts if part.distance(point) < _FAR or part.area > least]
    west, south, east, north = shapely.total_bounds(near)
    return float(west), float(south), float(east), float(north)


def roomy(bounds: Bounds, least: float = _LEAST) -> Bounds:
    """Room for surroundings: a seventh of the extent on each side, and never less than some degrees in all."""
    west, south, east, north = bounds
    wide, high = max(least, east - west) * _ROOM, max(least, north - south) * _ROOM
    wide += max(0.0, least - (east - west)) / 2
    high += max(0.0, least - (north - south)) / 2
    return max(west - wide, -30.0), max(south - high, -60.0), min(east + wide, 330.0), min(north + high, 80.0)


def _union(boxes: Iterable[Bounds]) -> Bounds:
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests), min(souths), max(easts), max(norths)
