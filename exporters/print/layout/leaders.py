"""Lines from boxes to marks: ports that slide, elbows in the gutter, the least price of length, crossings and hits.

A way is four points, port, two turns, end; a straight one turns at its port.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from exporters.print.elements.items import Points, Rect
from exporters.print.elements.lines import Flags, Path, corners, crossed, passing, through

CROSSING: Final = 2_500.0
HIT: Final = 1_200.0
_NEAR: Final = 5.0  # lines that come nearer than this look like one
_CORNER: Final = 16.0
_LANES: Final = (7.0, 13.0, 19.0)
_HEIGHTS: Final = (0, -25, 25, -60, 60, -120, 120, -220, 220)
_ENDS: Final = ((0.0, 0.5), (0.0, 0.2), (0.0, 0.8), (0.5, 0.0), (0.5, 1.0), (0.2, 0.0), (0.2, 1.0), (0.8, 0.0),
                (0.8, 1.0))  # fmt: skip
_BENT: Final = 5  # of the ends, those that lines with an elbow try
_ELBOW: Final = 250.0
_ROUNDS: Final = 4


class LeaderRequest(NamedTuple):
    """A line to be: from a box towards its mark, to the right (1), the left (-1) or up (0); `number` is the box's."""

    box: Rect
    mark: Rect
    way: int
    number: int


class Tried(NamedTuple):
    """The ways of a line (n, 4, 2), what each costs alone, and what of it is for running over something."""

    ways: Points
    costs: Points
    hits: Points


class Drawn(NamedTuple):
    """The lines of some leaders, their length and elbows, what crossings and hits cost, and which are in trouble."""

    paths: list[Path]
    length: float
    trouble: float
    wrong: list[int]


class Router:
    """Finds lines on one page, clear of what is `barred` (corners) where that is `foreign` to a box (boxes, barred)."""

    def __init__(self, area: Rect, barred: Points, foreign: Flags) -> None:
        self.area, self.barred, self.foreign = area, barred, foreign
        self.known: dict[LeaderRequest, Tried] = {}
        self.plain: dict[LeaderRequest, tuple[Points, float]] = {}

    def prices(self, groups: Sequence[Sequence[LeaderRequest]]) -> list[float]:
        """What each group of lines costs when each takes the straight way that is best alone."""
        new = [one for one in dict.fromkeys(one for group in groups for one in group) if one not in self.plain]
        tried = [_straight(one, self.area) for one in new]
        for leader, found in zip(new, self._weighed(new, tried), strict=True):
            best = int(np.argmin(found.costs))
            self.plain[leader] = found.ways[best], float(found.costs[best])
        return [self._price(group) for group in groups]

    def _price(self, group: Sequence[LeaderRequest]) -> float:
        if not group:
            return 0.0
        ways = np.stack([self.plain[leader][0] for leader in group])
        return sum(self.plain[leader][1] for leader in group) + CROSSING * float(_pairs(ways).sum()) / 2

    def drawn(self, leaders: Sequence[LeaderRequest]) -> Drawn:
        """The line of every leader: each takes its cheapest way in turn until none gains."""
        new = [leader for leader in leaders if leader not in self.known]
        self.known |= zip(new, self._weighed(new, [_all(leader, self.area) for leader in new]), strict=True)
        tried = [self.known[leader] for leader in leaders]
        chosen = [int(np.argmin(one.costs)) for one in tried]
        for _ in range(_ROUNDS):
            before = list(chosen)
            for i, one in enumerate(tried):
                others = np.stack([other.ways[at] for other, at in zip(tried, chosen, strict=True)])
                chosen[i] = _best(one, chosen[i], np.delete(others, i, axis=0))
            if chosen == before:
                break
        return _told(tried, chosen)

    def _weighed(self, leaders: Sequence[LeaderRequest], tried: Sequence[Points]) -> list[Tried]:
        """Ways with their costs, those of all leaders at once."""
        if not leaders:
            return []
        counts = [len(ways) for ways in tried]
        ways, whose = np.concatenate(tried), np.repeat(np.arange(len(leaders)), counts)
        pieces = _pieces(ways)
        over = through(pieces, self.barred).reshape(len(ways), 3, -1).any(axis=1)
        over &= self.foreign[[leader.number for leader in leaders]][whose]
        own = corners([leader.mark.shrunk(2) for leader in leaders])[whose]
        hits = over.sum(axis=1) + passing(pieces, np.repeat(own, 3, axis=0)).reshape(-1, 3).any(axis=1)
        bent = np.where((ways[:, 1] != ways[:, 0]).any(axis=1), _ELBOW, 0.0)
        costs = _lengths(ways) + bent + HIT * hits
        cuts = np.cumsum(counts)[:-1]
        return [Tried(*some) for some in zip(*(np.split(part, cuts) for part in (ways, costs, hits)), strict=True)]


def _best(one: Tried, now: int, others: Points) -> int:
    """The way that is cheapest with the others as they are."""
    if not len(others):
        return now
    if now == np.argmin(one.costs) and not _met(one.ways[now : now + 1], others).any():
        return now
    return int(np.argmin(one.costs + CROSSING * _met(one.ways, others).sum(axis=1)))


def _met(ways: Points, others: Points) -> Flags:
    """Which ways cross which, (n, m)."""
    found = crossed(_pieces(ways), _pieces(others), _NEAR)
    return np.asarray(found.reshape(len(ways), 3, len(others), 3).any(axis=(1, 3)))


def _pairs(ways: Points) -> Flags:
    found = _met(ways, ways)
    np.fill_diagonal(found, False)
    return found


def _told(tried: Sequence[Tried], chosen: Sequence[int]) -> Drawn:
    ways = np.stack([one.ways[at] for one, at in zip(tried, chosen, strict=True)])
    hits = np.array([one.hits[at] for one, at in zip(tried, chosen, strict=True)])
    pairs, costs = _pairs(ways), sum(float(one.costs[at]) for one, at in zip(tried, chosen, strict=True))
    wrong = np.flatnonzero(pairs.any(axis=1) | (hits > 0)).tolist()
    paths = [tuple(dict.fromkeys(map(tuple, way.tolist()))) for way in ways]
    bad = HIT * float(hits.sum())
    return Drawn(paths, costs - bad, bad + CROSSING * float(pairs.sum()) / 2, wrong)


def _pieces(ways: Points) -> Points:
    return np.concatenate([ways[:, :-1], ways[:, 1:]], axis=2).reshape(-1, 4)


def _lengths(ways: Points) -> Points:
    return np.asarray(np.hypot(*np.diff(ways, axis=1).transpose(2, 0, 1)).sum(axis=1))


def _ends(leader: LeaderRequest) -> Points:
    """Points of the mark's edge that a line may end at, the nearest side first."""
    mark, shares = leader.mark, np.array(_ENDS)
    if leader.way < 0:
        shares[:3, 0] = 1.0
    if leader.way == 0:
        shares = shares[:, ::-1] * (1, -1) + (0, 1)
    return np.asarray(shares * (mark.w, mark.h) + (mark.x, mark.y))


def _straight(leader: LeaderRequest, area: Rect, more: int = 0) -> Points:
    """Lines without an elbow: level (or upright) where the box allows, from its corners, and `more` ports between."""
    ends, box, up = _ends(leader), leader.box, leader.way == 0
    low, high = (box.x, box.right) if up else (box.y, box.bottom)
    room = min(_CORNER, (high - low) / 2)
    fixed = np.linspace(low + room, high - room, 2 + more)
    level = np.clip(ends[:, 0 if up else 1], low + room, high - room)
    along = np.column_stack([level, np.tile(fixed, (len(ends), 1))]).ravel()
    edge = np.full(len(along), box.y if up else _edge(leader))
    ports = np.column_stack([along, edge] if up else [edge, along])
    ways = _way(ports, ports, ports, np.repeat(ends, 3 + more, axis=0))
    ahead = (ways[:, 3] - ways[:, 0])[:, 1 if up else 0] * (leader.way or -1) > 0
    ways = ways[ahead & (up | (ports[:, 1] < area.bottom - 2))]
    return ways if len(ways) or up else _bent(leader, area, _LANES[1:2], np.array([area.bottom - 10]), ends[:1])


def _all(leader: LeaderRequest, area: Rect) -> Points:
    """All lines that are tried."""
    if leader.way == 0:
        return _straight(leader, area, 6)
    heights = leader.mark.centre[1] + np.array(_HEIGHTS)
    heights = np.clip(np.concatenate([heights, [area.bottom - 6, area.bottom - 14]]), area.y + 6, area.bottom - 6)
    return np.concatenate([_straight(leader, area, 2), _bent(leader, area, _LANES, heights, _ends(leader)[:_BENT])])


def _bent(leader: LeaderRequest, area: Rect, lanes: Sequence[float], heights: Points, ends: Points) -> Points:
    """Lines with an elbow in the gutter: level out of the box, then up or down, then to the mark."""
    grid = np.meshgrid(lanes, heights, np.arange(len(ends)), indexing="ij")
    lane, y, end = (part.ravel() for part in grid)
    room = min(_CORNER, leader.box.h / 2)
    port = np.clip(y, leader.box.y + room, leader.box.bottom - room)
    edge, x = np.full(len(y), _edge(leader)), _edge(leader) + leader.way * lane
    return _way(*(np.column_stack(pair) for pair in ((edge, port), (x, port), (x, y))), ends[end.astype(np.int_)])


def _way(*points: Points) -> Points:
    return np.stack(points, axis=1)


def _edge(leader: LeaderRequest) -> float:
    return leader.box.right if leader.way > 0 else leader.box.x
