"""What goes on which page: whole regions, neighbours merged while they fit, decided by measured heights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import combinations
from math import sqrt
from typing import Final

from exporters.print.content.brief import Brief
from exporters.print.content.callouts import Callout, halved
from exporters.print.elements.items import Rect
from exporters.print.layout.blocks import Block, band_of, block_of, natural, rows_of
from exporters.print.layout.columns import GAP
from exporters.print.layout.labelling import Room
from exporters.print.layout.sides import fits

_ORDER: Final = (
    "asean", "pacific", "oceania", "east-asia", "americas", "south-asia", "central-asia", "middle-east", "africa",
    "europe", "global",
)  # fmt: skip
_COLUMN: Final = (0.2, 330.0, 424.0)
_GUTTER: Final = 26.0
_MOST: Final = 14
_EACH: Final = 79.0  # a box a 79 units of a map's size: about twelve on a slide
_WORLD: Final = 140.0
_LOW_MAP: Final = 0.62
_LEAST: Final = 0.5
_LEAST_BAND: Final = 330.0
_LOW: Final = 180.0
_LOWS: Final = 2


@dataclass(frozen=True)
class Plan:
    """A page to be: boxes of countries, boxes of regions."""

    callouts: tuple[Callout, ...] = ()
    wide: tuple[Callout, ...] = ()

    def joined(self, other: Plan) -> Plan:
        """Both on one page."""
        return Plan(self.callouts + other.callouts, self.wide + other.wide)

    def halves(self) -> tuple[Plan, Plan]:
        """The western boxes, and the eastern with those of regions."""
        middle = len(self.callouts) // 2
        return Plan(self.callouts[:middle]), Plan(self.callouts[middle:], self.wide)

    def weight(self) -> float:
        """How full a page is: its boxes, and its items as parts of boxes."""
        return sum(1 + len(callout.items) / 8 for callout in (*self.callouts, *self.wide))

    def regions(self) -> list[str]:
        """The regions on the page, in the order of pages."""
        found = {callout.region for callout in (*self.callouts, *self.wide)}
        return [region for region in _ORDER if region in found]


@dataclass(frozen=True)
class PageAreas:
    """The rooms of a page and the boxes measured for them; without a map its area has no height.

    In the band under the map stand the boxes of regions, and `below` those of countries that the columns cannot hold.
    """

    room: Room
    blocks: tuple[Block, ...]
    band: tuple[tuple[Block, Rect], ...]
    below: tuple[tuple[Block, Rect], ...] = ()


def grid_of(plan: Plan, body: Rect, news: bool, sides: int = 3) -> PageAreas | None:
    """The rooms for a page: the band under everything, or under the map alone; None where it does not all fit.

    The side under the map is used only where two columns don't hold, and if three `sides` are allowed.
    """
    share, least, most = _COLUMN
    wide = min(max(body.w * share, least), most) * (1.1 if news and body.w > 1700 else 1.0)
    blocks = tuple(block_of(callout, wide, news) for callout in plan.callouts)
    if any(block.h > body.h for block in blocks):
        return None
    if not blocks:
        return _banded(plan, body, news)
    inner = Rect(body.x + wide + _GUTTER, body.y, body.w - 2 * (wide + _GUTTER), body.h)
    if len(blocks) > _room_for(plan, inner):
        return None
    ways = [((), body), ((), inner), *((low, inner) for low in _lows(blocks) if sides > 2)]
    return next((grid for low, under in ways if (grid := _columned(plan, body, inner, blocks, low, under, news))), None)


def _room_for(plan: Plan, inner: Rect) -> float:
    """How many boxes a page may have: as many as their marks have room on the map; one round the world is low."""
    lons = [callout.at[0] for callout in plan.callouts]
    high = min(inner.h, inner.w * _LOW_MAP) if max(lons) - min(lons) > _WORLD else inner.h
    return min(_MOST, sqrt(inner.w * high) / _EACH)


def _lows(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Which small boxes may stand under the map: those of the most southern countries, as few as may be."""
    small = [block for block in blocks if block.h <= _LOW]
    for count in range(1, _LOWS + 1):
        yield from sorted(combinations(small, count), key=lambda some: sum(one.callout.at[1] for one in some))


def _columned(
    plan: Plan, body: Rect, inner: Rect, blocks: Sequence[Block], low: Sequence[Block], under: Rect, news: bool
) -> PageAreas | None:  # fmt: skip
    """A page with some boxes under the map, the others in two columns; None where they do not fit."""
    wide, high = blocks[0].w, [block.h for block in blocks if block not in low]
    wides = [max(map(natural, low))] * len(low) if low else []
    rest = under.w - sum(wides) - len(low) * GAP
    band = band_of(plan.wide, rest, news) if rest > _LEAST_BAND or not plan.wide else []
    rects = rows_of(band, under.x, 0, rest)
    deep = max([rect.bottom for rect in rects] + [block.h for block in low], default=-GAP) + GAP
    area, side = inner._replace(h=body.h - deep), body.h - deep if under is body else body.h
    columns = [Rect(x, body.y, wide, side) for x in (body.x, body.right - wide)]
    room = Room(columns[0], columns[1], area)
    if area.h < _LEAST * body.h or not fits(high, room) or len(band) < len(plan.wide):
        return None
    top = body.bottom - deep + GAP
    placed = tuple((block, rect._replace(y=rect.y + top)) for block, rect in zip(band, rects, strict=True))
    lefts = [under.right - sum(wides[i:]) - GAP * (len(low) - i - 1) for i in range(len(low))]
    below = tuple((block, Rect(x, top, w, deep - GAP)) for block, x, w in zip(low, lefts, wides, strict=True))
    return PageAreas(room, tuple(block for block in blocks if block not in low), placed, below)


def _banded(plan: Plan, body: Rect, news: bool) -> PageAreas | None:
    """A page of regions alone: over them a map if there is room for one."""
    band = band_of(plan.wide, body.w, news)
    rects = rows_of(band, body.x, 0, body.w)
    high = max((rect.bottom for rect in rects), default=0.0) + GAP
    if high > body.h + GAP:
        return None
    area = body._replace(h=body.h - high if body.h - high > 0.4 * body.h else 0.0)
    top = body.bottom - high + GAP if area.h else body.y
    nowhere = Room(Rect(0, 0, 0, 0), Rect(0, 0, 0, 0), area)
    placed = tuple((block, rect._replace(y=rect.y + top)) for block, rect in zip(band, rects, strict=True))
    return PageAreas(nowhere, (), placed)


def plans(brief: Brief, callouts: Sequence[Callout], body: Rect) -> tuple[list[Plan], list[Callout]]:
    """The pages, and what fits on none of them; what moved is always told with what stands in a box."""
    told = bool(brief.options.since)
    left: list[Callout] = []
    units: list[Plan] = []
    for region in _regions(brief):
        whole = _plan([callout for callout in callouts if callout.region == region])
        if whole != Plan():
            units += [whole] if grid_of(whole, body, told) else _divided(whole, body, left, brief)
    return _merged(tuple(units), body, told), left


def _merged(units: tuple[Plan, ...], body: Rect, told: bool) -> list[Plan]:
    """Neighbours on as few pages as may be, and these about equally full."""
    best: list[tuple[tuple[int, float], list[Plan]]] = [((0, 0.0), [])]
    for end in range(1, len(units) + 1):
        ways = []
        for start in range(end):
            page = reduce(Plan.joined, units[start:end])
            if end - start == 1 or grid_of(page, body, told, 2):
                (count, weight), before = best[start]
                ways.append(((count + 1, weight + page.weight() ** 2), [*before, page]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _regions(brief: Brief) -> list[str]:
    """The reader's regions first."""
    asked = [region for region in _ORDER if region in (*brief.extract.filter.region, brief.options.frame)]
    return [*asked, *(region for region in _ORDER if region not in asked)]


def _plan(callouts: Sequence[Callout]) -> Plan:
    """Boxes from the west to the east."""
    mine = sorted((one for one in callouts if one.countries), key=lambda one: (one.at[0], one.key))
    return Plan(tuple(mine), tuple(one for one in callouts if not one.countries))


def _divided(plan: Plan, body: Rect, left: list[Callout], brief: Brief) -> list[Plan]:
    """A region on as many pages as it needs; `left` takes what fits on none."""
    found = [Plan()]
    for callout in _pieces((*plan.callouts, *plan.wide), body, left, brief):
        one = Plan((callout,), ()) if callout.countries else Plan((), (callout,))
        if grid_of(found[-1].joined(one), body, bool(brief.options.since)):
            found[-1] = found[-1].joined(one)
        else:
            found.append(one)
    return found


def _pieces(callouts: Sequence[Callout], body: Rect, left: list[Callout], brief: Brief) -> Iterator[Callout]:
    """Boxes that each fit on a page, those too high in halves."""
    for callout in callouts:
        one = Plan((callout,), ()) if callout.countries else Plan((), (callout,))
        if grid_of(one, body, bool(brief.options.since)):
            yield callout
        elif len(callout.items) > 1:
            yield from _pieces(halved(callout, brief.t("snap_continued", title="{title}")), body, left, brief)
        else:
            left.append(callout)


def parted(brief: Brief, plan: Plan, label: str) -> Brief:
    """What a page shows of the whole: its countries' places."""
    part = frozenset(country for callout in plan.callouts for country in callout.countries)
    forms = frozenset({"region"} if plan.wide else ())
    spots = tuple(
        spot for spot in brief.spots
        if spot.country in part or any(code in part for entry in spot.entries for code in entry.row["countries"])
    )  # fmt: skip
    regions = {callout.region for callout in plan.wide} if not part else set()
    spots += tuple(spot for spot in brief.spots if spot.form == "region" and spot.entries[0].row["region"] in regions)
    return replace(brief, spots=spots, label=label, part=part if label else None, forms=forms)
