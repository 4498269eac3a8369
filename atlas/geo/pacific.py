"""The drawing frame: Pacific-centred, from 30°W eastward round to 30°W."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

WEST: Final = -30.0
Position = tuple[float, float]


def to_frame(lon: float) -> float:
    """Longitude in degrees (−180..180) as drawn: −30..330."""
    return round(lon + 360, 6) if lon < WEST else lon


def from_frame(lon: float) -> float:
    """Longitude as drawn, back in −180..180 degrees."""
    return round((lon + 180) % 360 - 180, 6)


def line_to_frame(coords: Iterable[Position]) -> list[list[Position]]:
    """A line's (lon, lat) positions as drawn: cut where it crosses the frame's edge, so none runs round the world."""
    parts: list[list[Position]] = [[]]
    before: Position | None = None
    for lon, lat in coords:
        if before and (before[0] < WEST) != (lon < WEST) and abs(before[0] - lon) < 180:
            share = (WEST - before[0]) / (lon - before[0])
            edge = round(before[1] + (lat - before[1]) * share, 6)
            parts[-1].append((WEST + 360 if before[0] < WEST else WEST, edge))
            parts.append([(WEST + 360 if lon < WEST else WEST, edge)])
        parts[-1].append((to_frame(lon), lat))
        before = (lon, lat)
    return parts
