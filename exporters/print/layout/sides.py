"""Boundary labelling: boxes in two columns beside a map, each tied to its mark, by least total length of lines.

Which column a box stands in is searched; its place in the column is an assignment of boxes to slots, packed as near to
the marks as heights allow. Lines are priced with what they cross or run over, and swapped until nothing is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final

import numpy as np

from exporters.print.elements.items import Rect
from exporters.print.elements.lines import corners
from exporters.print.layout.columns import GAP, pack, stacked
from exporters.print.layout.labelling import Labelling, Need, Room, Settled, lined
from exporters.print.layout.leaders import Router
from exporters.print.layout.mend import Orders, changes

_ROOM: Final = 3.0
_BEST: Final = 6
_FEW: Final = 7
_DESCENT: Final = 40
_STARTS: Final = 3
_MENDS: Final = 4
_GAIN: Final = 0.9  # as much shorter as lines must be to be worth mending where others need none
_DRAWN: Final = 4


Division = tuple[bool, ...]  # which boxes stand at the right


def fits(heights: Sequence[float], room: Room) -> bool:
    """Whether boxes find room in two columns at all."""
    return _halves(heights, room) is not None


def _halves(heights: Sequence[float], room: Room) -> Division | None:
    """The division that fits and leaves both columns as much room as may be: all sums of heights are tried."""
    sums: dict[int, Division] = {0: ()}
    for high in (round(h + GAP) for h in heights):
        sums = {used + (0 if right else high): (*way, right) for right in (True, False) for used, way in sums.items()}
    whole = sum(round(h + GAP) for h in heights)
    spare = {used: min(room.left.h + GAP - used, room.right.h + GAP - whole + used) for used in sums}
    best = max(spare, key=lambda used: spare[used])
    return sums[best] if spare[best] >= -0.5 else None


def settle(
    needs: Sequence[Need], room: Room, fixed: Sequence[tuple[Need, Rect]] = (), *, mend: bool = True
) -> Settled | None:  # fmt: skip
    """Where boxes stand, those that are `fixed` under the map last; None where the others do not fit two columns."""
    every, barred = [*needs, *(need for need, _ in fixed)], corners(room.barred, _ROOM)
    foreign = np.array([[rect not in need.own and rect != need.mark for rect in room.barred] for need in every], bool)
    task = Labelling(needs, room, Router(room.area, barred, foreign.reshape(len(every), len(barred))), fixed)
    tried = _priced(task, _starts(needs, room))
    if not tried:
        return None
    best = min(tried, key=lambda division: tried[division])
    for _ in range(_DESCENT):
        tried |= _priced(task, (one for one in _near(needs, room, best) if one not in tried))
        better = min(tried, key=lambda division: tried[division])
        if better == best:
            break
        best = better
    ranked = sorted(tried, key=lambda division: tried[division])[:_BEST]
    found = [lined(task, _placed(needs, room, division)) for division in ranked]
    found.sort(key=lambda one: one.rank)
    least = np.inf if found[0].trouble else found[0].price
    bad = sorted((one for one in found if one.trouble and one.price - one.trouble < _GAIN * least), key=_calm)
    for one in bad[: _STARTS if mend else 1]:
        found.append(_mended(task, one))
        if not found[-1].trouble:
            break
    return min(found, key=lambda one: one.rank)


def _calm(settled: Settled) -> float:
    """What it would cost without its trouble."""
    return settled.price - settled.trouble


def _priced(task: Labelling, divisions: Iterable[Division]) -> dict[Division, float]:
    some = list(dict.fromkeys(divisions))
    return dict(zip(some, task.prices(_placed(task.needs, task.room, one) for one in some), strict=True))


def _mended(task: Labelling, settled: Settled) -> Settled:
    """Boxes swapped and moved until no line is in trouble: of all changes the most promising are drawn."""
    known: set[Orders] = set()
    heights = [need.mark.centre[1] if need.mark else task.room.left.bottom for need in task.needs]
    for _ in range(_MENDS):
        rects = settled.rects[: len(task.needs)]
        tried = dict.fromkeys(changes(_orders(task, rects), settled.wrong & {*range(len(rects))}, heights))
        near = [one for one in tried if one not in known and _holds(task.needs, task.room, _division(one))]
        stood = [_stood(task, one) for one in near]
        ranked = sorted(zip(task.prices(stood), near, stood, strict=True))
        before = settled
        for _, one, some in ranked[:_DRAWN]:
            known.add(one)
            settled = min(settled, lined(task, some), key=lambda way: way.rank)
            if not settled.trouble:
                return settled
        if settled is before:
            break
    return settled


def _orders(task: Labelling, rects: Sequence[Rect]) -> Orders:
    order = sorted(range(len(rects)), key=lambda i: (rects[i].y, i))
    right = task.room.right.x
    return tuple(i for i in order if rects[i].x != right), tuple(i for i in order if rects[i].x == right)


def _division(orders: Orders) -> Division:
    return tuple(i in orders[1] for i in range(len(orders[0]) + len(orders[1])))


def _stood(task: Labelling, orders: Orders) -> list[Rect]:
    """Boxes in the orders given, as near to their marks as that allows."""
    rects = [Rect(0, 0, 0, 0)] * len(task.needs)
    for order, column in zip(orders, (task.room.left, task.room.right), strict=True):
        needs = [task.needs[i] for i in order]
        middles = np.array([need.mark.centre[1] if need.mark else column.bottom for need in needs])
        tops: list[float] = pack(np.array([need.h for need in needs]), middles, column).tolist() if needs else []
        for i, need, y in zip(order, needs, tops, strict=True):
            rects[i] = Rect(column.x, y, column.w, need.h)
    return rects


def _starts(needs: Sequence[Need], room: Room) -> Iterator[Division]:
    """Divisions by longitude, so many at the left, and the evenest; of a few boxes all."""
    if len(needs) <= _FEW:
        yield from (one for one in product((False, True), repeat=len(needs)) if _holds(needs, room, one))
        return
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
