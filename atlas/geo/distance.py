"""Distances on the globe, the same on both sides of the antimeridian."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

EARTH_KM: Final = 6371.0088
_SAMPLES: Final = 200
_MOST: Final = 2000
Points = NDArray[np.float64]
Degrees = float | Points


def distance_km(old: BaseGeometry | None, new: BaseGeometry | None) -> float | None:
    """How far apart two places are along a great circle; for lines, the farthest that any part of one has moved.

    None when either has no geometry.
    """
    if old is None or new is None or old.is_empty or new.is_empty:
        return None
    here, there = _samples(old)[:, None], _samples(new)
    apart = great_circle_km(here[..., 0], here[..., 1], there[:, 0], there[:, 1])
    return float(max(apart.min(axis=0).max(), apart.min(axis=1).max()))


def great_circle_km(lon: Degrees, lat: Degrees, other_lon: Degrees, other_lat: Degrees) -> Points:
    """The haversine distance in km from point to point, of numbers or of arrays of them."""
    south, north = np.radians(lat), np.radians(other_lat)
    aside = np.sin(np.radians(np.subtract(other_lon, lon)) / 2) ** 2
    share = np.sin((north - south) / 2) ** 2 + np.cos(south) * np.cos(north) * aside
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(share, 0, 1))))


def _samples(shape: Any) -> Points:
    """Points along a geometry (lon, lat in degrees), close enough together to stand for it."""
    parts = [np.asarray(part.coords, dtype=float)[:, :2] for part in getattr(shape, "geoms", [shape])]
    points = np.concatenate([_dense(part) for part in parts])
    return points[:: max(1, len(points) // _MOST)]


def _dense(part: Points) -> Points:
    if len(part) < 2:
        return part
    lon = np.unwrap(part[:, 0], period=360)
    along = np.concatenate([[0.0], np.hypot(np.diff(lon), np.diff(part[:, 1])).cumsum()])
    at = np.union1d(along, np.linspace(0, along[-1], _SAMPLES))
    return np.column_stack([np.interp(at, along, lon), np.interp(at, along, part[:, 1])])
