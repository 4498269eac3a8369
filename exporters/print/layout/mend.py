"""Small changes to the order of boxes in two columns, for lines that an assignment has left crossed or over a mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

Order = tuple[int, ...]
Orders = tuple[Order, Order]  # boxes of the left and of the right column, from the top


def changes(orders: Orders, boxes: Set[int], heights: Sequence[float]) -> Iterator[Orders]:
    """One of some boxes put into any other place, or swapped with another; `heights` are those of the marks."""
    for box in sorted(boxes):
        yield from _put(orders, box)
        for side in orders:
            for other in side:
                if other != box:
                    yield _swapped(orders, box, other, heights)


def _put(orders: Orders, box: int) -> Iterator[Orders]:
    left, right = _without(orders, {box})
    for at in range(len(left) + 1):
        yield (*left[:at], box, *left[at:]), right
    for at in range(len(right) + 1):
        yield left, (*right[:at], box, *right[at:])


def _swapped(orders: Orders, one: int, other: int, heights: Sequence[float]) -> Orders:
    """In one column each takes the other's place; across the map each goes where its mark's height says."""
    if (one in orders[0]) == (other in orders[0]):
        turned = {one: other, other: one}
        left, right = (tuple(turned.get(box, box) for box in side) for side in orders)
        return left, right
    west, east = (one, other) if one in orders[1] else (other, one)
    left, right = _without(orders, {one, other})
    return _sorted_in(left, west, heights), _sorted_in(right, east, heights)


def _without(orders: Orders, boxes: Set[int]) -> Orders:
    left, right = (tuple(box for box in side if box not in boxes) for side in orders)
    return left, right


def _sorted_in(side: Order, box: int, heights: Sequence[float]) -> Order:
    at = sum(heights[other] < heights[box] for other in side)
    return (*side[:at], box, *side[at:])
