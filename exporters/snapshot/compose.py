"""Composes the pages of a picture: head, map in its style, lists, foot; more pages only where a list needs them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from atlas import palette
from exporters.extract import Extract
from exporters.snapshot.arrange import arrange
from exporters.snapshot.brief import Brief, gather
from exporters.snapshot.compose_boxes import draw_boxes
from exporters.snapshot.frames import projection_of
from exporters.snapshot.listing import grouped, parts, renumbered
from exporters.snapshot.margins import foot, head, head_room, title_words
from exporters.snapshot.options import Options, checked
from exporters.snapshot.panel import Laid, Part, full_page
from exporters.snapshot.parts import MARGIN, block
from exporters.snapshot.sheet import PER_INCH, Box, Rect, Sheet, Words
from exporters.snapshot.stage import draw_map, sort_out
from exporters.snapshot.type import clean
from maps.basemap import Basemap

_LEAST: Final = (1150.0, 800.0)
_PICTURE: Final = (1600.0, 1000.0)
_TRIES: Final = 4
KINDS: Final = ("on", "wide", "outside", "off")


def compose(extract: Extract, base: Basemap, options: Options) -> list[Sheet]:
    """The pages of a picture in the extract's language; raises OptionError."""
    brief = gather(extract, base, checked(options))
    return _boxed(brief) if options.style == "boxes" and brief.entries else _listed(brief)


def _boxed(brief: Brief) -> list[Sheet]:
    """A page of boxes; where they do not fit, the numbered page says the same with a list."""
    sheet, band = frame_sheet(brief)
    area = Rect(0, band.y, sheet.width, band.h + 8)
    if draw_boxes(sheet, brief, area, projection_of(brief, area)):
        return [sheet]
    sheets = _listed(replace(brief, options=replace(brief.options, style="numbered")))
    sheets[0].fallback = True
    return sheets


def _listed(brief: Brief) -> list[Sheet]:
    """A map with lists: what lies outside the frame is known only once the map is drawn, so try until both agree."""
    _, band = frame_sheet(brief)
    groups = grouped(brief, sort_out(brief, projection_of(brief, band)))
    for _ in range(_TRIES):
        brief = renumbered(brief, [code for kind in KINDS for code in groups[kind]])
        listed = parts(brief, groups, KINDS if brief.options.style == "numbered" and brief.options.key else KINDS[1:])
        sheet, band = frame_sheet(brief)
        area, laid = arrange(listed, band, lambda area: projection_of(brief, area).whole)  # noqa: B023
        stage = sort_out(brief, projection_of(brief, area))
        draw_map(sheet, stage)
        before, groups = groups, grouped(brief, stage)
        if groups == before:
            break
    _empty(sheet, brief, area)
    return [sheet, *_more(brief, _draw_list(sheet, laid))]


def compose_map(extract: Extract, base: Basemap, options: Options) -> Sheet:
    """The map alone, 16:10 and without head, lists and foot, for a document that has those itself."""
    brief = gather(extract, base, replace(options, style="symbols"))
    title = Words("title", Rect(0, 0, 0, 0), (), 1, 1, palette.INK)
    sheet = Sheet(*_PICTURE, title, brief.lang, alt=brief.alt())
    area = sheet.page.shrunk(1)
    draw_map(sheet, sort_out(brief, projection_of(brief, area)))
    _empty(sheet, brief, area)
    return sheet


def frame_sheet(brief: Brief) -> tuple[Sheet, Rect]:
    """A page with its head and foot, and the room between them."""
    wide, high = page_units(brief.options)
    sheet = Sheet(wide, high, title_words(brief, head_room(wide, brief)), brief.lang, alt=brief.alt())
    top, bottom = head(sheet, brief), foot(sheet, brief)
    sheet.notes = notes(brief)
    return sheet, Rect(MARGIN, top, wide - 2 * MARGIN, bottom - top - 8)


def page_units(options: Options) -> tuple[float, float]:
    """The page in units; a small one is laid out as a larger one of the same shape and drawn smaller."""
    wide, high, _ = options.page()
    grow = max(1.0, _LEAST[0] / (max(wide, high) * PER_INCH), _LEAST[1] / (min(wide, high) * PER_INCH))
    return wide * PER_INCH * grow, high * PER_INCH * grow


def _draw_list(sheet: Sheet, laid: Laid | None) -> tuple[Part, ...]:
    if laid is None:
        return ()
    sheet.layer("key").add(*laid.items)
    sheet.labels += laid.labels
    return laid.left


def _more(brief: Brief, left: tuple[Part, ...]) -> list[Sheet]:
    """Pages of list for what found no room on the first."""
    pages: list[Sheet] = []
    while left:
        title = brief.t("snap_continued", title=brief.title)
        again = replace(brief, options=replace(brief.options, title=title))
        sheet, band = frame_sheet(again)
        laid = full_page(left, band)
        if len(laid.left) == len(left) and sum(len(p.rows) for p in laid.left) == sum(len(p.rows) for p in left):
            raise ValueError("a page too small for its list")
        left = _draw_list(sheet, laid)
        pages.append(sheet)
    return pages


def _empty(sheet: Sheet, brief: Brief, area: Rect) -> None:
    if brief.entries:
        return
    x, y = area.centre
    words = block("empty", x - 300, y - 22, 600, brief.t("snap_empty"), 26, bold=True, align="center")
    rect = words.rect.shrunk(-18)
    sheet.layer("empty").add(Box("empty", rect, "#FFFFFF", palette.LEADER, 1.5), words)


def notes(brief: Brief) -> str:
    """What goes into the notes of a slide: the filter, every initiative, every source with its address."""
    extract = brief.extract
    lines = [clean(extract.words()), extract.counts(), brief.options.link, "", brief.t("snap_notes_list")]
    lines += [f"{entry.number}. {entry.title}" for entry in brief.entries.values()]
    lines += ["", brief.t("snap_notes_sources")]
    for document in extract.cited().values():
        named = f"{document.publisher.text(brief.lang)}: {document.title.text(brief.lang)}"
        lines.append(clean(" ".join(filter(None, [named, document.date or "", document.address or ""]))))
    return "\n".join(lines)
