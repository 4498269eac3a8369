"""Boundary labelling: boxes in two columns beside a map, each tied to its mark, by least total length of lines.

Which column a box stands in is searched; its place in the column is an assignment of boxes to slots, packed as near to
the marks as heights allow. Lines are priced with what they cross or run over, and swapped until nothing is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from exporters.snapshot.assign import assign
from exporters.snapshot.leaders import Leader, drawn, price, simple
from exporters.snapshot.lines import Flags, Path, corners, length
from exporters.snapshot.sheet import Points, Rect

GAP: Final = 9.0
_ROUNDS: Final = 3
_ROOM: Final = 3.0
_BEST: Final = 4
_DESCENT: Final = 40


class Need(NamedTuple):
    """A box: how high it is, the mark that its line goes to, and what the line may run over."""

    h: float
    mark: Rect | None
    own: tuple[Rect, ...] = ()


class Room(NamedTuple):
    """Two columns with a map between them; `barred` may not be run over by lines."""

    left: Rect
    right: Rect
    area: Rect
    barred: tuple[Rect, ...] = ()


class Settled(NamedTuple):
    """Where the boxes stand, the lines (None for a box without a mark), and the price of both.

    `trouble` is what of the price is for crossings and what lines run over.
    """

    rects: tuple[Rect, ...]
    paths: tuple[Path | None, ...]
    price: float
    trouble: float = 0.0


@dataclass(frozen=True)
class Plan:
    """What is to be settled, with what may not be run over as corners, and for each box which of it is foreign."""

    needs: Sequence[Need]
    room: Room
    barred: Points
    foreign: Sequence[Flags]

    def leaders(self, rects: Sequence[Rect], division: Division) -> list[Leader]:
        """The lines of boxes in their places."""
        each = zip(self.needs, rects, division, self.foreign, strict=True)
        return [Leader(rect, need.mark, -1 if right else 1, other) for need, rect, right, other in each if need.mark]


Division = tuple[bool, ...]  # which boxes stand at the right


def fits(heights: Sequence[float], room: Room) -> bool:
    """Whether boxes find room in two columns at all."""
    return _halves(heights, room) is not None


def _halves(heights: Sequence[float], room: Room) -> Division | None:
    """A division that fits, the highest boxes first into the emptier column."""
    used, right = [0.0, 0.0], [False] * len(heights)
    for i in sorted(range(len(heights)), key=lambda i: -heights[i]):
        side = int(room.right.h - used[1] > room.left.h - used[0])
        used[side] += heights[i] + GAP
        right[i] = bool(side)
    fit = used[0] <= room.left.h + GAP and used[1] <= room.right.h + GAP
    return tuple(right) if fit else None


def settle(needs: Sequence[Need], room: Room) -> Settled | None:
    """Where boxes stand; None where they do not fit into two columns."""
    plan = Plan(needs, room, corners(room.barred, _ROOM), [_foreign(need, room) for need in needs])
    tried = {division: _rough(plan, division) for division in _starts(needs, room)}
    if not tried:
        return None
    best = min(tried, key=lambda division: tried[division])
    for _ in range(_DESCENT):
        near = [one for one in _near(needs, room, best) if one not in tried]
        tried |= {division: _rough(plan, division) for division in near}
        better = min(tried, key=lambda division: tried[division])
        if better == best:
            break
        best = better
    ranked = sorted(tried, key=lambda division: tried[division])[:_BEST]
    found = [_fine(plan, division) for division in ranked[:1]]
    if found[0].trouble:
        found += [_fine(plan, division) for division in ranked[1:]]
    return min(found, key=lambda one: one.price)


def _starts(needs: Sequence[Need], room: Room) -> Iterator[Division]:
    """Divisions by longitude, so many at the left, and the fullest that fits."""
    middle = room.area.centre
    xs = [need.mark.centre[0] if need.mark else middle[0] for need in needs]
    order = sorted(range(len(needs)), key=lambda i: (xs[i], i))
    for cut in range(len(needs) + 1):
        division = tuple(i in order[cut:] for i in range(len(needs)))
        if _holds(needs, room, division):
            yield division
    full = _halves([need.h for need in needs], room)
    if full is not None:
        yield full


def _near(needs: Sequence[Need], room: Room, division: Division) -> Iterator[Division]:
    """Divisions with one box moved, or two swapped."""
    for i in range(len(needs)):
        moved = (*division[:i], not division[i], *division[i + 1 :])
        if _holds(needs, room, moved):
            yield moved
            continue
        for j in range(len(needs)):
            swapped = (*moved[:j], not moved[j], *moved[j + 1 :])
            if moved[j] == moved[i] and j != i and _holds(needs, room, swapped):
                yield swapped


def _holds(needs: Sequence[Need], room: Room, division: Division) -> bool:
    for side, column in ((False, room.left), (True, room.right)):
        heights = [need.h for need, right in zip(needs, division, strict=True) if right == side]
        if sum(heights) + GAP * (len(heights) - 1) > column.h + 0.5:
            return False
    return True


def _foreign(need: Need, room: Room) -> Flags:
    return np.array([rect not in need.own and rect != need.mark for rect in room.barred], dtype=bool)


def _rough(plan: Plan, division: Division) -> float:
    leaders = plan.leaders(_placed(plan.needs, plan.room, division), division)
    return price([simple(leader, plan.room.area) for leader in leaders], leaders, plan.barred) if leaders else 0.0


def _fine(plan: Plan, division: Division) -> Settled:
    rects = _placed(plan.needs, plan.room, division)
    leaders = plan.leaders(rects, division)
    if not leaders:
        return Settled(tuple(rects), (None,) * len(rects), 0.0)
    paths = drawn(leaders, plan.room.area, plan.barred)
    by_box = dict(zip((i for i, need in enumerate(plan.needs) if need.mark), paths, strict=True))
    total = price(paths, leaders, plan.barred)
    trouble = total - sum(length(path) for path in paths)
    lines = tuple(by_box.get(i) for i in range(len(rects)))
    return Settled(tuple(rects), lines, total, trouble if trouble > 1 else 0.0)


def _placed(needs: Sequence[Need], room: Room, division: Division) -> list[Rect]:
    rects = [Rect(0, 0, 0, 0)] * len(needs)
    for side, column in ((False, room.left), (True, room.right)):
        mine = [i for i, right in enumerate(division) if right == side]
        for i, y in zip(mine, _stacked([needs[i] for i in mine], column, room.area), strict=True):
            rects[i] = Rect(column.x, y, column.w, needs[i].h)
    return rects


def _stacked(needs: Sequence[Need], column: Rect, area: Rect) -> list[float]:
    """The tops of the boxes of one column: packed, matched to slots, packed again until the order stands."""
    if not needs:
        return []
    edge = column.right if column.x < area.x else column.x
    marks = np.array([need.mark.centre if need.mark else (edge, column.bottom) for need in needs])
    heights = np.array([need.h for need in needs])
    order = sorted(range(len(needs)), key=lambda i: (marks[i, 1], i))
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
    return [found[i] for i in range(len(needs))]


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
