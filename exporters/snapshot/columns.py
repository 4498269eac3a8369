"""Where boxes stand in one column: apart by the gap, in the order of the least total length of lines."""

from __future__ import annotations

from typing import Final

import numpy as np

from exporters.snapshot.assign import assign
from exporters.snapshot.sheet import Points, Rect

GAP: Final = 9.0
_ROUNDS: Final = 3


def stacked(heights: Points, marks: Points, edge: float, column: Rect) -> list[float]:
    """The tops of boxes: packed, matched to slots, packed again until the order stands; lines begin at `edge`."""
    order = sorted(range(len(heights)), key=lambda i: (marks[i, 1], i))
    tops = pack(heights[order], marks[order, 1], column)
    for _ in range(_ROUNDS):
        middles = tops + heights[order] / 2
        away = np.abs(marks[:, None, 1] - middles[None, :]) - np.maximum(heights[:, None] / 2 - 16, 0)
        slots = assign((np.hypot(marks[:, None, 0] - edge, np.maximum(away, 0)) + 1e-3 * np.abs(away)).tolist())
        again = sorted(order, key=lambda i: slots[i])
        tops = pack(heights[again], marks[again, 1], column)
        if again == order:
            break
        order = again
    found = dict(zip(order, tops.tolist(), strict=True))
    return [found[i] for i in range(len(heights))]


def pack(heights: Points, middles: Points, column: Rect) -> Points:
    """Tops of boxes in the order given, apart by the gap, as near to their middles as may be (isotonic regression)."""
    before = np.concatenate([[0.0], np.cumsum(heights + GAP)[:-1]])
    pools: list[list[float]] = []  # mean and number, from the top
    for wish in middles - heights / 2 - before:
        pools.append([float(wish), 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [[(a * n + b * m) / (n + m), n + m]]
    flat = np.repeat([mean for mean, _ in pools], [int(n) for _, n in pools])
    last = column.bottom - float(heights.sum()) - GAP * (len(heights) - 1)
    return np.asarray(np.clip(flat, column.y, max(last, column.y)) + before)
