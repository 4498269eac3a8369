"""Puts marks and the names beside them where they belong, before any line is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from shapely import LineString

from exporters.print.content.places import Spot, merged
from exporters.print.elements.items import Points, Rect, Words
from exporters.print.elements.lines import segments
from exporters.print.map import placing
from exporters.print.map.labels import Wish, label, scale_bar
from exporters.print.map.map_layout import NONE, Placed, Stage, beads, corner, renamed, route_segments
from exporters.print.map.marks import Mark, mark_of
from exporters.print.map.placing import MarkPlace
from exporters.print.map.projection import Projection

_APART: Final = {"boxes": 22.0}
_TOUCHING: Final = 34.0
_FAR: Final = (placing.NEAR, 130.0, 320.0)
_SHOWN: Final = 130.0
_OTHER: Final = 30.0  # what it costs a plate to lie on land of others that are shown, or any
_NAMES: Final = 28.0  # how far a name may stand from its sign
Lines = Callable[[Spot], Points]
_NOBODY: Final = Spot("", "", "", None, None, None, ())


def place(stage: Stage, lines: Lines = lambda spot: NONE, *, names: bool = True) -> Placed:
    """Put marks where they belong, clear of `lines`; what finds no place counts as outside.

    Where room is very short, without `names` beside signs.
    """
    spots = gathered([spot for spot in stage.inside if not spot.lines], stage)
    spots += [spot for spot in [*stage.inside, *stage.edge] if spot.lines or spot in stage.edge]
    marks = [mark_of(spot, stage.brief.options) for spot in spots]
    found: dict[int, MarkPlace] = {}
    texts: dict[str, Words] = {}
    for view in stage.views():
        mine = {i: mark for i, mark in enumerate(marks) if stage.view(mark.spot) is view}
        room = _Room(stage, view, lines)
        room.near(mine, found)
        room.far({i: mark for i, mark in mine.items() if i not in found and not room.folded(mark, mine)}, found)
        texts |= room.named(mine, found, names)
    stage.outside += [mark.spot for i, mark in enumerate(marks) if i not in found]
    return Placed([(marks[i], found[i]) for i in sorted(found)], texts)


class _Room:
    """One view of a map, in which marks take their places."""

    def __init__(self, stage: Stage, view: Projection, lines: Lines) -> None:
        self.stage, self.view, self.lines = stage, view, lines
        self.taken = [corner(view.area)]
        if view is stage.projection:
            others = [*(inset.view.area for inset in stage.insets), *stage.barred]
            self.taken = [rect for inset in stage.insets for rect in (inset.source, inset.tag)] + others
            self.taken += [text.rect for _, text in scale_bar(stage)]

    def near(self, mine: Mapping[int, Mark], found: dict[int, MarkPlace]) -> None:
        """Marks at or near their points."""
        ways = [self._ways(mark, _FAR[0], mine, i) for i, mark in mine.items()]
        clear = [self.lines(mark.spot) for mark in mine.values()]
        chosen = placing.choose(ways, self.view.area.shrunk(5), self.taken, clear, NONE, _weights(mine.values()))
        found |= {i: place for i, place in zip(mine, chosen, strict=True) if place is not None}

    def named(self, mine: Mapping[int, Mark], found: dict[int, MarkPlace], wanted: bool) -> dict[str, Words]:
        """The names beside the signs that have a place; signs without a name are left to their country's plate."""
        names = self._names({i: mark for i, mark in mine.items() if i in found}, found) if wanted else {}
        for i, mark in mine.items():
            if i in found and (i, mark.spot.key) not in names and self.folded(mark, mine):
                del found[i]
        return {key: text for (i, key), text in names.items() if i in found}

    def _names(self, mine: Mapping[int, Mark], found: Mapping[int, MarkPlace]) -> dict[tuple[int, str], Words]:
        wishes = list(self._wishes(mine, found))
        texts = [label(wish.text) for _, wish in wishes]
        taken = Placed([(mark, found[i]) for i, mark in mine.items()], {}).rects()
        signs = [found[i].rect for i in mine] + [self._point(one) for mark in mine.values() for one in mark.spot.stops]
        ways = [self._off_land(wish, w, h, signs) for (_, wish), (_, w, h) in zip(wishes, texts, strict=True)]
        clear = np.vstack([route_segments(self.stage, self.view), self.lines(_NOBODY)])
        chosen = placing.choose(ways, self.view.area.shrunk(5), [*self.taken, *taken], [clear] * len(ways))
        return {(i, wish.key): text(place.rect) for (i, wish), (text, *_), place
                in zip(wishes, texts, chosen, strict=True) if place is not None}  # fmt: skip

    def far(self, mine: Mapping[int, Mark], found: dict[int, MarkPlace]) -> None:
        """What found no place near its point, farther off with a tie."""
        for far in _FAR[1:]:
            left = {i: mark for i, mark in mine.items() if i not in found}
            used = [*self.taken, *(place.rect for place in found.values())]
            used += [bead for place in found.values() if place.tie for bead in beads(place.tie)]
            ways = [self._ways(mark, far, left, i) for i, mark in left.items()]
            clear = [self.lines(mark.spot) for mark in left.values()]
            ties = segments([place.tie for place in found.values() if place.tie])
            chosen = placing.choose(ways, self.view.area.shrunk(5), used, clear, ties, _weights(left.values()))
            found |= {i: place for i, place in zip(left, chosen, strict=True) if place is not None}

    def folded(self, mark: Mark, mine: Mapping[int, Mark]) -> bool:
        """Whether a place is left to its country's plate when it has no room for its name: the box says all."""
        spot = mark.spot
        plates = {one.spot.country for one in mine.values() if one.spot.form == "country"}
        return self.stage.brief.options.style == "boxes" and spot.form in ("site", "city") and spot.country in plates

    def _wishes(self, mine: Mapping[int, Mark], found: Mapping[int, MarkPlace]) -> Iterator[tuple[int, Wish]]:
        """The names of signs that stand at their points; a route with stops has theirs."""
        known = {one.spot.country for one in mine.values() if one.spot.form == "country" and one.spot.country}
        for i, mark in mine.items():
            for stop in mark.spot.stops:
                yield i, Wish(stop.key, renamed(stop, self.stage, known), self.stage.at(stop), 7, 7, stop.country)
            if mark.fixed and not mark.named and not mark.spot.stops:
                spot, name = mark.spot, renamed(mark.spot, self.stage, known)
                yield i, Wish(spot.key, name, found[i].rect.centre, mark.w / 2, mark.h / 2, spot.country)

    def _off_land(self, wish: Wish, w: float, h: float, signs: Sequence[Rect]) -> placing.Ways:
        """Places of a name beside its sign, those over other countries' land dearer."""
        ground = self.stage.ground(self.view)
        ways = wish.ways(w, h, _NAMES, signs)
        foreign = ground.cover({*ground.codes} - {wish.country}).under(ways.rects) / ground.cells_in(w, h)
        return ways._replace(costs=ways.costs + 25 * foreign)

    def _point(self, spot: Spot) -> Rect:
        return Rect(*self.stage.at(spot), 0, 0).shrunk(-7)

    def _ways(self, mark: Mark, far: float, others: Mapping[int, Mark], number: int) -> placing.Ways:
        spot, stage = mark.spot, self.stage
        x, y = stage.at(spot)
        if spot in stage.edge:
            return placing.edges(x, y, mark.w, mark.h, self.view.area)
        if spot.lines:
            return placing.along(_points(spot, self.view), mark.w, mark.h)
        if mark.fixed and far <= _FAR[0]:
            return placing.fixed(x, y, mark.w, mark.h)
        points = [self._point(one.spot) for i, one in others.items() if i != number]
        points += [self._point(stop) for one in others.values() for stop in one.spot.stops]
        if not spot.country or (spot.form != "country" and mark.fixed):
            return placing.clear(placing.plates(x, y, mark.w, mark.h, None, (), far), points)
        ground, own = stage.ground(self.view), {spot.country}
        foreign = [(ground.cover(stage.brief.shown - own), _SHOWN), (ground.cover({*ground.codes} - own), _OTHER)]
        hiding = stage.brief.options.style == "boxes"
        ways = placing.plates(x, y, mark.w, mark.h, ground.cover(own), foreign, far, hiding=hiding)
        return placing.clear(ways, points)


def _weights(marks: Iterable[Mark]) -> list[int]:
    """How many initiatives a country's plate tells of: a map without those of the most would mislead."""
    return [len(mark.spot.entries) if mark.spot.form == "country" else 0 for mark in marks]


def _points(spot: Spot, view: Projection) -> Points:
    """Points of a route on the page, its middle first."""
    lines = [LineString(view(np.array(line))) for line in spot.lines]
    longest = max(lines, key=lambda line: line.length)
    shares = 0.5 + np.array([0, *(side * step for step in range(1, 9) for side in (1, -1))]) / 20
    return np.array([longest.interpolate(share, normalized=True).coords[0] for share in shares])


def gathered(spots: Sequence[Spot], stage: Stage) -> list[Spot]:
    """The same places, those of one country that would touch as one."""
    done: list[Spot] = []
    groups: dict[str | None, list[Spot]] = {}
    for spot in spots:
        if spot.form in ("site", "city"):
            groups.setdefault(spot.country, []).append(spot)
        else:
            done.append(spot)
    between = "・" if stage.brief.lang == "ja" else ", "
    for group in groups.values():
        done += [merged(cluster, between) if len(cluster) > 1 else cluster[0] for cluster in _clusters(group, stage)]
    return done


def _clusters(spots: Sequence[Spot], stage: Stage) -> list[list[Spot]]:
    clusters: list[list[Spot]] = []
    apart = _APART.get(stage.brief.options.style, _TOUCHING)
    for spot in spots:
        x, y = stage.at(spot)
        near = [one for one in clusters if any(np.hypot(*np.subtract(stage.at(o), (x, y))) < apart for o in one)]
        clusters = [one for one in clusters if one not in near]
        clusters.append([other for one in near for other in one] + [spot])
    return clusters
