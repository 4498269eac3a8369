"""Lines on a page: how long they are, which cross, which run through what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from exporters.snapshot.sheet import Points, Rect

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


def crossed(a: Points, b: Points) -> Flags:
    """Which pieces of one set cross which of another, (n, m); to touch with an end is no crossing."""
    p, q = a[:, None, :2], a[:, None, 2:]
    r, s = b[None, :, :2], b[None, :, 2:]
    one = _side(p, q, r) * _side(p, q, s) < 0
    two = _side(r, s, p) * _side(r, s, q) < 0
    return np.asarray(one & two)


def _side(a: Points, b: Points, c: Points) -> Points:
    return (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])


def corners(rects: Sequence[Rect], room: float = 0.0) -> Points:
    """Rectangles as left, top, right, bottom, (n, 4), each larger by `room` on every side."""
    found = [(r.x - room, r.y - room, r.right + room, r.bottom + room) for r in rects]
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def through(pieces: Points, boxes: Points) -> Flags:
    """Which pieces run through which rectangles (left, top, right, bottom), (n, m)."""
    low, high = np.zeros((len(pieces), len(boxes))), np.ones((len(pieces), len(boxes)))
    for axis in (0, 1):
        start, way = pieces[:, axis, None], pieces[:, axis + 2, None] - pieces[:, axis, None]
        way = np.where(np.abs(way) < _LEVEL, _LEVEL, way)
        one, two = (boxes[None, :, axis] - start) / way, (boxes[None, :, axis + 2] - start) / way
        low, high = np.maximum(low, np.minimum(one, two)), np.minimum(high, np.maximum(one, two))
    return np.asarray(low < high)


def crossings(paths: Sequence[Path]) -> int:
    """How many pairs of paths cross."""
    pieces = [segments([path]) for path in paths]
    return sum(bool(crossed(pieces[i], pieces[j]).any()) for i in range(len(paths)) for j in range(i) if len(pieces[i]))
