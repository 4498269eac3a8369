"""The pages round a pack: cover, contents, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from atlas import palette
from exporters.clean import web
from exporters.print.content.brief import Brief
from exporters.print.elements.fonts import FLOOR, clean, wrap
from exporters.print.elements.items import CHAPTER, Polyline, Rect, RoundedRect, Run, Words, ring
from exporters.print.elements.parts import MARGIN, block
from exporters.print.elements.sheet import Layer, Sheet
from exporters.print.layout.margins import foot, marking
from exporters.print.layout.page import finished, frame_sheet, page_units

_ROW: Final = 32.0


def _page(brief: Brief, title: str) -> tuple[Sheet, Rect]:
    return frame_sheet(replace(brief, options=replace(brief.options, title=title, subtitle="", legend=False)))


def bound(brief: Brief, chapters: Sequence[tuple[str, Sequence[Sheet]]], before: int = 0) -> list[Sheet]:
    """Chapters, each with its title, behind a cover and contents, when so many pages stand `before` them."""
    titles, lengths = [title for title, _ in chapters], [len(sheets) for _, sheets in chapters]
    front = finished([cover_page(brief), *contents_pages(brief, titles, lengths, before)], brief.options)
    found = []
    for title, sheets in ((brief.title, front), *chapters):
        found += [replace(sheet, chapter=title) for sheet in sheets]
    return found


def cover_page(brief: Brief) -> Sheet:
    """The first page: title, filter in words, counts, edition."""
    wide, high = page_units(brief.options)
    x, y, room = 2 * MARGIN, high * 0.3, wide - 4 * MARGIN
    title = block("title", x, y, room, brief.title, 52, bold=True, even=True, most=3, leading=1.3)
    sheet = Sheet(wide, high, title, brief.lang, alt=brief.alt())
    layer = sheet.layer("cover")
    for place, focus in enumerate((1, 2, 3)):
        layer.add(RoundedRect("rule", Rect(x + place * 104, y - 32, 96, 6), palette.FOCUS[focus]))
    y = title.rect.bottom + 20
    for text in filter(None, (brief.options.subtitle, brief.extract.words(), brief.extract.counts())):
        line = block("cover", x, y, room, clean(text), 24, colour=palette.NEUTRAL, most=3)
        layer.add(line)
        y = line.rect.bottom + 6
    marking(sheet, brief.options)
    foot(sheet, brief)
    return sheet


def contents_pages(brief: Brief, titles: Sequence[str], lengths: Sequence[int], before: int = 0) -> list[Sheet]:
    """What follows on which page, in as many pages as it needs."""
    sheet, band = _page(brief, brief.t("snap_contents"))
    per_page = max(1, int(band.h // _ROW)) * 2
    front = before + 1 + -(-len(titles) // per_page)
    first = list(accumulate(lengths, initial=front + 1))
    pages = []
    for start in range(0, len(titles), per_page):
        sheet, band = _page(brief, brief.t("snap_contents"))
        layer = sheet.layer("contents")
        for place, title in enumerate(titles[start : start + per_page]):
            column, row = divmod(place, per_page // 2)
            _entry(layer, band, column, row, title, first[start + place])
        pages.append(sheet)
    return pages


def _entry(layer: Layer, band: Rect, column: int, row: int, title: str, number: int) -> None:
    wide = band.w / 2 - 20
    x, y = band.x + column * (wide + 40), band.y + 6 + row * _ROW
    line = block(clean(title), x, y, wide - 70, clean(title), FLOOR, most=1, leading=_ROW / FLOOR)
    [[run]] = line.lines
    layer.add(line._replace(lines=((run._replace(link=f"{CHAPTER}{title}"),),)))
    page = Rect(x + wide - 60, y, 60, _ROW)
    layer.add(Words("page", page, ((Run(str(number)),),), FLOOR, _ROW, palette.MUTED, "right"))
    layer.add(Polyline("rule", ring([(x, y + _ROW - 1), (x + wide, y + _ROW - 1)]), "#E1E5E9", 1))


def source_pages(brief: Brief) -> list[Sheet]:
    """Every source that is cited, with publisher, date and address, in two columns."""
    runs = [*_sources(brief)] or [Run(brief.t("note_empty"))]
    room = frame_sheet(brief)[1].w / 2 - 40
    entries = [(run, wrap(run.text, room, FLOOR)) for run in runs]
    pages = []
    while entries:
        sheet, band = _page(brief, brief.t("snap_notes_sources"))
        layer, lead = sheet.layer("sources"), FLOOR * 1.4
        wide, rows = band.w / 2 - 20, int(band.h // lead)
        for column in range(2):
            some = entries[: max(1, _fitting(entries, rows))]
            entries = entries[len(some) :]
            lines = tuple((run._replace(text=line),) for run, broken in some for line in broken)
            rect = Rect(band.x + column * (wide + 40), band.y, wide, len(lines) * lead)
            flow = tuple((run,) for run, _ in some)
            layer.add(*([Words("sources", rect, lines, FLOOR, lead, palette.INK, flow=flow)] if some else []))
        pages.append(sheet)
    return pages


def _fitting(entries: Sequence[tuple[Run, Sequence[str]]], rows: int) -> int:
    """How many entries from the first have room in so many rows."""
    return sum(used <= rows for used in accumulate(len(lines) for _, lines in entries))


def _sources(brief: Brief) -> Iterator[Run]:
    """Each source with its address, which it leads to."""
    for one in brief.extract.cited().values():
        named = f"{one.publisher.text(brief.lang)}: {one.title.text(brief.lang)}"
        text = clean("  ".join(filter(None, [named, str(one.date or ""), str(one.address or "")])))
        yield Run(f"・ {text}", link=web(one.address))
