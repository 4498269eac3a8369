"""Reading a TopoJSON atlas into polygons of the Pacific-centred drawing frame (longitude -30 to 330)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

import shapely
from babel.core import get_global
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

WEST: Final = -30.0
EAST: Final = 330.0
SOUTH: Final = -60.0
FRAME: Final = box(WEST, SOUTH, EAST, 90)
GRID_DECIMALS: Final = 4
KM_PER_DEGREE: Final = 111.195
MIN_RING: Final = 3
# A third of the smallest triangle on the source's grid: what is smaller comes from mending crossed rings.
MIN_AREA: Final = 1e-6
# Former codes that CLDR still maps onto today's countries.
FORMER: Final = {"ANT", "BUR", "DDR", "FXX", "NTZ", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"}

GridPoint = tuple[int, int]
Parts = dict[str, list[Polygon]]


class Topology:
    """The integer grid of a quantised TopoJSON file."""

    def __init__(self, source: dict[str, Any]) -> None:
        """Decode the delta-coded arcs."""
        (self.sx, self.sy), (self.tx, self.ty) = source["transform"]["scale"], source["transform"]["translate"]
        self.period = round(360 / self.sx)
        self.arcs = [_decode(arc) for arc in source["arcs"]]
        self.geometries: list[dict[str, Any]] = source["objects"]["countries"]["geometries"]

    def ring(self, indices: list[int]) -> list[GridPoint]:
        """Join arcs to one ring; ~i means arc i backwards."""
        points: list[GridPoint] = []
        for index in indices:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            points.extend(arc if not points else arc[1:])
        return self._unwrap(points)

    def _unwrap(self, points: list[GridPoint]) -> list[GridPoint]:
        """Undo the jump across 180° so that a ring runs on continuously."""
        turn, out = 0, points[:1]
        for (before, _), (x, y) in pairwise(points):
            if abs(x - before) > self.period // 2:
                turn += self.period if x < before else -self.period
            out.append((x + turn, y))
        return out

    def degrees(self, points: list[GridPoint], turns: int) -> list[tuple[float, float]]:
        """Grid points in degrees, moved by whole turns; equal grid points stay equal."""
        shift = turns * self.period
        return [
            (round((x + shift) * self.sx + self.tx, GRID_DECIMALS), round(y * self.sy + self.ty, GRID_DECIMALS))
            for x, y in points
        ]

    def polygons(self, geometry: dict[str, Any]) -> Iterator[Polygon]:
        """The polygons of one TopoJSON geometry inside the drawing frame."""
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        for part in parts:
            shell, *holes = [self.ring(ring) for ring in part]
            holes = [hole for hole in holes if len(hole) > MIN_RING]
            if len(shell) <= MIN_RING:  # an island that collapsed in the source's own grid
                continue
            for turns in (-1, 0, 1):
                yield from self._framed(shell, holes, turns)

    def _framed(self, shell: list[GridPoint], holes: list[list[GridPoint]], turns: int) -> Iterator[Polygon]:
        """One polygon, moved by whole turns, as far as it lies in the frame."""
        outer = self.degrees(shell, turns)
        if max(x for x, _ in outer) <= WEST or min(x for x, _ in outer) >= EAST:
            return
        polygon = Polygon(outer, [self.degrees(hole, turns) for hole in holes])
        valid = polygon if polygon.is_valid else shapely.make_valid(polygon)
        inside = valid if shapely.covered_by(valid, FRAME) else shapely.intersection(valid, FRAME)
        yield from polygons_of(inside)


def _decode(arc: list[list[int]]) -> list[GridPoint]:
    x = y = 0
    points: list[GridPoint] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x, y))
    return points


def polygons_of(geometry: BaseGeometry) -> list[Polygon]:
    """Every polygon inside a geometry, however deeply nested; lines and points fall away."""
    if isinstance(geometry, Polygon):
        return [] if geometry.is_empty else [geometry]
    return [found for part in getattr(geometry, "geoms", []) for found in polygons_of(part)]


def alpha3_by_numeric() -> dict[str, str]:
    """ISO 3166-1 numeric → alpha-3 by way of CLDR's territory aliases."""
    aliases = get_global("territory_aliases")
    alpha3 = {a[0]: k for k, a in aliases.items() if len(k) == 3 and k.isalpha() and k not in FORMER}
    return {k: alpha3[a[0]] for k, a in aliases.items() if len(k) == 3 and k.isdigit() and a[0] in alpha3}


def read_parts(source: dict[str, Any]) -> Parts:
    """Polygons by country code; a unit without a code comes under its English name."""
    topology, codes = Topology(source), alpha3_by_numeric()
    parts: Parts = {}
    for geometry in topology.geometries:
        key = codes[geometry["id"]] if "id" in geometry else geometry["properties"]["name"]
        parts.setdefault(key, []).extend(topology.polygons(geometry))
    return parts


def dissolve(polygons: list[Polygon]) -> list[Polygon]:
    """Polygons with their common edges removed, and no slivers."""
    return [polygon for polygon in polygons_of(shapely.unary_union(polygons)) if polygon.area > MIN_AREA]
