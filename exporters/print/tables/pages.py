"""Tables on as many pages as they need: nothing smaller than the floor of type, no row cut, no row dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from atlas import palette
from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.print.content.brief import default_title
from exporters.print.elements.fonts import FLOOR, clean
from exporters.print.elements.items import Bars, LaidRow, LaidTable, Rect, Words
from exporters.print.elements.parts import MARGIN, block
from exporters.print.elements.sheet import Layer, Sheet
from exporters.print.layout.margins import below_title, foot_of, hosted_title, marking, marking_room, printed_date
from exporters.print.layout.page import finished, page_units
from exporters.print.options import Options
from exporters.print.tables.grid import at
from exporters.print.tables.matrix import is_broad, laid
from exporters.print.tables.strip import strip_height, strip_items

Table = Mapping[str, Any]
_CHART: Final = Rect(MARGIN, 0, 560.0, 0)
_BAR: Final = 56.0  # how high a bar's room is
_GAP: Final = 26.0
_HEADING: Final = 42.0
_LEAST: Final = 3  # rows that stay together under a heading
_FEW: Final = 0.25  # of a page: less is no room to begin a table that goes on


def table_sheets(
    extract: Extract, title: str, note: str, tables: Sequence[Table], link: str = "", look: Options | None = None
) -> list[Sheet]:
    """The tables as pages in the extract's language; `link` leads to the same screen.

    `look` has size, marking and date of the pages, and a title in place of the one that the tables give.
    """
    look = look or Options()
    titled = look.title or f"{title}{t(extract.lang, 'colon')}{default_title(extract, after=True)}"
    flow = _Flow(extract, clean(titled), note, tables, link, look)
    for one in sorted(tables, key=is_broad):
        flow.add(one)
    for number, sheet in enumerate(flow.sheets, 1):
        words = f"{number}/{len(flow.sheets)}"
        if len(flow.sheets) > 1 and look.bare:
            sheet.title = hosted_title(sheet.title.plain(), words, sheet.lang)
        elif len(flow.sheets) > 1:
            right = flow.wide - MARGIN - flow.marked
            number_of = block("number", right - 100, 20, 100, words, 24, bold=True, align="right")
            sheet.layer("number").add(number_of)
    return finished(flow.sheets, look)


@dataclass
class _Flow:
    """Pages under way: how far down the last one is filled, where its foot begins, what room is left beside."""

    extract: Extract
    title: str
    note: str
    tables: Sequence[Table]
    link: str
    look: Options
    sheets: list[Sheet] = field(default_factory=list)
    y: float = 0.0
    end: float = 0.0
    beside: Rect | None = None
    marked: float = 0.0

    def __post_init__(self) -> None:
        self.wide, self.high = page_units(self.look)
        self.room = self.wide - 2 * MARGIN
        self._turn()

    def add(self, one: Table) -> None:
        """A table with its title, from page to page; a strip has no rows."""
        if "strip" in one:
            self._strip(one)
            return
        bars = one.get("bars")
        grid = laid(one, self.room - (_CHART.w + _GAP if bars else 0))
        left = [*grid.rows[grid.heads :]]
        if not bars and self._stood_beside(one, grid):
            return
        if self._crowded(grid):
            self._turn()
        while left:
            top, layer = self.y, self._heading(one, MARGIN, self.room)
            below = self._bars(layer, grid.name, bars) if bars else 0.0
            left = self._part(layer, grid, left, MARGIN + (_CHART.w + _GAP if bars else 0))
            self.y, bars = max(self.y, below), None
            self._narrowed(max(_right(layer), MARGIN + self.room if below else 0.0), top)
            if left:
                self._turn()

    def _strip(self, one: Table) -> None:
        """A strip of time over the whole width."""
        layer, rect = self._heading(one, MARGIN, self.room), Rect(MARGIN, self.y, self.room, strip_height(one["strip"]))
        layer.add(*strip_items(one["strip"], rect))
        self.y = rect.bottom + _GAP

    def _bars(self, layer: Layer, name: str, bars: Mapping[str, Any]) -> float:
        """Bars at the left of a table's first rows; returns where what follows may begin."""
        rect = _CHART._replace(y=self.y, h=min(_BAR * (len(bars["rows"]) + 1), self.end - self.y))
        layer.add(_chart(name, bars, rect))
        return rect.bottom + _GAP

    def _stood_beside(self, one: Table, grid: LaidTable) -> bool:
        """Puts a narrow table at the right of a narrow one, where it has room."""
        room, below = self.beside, self.y
        if room is None or grid.rect.w > room.w or grid.rect.h + _HEADING > room.h:
            return False
        self.y = room.y
        layer = self._heading(one, room.x, room.w)
        layer.add(at(grid, room.x, self.y, grid.rows[grid.heads :]))
        self.y = max(self.y + grid.rect.h + _GAP, below)
        self._narrowed(_right(layer), room.y)
        return True

    def _narrowed(self, right: float, top: float) -> None:
        """Notes the room at the right of what has just been placed."""
        x = right + 3 * _GAP
        self.beside = Rect(x, top, self.wide - MARGIN - x, self.end - top) if x < 0.75 * self.wide else None

    def _crowded(self, grid: LaidTable) -> bool:
        """Whether a table begins on a page of its own: for its first rows, or where little of this one is left."""
        room, first = self.end - self.y - _HEADING, sum(row.high for row in grid.rows[: grid.heads + _LEAST])
        return first > room or (grid.rect.h > room and room < _FEW * self.end)

    def _turn(self) -> None:
        """Begin a page."""
        lead = "" if self.sheets or self.look.title else clean(str(self.tables[0].get("lead", "")))
        self.marked = marking_room(self.look)
        room = self.room - 120 - self.marked
        title = block("title", MARGIN, 14, room, lead or self.title, 34, bold=True, most=2, leading=1.3)
        title = hosted_title(lead or self.title, "", self.extract.lang) if self.look.bare else title
        sheet = Sheet(self.wide, self.high, title, self.extract.lang, alt=self.title, notes="\n".join(self._notes()))
        marking(sheet, self.look)
        self.sheets.append(sheet)
        self.beside = None
        self.y = below_title(title, self.look)
        if len(self.sheets) == 1 and self.note:
            words = block("note", MARGIN, self.y, self.room, clean(self.note), FLOOR, colour=palette.MUTED)
            sheet.layer("head").add(words)
            self.y = words.rect.bottom + 12
        dated = printed_date(self.look, self.extract.lang)
        said = {
            "shown": clean(self.extract.words()),
            "edition": self.extract.edition(),
            "date": dated,
            "link": self.link,
        }
        parts = [(t(self.extract.lang, f"snap_{key}_head"), text, text if key == "link" else "")
                 for key, text in said.items() if text]  # fmt: skip
        self.end = foot_of(sheet, parts, self.link if self.look.qr else "") - 10

    def _notes(self) -> Iterator[str]:
        """What a slide's notes say: what is shown, and the tables with what is to be known of them."""
        yield from (clean(self.extract.words()), self.extract.counts(), self.extract.edition(), self.link, "")
        for one in self.tables:
            yield clean(f"{one['title']}{t(self.extract.lang, 'colon')}{one.get('note', '')}")

    def _heading(self, one: Table, x: float, room: float) -> Layer:
        """The title of a table with its note beside it, in a layer of its own."""
        title, note = clean(str(one["title"])), clean(str(one.get("note", "")))
        layer = self.sheets[-1].layer(title, f"{title} {note}")
        head = block("heading", x, self.y, min(room, 0.55 * self.wide), title, 24, bold=True)
        beside = head.rect.right + 24
        told = block("note", beside, self.y + 4, x + room - beside, note, FLOOR, colour=palette.MUTED)
        layer.add(head, told)
        self.y = max(head.rect.bottom, told.rect.bottom) + 8
        return layer

    def _part(self, layer: Layer, grid: LaidTable, left: list[LaidRow], x: float) -> list[LaidRow]:
        """As many rows as the page holds, at least one; returns the others."""
        room, taken = self.end - self.y - sum(row.high for row in grid.rows[: grid.heads]), 0
        while taken < len(left) and (not taken or sum(row.high for row in left[: taken + 1]) <= room):
            taken += 1
        placed = at(grid, x, self.y, left[:taken])
        layer.add(placed)
        self.y = placed.rect.bottom + _GAP
        return left[taken:]


def _right(layer: Layer) -> float:
    """Where what has been placed ends at the right."""
    return max(item.rect.right for item in layer.items if isinstance(item, LaidTable | Words))


def _chart(name: str, bars: Mapping[str, Any], rect: Rect) -> Bars:
    series = tuple((name, palette.STEPS[step]) for name, step in zip(bars["series"], bars["steps"], strict=True))
    return Bars(name, rect, series, tuple((clean(label), tuple(values)) for label, values in bars["rows"]))
