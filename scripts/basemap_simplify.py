"""Simplification that keeps every part and never tears neighbours apart."""

from __future__ import annotations

import math
from typing import Final

import shapely
from basemap_topology import GRID_DECIMALS, Parts, polygons_of
from shapely.geometry import Polygon, box

# Visvalingam tolerance in degrees: triangles smaller than its square go.
TOLERANCE: Final = 0.06
# An island of the Indo-Pacific keeps triangles down to this share of its own size, so that atolls keep their shape.
SHARE: Final = 0.12
INDO_PACIFIC: Final = box(30.0, -50.0, 235.0, 50.0)
DECIMALS: Final = 3


def simplify(parts: Parts) -> Parts:
    """All land as one coverage; then islands get back as much shape as fits beside their neighbours."""
    keys = [key for key, polygons in sorted(parts.items()) for _ in polygons]
    polygons = [polygon for _, found in sorted(parts.items()) for polygon in found]
    coarse = _coverage(polygons, TOLERANCE)
    assert len(coarse) == len(polygons), "simplification lost a part"
    out: Parts = {}
    for key, polygon in zip(keys, _with_islands(polygons, coarse), strict=True):
        out.setdefault(key, []).append(_rounded(polygon))
    return out


def _with_islands(polygons: list[Polygon], coarse: list[Polygon]) -> list[Polygon]:
    """The coarse coverage with finer islands, except where a finer island would meet another part."""
    fine = {i: shape for group in groups(polygons) for i, shape in _finer(group, polygons).items()}
    while True:
        mixed = [fine.get(i, shape) for i, shape in enumerate(coarse)]
        met = [i for group in groups(mixed) if len(group) > 1 for i in group if i in fine]
        if not met:
            return mixed
        for i in met:
            del fine[i]


def _finer(group: list[int], polygons: list[Polygon]) -> dict[int, Polygon]:
    """A lone island in our part of the world, simplified in proportion to its size."""
    island = polygons[group[0]]
    tolerance = SHARE * math.sqrt(island.area)
    if len(group) > 1 or tolerance >= TOLERANCE or not INDO_PACIFIC.covers(island):
        return {}
    return {group[0]: _coverage([island], tolerance)[0]}


def _coverage(polygons: list[Polygon], tolerance: float) -> list[Polygon]:
    return [found for shape in shapely.coverage_simplify(polygons, tolerance) for found in polygons_of(shape)]


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


def _rounded(polygon: Polygon) -> Polygon:
    """Rounded to the written decimals; where that would break a ring, the finer grid of the source stays."""
    rounded = shapely.transform(polygon, lambda xy: xy.round(DECIMALS))
    kept = rounded if rounded.is_valid else shapely.transform(polygon, lambda xy: xy.round(GRID_DECIMALS))
    assert kept.is_valid, f"rounding broke the part at {polygon.centroid}"
    return kept
