"""Insets: where small islands crowd, a part of the map is drawn larger over the sea."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

import numpy as np

from exporters.print.content.places import Spot
from exporters.print.elements.items import Rect
from exporters.print.elements.lines import corners
from exporters.print.map.map_layout import Inset, Stage

_NEAR: Final = 40.0  # two points with plates may not be nearer
_SAME: Final = 6.0  # and no scale parts those nearer than this
_APART: Final = 80.0
_ZOOM: Final = (2.0, 7.0)
_SHARE: Final = (0.36, 0.4)
_LEAST: Final = (200.0, 170.0)
_SMALL: Final = 150.0
_MOST: Final = 2
_STEP: Final = 14.0
_LAND: Final = 0.02


def with_insets(stage: Stage) -> Stage:
    """The same map, with insets where places crowd on small land and there is open sea to draw it larger."""
    for cluster in list(_clusters(stage))[:_MOST]:
        inset = _inset(stage, cluster)
        if inset is not None:
            stage.insets = (*stage.insets, inset)
    return stage


def _clusters(stage: Stage) -> Iterator[list[Spot]]:
    spots = _small(stage, [spot for spot in stage.inside if not spot.lines])
    groups: list[list[Spot]] = [[spot] for spot in spots]
    for one, other in combinations(spots, 2):
        if np.hypot(*np.subtract(stage.at(one), stage.at(other))) < _NEAR:
            a, b = (next(group for group in groups if spot in group) for spot in (one, other))
            if a is not b:
                groups.remove(b)
                a += b
    yield from sorted((group for group in groups if len(group) > 1), key=lambda group: -len(group))


def _small(stage: Stage, spots: Sequence[Spot]) -> list[Spot]:
    """The places that lie on islands which are small at this scale."""
    ground = stage.ground(stage.projection)
    around = corners([Rect(*stage.at(spot), 0, 0).shrunk(-_SMALL / 2) for spot in spots])
    shares = ground.cover().under(around) / ground.cells_in(_SMALL)
    return [spot for spot, share in zip(spots, shares.tolist(), strict=True) if share < 0.12]


def _inset(stage: Stage, cluster: Sequence[Spot]) -> Inset | None:
    points = np.array([stage.at(spot) for spot in cluster])
    nearest = min(float(np.hypot(*(a - b))) for a, b in combinations(points, 2))
    if nearest < _SAME:
        return None
    area = stage.projection.area
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    around = Rect(left, top, right - left, bottom - top).shrunk(-24)
    zoom = min(_APART / nearest, _ZOOM[1], area.w * _SHARE[0] / around.w, area.h * _SHARE[1] / around.h)
    if zoom < _ZOOM[0]:
        return None
    wide, high = (max(size, least / zoom) for size, least in zip((around.w, around.h), _LEAST, strict=True))
    source = Rect(around.centre[0] - wide / 2, around.centre[1] - high / 2, wide, high)
    rect = _sea(stage, source, wide * zoom, high * zoom)
    return None if rect is None else _enlarged(stage, source, rect, zoom)


def _enlarged(stage: Stage, source: Rect, rect: Rect, zoom: float) -> Inset:
    view = stage.projection
    dx, dy = rect.x + (view.dx - source.x) * zoom, rect.y + (view.dy - source.y) * zoom
    large = replace(view, scale=view.scale * zoom, dx=dx, dy=dy, area=rect)
    keys = frozenset(spot.key for spot in stage.inside if not spot.lines and source.holds(Rect(*stage.at(spot), 0, 0)))
    return Inset("AB"[len(stage.insets)], source, large, keys)


def _sea(stage: Stage, source: Rect, wide: float, high: float) -> Rect | None:
    """The place over open sea nearest to the source, clear of it and of all marks."""
    inner = stage.projection.area.shrunk(12)
    grid = np.meshgrid(np.arange(inner.x, inner.right - wide, _STEP), np.arange(inner.y, inner.bottom - high, _STEP))
    lefts = np.stack(grid, -1).reshape(-1, 2)
    if not len(lefts):
        return None
    rects = np.hstack([lefts, lefts + np.array([wide, high])])
    ground = stage.ground(stage.projection)
    free = ground.cover().under(rects) <= _LAND * ground.cells_in(wide, high)
    free &= ground.cover(stage.brief.shown).under(rects) == 0
    taken = [source.shrunk(-34), *(Rect(*stage.at(spot), 0, 0).shrunk(-44) for spot in stage.inside)]
    taken += [rect for inset in stage.insets for rect in (inset.source.shrunk(-34), inset.view.area.shrunk(-16))]
    for box in corners([*taken, *(rect.shrunk(-16) for rect in stage.barred)]):
        free &= (rects[:, 2] < box[0]) | (rects[:, 0] > box[2]) | (rects[:, 3] < box[1]) | (rects[:, 1] > box[3])
    away = np.hypot(*(lefts + np.array([wide / 2, high / 2]) - np.array(source.centre)).T)
    best = int(np.argmin(np.where(free, away, np.inf)))
    left, top = lefts[best].tolist()
    return Rect(left, top, wide, high) if free[best] else None
