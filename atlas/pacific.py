"""The drawing frame: Pacific-centred, from 30°W eastward round to 30°W."""

from __future__ import annotations

from typing import Final

WEST: Final = -30.0


def to_frame(lon: float) -> float:
    """Longitude in degrees (−180..180) as drawn: −30..330."""
    return round(lon + 360, 6) if lon < WEST else lon


def from_frame(lon: float) -> float:
    """Longitude as drawn, back in −180..180 degrees."""
    return round((lon + 180) % 360 - 180, 6)


def line_to_frame(coords: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A line's (lon, lat) positions as drawn, without a jump round the world."""
    return [(to_frame(lon), lat) for lon, lat in coords]
