"""Lines from boxes to marks: ports that slide, elbows in the gutter, the least price of length, crossings and hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from exporters.snapshot.lines import Flags, Path, corners, crossed, length, segments, through
from exporters.snapshot.sheet import Points, Rect

CROSSING: Final = 2_500.0
HIT: Final = 1_200.0
_CORNER: Final = 16.0
_LANES: Final = (7.0, 13.0, 19.0)
_ELBOW: Final = 60.0
_ROUNDS: Final = 4


class Leader(NamedTuple):
    """A line to be: from a box towards a mark, to the right (1) or left (-1), not over what is `foreign`."""

    box: Rect
    mark: Rect
    way: int
    foreign: Flags

    @property
    def edge(self) -> float:
        """Where the line leaves the box."""
        return self.box.right if self.way > 0 else self.box.x


def simple(leader: Leader, area: Rect) -> Path:
    """The most level line: its port as near to the mark's height as the box allows."""
    x, y = _facing(leader)
    port = _port(leader, y)
    if port > area.bottom - 4:
        return ((leader.edge, port), *_bent(leader, area, _LANES[1], area.bottom - 10), (x, y))
    return (leader.edge, port), (x, y)


def _facing(leader: Leader) -> tuple[float, float]:
    mark = leader.mark
    return (mark.x if leader.way > 0 else mark.right), mark.y + mark.h / 2


def _port(leader: Leader, y: float) -> float:
    room = min(_CORNER, leader.box.h / 2)
    return min(max(y, leader.box.y + room), leader.box.bottom - room)


def _bent(leader: Leader, area: Rect, lane: float, y: float) -> Path:
    """An elbow in the gutter: level out of the box, then up or down."""
    x = leader.edge + leader.way * lane
    return (x, _port(leader, y)), (x, y)


def _ways(leader: Leader, area: Rect) -> Iterator[Path]:
    """All lines that are tried, the plainest first."""
    yield simple(leader, area)
    ends = list(_ends(leader))
    room = min(_CORNER, leader.box.h / 2)
    ports = dict.fromkeys([_port(leader, leader.mark.centre[1]), *np.linspace(leader.box.y + room,
                          leader.box.bottom - room, 4).tolist()])  # fmt: skip
    for end in ends:
        for port in ports:
            if port < area.bottom - 2:
                yield (leader.edge, port), end
    top, bottom = area.y + 6, area.bottom - 6
    heights = np.clip(leader.mark.centre[1] + np.array([0, -25, 25, -60, 60, -120, 120, -220, 220]), top, bottom)
    for lane in _LANES:
        for y in dict.fromkeys([*heights.tolist(), bottom, bottom - 8]):
            turn = _bent(leader, area, lane, y)
            for end in ends[:3]:
                yield (leader.edge, turn[0][1]), *turn, end


def _ends(leader: Leader) -> Iterator[tuple[float, float]]:
    """Points of the mark's edge that a line may end at."""
    mark = leader.mark
    yield _facing(leader)
    for share in (0.5, 0.2, 0.8):
        yield mark.x + share * mark.w, mark.y
        yield mark.x + share * mark.w, mark.bottom


def price(paths: Sequence[Path], leaders: Sequence[Leader], barred: Points) -> float:
    """Length, and a penalty for every crossing and everything that is run over; `barred` as corners."""
    pieces, whose = _pieces(paths)
    over = crossed(pieces, pieces)
    pairs = np.zeros((len(paths), len(paths)), dtype=bool)
    np.logical_or.at(pairs, (whose[:, None], whose[None, :]), over)
    hits = np.zeros((len(paths), len(barred)), dtype=bool)
    np.logical_or.at(hits, whose, through(pieces, barred) & np.array([one.foreign for one in leaders])[whose])
    own = corners([leader.mark.shrunk(2) for leader in leaders])
    inside = through(pieces, own)[np.arange(len(pieces)), whose].sum()
    total = float(np.hypot(*(pieces[:, 2:] - pieces[:, :2]).T).sum())
    return total + CROSSING * float(np.triu(pairs, 1).sum()) + HIT * float(hits.sum() + inside)


def drawn(leaders: Sequence[Leader], area: Rect, barred: Points) -> list[Path]:
    """The line of every leader: each takes its cheapest way in turn until none gains."""
    ways = [list(dict.fromkeys(_ways(leader, area))) for leader in leaders]
    costs = [_alone(leader, tried, barred) for leader, tried in zip(leaders, ways, strict=True)]
    chosen = [int(np.argmin(cost)) for cost in costs]
    for _ in range(_ROUNDS):
        before = list(chosen)
        for i, tried in enumerate(ways):
            others = [ways[j][chosen[j]] for j in range(len(ways)) if j != i]
            chosen[i] = int(np.argmin(costs[i] + CROSSING * _crossings(tried, others)))
        if chosen == before:
            break
    return [tried[at] for tried, at in zip(ways, chosen, strict=True)]


def _alone(leader: Leader, tried: Sequence[Path], barred: Points) -> Points:
    foreign = barred[leader.foreign]
    pieces, whose = _pieces(tried)
    own = corners([leader.mark.shrunk(2)])
    hit = np.zeros((len(tried), len(foreign) + 1))
    np.maximum.at(hit, whose, np.hstack([through(pieces, foreign), through(pieces, own)]).astype(float))
    plain = np.array([length(path) + (_ELBOW if len(path) > 2 else 0.0) for path in tried])
    return np.asarray(plain + HIT * hit.sum(axis=1))


def _crossings(tried: Sequence[Path], others: Sequence[Path]) -> Points:
    """How many of the other lines each way would cross."""
    found = np.zeros((len(tried), len(others)))
    pieces, whose = _pieces(tried)
    for column, other in enumerate(others):
        np.maximum.at(found[:, column], whose, crossed(pieces, segments([other])).any(axis=1).astype(float))
    return np.asarray(found.sum(axis=1))


def _pieces(tried: Sequence[Path]) -> tuple[Points, NDArray[np.int_]]:
    whose = np.repeat(np.arange(len(tried)), [len(path) - 1 for path in tried])
    return segments(tried), whose
