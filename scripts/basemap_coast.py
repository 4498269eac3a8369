"""The finer coast, a country a line: rings as differences on a grid of a ten-thousandth of a degree."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Final

import shapely
from shapely.geometry import LineString, Polygon

from scripts.basemap_borders import dashed
from scripts.basemap_repairs import NOBODYS
from scripts.basemap_simplify import simplify
from scripts.basemap_topology import GRID_DECIMALS, Parts

# Visvalingam tolerance in degrees; a pixel at the map's nearest zoom is 0.0007.
TOLERANCE: Final = 0.004
GRID: Final = 10**GRID_DECIMALS

Row = list[int]


def finer(parts: Parts) -> Parts:
    """All land with so many points as show from zoom 6 on."""
    return simplify(parts, TOLERANCE, GRID_DECIMALS)


def coast(land: Parts) -> dict[str, str]:
    """What each file holds: rings by country, those of each area of nobody's, and the dashed lines."""
    entries = {key: _dump(_rings(polygons)) for key, polygons in sorted(land.items()) if key not in NOBODYS}
    entries["nobody"] = _dump([_rings(land[key]) for key in sorted(NOBODYS)])
    entries["lines"] = _dump({key: [_row(line) for line in lines] for key, lines in sorted(dashed(land).items())})
    return entries


def _rings(polygons: list[Polygon]) -> list[Row]:
    """An outline counter-clockwise, then its holes clockwise; the largest first."""
    ordered = sorted(shapely.normalize(polygons), key=lambda polygon: (-polygon.area, polygon.bounds))
    whole = [shapely.orient_polygons(polygon) for polygon in ordered]
    return [_row(ring) for polygon in whole for ring in (polygon.exterior, *polygon.interiors)]


def _row(line: LineString) -> Row:
    """x and y of the first point, then each step; a ring's end, which repeats its start, stays."""
    points = [(round(x * GRID), round(y * GRID)) for x, y in line.coords]
    steps = [(x - u, y - v) for (u, v), (x, y) in pairwise(points) if (x, y) != (u, v)]
    return [value for point in (points[0], *steps) for value in point]


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
