"""The base map on a page: sea, land, disputed lines, dots for the smallest states; clipped and thinned."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from atlas import palette
from atlas.geo.pacific import to_frame
from exporters.print.elements.items import Area, Group, Points, Polyline, Rect, RoundedRect, Simple
from exporters.print.elements.sheet import Layer
from exporters.print.map.projection import Projection
from maps.basemap import Basemap

_THIN: Final = 0.45
_COAST: Final = 0.7
_DOT: Final = 2.4
_TINY: Final = 9.0
_CELL: Final = 6.0
_MOST: Final = 6
_KEPT: Final[dict[tuple[int, Projection], list[tuple[int, tuple[Points, ...]]]]] = {}


def draw_land(layer: Layer, base: Basemap, projection: Projection, shown: Set[str]) -> None:
    """Sea, land (darker where `shown`, ISO codes) and disputed lines of a frame."""
    area = projection.area
    layer.add(RoundedRect("sea", area, palette.SEA))
    lines = (shapely.transform(line, projection) for line in base.borders)
    found = {
        "land": tuple(_land(base, projection, shown)),
        "boundaries": tuple(item for line in lines for item in _dashed(line, area)),
        "islands": tuple(_dots(base, projection, shown)),
    }
    layer.add(*(Group(name, items) for name, items in found.items() if items))


def _land(base: Basemap, projection: Projection, shown: Set[str]) -> Iterator[Simple]:
    for number, rings in _rings_of(base, projection):
        code = base.codes[number]
        fill = palette.LAND_SHOWN if code in shown else palette.LAND
        yield Area(code or "disputed", rings, fill, palette.COAST, _COAST)


@dataclass(frozen=True)
class LandCells:
    """Whose land lies where on a page, in cells: to tell what stands on what."""

    area: Rect
    codes: tuple[str, ...]
    cells: NDArray[np.int32]

    def cells_in(self, wide: float, high: float | None = None) -> float:
        """How many cells a rectangle has."""
        return wide * (wide if high is None else high) / _CELL**2

    def cover(self, codes: Set[str] | None = None) -> Cover:
        """The land of some countries, or all."""
        wanted = np.array([False, *(codes is None or code in codes for code in self.codes)])
        return Cover(self.area, wanted[self.cells])


class Cover:
    """Some land in cells, with sums, so that a rectangle is counted at once."""

    cell: Final = _CELL

    def __init__(self, area: Rect, cells: NDArray[np.bool_]) -> None:
        self.area, self.cells = area, cells
        self.sums = np.pad(cells.cumsum(0, dtype=np.int32).cumsum(1, dtype=np.int32), ((1, 0), (1, 0)))

    def under(self, rects: Points) -> NDArray[np.int32]:
        """How many cells of land each rectangle (left, top, right, bottom) covers."""
        high, wide = self.cells.shape
        left, right = (np.clip(((rects[:, i] - self.area.x) / _CELL).astype(int) + i // 2, 0, wide) for i in (0, 2))
        top, bottom = (np.clip(((rects[:, i] - self.area.y) / _CELL).astype(int) + i // 2, 0, high) for i in (1, 3))
        s = self.sums
        return np.asarray(s[bottom, right] - s[top, right] - s[bottom, left] + s[top, left])

    def points(self, most: int = 160) -> Points:
        """The middles of some cells of the land."""
        rows, columns = np.nonzero(self.cells)
        some = slice(None, None, max(1, len(rows) // most))
        at = np.column_stack([columns[some], rows[some]]) * _CELL + np.array([self.area.x, self.area.y]) + _CELL / 2
        return np.asarray(at, dtype=np.float64)


def ground_of(base: Basemap, projection: Projection) -> LandCells:
    """The land of a frame in cells."""
    area = projection.area
    picture = Image.new("I", (max(1, round(area.w / _CELL)), max(1, round(area.h / _CELL))))
    brush = ImageDraw.Draw(picture)
    for number, rings in _rings_of(base, projection):
        for ring in rings:
            cells = ((ring - (area.x, area.y)) / _CELL).ravel().tolist()
            brush.polygon(cells, fill=number + 1, outline=number + 1)
    return LandCells(area, base.codes, np.asarray(picture, dtype=np.int32))


def _rings_of(base: Basemap, projection: Projection) -> list[tuple[int, tuple[Points, ...]]]:
    """The visible rings of a frame, kept for the pages that ask again."""
    key = (id(base), projection)
    if key not in _KEPT:
        while len(_KEPT) >= _MOST:
            _KEPT.pop(next(iter(_KEPT)), None)
        _KEPT[key] = list(_visible(_projected(base, projection), projection.area))
    return _KEPT[key]


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


def _visible(shapes: list[BaseGeometry], area: Rect) -> Iterator[tuple[int, tuple[Points, ...]]]:
    """The thinned rings in an area of each shape that has any there, by its number."""
    parts, owners = shapely.get_parts(shapes, return_index=True)
    left, top, right, bottom = shapely.bounds(parts).T
    near = (left <= area.right) & (right >= area.x) & (top <= area.bottom) & (bottom >= area.y)
    whole = (left >= area.x) & (right <= area.right) & (top >= area.y) & (bottom <= area.bottom)
    parts, owners, whole = parts[near], owners[near], whole[near]
    thin = shapely.simplify(parts, _THIN, preserve_topology=False)
    thin = np.where(shapely.is_empty(thin), parts, thin)
    thin[~whole] = [_clipped(part, area) for part in thin[~whole]]
    found = zip(*_rings(thin, owners), strict=True)
    for owner, rings in groupby(found, key=itemgetter(0)):
        yield owner, tuple(ring for _, ring in rings)


def _rings(shapes: Any, owners: Any) -> tuple[list[int], list[Points]]:
    """All rings of the polygons among shapes, and whose each is."""
    parts, which = shapely.get_parts(shapes, return_index=True)
    flat = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    rings, of = shapely.get_rings(parts[flat], return_index=True)
    points, at = shapely.get_coordinates(rings, return_index=True)
    return owners[which][flat][of].tolist(), np.split(points, np.flatnonzero(np.diff(at)) + 1)[: len(rings)]


def _clipped(shape: BaseGeometry, area: Rect) -> BaseGeometry:
    """What lies in the area; the fast way fails on rings that thinning has crossed, the sure way mends them first."""
    try:
        return shapely.clip_by_rect(shape, *_window(area))
    except shapely.errors.GEOSException:
        return shapely.intersection(shapely.make_valid(shape), shapely.box(*_window(area)))


def _window(area: Rect) -> tuple[float, float, float, float]:
    return area.x, area.y, area.right, area.bottom


def _dashed(line: BaseGeometry, area: Rect) -> Iterator[Simple]:
    """Paint the coast's stroke away, then dash: the line lies exactly on edges of the land."""
    for part in shapely.get_parts(shapely.clip_by_rect(line, *_window(area))):
        points = np.asarray(part.coords, dtype=np.float64)
        if len(points) > 1:
            yield Polyline("boundary", points, palette.LAND, _COAST * 2.2)
            yield Polyline("boundary", points, palette.COAST, _COAST * 1.4, (5, 4))


def _dots(base: Basemap, projection: Projection, shown: Set[str]) -> Iterator[Simple]:
    """A dot for every island state that would otherwise vanish at this scale."""
    extent = {code: shape.area for code, shape in zip(base.codes, base.land, strict=True)}
    for code, entry in sorted(base.context.items()):
        if not entry["tiny"]:
            continue
        x, y = projection.point(to_frame(entry["lon"]), entry["lat"])
        dot = Rect(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)
        if not projection.area.holds(dot):
            continue
        size = extent.get(code, 0.0) * (111 * projection.units_per_km(to_frame(entry["lon"]), entry["lat"])) ** 2
        if size < _TINY:
            fill = palette.ISLAND_SHOWN if code in shown else palette.ISLAND
            yield RoundedRect(f"{code} (dot)", dot, fill, None, 0, _DOT)
