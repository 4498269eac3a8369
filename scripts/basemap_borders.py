"""Boundaries to draw dashed: cut out of the finished land, so that they lie on its edges, or across a strait."""

from __future__ import annotations

import math
from typing import Final

import shapely
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

from scripts.basemap_repairs import GOLAN, KURILS, SOUTHERN_SAKHALIN, WESTERN_SAHARA, Window
from scripts.basemap_topology import FRAME, Parts

WORLD: Final[Window] = FRAME.bounds
# (id, one side, the other side, window): where the United Nations' maps do not draw a settled boundary.
DASHED: Final[tuple[tuple[str, str, str, Window], ...]] = (
    ("golan-west", GOLAN, "ISR", WORLD),
    ("golan-east", GOLAN, "SYR", WORLD),
    ("golan-north", GOLAN, "LBN", WORLD),
    ("western-sahara", WESTERN_SAHARA, "MAR", WORLD),
    ("palestine", "PSE", "ISR", WORLD),
    ("kashmir-line-of-control", "IND", "PAK", (73.0, 32.85, 78.0, 37.0)),
    ("aksai-chin", "IND", "CHN", (76.0, 32.3, 80.5, 36.5)),
    ("sakhalin-50n", SOUTHERN_SAKHALIN, "RUS", WORLD),
)
# (id, one side, the other side): halfway across the strait, as maps made in Japan have it.
STRAITS: Final[tuple[tuple[str, str, str], ...]] = (
    ("soya-strait", "JPN", SOUTHERN_SAKHALIN),
    ("etorofu-strait", "JPN", KURILS),
    ("shumshu-strait", KURILS, "RUS"),
)


def dashed(parts: Parts) -> dict[str, list[LineString]]:
    """The disputed lines by id."""
    found = {name: _shared(parts, one, other, window) for name, one, other, window in DASHED}
    missing = [name for name, lines in found.items() if not lines]
    assert not missing, f"no common edge: {missing}"
    return found | {name: [_halfway(parts, one, other)] for name, one, other in STRAITS}


def _shared(parts: Parts, one: str, other: str, window: Window) -> list[LineString]:
    """The common edges of two units inside a window."""
    left, right = (shapely.boundary(shapely.union_all(parts[key])) for key in (one, other))
    common = shapely.intersection(shapely.intersection(left, right), box(*window))
    return lines_of(shapely.line_merge(shapely.union_all(lines_of(common))))


def _halfway(parts: Parts, one: str, other: str) -> LineString:
    """A line across the shortest way between two units, as long as that way."""
    (x1, y1), (x2, y2) = shapely.shortest_line(*(shapely.union_all(parts[key]) for key in (one, other))).coords
    x, y, squeeze = (x1 + x2) / 2, (y1 + y2) / 2, math.cos(math.radians((y1 + y2) / 2))
    aside, up = (y1 - y2) / squeeze / 2, (x2 - x1) * squeeze / 2
    return LineString([(x - aside, y - up), (x + aside, y + up)])


def lines_of(geometry: BaseGeometry) -> list[LineString]:
    """Every line inside a geometry."""
    if isinstance(geometry, LineString):
        return [] if geometry.is_empty else [geometry]
    return [found for part in getattr(geometry, "geoms", []) for found in lines_of(part)]
