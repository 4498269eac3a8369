"""Fact sheets as pages of A4: one where all has room, else tables go on overleaf and the timeline moves on whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from atlas import palette
from exporters.extract import Extract
from exporters.overview.strip import strip
from exporters.print.content.brief import Brief
from exporters.print.elements.fonts import clean
from exporters.print.elements.items import PER_INCH, Polyline, Rect, ring
from exporters.print.elements.parts import block
from exporters.print.elements.sheet import Layer, Sheet
from exporters.print.factsheet.cells import NOTE, Rows
from exporters.print.factsheet.detail import brief_of, draw_detail
from exporters.print.factsheet.facts import Facts, facts_of
from exporters.print.factsheet.figures import draw_figures, figures
from exporters.print.factsheet.heading import foot_parts, subtitle, title_of
from exporters.print.factsheet.tables import coming_table, sources_table, steps_table, wide_table
from exporters.print.layout.margins import foot_of, marking
from exporters.print.layout.page import coloured
from exporters.print.options import SIZES, Options
from exporters.print.tables.grid import at
from exporters.print.tables.strip import strip_height, strip_items
from maps.basemap import Basemap

MARGIN: Final = 58.0
_SIZE: Final = SIZES["a4-portrait"]
WIDE: Final = _SIZE.width * PER_INCH
_HIGH: Final = _SIZE.height * PER_INCH
ROOM: Final = WIDE - 2 * MARGIN
_MAP: Final = Rect(MARGIN, 0, ROOM * 0.55, 300.0)
_GAP: Final = 14.0
_HEADING: Final = 36.0
_FEW: Final = 0.12  # of a page: less is no room to begin a table that goes on


def fact_sheets(extract: Extract, base: Basemap, options: Options, place: str) -> list[Sheet]:
    """The pages on a country or region, from an extract of all sites; raises PlaceError where it has nothing."""
    facts = facts_of(extract, place)
    pages = _Pages(facts, brief_of(facts, base, options))
    parts = [*tables(facts)]
    pages.first()
    for one in parts:
        pages.rows(one)
        if one.grid.heads:
            pages.strip()
    pages.closed()
    return coloured(pages.sheets, options)


def tables(facts: Facts) -> Iterator[Rows]:
    """The tables in their order; the sources come last, when all are numbered."""
    found = [*filter(None, (make(facts, ROOM) for make in (steps_table, coming_table, wide_table)))]
    yield from found
    figures(facts)  # cites too
    yield sources_table(facts, ROOM, found)


def timeline(facts: Facts) -> dict[str, Any] | None:
    """The steps in time, a lane a focus area, from the first one's year to the edition."""
    past = facts.past()
    dated = [str(one.told.step["date"]) for one in past if len(str(one.told.step["date"])) > 4]
    if len(dated) < 2:
        return None
    found: dict[str, Any] = strip(past, date(int(dated[0][:4]), 1, 1), facts.today, facts.whole.lang)
    return found


def map_sheet(facts: Facts, base: Basemap, options: Options, size: tuple[float, float]) -> Sheet:
    """The map alone as a page of its own."""
    brief = brief_of(facts, base, options)
    words = clean(f"{title_of(facts)}. {facts.extract.counts()}")
    sheet = Sheet(*size, block("title", 0, 0, size[0], "", 21), facts.whole.lang, alt=words)
    draw_detail(sheet, facts, brief, sheet.page.shrunk(1))
    return coloured([sheet], options)[0]


@dataclass
class _Pages:
    """Pages under way: how far down the last one is filled, and where its foot begins."""

    facts: Facts
    brief: Brief
    sheets: list[Sheet] = field(default_factory=list)
    y: float = 0.0
    end: float = 0.0

    def first(self) -> None:
        """Title, map and key figures."""
        self._turn()
        sheet, left = self.sheets[0], _MAP.right + _GAP
        area = Rect(left, self.y, WIDE - MARGIN - left, 0)
        bottom = draw_figures(sheet, self.facts, area, self.y + _MAP.h)
        draw_detail(sheet, self.facts, self.brief, _MAP._replace(y=self.y, h=bottom - self.y))
        self.y = bottom + _GAP

    def rows(self, one: Rows) -> None:
        """A table under its heading: it goes on overleaf where this page still has room to begin it."""
        heads = one.grid.heads
        left = [*zip(one.grid.rows[heads:], one.tied[heads:], strict=True)]
        over, room = self.y + _HEADING + one.grid.rect.h > self.end, self.end - self.y
        if over and room < _FEW * _HIGH:
            self._turn()
        while left:
            whole = len(left) == len(one.grid.rows) - heads
            layer = self._heading(one.name if whole else self.facts.t("snap_continued", title=one.name), one.note)
            y = self.y
            taken = _taken(left, self.end - y - sum(row.high for row in one.grid.rows[:heads]))
            placed = at(one.grid, MARGIN, y, [row for row, _ in left[:taken]])
            layer.add(placed)
            self.y, left = placed.rect.bottom + _GAP, left[taken:]
            if left:
                self._turn()
                title = one.again.get(len(one.grid.rows) - len(left))
                left = [*([(title, True)] if title else []), *left]

    def strip(self) -> None:
        """The timeline to scale."""
        one = timeline(self.facts)
        if one is None:
            return
        high = strip_height(one["strip"], True)
        if self.y + _HEADING + high > self.end:
            self._turn()
        layer = self._heading(self.facts.t("fact_timeline"), one["note"])
        layer.add(*strip_items(one["strip"], Rect(MARGIN, self.y, ROOM, high), True))
        self.y += high + _GAP

    def _heading(self, title: str, note: str) -> Layer:
        """A heading with what is to be known beside it."""
        layer = self.sheets[-1].layer(clean(title), clean(f"{title} {note}"))
        head = block("heading", MARGIN, self.y, ROOM, clean(title), 25, bold=True)
        beside = head.rect.right + 24
        told = block("note", beside, self.y + 7, WIDE - MARGIN - beside, clean(note), NOTE, colour=palette.MUTED)
        layer.add(head, *([told] if note else []))
        self.y = max(self.y + _HEADING, told.rect.bottom + 4 if note else 0)
        return layer

    def closed(self) -> None:
        """Name the pages, and tell the report what stands on them."""
        self.sheets[0].tally["placed"] = list(self.facts.extract.groups)
        for sheet in self.sheets:
            sheet.bookmark = title_of(self.facts)

    def _turn(self) -> None:
        """Begin a page with title, marking and foot."""
        facts, lang, first = self.facts, self.facts.whole.lang, not self.sheets
        text, size = (title_of(facts), 44.0) if first else (facts.t("snap_continued", title=title_of(facts)), 28.0)
        title = block("title", MARGIN, 40, ROOM - 180, text, size, bold=True, leading=1.25)
        alt = f"{title.plain()}. {facts.extract.counts()}"
        sheet = Sheet(
            WIDE,
            _HIGH,
            title,
            lang,
            alt=clean(alt),
            notes="\n".join((title_of(facts), facts.whole.edition(), self.brief.options.link)),
        )
        marking(sheet, self.brief.options, MARGIN)
        self.y = title.rect.bottom + 4
        layer = sheet.layer("head")
        if first:
            words = block("subtitle", MARGIN, self.y, ROOM, "\u3000｜\u3000".join(subtitle(facts)), 21,
                          colour=palette.NEUTRAL)  # fmt: skip
            layer.add(words)
            self.y = words.rect.bottom + 6
        self.y = max(self.y, MARGIN + 36)
        layer.add(Polyline("rule", ring([(MARGIN, self.y), (WIDE - MARGIN, self.y)]), palette.INK, 2))
        self.y += _GAP
        self.end = foot_of(sheet, [*foot_parts(facts, self.brief.options, True)], self._link(), MARGIN, NOTE) - 10
        self.sheets.append(sheet)

    def _link(self) -> str:
        return self.brief.options.link if self.brief.options.qr else ""


def _taken(left: list[tuple[Any, bool]], room: float) -> int:
    """How many rows a page holds, at least one; the last may not be one that stays with the next."""
    high, count = 0.0, 0
    for number, (row, _) in enumerate(left, 1):
        high += row.high
        if high > room:
            break
        count = number
    while 0 < count < len(left) and left[count - 1][1]:
        count -= 1
    return count or 1
