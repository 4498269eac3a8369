"""The base map on a page: sea, land, disputed lines, dots for the smallest states; clipped and thinned."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from atlas import palette
from atlas.pacific import to_frame
from exporters.snapshot.projection import Projection
from exporters.snapshot.sheet import Area, Box, Item, Layer, Line, Points, Rect
from maps.basemap import Basemap

_THIN: Final = 0.45
_COAST: Final = 0.7
_DOT: Final = 2.4
_TINY: Final = 9.0


def draw_land(layer: Layer, base: Basemap, projection: Projection, shown: Set[str]) -> None:
    """Sea, land (darker where `shown`, ISO codes) and disputed lines of a frame."""
    area = projection.area
    layer.add(Box("sea", area, palette.SEA))
    for code, geometry in zip(base.codes, _projected(base, projection), strict=True):
        fill = palette.LAND_SHOWN if code in shown else palette.LAND
        layer.add(*_areas(code or "disputed", geometry, fill, area))
    for line in base.borders:
        layer.add(*_dashed(shapely.transform(line, projection), area))
    layer.add(*_dots(base, projection, shown))


def _projected(base: Basemap, projection: Projection) -> list[BaseGeometry]:
    """The land on the page; what lies far off the frame is not projected at all."""
    if projection.kind == "laea":
        window = shapely.box(projection.lon - 80, projection.lat - 60, projection.lon + 80, projection.lat + 60)
        return [shapely.transform(_cut(shape, window), projection) for shape in base.land]
    moved = projection(base.vertices)
    return list(shapely.set_coordinates(np.array(base.land, dtype=object).copy(), moved))


def _cut(shape: BaseGeometry, window: BaseGeometry) -> BaseGeometry:
    if window.contains(shape):
        return shape
    return shapely.clip_by_rect(shape, *window.bounds)


def _areas(name: str, geometry: BaseGeometry, fill: str, area: Rect) -> Iterator[Item]:
    left, top, right, bottom = shapely.total_bounds(geometry)
    if not (left < area.right and right > area.x and top < area.bottom and bottom > area.y):
        return
    rings = [ring for part in shapely.get_parts(geometry) for ring in _rings(part, area)]
    if rings:
        yield Area(name, tuple(rings), fill, palette.COAST, _COAST)


def _rings(part: BaseGeometry, area: Rect) -> Iterator[Points]:
    left, top, right, bottom = part.bounds
    if left > area.right or right < area.x or top > area.bottom or bottom < area.y:
        return
    thin = shapely.simplify(part, _THIN, preserve_topology=False)
    thin = part if thin.is_empty else thin
    inside = left >= area.x and right <= area.right and top >= area.y and bottom <= area.bottom
    for piece in shapely.get_parts(thin if inside else _clipped(thin, area)):
        if piece.geom_type == "Polygon":
            yield np.asarray(piece.exterior.coords, dtype=np.float64)
            yield from (np.asarray(hole.coords, dtype=np.float64) for hole in piece.interiors)


def _clipped(shape: BaseGeometry, area: Rect) -> BaseGeometry:
    """What lies in the area; the fast way fails on rings that thinning has crossed, the sure way mends them first."""
    try:
        return shapely.clip_by_rect(shape, *_window(area))
    except shapely.errors.GEOSException:
        return shapely.intersection(shapely.make_valid(shape), shapely.box(*_window(area)))


def _window(area: Rect) -> tuple[float, float, float, float]:
    return area.x, area.y, area.right, area.bottom


def _dashed(line: BaseGeometry, area: Rect) -> Iterator[Item]:
    """Paint the coast's stroke away, then dash: the line lies exactly on edges of the land."""
    for part in shapely.get_parts(shapely.clip_by_rect(line, *_window(area))):
        points = np.asarray(part.coords, dtype=np.float64)
        if len(points) > 1:
            yield Line("boundary", points, palette.LAND, _COAST * 2.2)
            yield Line("boundary", points, palette.COAST, _COAST * 1.4, (5, 4))


def _dots(base: Basemap, projection: Projection, shown: Set[str]) -> Iterator[Item]:
    """A dot for every island state that would otherwise vanish at this scale."""
    extent = {code: shape.area for code, shape in zip(base.codes, base.land, strict=True)}
    for code, entry in sorted(base.context.items()):
        if not entry["tiny"]:
            continue
        x, y = projection.point(to_frame(entry["lon"]), entry["lat"])
        size = extent.get(code, 0.0) * (111 * projection.units_per_km(to_frame(entry["lon"]), entry["lat"])) ** 2
        dot = Rect(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)
        if size < _TINY and projection.area.holds(dot):
            fill = palette.ISLAND_SHOWN if code in shown else palette.ISLAND
            yield Box(f"{code} (dot)", dot, fill, None, 0, _DOT)
