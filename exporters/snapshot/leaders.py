"""Lines from boxes to marks: ports that slide, elbows in the gutter, the least price of length, crossings and hits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from exporters.snapshot.lines import Flags, Path, corners, crossed, segments, through
from exporters.snapshot.sheet import Points, Rect

CROSSING: Final = 2_500.0
HIT: Final = 1_200.0
_CORNER: Final = 16.0
_LANES: Final = (7.0, 13.0, 19.0)
_ELBOW: Final = 60.0
_ROUNDS: Final = 4
_BENT: Final = 5


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
            for end in ends[:_BENT]:
                yield (leader.edge, turn[0][1]), *turn, end


def _ends(leader: Leader) -> Iterator[tuple[float, float]]:
    """Points of the mark's edge that a line may end at."""
    mark = leader.mark
    x, y = _facing(leader)
    yield x, y
    for share in (0.2, 0.8):
        yield x, mark.y + share * mark.h
    for share in (0.5, 0.2, 0.8):
        yield mark.x + share * mark.w, mark.y
        yield mark.x + share * mark.w, mark.bottom


def sketched(leaders: Sequence[Leader], area: Rect, barred: Points) -> list[Path]:
    """The straight line of every leader that is best alone: what `drawn` finds, nearly, in a fraction of its time."""
    tried = [list(_straight(leader, area)) for leader in leaders]
    pieces = segments([path for some in tried for path in (line[-2:] for line in some)])
    whose = np.repeat(np.arange(len(leaders)), [len(some) for some in tried])
    foreign = np.array([leader.foreign for leader in leaders])[whose]
    own = through(pieces, corners([leader.mark.shrunk(2) for leader in leaders]))[np.arange(len(whose)), whose]
    hits = (through(pieces, barred) & foreign).sum(axis=1) + own
    costs = np.hypot(*(pieces[:, 2:] - pieces[:, :2]).T) + HIT * hits
    each = np.split(costs, np.flatnonzero(np.diff(whose)) + 1)
    return [some[int(np.argmin(cost))] for some, cost in zip(tried, each, strict=True)]


def _straight(leader: Leader, area: Rect) -> Iterator[Path]:
    yield simple(leader, area)
    room = min(_CORNER, leader.box.h / 2)
    for end in _ends(leader):
        for port in (_port(leader, end[1]), leader.box.y + room, leader.box.bottom - room):
            if port < area.bottom - 2 and (end[0] - leader.edge) * leader.way > 0:
                yield (leader.edge, port), end


def price(paths: Sequence[Path], leaders: Sequence[Leader], barred: Points) -> float:
    """Length, and a penalty for every crossing and everything that is run over; `barred` as corners."""
    pairs, hits = _wrong(paths, leaders, barred)
    pieces = segments(paths)
    total = float(np.hypot(*(pieces[:, 2:] - pieces[:, :2]).T).sum())
    return total + CROSSING * float(np.triu(pairs, 1).sum()) + HIT * float(hits.sum())


def wrong(paths: Sequence[Path], leaders: Sequence[Leader], barred: Points) -> Flags:
    """Which lines cross another or run over something."""
    pairs, hits = _wrong(paths, leaders, barred)
    return np.asarray(pairs.any(axis=1) | (hits > 0))


def _wrong(paths: Sequence[Path], leaders: Sequence[Leader], barred: Points) -> tuple[Flags, Points]:
    """Which lines cross which; how much each runs over."""
    pieces, whose = _pieces(paths)
    pairs = np.zeros((len(paths), len(paths)), dtype=bool)
    np.logical_or.at(pairs, (whose[:, None], whose[None, :]), crossed(pieces, pieces))
    hits = np.zeros((len(paths), len(barred)), dtype=bool)
    np.logical_or.at(hits, whose, through(pieces, barred) & np.array([one.foreign for one in leaders])[whose])
    own = corners([leader.mark.shrunk(2) for leader in leaders])
    inside = np.bincount(whose, through(pieces, own)[np.arange(len(pieces)), whose], len(paths))
    return pairs, hits.sum(axis=1) + inside


class _Tried(NamedTuple):
    """The ways of one line: their pieces, where in them each way begins, what each costs alone."""

    paths: list[Path]
    pieces: Points
    starts: NDArray[np.int_]
    costs: Points

    def only(self, at: int) -> Points:
        """The pieces of one way."""
        end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.pieces)
        return self.pieces[self.starts[at] : end]


Known = dict[tuple[Rect, Rect, int, bytes], _Tried]


def drawn(leaders: Sequence[Leader], area: Rect, barred: Points, known: Known) -> list[Path]:
    """The line of every leader: each takes its cheapest way in turn until none gains; `known` is kept for the next."""
    tried = [_once(leader, area, barred, known) for leader in leaders]
    chosen = [int(np.argmin(one.costs)) for one in tried]
    for _ in range(_ROUNDS):
        before = list(chosen)
        for i, one in enumerate(tried):
            others = [tried[j].only(chosen[j]) for j in range(len(tried)) if j != i]
            chosen[i] = int(np.argmin(one.costs + CROSSING * _crossings(one, others)))
        if chosen == before:
            break
    return [one.paths[at] for one, at in zip(tried, chosen, strict=True)]


def _once(leader: Leader, area: Rect, barred: Points, known: Known) -> _Tried:
    key = (leader.box, leader.mark, leader.way, leader.foreign.tobytes())
    if key not in known:
        known[key] = _tried(leader, area, barred)
    return known[key]


def _tried(leader: Leader, area: Rect, barred: Points) -> _Tried:
    paths = list(dict.fromkeys(_ways(leader, area)))
    foreign, own = barred[leader.foreign], corners([leader.mark.shrunk(2)])
    pieces, whose = _pieces(paths)
    starts = np.flatnonzero(np.diff(whose, prepend=-1))
    over = np.logical_or.reduceat(through(pieces, np.vstack([foreign, own])), starts, axis=0)
    long = np.add.reduceat(np.hypot(*(pieces[:, 2:] - pieces[:, :2]).T), starts)
    bent = np.array([_ELBOW if len(path) > 2 else 0.0 for path in paths])
    return _Tried(paths, pieces, starts, np.asarray(long + bent + HIT * over.sum(axis=1)))


def _crossings(one: _Tried, others: Sequence[Points]) -> Points:
    """How many of the other lines each way would cross."""
    if not others:
        return np.zeros(len(one.paths))
    over = np.logical_or.reduceat(crossed(one.pieces, np.vstack(others)), one.starts, axis=0)
    firsts = np.cumsum([0, *(len(other) for other in others[:-1])])
    return np.asarray(np.logical_or.reduceat(over, firsts, axis=1).sum(axis=1), dtype=np.float64)


def _pieces(tried: Sequence[Path]) -> tuple[Points, NDArray[np.int_]]:
    whose = np.repeat(np.arange(len(tried)), [len(path) - 1 for path in tried])
    return segments(tried), whose
