"""Where boxes stand in one column: apart by the gap, in the order of the least total length of lines.

Who goes where at the least total cost is the assignment problem, solved by the Hungarian method.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from exporters.print.elements.items import Points, Rect

GAP: Final = 8.0
_ROUNDS: Final = 3
Costs = Sequence[Sequence[float]]


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


def assign(costs: Costs) -> list[int]:
    """The column of every row, each column once, so that the costs add up to the least; no more rows than columns."""
    rows, columns = len(costs), len(costs[0]) if costs else 0
    prices, gains = [0.0] * (columns + 1), [0.0] * (rows + 1)
    owner = [0] * (columns + 1)  # 0 is nobody; rows and columns count from 1
    for row in range(1, rows + 1):
        _enter(row, costs, prices, gains, owner)
    found = {row: column for column, row in enumerate(owner) if column and row}
    return [found[row] - 1 for row in range(1, rows + 1)]


def _enter(row: int, costs: Costs, prices: list[float], gains: list[float], owner: list[int]) -> None:
    """Give one more row a column; others move along the cheapest chain of changes."""
    owner[0], at = row, 0
    least, came = [float("inf")] * len(owner), [0] * len(owner)
    left, done = set(range(1, len(owner))), [0]
    while owner[at]:
        line, gain = costs[owner[at] - 1], gains[owner[at]]
        for column in left:
            price = line[column - 1] - gain - prices[column]
            if price < least[column]:
                least[column], came[column] = price, at
        at = min(left, key=least.__getitem__)
        step = least[at]
        for column in done:
            gains[owner[column]] += step
            prices[column] -= step
        for column in left:
            least[column] -= step
        left.discard(at)
        done.append(at)
    while at:
        owner[at] = owner[came[at]]
        at = came[at]
