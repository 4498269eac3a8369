"""Lines on a page: how long they are, which cross, which run through what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from exporters.print.elements.items import Points, Rect

Path = tuple[tuple[float, float], ...]
_LEVEL: Final = 1e-9
Flags = NDArray[np.bool_]


def segments(paths: Sequence[Path]) -> Points:
    """The straight pieces of some paths, (n, 4)."""
    found = [(*a, *b) for path in paths for a, b in pairwise(path)]
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def length(path: Path) -> float:
    """How long a path is."""
    return float(sum(np.hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(path)))


def crossed(a: Points, b: Points, room: float = 0.0) -> Flags:
    """Which pieces of one set cross which of another, (n, m), or come nearer than `room`; ends may touch."""
    found = _overlapping(_bounds(a, room), _bounds(b))
    i, j = np.nonzero(found)
    p, q, r, s = a[i, :2], a[i, 2:], b[j, :2], b[j, 2:]
    flags = (_side(p, q, r) * _side(p, q, s) < 0) & (_side(r, s, p) * _side(r, s, q) < 0)
    if room:
        for point, start, end in ((p, r, s), (q, r, s), (r, p, q), (s, p, q)):
            flags |= _away(point, start, end) < room**2
    found[i, j] = flags
    return found


def _bounds(pieces: Points, room: float = 0.0) -> Points:
    """Pieces as rectangles, (n, 4), each larger by `room` on every side."""
    low, high = np.minimum(pieces[:, :2], pieces[:, 2:]), np.maximum(pieces[:, :2], pieces[:, 2:])
    return np.hstack([low - room, high + room])


def _overlapping(a: Points, b: Points) -> Flags:
    """Which rectangles of one set meet which of another, (n, m)."""
    across = (a[:, None, 0] <= b[None, :, 2]) & (a[:, None, 2] >= b[None, :, 0])
    return np.asarray(across & (a[:, None, 1] <= b[None, :, 3]) & (a[:, None, 3] >= b[None, :, 1]))


def _side(a: Points, b: Points, c: Points) -> Points:
    return (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])


def _away(point: Points, start: Points, end: Points) -> Points:
    """The square of how far a point is from a piece, row by row."""
    way = end - start
    share = ((point - start) * way).sum(axis=1) / np.maximum((way**2).sum(axis=1), _LEVEL)
    return np.asarray(((start + np.clip(share, 0, 1)[:, None] * way - point) ** 2).sum(axis=1))


def corners(rects: Sequence[Rect], room: float = 0.0) -> Points:
    """Rectangles as left, top, right, bottom, (n, 4), each larger by `room` on every side."""
    found = [(r.x - room, r.y - room, r.right + room, r.bottom + room) for r in rects]
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def through(pieces: Points, boxes: Points) -> Flags:
    """Which pieces run through which rectangles (left, top, right, bottom), (n, m)."""
    found = _overlapping(_bounds(pieces), boxes)
    i, j = np.nonzero(found)
    found[i, j] = passing(pieces[i], boxes[j])
    return found


def passing(pieces: Points, boxes: Points) -> Flags:
    """Which pieces run through their rectangle, row by row."""
    low, high = np.zeros(len(pieces)), np.ones(len(pieces))
    for axis in (0, 1):
        start, way = pieces[:, axis], pieces[:, axis + 2] - pieces[:, axis]
        way = np.where(np.abs(way) < _LEVEL, _LEVEL, way)
        one, two = (boxes[:, axis] - start) / way, (boxes[:, axis + 2] - start) / way
        low, high = np.maximum(low, np.minimum(one, two)), np.minimum(high, np.maximum(one, two))
    return np.asarray(low < high)


def crossings(paths: Sequence[Path]) -> int:
    """How many pairs of paths cross."""
    pieces = [segments([path]) for path in paths]
    return sum(bool(crossed(pieces[i], pieces[j]).any()) for i in range(len(paths)) for j in range(i) if len(pieces[i]))
