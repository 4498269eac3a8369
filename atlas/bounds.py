"""The frame round what is shown, in degrees of the drawing frame."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd

from atlas.pacific import to_frame

Bounds = tuple[float, float, float, float]
_COUNTRY = 8.0
_NEAR = 3.0


def bounds_of(sites: gpd.GeoDataFrame) -> Bounds | None:
    """West, south, east, north round all sites with room to see their surroundings; None without any place."""
    boxes = [
        _box(geometry.bounds, _COUNTRY if precision in ("country", "region") else _NEAR)
        for geometry, precision in zip(sites.geometry, sites["precision"], strict=True)
        if geometry is not None and not geometry.is_empty
    ]
    return _union(boxes) if boxes else None


def _box(bounds: Bounds, room: float) -> Bounds:
    west, south, east, north = bounds
    if west == -180 and east == 180:  # a line that was cut at the antimeridian
        west, east = 150.0, -150.0
    return to_frame(west) - room, max(south - room, -60.0), to_frame(east) + room, min(north + room, 75.0)


def _union(boxes: Iterable[Bounds]) -> Bounds:
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return max(min(wests), -30.0), min(souths), min(max(easts), 330.0), max(norths)
