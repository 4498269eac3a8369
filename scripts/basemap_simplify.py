"""Simplification that keeps every part and never tears neighbours apart."""

from __future__ import annotations

import math
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import MultiPolygon, Polygon, box

from scripts.basemap_topology import GRID_DECIMALS, MIN_AREA, Parts, polygons_of

# Visvalingam tolerance in degrees: triangles smaller than its square go.
TOLERANCE: Final = 0.042
# Outside the Indo-Pacific land is drawn in together before it is simplified, so that it keeps fewer points.
WARP_X: Final = ((-30.0, 30.0, 235.0, 330.0), (0.0, 30.0, 235.0, 282.5))
WARP_Y: Final = ((-60.0, -50.0, 50.0, 90.0), (-55.0, -50.0, 50.0, 70.0))
# An island of the Indo-Pacific keeps triangles down to this share of its own size, so that atolls keep their shape.
SHARE: Final = 0.12
INDO_PACIFIC: Final = box(30.0, -50.0, 235.0, 50.0)
DECIMALS: Final = 3

Coordinates = npt.NDArray[np.float64]


def simplify(parts: Parts, tolerance: float = TOLERANCE, decimals: int = DECIMALS) -> Parts:
    """All land as one coverage; then islands get back as much shape as fits beside their neighbours."""
    keys = [key for key, polygons in sorted(parts.items()) for _ in polygons]
    polygons = [polygon for _, found in sorted(parts.items()) for polygon in found]
    coarse = _coverage(polygons, tolerance)
    assert len(coarse) == len(polygons), "simplification lost a part"
    out: Parts = {}
    for key, polygon in zip(keys, _with_islands(polygons, coarse, tolerance), strict=True):
        out.setdefault(key, []).extend(_rounded(polygon, decimals))
    return {key: _apart(found) for key, found in out.items()}


def _with_islands(polygons: list[Polygon], coarse: list[Polygon], most: float) -> list[Polygon]:
    """The coarse coverage with finer islands, except where a finer island would meet another part."""
    fine = {i: shape for group in groups(polygons) for i, shape in _finer(group, polygons, most).items()}
    while True:
        mixed = [fine.get(i, shape) for i, shape in enumerate(coarse)]
        met = [i for group in groups(mixed) if len(group) > 1 for i in group if i in fine]
        if not met:
            return mixed
        for i in met:
            del fine[i]


def _finer(group: list[int], polygons: list[Polygon], most: float) -> dict[int, Polygon]:
    """A lone island in our part of the world, simplified in proportion to its size."""
    island = polygons[group[0]]
    tolerance = SHARE * math.sqrt(island.area)
    if len(group) > 1 or tolerance >= most or not INDO_PACIFIC.covers(island):
        return {}
    return {group[0]: _coverage([island], tolerance)[0]}


def _coverage(polygons: list[Polygon], tolerance: float) -> list[Polygon]:
    warped = [shapely.transform(polygon, _warp) for polygon in polygons]
    simple = [found for shape in shapely.coverage_simplify(warped, tolerance) for found in polygons_of(shape)]
    return [shapely.transform(polygon, _unwarp) for polygon in simple]


def _warp(xy: Coordinates) -> Coordinates:
    return np.column_stack([np.interp(xy[:, 0], *WARP_X), np.interp(xy[:, 1], *WARP_Y)])


def _unwarp(xy: Coordinates) -> Coordinates:
    """Back to degrees; rounded, so that what was equal before is equal again."""
    back = [np.interp(xy[:, 0], WARP_X[1], WARP_X[0]), np.interp(xy[:, 1], WARP_Y[1], WARP_Y[0])]
    return np.column_stack(back).round(GRID_DECIMALS + 2)


def groups(polygons: list[Polygon]) -> list[list[int]]:
    """Indices of polygons that touch one another, directly or through others."""
    first, second = shapely.STRtree(polygons).query(polygons, predicate="intersects")
    near: dict[int, set[int]] = {}
    for i, j in zip(first.tolist(), second.tolist(), strict=True):
        near.setdefault(i, set()).add(j)
    seen: set[int] = set()
    return [_reach(i, near, seen) for i in range(len(polygons)) if i not in seen]


def _reach(start: int, near: dict[int, set[int]], seen: set[int]) -> list[int]:
    found, todo = {start}, [start]
    while todo:
        fresh = near[todo.pop()] - found
        found |= fresh
        todo.extend(fresh)
    seen |= found
    return sorted(found)


def _rounded(polygon: Polygon, least: int) -> list[Polygon]:
    """Rounded to the written decimals; an islet that this would flatten keeps the finer grid of the source."""
    for decimals in (least, GRID_DECIMALS):
        plain = shapely.transform(polygon, partial(np.round, decimals=decimals))
        if plain.is_valid:
            return [plain]
        snapped = polygons_of(shapely.set_precision(polygon, 10.0**-decimals))
        if found := [part for part in snapped if part.area > MIN_AREA]:
            return found
    raise AssertionError(f"rounding flattened the part at {polygon.centroid}")


def _apart(polygons: list[Polygon]) -> list[Polygon]:
    """Parts of one country that rounding has pushed over each other are joined."""
    if MultiPolygon(polygons).is_valid:
        return polygons
    near = groups(polygons)
    alone = [polygons[group[0]] for group in near if len(group) == 1]
    joined = [shapely.union_all([polygons[i] for i in group], 10.0**-DECIMALS) for group in near if len(group) > 1]
    clear = partial(np.round, decimals=GRID_DECIMALS)  # snapping leaves stray last bits
    return alone + [shapely.transform(part, clear) for whole in joined for part in polygons_of(whole)]
