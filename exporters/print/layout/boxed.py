"""The boxes style: pages of a map between two columns of boxes, each tied to its mark by a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from atlas import vocab
from exporters.print.content.brief import Brief
from exporters.print.content.callouts import Callout, callouts_of
from exporters.print.content.places import Spot
from exporters.print.elements.items import Points, Rect
from exporters.print.elements.lines import segments
from exporters.print.elements.sheet import Sheet
from exporters.print.layout.blocks import Block, draw_block
from exporters.print.layout.labelling import Need, Settled
from exporters.print.layout.page import frame_sheet
from exporters.print.layout.pages import PageAreas, Plan, grid_of, parted, plans
from exporters.print.layout.sides import settle
from exporters.print.map.draw import draw_map
from exporters.print.map.frames import projection_of, slim_projection_of
from exporters.print.map.inset import with_insets
from exporters.print.map.labels import scale_bar
from exporters.print.map.map_layout import NONE, Placed, Stage, sort_out
from exporters.print.map.marking import place

_TRIES: Final = 5
_MEND_FROM: Final = 2  # before, marks move out of the way


def boxed(brief: Brief) -> tuple[list[Sheet], list[Callout]]:
    """The pages, and the boxes that no page could hold."""
    callouts, label = callouts_of(brief), "0"
    for _ in range(_TRIES):
        _, body = frame_sheet(replace(brief, label=label, forms=frozenset({"region"})))
        found, left, briefs = _planned(brief, callouts, body)
        labels = [_label(brief, plan, number, len(found)) for number, plan in enumerate(found, 1)]
        longest = max(labels, key=len, default="")
        if len(longest) <= len(label):
            break
        label = longest
    news = brief.options.milestones and all(grid_of(plan, body, True) for plan in found)
    for _ in range(_TRIES):
        labels = [_label(brief, plan, number, len(found)) for number, plan in enumerate(found, 1)]
        pages = [_page(parted(one, plan, label), plan, news)
                 for one, plan, label in zip(briefs, found, labels, strict=True)]  # fmt: skip
        bad = [i for i, (_, sound) in enumerate(pages) if not sound and len(found[i].callouts) > 1]
        if not bad:
            break
        found[bad[0] : bad[0] + 1] = found[bad[0]].halves()
        briefs.insert(bad[0], briefs[bad[0]])
    return [sheet for sheet, _ in pages], left


def _planned(
    brief: Brief, callouts: Sequence[Callout], body: Rect
) -> tuple[list[Plan], list[Callout], list[Brief]]:  # fmt: skip
    if brief.options.frame != "auto":
        return _framed(brief, callouts, body)
    found, left = plans(brief, callouts, body)
    return found, left, [brief] * len(found)


def _framed(
    brief: Brief, callouts: Sequence[Callout], body: Rect
) -> tuple[list[Plan], list[Callout], list[Brief]]:  # fmt: skip
    """A frame that was asked for, with what lies in it; then pages of their own for the rest."""
    stage = sort_out(brief, projection_of(brief, body))
    seen = {code for spot in stage.inside for entry in spot.entries for code in entry.row["countries"]}
    near = [one for one in callouts if not one.countries or seen & {*one.countries}]
    auto = replace(brief, options=replace(brief.options, frame="auto"))
    found, left = plans(brief, near, body)
    rest, more = plans(auto, [one for one in callouts if one not in near], body)
    return [*found, *rest], [*left, *more], [brief] * len(found) + [auto] * len(rest)


def _label(brief: Brief, plan: Plan, number: int, total: int) -> str:
    if total == 1:
        return ""
    names = [brief.t("snap_off_box") if code == "global" else vocab.REGIONS[code].text(brief.lang)
             for code in plan.regions()]  # fmt: skip
    return brief.t("snap_page", n=number, of=total, names=("・" if brief.lang == "ja" else ", ").join(names))


def _page(brief: Brief, plan: Plan, news: bool) -> tuple[Sheet, bool]:
    """A page, and whether its lines are sound: if not, half of its boxes go to the next."""
    sheet, body = frame_sheet(brief)
    grid = grid_of(plan, body, news) or grid_of(plan, body, False)
    if grid is None:
        raise ValueError("a page smaller than it was measured for")
    sound = _map(sheet, brief, grid) if grid.room.area.h else True
    boxes = sheet.layer("boxes")
    for block, rect in grid.band:
        boxes.add(draw_block(block, rect))
        sheet.labels.append((block.callout.heading, rect))
    said = [code for one in (*plan.callouts, *plan.wide) for item in one.items for code in item.codes]
    sheet.tally["placed"] = list(dict.fromkeys(said))
    return sheet, sound


def _map(sheet: Sheet, brief: Brief, grid: PageAreas) -> bool:
    view = slim_projection_of(brief, grid.room.area)
    grid = replace(grid, room=grid.room._replace(area=view.area))
    stage = with_insets(sort_out(brief, view))
    placed, settled = _settled(stage, grid)
    blocks = [*grid.blocks, *(block for block, _ in grid.below)]
    names = [block.callout.heading for block in blocks]
    paths = [(name, path) for name, path in zip(names, settled.paths, strict=True) if path]
    draw_map(sheet, stage, placed, paths)
    boxes = sheet.layer("boxes")
    for block, rect in zip(blocks, settled.rects, strict=True):
        boxes.add(draw_block(block, rect))
        sheet.labels.append((block.callout.heading, rect))
    return settled.trouble == 0


def _settled(stage: Stage, grid: PageAreas) -> tuple[Placed, Settled]:
    """Marks, then boxes and lines; while a line runs over a mark, that moves out of its way and all is tried again."""
    placed, blocks = place(stage), [*grid.blocks, *(block for block, _ in grid.below)]
    keys = {block.callout.key for block in blocks}
    tried: list[tuple[int, Placed, Settled]] = []
    for turn in range(_TRIES):
        every = [_over_own(need, stage.dots()) for need in _needs(blocks, stage, placed)]
        needs, low = every[: len(grid.blocks)], every[len(grid.blocks) :]
        fixed = _under(low, [rect for _, rect in grid.below])
        insets = [rect for inset in stage.insets for rect in (inset.view.area, inset.source)]
        bar = [text.rect for _, text in scale_bar(stage)]
        barred = (*placed.rects(), *stage.dots(), *insets, *bar, *(rect for _, rect in grid.band))
        settled = settle(needs, grid.room._replace(barred=barred), fixed, mend=turn >= _MEND_FROM)
        if settled is None:
            raise ValueError("boxes that were measured do not fit")
        tried.append((len(keys) - sum(need.mark is not None for need in every), placed, settled))
        if not settled.trouble and not tried[-1][0]:
            break
        stage.outside = [spot for spot in stage.outside if spot not in stage.inside]
        placed = place(stage, _clear(grid, settled), names=turn < _MEND_FROM)
    _, placed, settled = min(tried, key=lambda one: (one[0], one[2].rank))
    return placed, settled


def _over_own(need: Need, dots: Sequence[Rect]) -> Need:
    """A line may run over the landings that its own mark covers."""
    own = [dot for dot in dots if need.mark and need.mark.meets(dot)]
    return need._replace(own=(*need.own, *own))


def _under(needs: Sequence[Need], rects: Sequence[Rect]) -> list[tuple[Need, Rect]]:
    """Boxes under the map in the order of their marks from the west."""
    west = [need.mark.x if need.mark else 0.0 for need in needs]
    order = sorted(range(len(needs)), key=west.__getitem__)
    places = dict(zip(order, rects, strict=True))
    return [(need, places[i]) for i, need in enumerate(needs)]


def _needs(blocks: Sequence[Block], stage: Stage, placed: Placed) -> list[Need]:
    """What boxes need; of a country's boxes on a page only the first has a line."""
    found: dict[str, Need] = {}
    needs = []
    for block in blocks:
        again = block.callout.key in found
        need = Need(block.h, None) if again else _need(block.callout, block.h, stage, placed)
        found[block.callout.key] = need
        needs.append(need)
    return needs


def _clear(grid: PageAreas, settled: Settled) -> Callable[[Spot], Points]:
    """For every place the lines that are not its own."""
    blocks = [*grid.blocks, *(block for block, _ in grid.below)]
    lines = [(set(block.callout.countries), segments([path]))
             for block, path in zip(blocks, settled.paths, strict=True) if path]  # fmt: skip

    def foreign(spot: Spot) -> Points:
        return np.vstack([NONE, *(line for countries, line in lines if spot.country not in countries)])

    return foreign


def _need(callout: Callout, high: float, stage: Stage, placed: Placed) -> Need:
    """A box's line goes to its country's plate, a shared box's to its route, else to the place with most items."""
    codes = {code for item in callout.items for code in item.codes}

    def rank(number: int) -> tuple[int, int, int]:
        spot = placed.marks[number][0].spot
        mine = len(codes & {entry.initiative for entry in spot.entries})
        wanted = bool(spot.lines) == (len(callout.countries) > 1)
        return (-int(spot.form == "country" or (wanted and bool(spot.lines))), -mine, number)

    mine = [i for i, (mark, _) in enumerate(placed.marks) if _belongs(mark.spot, callout, codes)]
    if not mine:
        return Need(high, None)
    mark, at = placed.marks[min(mine, key=rank)]
    own = [inset.view.area for inset in stage.insets if mark.spot.key in inset.keys]
    return Need(high, at.rect, tuple(own))


def _belongs(spot: Spot, callout: Callout, codes: set[str]) -> bool:
    if spot.country:
        return spot.country in callout.countries
    return any(e.initiative in codes and {*e.row["countries"]} & {*callout.countries} for e in spot.entries)
