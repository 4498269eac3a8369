"""What is to be settled: boxes, rooms, lines; and what one arrangement of them costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exporters.print.elements.items import Rect
from exporters.print.elements.lines import Path
from exporters.print.layout.leaders import LeaderRequest, Router


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

    @property
    def rank(self) -> tuple[bool, float]:
        """Sound ones first, then the cheapest."""
        return self.trouble > 0, self.price


@dataclass(frozen=True)
class Labelling:
    """What is to be settled, and what finds the lines."""

    needs: Sequence[Need]
    room: Room
    router: Router
    fixed: Sequence[tuple[Need, Rect]] = ()

    def prices(self, rects: Iterable[Sequence[Rect]]) -> list[float]:
        """What boxes in their places would cost, nearly."""
        return self.router.prices([self.leaders(some) for some in rects])

    def leaders(self, rects: Sequence[Rect]) -> list[LeaderRequest]:
        """The lines of boxes in their places, those of the boxes under the map last."""
        ways = [-1 if rect.x == self.room.right.x else 1 for rect in rects] + [0] * len(self.fixed)
        needs, places = [*self.needs, *(need for need, _ in self.fixed)], [*rects, *(rect for _, rect in self.fixed)]
        each = enumerate(zip(needs, places, ways, strict=True))
        return [LeaderRequest(rect, need.mark, way, i) for i, (need, rect, way) in each if need.mark]


def lined(task: Labelling, rects: Sequence[Rect]) -> Settled:
    """Lines for boxes in their places."""
    leaders = task.leaders(rects)
    rects = (*rects, *(rect for _, rect in task.fixed))
    if not leaders:
        return Settled(rects, (None,) * len(rects), 0.0)
    drawn = task.router.drawn(leaders)
    paths = {leader.number: path for leader, path in zip(leaders, drawn.paths, strict=True)}
    lines = tuple(paths.get(i) for i in range(len(rects)))
    wrong = frozenset(leaders[at].number for at in drawn.wrong)
    return Settled(rects, lines, drawn.length + drawn.trouble, drawn.trouble, wrong)
