"""Rows and cells of a fact sheet's tables, laid out for widths that are given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from atlas import palette
from exporters.print.elements.fonts import FLOOR, clean, width
from exporters.print.elements.items import Align, LaidCell, LaidRow, LaidTable, Rect, Run, Words
from exporters.print.elements.runs import wrap_runs

NOTE: Final = 18.3  # 9.1 pt: notes and sources
BESIDE: Final = 9.0
TINT: Final = "#E9EDF0"
_LEADING: Final = {FLOOR: 26.0, NOTE: 22.0}
LETTERS: Final = {1: "① ", 2: "② ", 3: "③ ", 0: "＋ "}  # where no sign can be drawn
_BLANK: Final = "\u3000\u2002"


class Said(NamedTuple):
    """What a cell is to say, and how it looks."""

    runs: tuple[Run, ...]
    size: float = FLOOR
    align: Align = "left"
    colour: str = palette.INK
    fill: str | None = None
    span: int = 1
    sign: int | None = None
    indent: float = 0.0

    @property
    def wide(self) -> float:
        """How wide it is on one line, with the room beside it."""
        return sum(width(run.text, self.size, run.bold) for run in self.runs) + 2 * BESIDE + 8


class Rows(NamedTuple):
    """A table under way: its rows, which of them stay with the next, and what is to be known of it.

    `again` has the row that stands once more over a row, by its number, where that begins a page.
    """

    name: str
    grid: LaidTable
    tied: tuple[bool, ...]
    note: str = ""
    again: Mapping[int, LaidRow] = {}


def say(
    text: str, *, bold: bool = False, size: float = FLOOR, align: Align = "left", colour: str = palette.INK,
    fill: str | None = None, span: int = 1, sign: int | None = None, indent: float = 0.0, link: str = "",
) -> Said:  # fmt: skip
    """A cell of one look."""
    runs = (Run(clean(text), bold, link=link),) if text else ()
    return Said(runs, size, align, colour, fill, span, sign, indent)


def row(cells: Sequence[Said], widths: Sequence[float], over: float = 0.0, *, rule: bool = False) -> LaidRow:
    """A row as high as its highest cell, with so much room above and below."""
    laid, column = [], 0
    for one in cells:
        laid.append(_cell(one, sum(widths[column : column + one.span])))
        column += one.span
    return LaidRow(max(cell.words.rect.h for cell in laid) + 2 * over, tuple(laid), rule)


def _cell(one: Said, wide: float) -> LaidCell:
    room, leading = wide - 2 * BESIDE - 2 * one.indent, _LEADING[one.size]
    first = (Run(LETTERS[one.sign], True),) if one.sign is not None else ()
    runs = (*first, *one.runs)
    lines = tuple(wrap_runs(runs, room, one.size)) if runs else ()
    drawn = (_unlettered(lines[0]), *lines[1:]) if first else lines
    rect = Rect(0, 0, room, max(len(lines), 1) * leading)
    words = Words("cell", rect, drawn, one.size, leading, one.colour, one.align)
    return LaidCell(words, (runs,) if runs else (), one.fill, one.span, one.sign)


def _unlettered(line: tuple[Run, ...]) -> tuple[Run, ...]:
    """A first line with room where its sign is drawn."""
    return (line[0]._replace(text=_BLANK + line[0].text[2:]), *line[1:])


def columns(
    rows: Iterable[Sequence[Said]], room: float, least: Sequence[float], most: Sequence[float]
) -> tuple[float, ...]:  # fmt: skip
    """As wide as its words each, between `least` and `most`; the first has what is left of the room."""
    wide = [0.0, *least]
    for cells in rows:
        column = 0
        for one in cells:
            if one.span == 1 and column:
                wide[column] = max(wide[column], min(one.wide, most[column - 1]))
            column += one.span
    return (room - sum(wide), *wide[1:])


def table(
    name: str, widths: tuple[float, ...], rows: Sequence[tuple[LaidRow, bool]], heads: int = 0, note: str = ""
) -> Rows:  # fmt: skip
    """A table of rows, each with whether it stays with the next."""
    grid = LaidTable(name, 0, 0, widths, tuple(one for one, _ in rows), heads)
    return Rows(name, grid, tuple(tied for _, tied in rows), note)
