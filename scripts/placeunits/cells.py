"""Where the units of a country lie: each bit of land belongs to the unit of the nearest town."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from atlas.geo.pacific import to_frame

KM_PER_DEGREE: Final = 111.2
_CELLS: Final = 30_000  # at most about so many bits of land a country
_FINEST: Final = 0.02
_ROUNDS: Final = 40
_ASIDE: Final = 0.3  # degrees from an island to a town that speaks for it


class TownOf(NamedTuple):
    """A town and the units that it lies in."""

    lon: float
    lat: float
    units: tuple[int, ...]


class Extent(NamedTuple):
    """The middle of a unit, on its land, and how far it reaches from there."""

    lon: float
    lat: float
    km: float


def extents(land: BaseGeometry | None, towns: list[TownOf]) -> dict[int, Extent]:
    """Every unit that has a town, with its middle."""
    spots = np.array([(to_frame(town.lon), town.lat) for town in towns])
    squeeze = (math.cos(math.radians(float(spots[:, 1].mean()))), 1)
    tree = shapely.STRtree(shapely.points(spots * squeeze))
    cells = _cells(land, shapely.STRtree(shapely.points(spots))) if land is not None else np.empty((0, 2))
    nearest = tree.query_nearest(shapely.points(cells * squeeze), all_matches=False)[1] if len(cells) else []
    owned: dict[int, list[int]] = {}
    for cell, town in enumerate(nearest):
        for unit in towns[town].units:
            owned.setdefault(unit, []).append(cell)
    settled: dict[int, list[int]] = {}
    for number, town in enumerate(towns):
        for unit in town.units:
            settled.setdefault(unit, []).append(number)
    return {unit: _middle(cells[owned[unit]] if unit in owned else spots[own]) for unit, own in settled.items()}


def middle_of(land: BaseGeometry) -> Extent:
    """The middle of an island."""
    cells = _cells(land)
    return _middle(cells if len(cells) else np.array([land.representative_point().coords[0]]))


def _cells(land: BaseGeometry, towns: shapely.STRtree | None = None) -> np.ndarray:
    """The land as points, evenly spread; islands far from every town are nobody's."""
    step = max(math.sqrt(land.area / _CELLS), _FINEST)
    found = []
    for part in shapely.get_parts(land):
        if towns is not None and not len(towns.query(part, predicate="dwithin", distance=_ASIDE)):
            continue
        west, south, east, north = part.bounds
        xs, ys = np.meshgrid(np.arange(west + step / 2, east, step), np.arange(south + step / 2, north, step))
        shapely.prepare(part)
        inside = shapely.contains_xy(part, xs.ravel(), ys.ravel())
        found.append(np.column_stack([xs.ravel()[inside], ys.ravel()[inside]]))
    return np.concatenate(found) if found else np.empty((0, 2))


def _middle(points: np.ndarray) -> Extent:
    """The point that all others are nearest to, and how far nearly all of them lie from it.

    Not the mean, which lies between islands or on the least of them.
    """
    squeeze = math.cos(math.radians(float(points[:, 1].mean())))
    flat = points * (squeeze, 1)
    middle = flat.mean(axis=0)
    for _ in range(_ROUNDS):
        weights = 1 / np.maximum(np.hypot(*(flat - middle).T), _FINEST)
        middle = (flat * weights[:, None]).sum(axis=0) / weights.sum()
    best = int(np.hypot(*(flat - middle).T).argmin())
    reach = float(np.quantile(np.hypot(*(flat - flat[best]).T), 0.95)) * KM_PER_DEGREE
    lon = (float(points[best][0]) + 180) % 360 - 180
    return Extent(round(lon, 3), round(float(points[best][1]), 3), _told(reach))


def _told(km: float) -> float:
    """Kilometres to two figures, five at least."""
    step = 10 ** max(0, math.floor(math.log10(max(km, 1))) - 1)
    return float(max(round(km / step) * step, 5))


def rolled(units: Iterable[int], parents: dict[int, int]) -> tuple[int, ...]:
    """Units and all that they belong to."""
    found = dict.fromkeys(units)
    for unit in list(found):
        while (unit := parents.get(unit, 0)) and unit not in found:
            found[unit] = None
    return tuple(found)
