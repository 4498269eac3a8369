"""Where boxes stand round a map: near what they are about, off the marks and each other, lines short and uncrossed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from exporters.snapshot.placing import nearest
from exporters.snapshot.sheet import Points, Rect

_STEP: Final = 6.0
_ROOM: Final = 7.0
_ROOMY: Final = 3
_KEPT: Final = 90
_ROUNDS: Final = 3
_PATIENCE: Final = 250
Segments = NDArray[np.float64]


class Block(NamedTuple):
    """A box to place: its size, the places it is tied to, where it would like to be, and what leaving costs."""

    w: float
    h: float
    targets: tuple[tuple[float, float], ...]
    home: tuple[float, float]


class Slot(NamedTuple):
    """Where a box stands, and the lines from its edge to its places (n, 4)."""

    rect: Rect
    leaders: Segments


def place_boxes(blocks: Sequence[Block], area: Rect, marks: Sequence[Rect]) -> list[Slot] | None:
    """A place for every box, in the order given; None where they do not all fit. Then all choose again, and swap."""
    slots = _settle(blocks, area, marks)
    if slots is None:
        return None
    for _ in range(_ROUNDS):
        before = {i: slot.rect for i, slot in slots.items()}
        for i in range(len(blocks)):
            others = [slot for j, slot in slots.items() if j != i]
            slots[i] = _choose(blocks[i], area, marks, others, _KEPT) or slots[i]
        _swap_all(blocks, area, marks, slots)
        if before == {i: slot.rect for i, slot in slots.items()}:
            break
    return [slots[i] for i in range(len(blocks))]


def _swap_all(blocks: Sequence[Block], area: Rect, marks: Sequence[Rect], slots: dict[int, Slot]) -> None:
    """Let two boxes change places where both fit and the lines become shorter."""
    for i, j in combinations(range(len(blocks)), 2):
        a, b = _at(blocks[i], slots[j].rect), _at(blocks[j], slots[i].rect)
        now = _cost(blocks[i], slots[i].rect) + _cost(blocks[j], slots[j].rect)
        if _cost(blocks[i], a) + _cost(blocks[j], b) > now - 12 or not (area.holds(a) and area.holds(b)):
            continue
        taken = [*marks, *(slot.rect for k, slot in slots.items() if k not in (i, j))]
        if not a.meets(b, _ROOM) and not any(rect.meets(other, _ROOM) for rect in (a, b) for other in taken):
            slots[i], slots[j] = (Slot(r, leaders_of(r, blocks[k].targets)) for r, k in ((a, i), (b, j)))


def _at(block: Block, rect: Rect) -> Rect:
    x, y = rect.centre
    return Rect(x - block.w / 2, y - block.h / 2, block.w, block.h)


def _cost(block: Block, rect: Rect) -> float:
    return float(_distance(np.array([[rect.x, rect.y]]), block)[0])


def _settle(blocks: Sequence[Block], area: Rect, marks: Sequence[Rect]) -> dict[int, Slot] | None:
    """A first place for every box; one that finds none turns out those in its way, which then look again."""
    queue, slots, pushed = list(range(len(blocks))), dict[int, Slot](), [0] * len(blocks)
    for _ in range(_PATIENCE):
        if not queue:
            return slots
        i = queue.pop(0)
        slot = _choose(blocks[i], area, marks, list(slots.values()), 1)
        if slot is None:
            slot, out = _push(blocks[i], area, marks, slots, pushed)
            for j in out:
                del slots[j]
                pushed[j] += 1
            queue = [*sorted(out, key=lambda j: -blocks[j].w * blocks[j].h), *queue]
            if slot is None:
                return None
        slots[i] = slot
    return None


def _push(
    block: Block, area: Rect, marks: Sequence[Rect], slots: dict[int, Slot], pushed: Sequence[int]
) -> tuple[Slot | None, list[int]]:
    """The place that turns out least: large boxes, and those turned out before, weigh more."""
    corners = _free(block, area, marks)
    if not len(corners):
        return None, []
    cost = _distance(corners, block) * 0.3
    for j, slot in slots.items():
        rect = slot.rect
        across = (corners[:, 0] + block.w + _ROOM > rect.x) & (corners[:, 0] < rect.right + _ROOM)
        down = (corners[:, 1] + block.h + _ROOM > rect.y) & (corners[:, 1] < rect.bottom + _ROOM)
        cost = cost + (across & down) * (rect.w * rect.h / 400 + 60.0) * (1 + pushed[j])
    x, y = corners[int(np.argmin(cost))]
    found = Rect(float(x), float(y), block.w, block.h)
    out = [j for j, slot in slots.items() if slot.rect.meets(found, _ROOM)]
    return Slot(found, leaders_of(found, block.targets)), out


def _choose(block: Block, area: Rect, marks: Sequence[Rect], others: Sequence[Slot], kept: int) -> Slot | None:
    """The best of the `kept` nearest free places; with 1 it is simply the nearest."""
    corners = _free(block, area, [*marks, *(slot.rect for slot in others)])
    if not len(corners):
        return None
    away = _distance(corners, block)
    keep = np.argsort(away, kind="stable")[:kept]
    costs = (
        [(away[k] + _tangle(corners[k], block, marks, others), int(k)) for k in keep] if kept > 1 else [(0.0, keep[0])]
    )
    x, y = corners[min(costs)[1]]
    rect = Rect(float(x), float(y), block.w, block.h)
    return Slot(rect, leaders_of(rect, block.targets))


def _free(block: Block, area: Rect, taken: Sequence[Rect]) -> Points:
    """The grid's corners (x, y) at which a box would touch nothing."""
    xs = np.arange(area.x, area.right - block.w + 0.01, _STEP)
    ys = np.arange(area.y, area.bottom - block.h + 0.01, _STEP)
    free = np.ones((len(ys), len(xs)), dtype=bool)
    for rect in taken:
        across = (xs + block.w + _ROOM > rect.x) & (xs < rect.right + _ROOM)
        down = (ys + block.h + _ROOM > rect.y) & (ys < rect.bottom + _ROOM)
        free[np.ix_(down, across)] = False
    rows, columns = np.nonzero(free)
    return np.column_stack([xs[columns], ys[rows]])


def has_room(block: Block, area: Rect, marks: Sequence[Rect]) -> bool:
    """Whether a box fits anywhere between the marks."""
    return len(_free(block, area, marks)) > _ROOMY


def _distance(corners: Points, block: Block) -> NDArray[np.float64]:
    """How far a box would be from its places, in units, the mean over all; from home a little."""
    total = np.zeros(len(corners))
    for x, y in block.targets:
        dx = np.maximum(np.maximum(corners[:, 0] - x, x - corners[:, 0] - block.w), 0)
        dy = np.maximum(np.maximum(corners[:, 1] - y, y - corners[:, 1] - block.h), 0)
        total += np.hypot(dx, dy)
    middle = corners + np.array([block.w / 2, block.h / 2])
    home = np.hypot(middle[:, 0] - block.home[0], middle[:, 1] - block.home[1])
    return np.asarray(total / max(1, len(block.targets)) + home * (0.25 if block.targets else 1.0))


def leaders_of(rect: Rect, targets: Sequence[tuple[float, float]]) -> Segments:
    """A straight line from the nearest edge of a box to each of its places."""
    inner = rect.shrunk(8)
    lines = [(*nearest(inner, x, y), x, y) for x, y in targets]
    return np.array([_edge(rect, line) for line in lines]).reshape(-1, 4)


def _edge(rect: Rect, line: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x, y, to_x, to_y = line
    if to_x < rect.x or to_x > rect.right:
        x = rect.x if to_x < rect.x else rect.right
    if to_y < rect.y or to_y > rect.bottom:
        y = rect.y if to_y < rect.y else rect.bottom
    return x, y, to_x, to_y


def _tangle(corner: Points, block: Block, marks: Sequence[Rect], others: Sequence[Slot]) -> float:
    """What crossings cost: lines over lines, lines through boxes, lines through marks."""
    rect = Rect(float(corner[0]), float(corner[1]), block.w, block.h)
    mine = leaders_of(rect, block.targets)
    theirs = np.vstack([slot.leaders for slot in others]) if others else np.zeros((0, 4))
    boxes = [slot.rect for slot in others]
    cost = 220.0 * crossings(mine, theirs)
    cost += 500.0 * _through(mine, boxes) + 500.0 * _through(theirs, [rect.shrunk(-4)])
    return cost + 60.0 * (_through(mine, marks) - len(block.targets))


def crossings(a: Segments, b: Segments) -> int:
    """How many pairs of lines of two sets cross."""
    return int(_crossed(a, b).sum()) if len(a) and len(b) else 0


def _crossed(a: Segments, b: Segments) -> NDArray[np.bool_]:
    p, q = a[:, None, :2], a[:, None, 2:]
    r, s = b[None, :, :2], b[None, :, 2:]
    one = _side(p, q, r) * _side(p, q, s) < 0
    two = _side(r, s, p) * _side(r, s, q) < 0
    return np.asarray(one & two)


def _side(a: Points, b: Points, c: Points) -> Points:
    return (b[..., 0] - a[..., 0]) * (c[..., 1] - a[..., 1]) - (b[..., 1] - a[..., 1]) * (c[..., 0] - a[..., 0])


def _through(lines: Segments, rects: Sequence[Rect]) -> int:
    """How often lines run through rectangles."""
    if not len(lines) or not rects:
        return 0
    falling = [(rect.x, rect.y, rect.right, rect.bottom) for rect in rects]
    rising = [(rect.x, rect.bottom, rect.right, rect.y) for rect in rects]
    return int((_crossed(lines, np.array(falling)) | _crossed(lines, np.array(rising))).sum())
