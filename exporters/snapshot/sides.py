"""Boundary labelling: boxes in two columns beside a map, each tied to its mark, by least total length of lines.

Which column a box stands in is searched; its place in the column is an assignment of boxes to slots, packed as near to
the marks as heights allow. Lines are priced with what they cross or run over, and swapped until nothing is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np

from exporters.snapshot.columns import GAP, pack, stacked
from exporters.snapshot.leaders import Known, Leader, drawn, price, simple, sketched, wrong
from exporters.snapshot.lines import Flags, Path, corners, length
from exporters.snapshot.mend import Orders, changes
from exporters.snapshot.sheet import Points, Rect

_ROOM: Final = 3.0
_BEST: Final = 4
_DESCENT: Final = 40
_STARTS: Final = 3
_MENDS: Final = 4
_DRAWN: Final = 4


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

    `trouble` is what of the price is for crossings and what lines run over, `wrong` whose lines these are.
    """

    rects: tuple[Rect, ...]
    paths: tuple[Path | None, ...]
    price: float
    trouble: float = 0.0
    wrong: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Plan:
    """What is to be settled, with what may not be run over as corners, and for each box which of it is foreign."""

    needs: Sequence[Need]
    room: Room
    barred: Points
    foreign: Sequence[Flags]
    known: Known = field(default_factory=dict)

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
    found.sort(key=lambda one: one.price)
    for one in found[: _STARTS if found[0].trouble else 0]:
        found.append(_mended(plan, one))
        if not found[-1].trouble:
            break
    return min(found, key=lambda one: one.price)


def _mended(plan: Plan, settled: Settled) -> Settled:
    """Boxes swapped and moved until no line is in trouble: of all changes the most promising are drawn."""
    known: set[Orders] = set()
    heights = [need.mark.centre[1] if need.mark else plan.room.left.bottom for need in plan.needs]
    for _ in range(_MENDS):
        tried = changes(_orders(plan, settled.rects), settled.wrong, heights)
        near = [one for one in dict.fromkeys(tried) if one not in known]
        ranked = sorted((_cheap(plan, one), one) for one in near if _holds(plan.needs, plan.room, _division(one)))
        before = settled
        for _, one in ranked[:_DRAWN]:
            known.add(one)
            settled = min(settled, _line(plan, _stood(plan, one), _division(one)), key=lambda way: way.price)
            if not settled.trouble:
                return settled
        if settled is before:
            break
    return settled


def _orders(plan: Plan, rects: Sequence[Rect]) -> Orders:
    order = sorted(range(len(rects)), key=lambda i: (rects[i].y, i))
    right = plan.room.right.x
    return tuple(i for i in order if rects[i].x != right), tuple(i for i in order if rects[i].x == right)


def _division(orders: Orders) -> Division:
    return tuple(i in orders[1] for i in range(len(orders[0]) + len(orders[1])))


def _cheap(plan: Plan, orders: Orders) -> float:
    leaders = plan.leaders(_stood(plan, orders), _division(orders))
    return price(sketched(leaders, plan.room.area, plan.barred), leaders, plan.barred) if leaders else 0.0


def _stood(plan: Plan, orders: Orders) -> list[Rect]:
    """Boxes in the orders given, as near to their marks as that allows."""
    rects = [Rect(0, 0, 0, 0)] * len(plan.needs)
    for order, column in zip(orders, (plan.room.left, plan.room.right), strict=True):
        needs = [plan.needs[i] for i in order]
        middles = np.array([need.mark.centre[1] if need.mark else column.bottom for need in needs])
        tops: list[float] = pack(np.array([need.h for need in needs]), middles, column).tolist() if needs else []
        for i, need, y in zip(order, needs, tops, strict=True):
            rects[i] = Rect(column.x, y, column.w, need.h)
    return rects


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
    return _line(plan, _placed(plan.needs, plan.room, division), division)


def _line(plan: Plan, rects: Sequence[Rect], division: Division) -> Settled:
    """Lines for boxes in their places."""
    leaders = plan.leaders(rects, division)
    if not leaders:
        return Settled(tuple(rects), (None,) * len(rects), 0.0)
    paths = drawn(leaders, plan.room.area, plan.barred, plan.known)
    mine = [i for i, need in enumerate(plan.needs) if need.mark]
    by_box = dict(zip(mine, paths, strict=True))
    total = price(paths, leaders, plan.barred)
    trouble = total - sum(length(path) for path in paths)
    lines = tuple(by_box.get(i) for i in range(len(rects)))
    bad = frozenset(mine[at] for at in np.flatnonzero(wrong(paths, leaders, plan.barred)))
    return Settled(tuple(rects), lines, total, trouble if trouble > 1 else 0.0, bad)


def _placed(needs: Sequence[Need], room: Room, division: Division) -> list[Rect]:
    rects = [Rect(0, 0, 0, 0)] * len(needs)
    for side, column in ((False, room.left), (True, room.right)):
        mine = [i for i, right in enumerate(division) if right == side]
        for i, y in zip(mine, _tops([needs[i] for i in mine], column, room.area), strict=True):
            rects[i] = Rect(column.x, y, column.w, needs[i].h)
    return rects


def _tops(needs: Sequence[Need], column: Rect, area: Rect) -> list[float]:
    if not needs:
        return []
    edge = column.right if column.x < area.x else column.x
    marks = np.array([need.mark.centre if need.mark else (edge, column.bottom) for need in needs])
    return stacked(np.array([need.h for need in needs]), marks, edge, column)
