"""Islets of Japan that the source lacks, drawn as octagons; where they lie is said in data/basemap/README.md."""

from __future__ import annotations

import math
from typing import Final

from shapely.affinity import scale
from shapely.geometry import Point, Polygon

from scripts.basemap_topology import KM_PER_DEGREE

# Position and km²; the Habomai Islands to a minute of arc.
ISLETS: Final[dict[str, tuple[tuple[float, float], float]]] = {
    "Taisho": ((124.5597, 25.9224), 0.04),
    "Okinotorishima": ((136.0812, 20.4255), 0.0),
    "Suisho": ((145.917, 43.433), 12.1),
    "Akiyuri": ((146.006, 43.366), 2.1),
    "Yuri": ((146.083, 43.417), 9.9),
    "Taraku": ((146.317, 43.633), 10.9),
}
LEAST: Final = 0.002


def islet(position: tuple[float, float], km2: float) -> Polygon:
    """An octagon of the islet's own area, and never too small to be drawn."""
    radius = max(math.sqrt(km2 / math.pi) / KM_PER_DEGREE, LEAST)
    return scale(Point(position).buffer(radius, quad_segs=2), xfact=1 / math.cos(math.radians(position[1])))
