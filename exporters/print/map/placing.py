"""Where marks and names stand: each tries places near its point, the cheapest that is free; the most cramped first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from exporters.print.elements.items import Points, Rect
from exporters.print.elements.lines import Flags, Path, corners, crossed, through
from exporters.print.map.land import Cover

NEAR: Final = 45.0
_ROOM: Final = 4.0
_ROUNDS: Final = 3
_STEP: Final = (9.0, 7.0)
_GAPS: Final = (3.0, 10.0, 18.0, 28.0, 40.0)
_OFF_LAND: Final = 45.0
_HIDING: Final = 80.0


class MarkPlace(NamedTuple):
    """Where a thing stands, and the tie to its point if it needs one."""

    rect: Rect
    tie: Path | None


class Ways(NamedTuple):
    """Places that a thing may take: corners (n, 4), what each costs, and the tie of each to its point (n, 4)."""

    rects: Points
    costs: Points
    ties: Points


def fixed(x: float, y: float, w: float, h: float) -> Ways:
    """The one place of what stands where it is."""
    return _ways(np.array([[x, y]]), w, h, x, y, np.zeros(1))


def along(points: Points, w: float, h: float) -> Ways:
    """Places on a line, the first the best."""
    half = np.array([w / 2, h / 2])
    return Ways(
        np.hstack([points - half, points + half]), np.arange(0.0, 3.0 * len(points), 3.0), np.hstack([points, points])
    )


def _ways(middles: Points, w: float, h: float, x: float, y: float, costs: Points) -> Ways:
    rects = np.hstack([middles - (w / 2, h / 2), middles + np.array([w / 2, h / 2])])
    near = np.clip(np.array([x, y]), rects[:, :2], rects[:, 2:])
    return Ways(rects, costs, np.hstack([near, np.broadcast_to([x, y], near.shape)]))


def plates(
    x: float, y: float, w: float, h: float, land: Cover | None, foreign: Sequence[tuple[Cover, float]] = (),
    far: float = NEAR, *, hiding: bool = True,
) -> Ways:  # fmt: skip
    """Places of a country's plate: on its land, at its point, or at most `far` away with a tie; `foreign` land costs.

    Without `hiding`, none that is larger than its country stands over that.
    """
    grain = max(1.0, far / NEAR / 1.5)
    dx, dy = (np.arange(0, half + far, step * grain) for half, step in ((w / 2, _STEP[0]), (h / 2, _STEP[1])))
    dx, dy = (np.concatenate([-values[:0:-1], values]) for values in (dx, dy))
    middles = np.stack(np.meshgrid(x + dx, y + dy), axis=-1).reshape(-1, 2)
    if land is not None:
        middles = np.vstack([middles, land.points()])
    away = np.maximum(np.abs(middles - (x, y)) - (w / 2, h / 2), 0)
    gap = np.hypot(*away.T)
    costs = 0.4 * np.hypot(*(middles - (x, y)).T) + np.where(gap > 0, 25 + 1.2 * gap, 0)
    found = _ways(middles, w, h, x, y, costs)
    home = np.zeros(len(middles), bool) if land is None else land.under(found.rects) > 0
    if land is not None and not hiding and 0 < land.cells.sum() < w * h / land.cell**2:
        costs, home = costs + _HIDING * np.minimum(home, 1), home & False
    costs = costs + np.where(home, 0.0, _OFF_LAND)
    for cover, cost in foreign:
        costs = costs + np.where(cover.under(found.rects) > 0, cost, 0.0)
    ties = np.where(home[:, None], found.ties[:, [2, 3, 2, 3]], found.ties)
    keep = (gap <= far) | home
    return Ways(found.rects[keep], costs[keep], ties[keep])


def edges(x: float, y: float, w: float, h: float, area: Rect) -> Ways:
    """Places at the edge of an area, towards a point outside."""
    inner = area.shrunk(6)
    at = np.array([np.clip(x, inner.x + w / 2, inner.right - w / 2), np.clip(y, inner.y + h / 2, inner.bottom - h / 2)])
    slide = np.arange(-12, 13) * (h + 8)
    along = np.array([0.0, 1.0]) if not area.x <= x <= area.right else np.array([1.0, 0.0])
    middles = at + slide[:, None] * along
    found = _ways(middles, w, h, 0, 0, np.abs(slide))
    return found._replace(ties=found.rects[:, [0, 1, 0, 1]])


def beside(x: float, y: float, w: float, h: float, reach: tuple[float, float], far: float = NEAR) -> Ways:
    """Places of a name round a symbol that is `reach` wide and high to each side, the nearest first."""
    middles, costs = [], []
    for gap in (gap for gap in _GAPS if gap <= far):
        across, down = reach[0] + gap + w / 2, reach[1] + gap + h / 2
        some = [(across, 0), (-across, 0), (0, down), (0, -down), (across, -h / 2), (-across, -h / 2), (across, h / 2),
                (-across, h / 2), (w / 3, down), (-w / 3, down), (w / 3, -down), (-w / 3, -down)]  # fmt: skip
        middles += some
        costs += [2.5 * gap + rank * 1.5 for rank in range(len(some))]
    return _ways(np.array(middles) + np.array([x, y]), w, h, x, y, np.array(costs))


def clear(ways: Ways, points: Sequence[Rect]) -> Ways:
    """Without the places that would cover somebody else's point."""
    keep = ~_over(ways.rects, corners(points)).any(axis=1)
    return Ways(ways.rects[keep], ways.costs[keep], ways.ties[keep])


def nearest(ways: Ways, own: Rect, others: Sequence[Rect]) -> Ways:
    """Without the places that are nearer to another mark than to their own."""
    far = _away(ways.rects, corners([own, *others]))
    keep = far[:, 0] <= far[:, 1:].min(axis=1, initial=np.inf)
    return Ways(ways.rects[keep], ways.costs[keep], ways.ties[keep])


def _away(a: Points, b: Points) -> Points:
    """How far rectangles of one set are from those of another, (n, m)."""
    x = np.maximum(a[:, None, 0] - b[None, :, 2], b[None, :, 0] - a[:, None, 2])
    y = np.maximum(a[:, None, 1] - b[None, :, 3], b[None, :, 1] - a[:, None, 3])
    return np.asarray(np.hypot(np.maximum(x, 0), np.maximum(y, 0)))


def choose(
    ways: Sequence[Ways], area: Rect, taken: Sequence[Rect], lines: Sequence[Points], ties: Points | None = None,
    weights: Sequence[int] = (),
) -> list[MarkPlace | None]:  # fmt: skip
    """A place for each, none over another, over `taken` or over its `lines`; None where there is none.

    Those of more weight come first, of the same weight the most cramped; what cannot move comes before all.

    With `ties`, those that are there already, each thing is tied to its point, and no tie crosses another.
    """
    tied = ties is not None
    blocked = corners(taken, _ROOM)
    open_ = [_free(one, area, blocked, some, ties) for one, some in zip(ways, lines, strict=True)]
    chosen: list[int | None] = [None] * len(ways)
    weighed = weights or [0] * len(ways)
    order = sorted(range(len(ways)), key=lambda i: (len(ways[i].costs) > 1, -weighed[i], int(open_[i].sum()), i))
    for _ in range(_ROUNDS):
        before = list(chosen)
        for i in order:
            others = [(ways[j], k) for j, k in enumerate(chosen) if k is not None and j != i]
            chosen[i] = _cheapest(ways[i], open_[i], others, tied)
        if before == chosen:
            break
    return [None if k is None else _place(one, k) for one, k in zip(ways, chosen, strict=True)]


def _place(ways: Ways, at: int) -> MarkPlace:
    left, top, right, bottom = ways.rects[at].tolist()
    x1, y1, x2, y2 = ways.ties[at].tolist()
    tied = abs(x2 - x1) + abs(y2 - y1) > 2
    return MarkPlace(Rect(left, top, right - left, bottom - top), ((x1, y1), (x2, y2)) if tied else None)


def _free(ways: Ways, area: Rect, blocked: Points, lines: Points, ties: Points | None) -> Flags:
    rects = ways.rects
    inside = (rects[:, 0] >= area.x) & (rects[:, 2] <= area.right)
    inside &= (rects[:, 1] >= area.y) & (rects[:, 3] <= area.bottom)
    free: Flags = inside
    free[inside] &= ~_over(rects[inside], blocked).any(axis=1)
    if ties is not None:
        free[free] &= ~crossed(ways.ties[free], ties).any(axis=1)
        some = free & (np.abs(ways.ties[:, 2:] - ways.ties[:, :2]).sum(axis=1) > 2)
        free[some] &= ~through(ways.ties[some], _off(ways, blocked)).any(axis=1)
    if len(lines):
        free[free] &= ~through(lines, rects[free] + np.array([-3, -3, 3, 3])).any(axis=0)
    return free


def _off(ways: Ways, rects: Points) -> Points:
    """Those that do not lie over the point itself, where every tie has to end: near it without the room round them."""
    point = ways.ties[0, [2, 3, 2, 3]] if len(ways.ties) else np.zeros(4)
    close = _over(rects, point[None]).ravel()
    bare = rects[close] + np.array([_ROOM, _ROOM, -_ROOM, -_ROOM])
    return np.vstack([rects[~close], bare[~_over(bare, point[None]).ravel()]])


def _over(a: Points, b: Points) -> Flags:
    across = (a[:, None, 0] < b[None, :, 2]) & (a[:, None, 2] > b[None, :, 0])
    return np.asarray(across & (a[:, None, 1] < b[None, :, 3]) & (a[:, None, 3] > b[None, :, 1]))


def _cheapest(ways: Ways, free: Flags, others: Sequence[tuple[Ways, int]], tied: bool) -> int | None:
    free = free.copy()
    if others:
        rects = np.array([one.rects[k] for one, k in others]) + np.array([-_ROOM, -_ROOM, _ROOM, _ROOM])
        free[free] &= ~_over(ways.rects[free], rects).any(axis=1)
        if tied:
            ties = np.array([one.ties[k] for one, k in others])
            mine = ways.ties[free]
            clash = through(mine, _off(ways, rects)).any(axis=1) | through(ties, ways.rects[free]).any(axis=0)
            free[free] = ~(clash | crossed(mine, ties).any(axis=1))
    costs: NDArray[np.float64] = np.where(free, ways.costs, np.inf)
    best = int(np.argmin(costs)) if len(costs) else 0
    return best if len(costs) and np.isfinite(costs[best]) else None
