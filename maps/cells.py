"""The grid on which crowds are counted: a cell a site, fine enough for every zoom; coarser levels are its halves.

Columns run eastward from 30°W round the drawing frame, rows southward in Web Mercator, so that cells are squares on
the map. The browser counts what is visible: level n has `cell >> (LEVEL - n)`.
"""

from __future__ import annotations

from math import asinh, pi, radians, tan
from typing import Final

LEVEL: Final = 12
CROWD: Final = 500
_WEST: Final = -30.0
_NORTH: Final = 85.0511


def cell_of(x: float, y: float) -> list[int]:
    """Column and row (each under 2**LEVEL) of a point of the drawing frame (degrees, longitude −30..330)."""
    side = 1 << LEVEL
    lat = max(-_NORTH, min(_NORTH, y))
    column = int((x - _WEST) / 360 * side)
    row = int((1 - asinh(tan(radians(lat))) / pi) / 2 * side)
    return [max(0, min(side - 1, column)), max(0, min(side - 1, row))]
