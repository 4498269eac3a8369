"""Composes the pages of a picture: head, map in its style, lists, foot; as many pages as it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from atlas import palette
from exporters.extract import Extract
from exporters.print.content.brief import Brief, gather
from exporters.print.content.callouts import Callout, CalloutItem
from exporters.print.content.moved import moved_extract
from exporters.print.content.talking import noted
from exporters.print.elements.items import Rect, RoundedRect, Words
from exporters.print.elements.parts import block
from exporters.print.elements.sheet import Sheet
from exporters.print.layout.arrange import Arranged, arrange
from exporters.print.layout.boxed import boxed
from exporters.print.layout.listing import apart, grouped, in_reading_order, parts, renumbered, unnamed
from exporters.print.layout.page import continued, finished, frame_sheet
from exporters.print.layout.panel import Laid, PanelRow, Part, full_page
from exporters.print.map.draw import draw_map
from exporters.print.map.frames import projection_of
from exporters.print.map.inset import with_insets
from exporters.print.map.map_layout import sort_out
from exporters.print.map.marking import place
from exporters.print.options import Options, checked
from maps.basemap import Basemap

_PICTURE: Final = (1600.0, 1000.0)
_TRIES: Final = 4
KINDS: Final = ("on", "wide", "outside", "off")


def compose(extract: Extract, base: Basemap, options: Options) -> list[Sheet]:
    """The pages of a picture in the extract's language; raises OptionError."""
    checked(options)
    extract = moved_extract(extract, options.since) if options.since else extract
    brief = gather(extract, base, options)
    if options.style != "boxes" or not brief.entries:
        return finished(noted(brief, _listed(brief)), options)
    sheets, left = boxed(brief)
    return finished(noted(brief, [*sheets, *_more(brief, _rows(brief, left))]), options)


def _listed(brief: Brief) -> list[Sheet]:
    """A map with lists: what lies outside the frame is known only once the map is laid out, so try until both agree."""
    kinds = KINDS if brief.options.style == "numbered" and brief.options.key else KINDS[1:]
    brief = replace(brief, forms=frozenset({"region"}))
    _, band = frame_sheet(brief)
    groups, untold = grouped(brief, sort_out(brief, projection_of(brief, band))), set[str]()
    for turn in range(_TRIES):
        way = arrange(parts(brief, groups, kinds), band, lambda area: projection_of(brief, area).whole)
        stage = with_insets(sort_out(brief, projection_of(brief, way.area)))
        placed = place(stage)
        before, groups = groups, grouped(brief, stage)
        if kinds is not KINDS:
            sheet, _ = frame_sheet(brief)
            found = unnamed(brief, groups["on"], draw_map(sheet, stage, placed))
            untold = found | untold if turn else found
            groups = apart(groups, untold)
        if groups == before:
            break
    else:
        way = arrange(parts(brief, groups, kinds), band, lambda area: projection_of(brief, area).whole)
    brief = renumbered(brief, in_reading_order(brief, stage, placed, groups))
    groups = {kind: sorted(codes, key=lambda code: brief.entries[code].number) for kind, codes in groups.items()}
    return _drawn(brief, groups, way, kinds)


def _drawn(brief: Brief, groups: dict[str, list[str]], way: Arranged, kinds: Sequence[str]) -> list[Sheet]:
    """The pages, once the numbers are known: they change no width."""
    sheet, _ = frame_sheet(brief)
    stage = with_insets(sort_out(brief, projection_of(brief, way.area)))
    draw_map(sheet, stage, place(stage))
    if "on" not in kinds:
        sheet.tally["placed"] = list(groups["on"])
    _empty(sheet, brief, way.area)
    lists = parts(brief, groups, kinds)
    laid = way.again(lists)
    left = _draw_list(sheet, laid, "listed" if "on" not in kinds else "placed") if laid else tuple(lists)
    return [sheet, *_more(brief, left)]


def compose_map(extract: Extract, base: Basemap, options: Options, order: Sequence[str] = ()) -> Sheet:
    """The map alone, 16:10 and without head, lists and foot, for a document that has those itself.

    With numbers it has those of the document's `order`; its tally says what it does not show, by the reason.
    """
    numbered = options.style == "numbered" and bool(order)
    brief = gather(extract, base, replace(options, style="numbered" if numbered else "symbols"))
    brief = renumbered(brief, order) if numbered else brief
    title = Words("title", Rect(0, 0, 0, 0), (), 1, 1, palette.INK)
    sheet = Sheet(*_PICTURE, title, brief.lang, alt=brief.alt())
    area = sheet.page.shrunk(1)
    stage = with_insets(sort_out(brief, projection_of(brief, area)))
    draw_map(sheet, stage, place(stage))
    sheet.tally |= {kind: codes for kind, codes in grouped(brief, stage).items() if kind != "on"}
    _empty(sheet, brief, area)
    return finished([sheet], options)[0]


def _draw_list(sheet: Sheet, laid: Laid, kind: str) -> tuple[Part, ...]:
    sheet.layer("key").add(*laid.items)
    sheet.labels += laid.labels
    sheet.tally.setdefault(kind, []).extend(laid.codes)
    sheet.cut += laid.cut
    return laid.left


def _more(brief: Brief, left: tuple[Part, ...]) -> list[Sheet]:
    """Pages of list for what found no room."""
    pages: list[Sheet] = []
    while left:
        sheet, band = continued(brief)
        left = _draw_list(sheet, full_page(left, band), "listed")
        pages.append(sheet)
    return pages


def _rows(brief: Brief, callouts: Sequence[Callout]) -> tuple[Part, ...]:
    """Boxes that no page can hold, as lists."""
    return tuple(Part(one.heading, None, tuple(map(_row, one.items))) for one in callouts)


def _row(said: CalloutItem) -> PanelRow:
    return PanelRow(said.focus, "site", "", False, said.title, "", said.news, said.code, said.strong)


def _empty(sheet: Sheet, brief: Brief, area: Rect) -> None:
    if brief.entries:
        return
    x, y = area.centre
    words = block("empty", x - 300, y - 22, 600, brief.t("snap_empty"), 26, bold=True, align="center")
    rect = words.rect.shrunk(-18)
    sheet.layer("empty").add(RoundedRect("empty", rect, "#FFFFFF", palette.LEADER, 1.5), words)
