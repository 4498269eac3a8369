"""Names on a map: of signs that stand off their points, of countries that share a route, of countries around."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from typing import Final, NamedTuple

import numpy as np

from atlas import palette
from atlas.countries import country_name
from atlas.geo.pacific import to_frame
from exporters.print.elements.fonts import FLOOR, clean, width, wrap
from exporters.print.elements.items import Points, Polyline, Rect, Run, Words, ring
from exporters.print.elements.lines import Path, segments
from exporters.print.map import placing
from exporters.print.map.map_layout import Placed, Stage, corner, named, renamed, route_segments, standing
from exporters.print.map.projection import Projection

_AROUND_UNTIL: Final = 95.0  # degrees: on larger maps names of countries around would be noise
_LONGEST: Final = 230.0
_WRAPPED: Final = 260.0
_FAR: Final = 45.0
_BARS: Final = (1000, 500, 200, 100, 50, 20, 10)


class Wish(NamedTuple):
    """A name for a point, whose sign reaches so far to each side; on the land of its country it may lie."""

    key: str
    text: str
    at: tuple[float, float]
    right: float
    down: float
    country: str | None = None

    def ways(self, wide: float, high: float, far: float, signs: Sequence[Rect]) -> placing.Ways:
        """Where it may stand: nearer to what it names than to any other of the signs."""
        x, y = self.at
        sign = Rect(x - self.right, y - self.down, 2 * self.right, 2 * self.down)
        others = [other for other in signs if not other.holds(Rect(x, y, 0, 0))]
        return placing.nearest(placing.beside(x, y, wide, high, (self.right, self.down), far), sign, others)


def label(text: str) -> tuple[Callable[[Rect], Words], float, float]:
    """A name as halo text, once it has a place; its width and height."""
    lines, lead = wrap(clean(text), _WRAPPED, FLOOR, even=True), FLOOR * 1.28
    runs = tuple((Run(line),) for line in lines)
    flow = ((Run(clean(text)),),) if len(lines) > 1 else ()

    def draw(rect: Rect) -> Words:
        return Words(clean(text), rect, runs, FLOOR, lead, palette.NEUTRAL, "center", "#FFFFFF", flow=flow)

    return draw, max(width(line, FLOOR) for line in lines) + 4, len(lines) * lead


def names(stage: Stage, placed: Placed, taken: Sequence[Rect], paths: Sequence[Path]) -> tuple[list[Words], set[str]]:
    """All names on a map but those inside marks, and the countries that are named on it."""
    lines, routes = segments(paths), route_segments(stage, stage.projection)
    beside = dict(placed.names)
    for view in stage.views():
        for clear in (np.vstack([lines, routes]), lines):
            _beside(stage, placed, view, taken, clear, beside)
    spots = [spot for mark, _ in placed.marks for spot in (mark.spot, *mark.spot.stops)]
    known = named(placed) | {spot.country for spot in spots if spot.country and spot.key in beside}
    area, texts = stage.projection.area.shrunk(6), list(beside.values())
    left = {code for spot in stage.inside for entry in spot.entries for code in entry.row["countries"]} - known
    at = standing(stage, left)
    wishes = [Wish(code, country_name(code, stage.brief.lang), point, 4.0, 4.0) for code, point in at.items()]
    members = _found(
        wishes, area, [*taken, *(text.rect for text in texts)], lines, _FAR, [at.rect for _, at in placed.marks]
    )
    texts += members.values()
    known |= members.keys()
    used = [*taken, *(text.rect for text in texts)]
    around = _found(list(_around(stage, known)), area, used, np.vstack([lines, routes]), 10.0)
    texts += [text._replace(colour=palette.CONTEXT, halo=None) for text in around.values()]
    return texts, known


def _beside(
    stage: Stage, placed: Placed, view: Projection, taken: Sequence[Rect], clear: Points, done: dict[str, Words]
) -> None:  # fmt: skip
    """The names that signs of one view lack yet, clear of lines."""
    whole, known = view is stage.projection, named(placed)
    mine = [(mark, at.rect) for mark, at in placed.marks if stage.view(mark.spot) is view]
    bare = [(mark.spot, at) for mark, at in mine if not (mark.named or mark.spot.stops or mark.spot.key in done)]
    wishes = [Wish(spot.key, renamed(spot, stage, known), at.centre, at.w / 2, at.h / 2) for spot, at in bare]
    tags = [inset.tag for inset in stage.insets]
    used = [*(taken if whole else [*placed.rects(), corner(view.area), *tags]), *(text.rect for text in done.values())]
    done |= _found(wishes, view.area.shrunk(6 if whole else 4), used, clear, _FAR, [at for _, at in mine])


def _found(
    wishes: Sequence[Wish], area: Rect, taken: Sequence[Rect], lines: Points, far: float, signs: Sequence[Rect] = ()
) -> dict[str, Words]:  # fmt: skip
    """The names that have a place, by key; none nearer to another of the `signs` than to its own."""
    texts = [label(wish.text) for wish in wishes]
    ways = [wish.ways(w, h, far, signs) for wish, (_, w, h) in zip(wishes, texts, strict=True)]
    found = placing.choose(ways, area, taken, [lines] * len(ways))
    return {wish.key: text(place.rect) for wish, (text, *_), place in zip(wishes, texts, found, strict=True) if place}


def _around(stage: Stage, known: Set[str]) -> Iterator[Wish]:
    """The countries in the frame that no mark names yet, the larger first."""
    view = stage.projection
    if view.area.w / (view.units_per_km(view.lon, view.lat) * 111) > _AROUND_UNTIL:
        return
    for code, entry in sorted(stage.brief.base.context.items(), key=lambda item: (item[1]["rank"], item[0])):
        x, y = view.point(to_frame(entry["lon"]), entry["lat"])
        name = country_name(code, stage.brief.lang)
        short = name != code and width(name, FLOOR) < _LONGEST
        if code not in known and short and view.area.holds(Rect(x, y, 0, 0)):
            yield Wish(code, name, (x, y), 3.0, 3.0)


def scale_bar(stage: Stage) -> list[tuple[Polyline, Words]]:
    """A bar at the lower left, or right where a place is in its way; true at the middle; none on a map of the world."""
    view, high = stage.projection, FLOOR * 1.3
    if view.kind == "mill":
        return []
    per_km = view.units_per_km(view.lon, view.lat)
    km = next((km for km in _BARS if km * per_km <= view.area.w / 6), _BARS[-1])
    text, long, y = stage.brief.t("snap_km", n=f"{km:,}"), km * per_km, view.area.bottom - 14
    wide = width(text, FLOOR)
    lefts = view.area.x + 18, view.area.right - 18 - max(long, wide)
    points = [stage.at(spot) for spot in stage.inside if stage.view(spot) is view]
    rooms = [Rect(left, y - 8 - high, max(long, wide), high + 8).shrunk(-16) for left in lefts]
    left = next((left for left, room in zip(lefts, rooms, strict=True)
                 if not any(room.holds(Rect(*point, 0, 0)) for point in points)), lefts[0])  # fmt: skip
    bar = Polyline(
        "scale", ring([(left, y - 7), (left, y), (left + long, y), (left + long, y - 7)]), palette.NEUTRAL, 1.5
    )
    rect = Rect(left, y - 8 - high, wide, high)
    return [(bar, Words("scale", rect, ((Run(text),),), FLOOR, high, palette.NEUTRAL, "left", palette.SEA))]
