"""The grid on which crowds are counted: a cell a site, fine enough for every zoom; coarser levels are its halves.

Columns run eastward from 30°W round the drawing frame, rows southward in Web Mercator, so that cells are squares on
the map. The browser counts what is visible: level n has `cell >> (LEVEL - n)`.
"""

from __future__ import annotations

from math import asinh, atan, ceil, degrees, log2, pi, radians, sinh, tan
from typing import Final

LEVEL: Final = 12
CROWD: Final = 500
_WIDEST: Final = 104  # px of a cell on the map
_WEST: Final = -30.0
_NORTH: Final = 85.0511


def cell_of(x: float, y: float) -> list[int]:
    """Column and row (each under 2**LEVEL) of a point of the drawing frame (degrees, longitude −30..330)."""
    side = 1 << LEVEL
    lat = max(-_NORTH, min(_NORTH, y))
    column = int((x - _WEST) / 360 * side)
    row = int((1 - asinh(tan(radians(lat))) / pi) / 2 * side)
    return [max(0, min(side - 1, column)), max(0, min(side - 1, row))]


def point_of(column: float, row: float) -> tuple[float, float]:
    """The point of the drawing frame (degrees) at a place of the finest grid, which may lie within a cell."""
    side = 1 << LEVEL
    return column / side * 360 + _WEST, degrees(atan(sinh(pi * (1 - 2 * row / side))))


def level_at(zoom: float) -> int:
    """The level whose cells are counted at a zoom of the map, as the browser takes it."""
    return max(0, min(LEVEL, ceil(log2(256 * 2**zoom / _WIDEST))))
