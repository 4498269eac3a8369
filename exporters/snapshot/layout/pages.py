"""What goes on which page: whole regions, neighbours merged while they fit, decided by measured heights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from atlas.pacific import to_frame
from exporters.snapshot.content.brief import Brief
from exporters.snapshot.content.callouts import Callout, halved
from exporters.snapshot.layout.blocks import Block, band_of, block_of, rows_of
from exporters.snapshot.layout.columns import GAP
from exporters.snapshot.layout.sides import Room, fits
from exporters.snapshot.sheet import Rect

_ORDER: Final = (
    "asean", "pacific", "oceania", "east-asia", "americas", "south-asia", "central-asia", "middle-east", "africa",
    "europe", "global",
)  # fmt: skip
_COLUMN: Final = (0.2, 330.0, 424.0)
_GUTTER: Final = 26.0
_MOST: Final = 18
_LEAST: Final = 0.5


@dataclass(frozen=True)
class Plan:
    """A page to be: boxes of countries, boxes of regions."""

    callouts: tuple[Callout, ...] = ()
    wide: tuple[Callout, ...] = ()

    def joined(self, other: Plan) -> Plan:
        """Both on one page."""
        return Plan(self.callouts + other.callouts, self.wide + other.wide)

    def regions(self) -> list[str]:
        """The regions on the page, in the order of pages."""
        found = {callout.region for callout in (*self.callouts, *self.wide)}
        return [region for region in _ORDER if region in found]


@dataclass(frozen=True)
class Grid:
    """The rooms of a page and the boxes measured for them; without a map its area has no height."""

    room: Room
    blocks: tuple[Block, ...]
    band: tuple[tuple[Block, Rect], ...]


def grid_of(plan: Plan, body: Rect, news: bool) -> Grid | None:
    """The rooms for a page: the band under everything, or under the map alone; None where it does not all fit."""
    share, least, most = _COLUMN
    wide = min(max(body.w * share, least), most) * (1.1 if news and body.w > 1700 else 1.0)
    blocks = tuple(block_of(callout, wide, news) for callout in plan.callouts)
    if len(blocks) > _MOST or any(block.h > body.h for block in blocks):
        return None
    if not blocks:
        return _banded(plan, body, news)
    inner = Rect(body.x + wide + _GUTTER, body.y, body.w - 2 * (wide + _GUTTER), body.h)
    for under in (body, inner):
        band = band_of(plan.wide, under.w, news)
        rects = rows_of(band, under.x, 0, under.w)
        high = max((rect.bottom for rect in rects), default=-GAP) + GAP
        top = body.bottom - high + GAP
        area = inner._replace(h=body.h - high)
        side = body.h - high if under is body else body.h
        columns = [Rect(x, body.y, wide, side) for x in (body.x, body.right - wide)]
        room = Room(columns[0], columns[1], area)
        if area.h >= _LEAST * body.h and fits([block.h for block in blocks], room):
            placed = tuple((block, rect._replace(y=rect.y + top)) for block, rect in zip(band, rects, strict=True))
            return Grid(room, blocks, placed)
    return None


def _banded(plan: Plan, body: Rect, news: bool) -> Grid | None:
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
    return Grid(nowhere, (), placed)


def plans(brief: Brief, callouts: Sequence[Callout], body: Rect) -> tuple[list[Plan], list[Callout]]:
    """The pages, and what fits on none of them."""
    done: list[Plan] = []
    left: list[Callout] = []
    current = Plan()
    for region in _regions(brief):
        whole = _plan(brief, [callout for callout in callouts if callout.region == region])
        if grid_of(current.joined(whole), body, False):
            current = current.joined(whole)
            continue
        *full, current = [*([current] if current != Plan() else []), *_divided(whole, body, left, brief)]
        done += full
    return [plan for plan in (*done, current) if plan != Plan()], left


def _regions(brief: Brief) -> list[str]:
    """The reader's regions first."""
    asked = [region for region in _ORDER if region in (*brief.extract.filter.region, brief.options.frame)]
    return [*asked, *(region for region in _ORDER if region not in asked)]


def _plan(brief: Brief, callouts: Iterable[Callout]) -> Plan:
    """Boxes from the west to the east."""
    some = list(callouts)
    mine = sorted((one for one in some if one.countries), key=lambda one: (_longitude(brief, one), one.key))
    return Plan(tuple(mine), tuple(one for one in some if not one.countries))


def _longitude(brief: Brief, callout: Callout) -> float:
    entry = brief.base.context.get(callout.countries[-1])
    return to_frame(entry["lon"]) if entry else 0.0


def _divided(plan: Plan, body: Rect, left: list[Callout], brief: Brief) -> list[Plan]:
    """A region on as many pages as it needs; `left` takes what fits on none."""
    found = [Plan()]
    for callout in _pieces((*plan.callouts, *plan.wide), body, left, brief):
        one = Plan((callout,), ()) if callout.countries else Plan((), (callout,))
        if grid_of(found[-1].joined(one), body, False):
            found[-1] = found[-1].joined(one)
        else:
            found.append(one)
    return found


def _pieces(callouts: Sequence[Callout], body: Rect, left: list[Callout], brief: Brief) -> Iterator[Callout]:
    """Boxes that each fit on a page, those too high in halves."""
    for callout in callouts:
        one = Plan((callout,), ()) if callout.countries else Plan((), (callout,))
        if grid_of(one, body, False):
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
