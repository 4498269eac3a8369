"""Who goes where at the least total cost: the assignment problem, by the Hungarian method."""

from __future__ import annotations

from collections.abc import Sequence

Costs = Sequence[Sequence[float]]


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
