"""Tables and bars as the areas, lines and words that they consist of, for formats that have nothing like them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from atlas import palette
from atlas.palette import FOCUS_SIGN
from exporters.print.elements.fonts import FLOOR, width
from exporters.print.elements.items import (
    Bars,
    Item,
    LaidTable,
    Polyline,
    Rect,
    RoundedRect,
    Run,
    Sign,
    Simple,
    Words,
    flat,
    ring,
)

RULE: Final = "#CBD2D9"
_LINE: Final = 27.0
_GAP: Final = 10.0
_SIGN: Final = 1.05  # of the size of the words
_SHARE: Final = 0.66  # of a bar's room that the bar is high


def unfolded(items: Iterable[Item]) -> Iterator[Simple]:
    """The same things, all that consists of several taken apart."""
    for item in flat(items):
        match item:
            case LaidTable():
                yield from _grid(item)
            case Bars():
                yield from _bars(item)
            case _:
                yield item


def _grid(grid: LaidTable) -> Iterator[Simple]:
    y = grid.y
    for row in grid.rows:
        x, column = grid.x, 0
        for cell in row.cells:
            wide = sum(grid.widths[column : column + cell.span])
            if cell.fill:
                yield RoundedRect("cell", Rect(x, y, wide, row.high), cell.fill)
            x, column = x + wide, column + cell.span
        y += row.high
    y = grid.y
    for row in grid.rows:
        y += row.high
        if row.rule:
            yield Polyline("rule", ring([(grid.x, y), (grid.rect.right, y)]), RULE, 1)
        for cell in row.cells:
            if cell.sign is not None:
                yield _sign(cell.words, cell.sign)
            if cell.words.plain():
                yield cell.words


def _sign(words: Words, focus: int) -> Sign:
    size = words.size * _SIGN
    return Sign("sign", words.rect.x + size * 0.6, words.rect.y + words.leading / 2, size, focus, FOCUS_SIGN[focus])


def _bars(bars: Bars) -> Iterator[Simple]:
    """Names at the left, pieces to one scale, each with its value where it has room, the sum behind them."""
    names = max(width(name, FLOOR) for name, _ in bars.bars) + _GAP
    totals = [sum(values) for _, values in bars.bars]
    room = bars.rect.w - names - max(width(f"{one:,.10g}", FLOOR, True) for one in totals) - 2 * _GAP
    scale, step = room / max(totals), (bars.rect.h - _LINE - _GAP) / len(bars.bars)
    yield from _legend(bars)
    for number, ((name, values), total) in enumerate(zip(bars.bars, totals, strict=True)):
        y, x = bars.rect.y + _LINE + _GAP + number * step, bars.rect.x + names
        yield _words(name, bars.rect.x, y, names - _GAP, step, "right")
        for (series, colour), value in zip(bars.series, values, strict=True):
            piece = Rect(x, y + step * (1 - _SHARE) / 2, value * scale, step * _SHARE)
            if value:
                yield RoundedRect(series, piece, colour)
            if value and value != total and width(f"{value:,.10g}", FLOOR) < piece.w - 4:
                yield _words(f"{value:,.10g}", x, y, piece.w, step, "center", colour=palette.on(colour))
            x += value * scale
        yield _words(f"{total:,.10g}", x + _GAP, y, 0, step, "left", bold=True)


def _legend(bars: Bars) -> Iterator[Simple]:
    x = bars.rect.x
    for name, colour in bars.series:
        yield RoundedRect(name, Rect(x, bars.rect.y + 4, 20, 20), colour)
        yield _words(name, x + 28, bars.rect.y, 0, _LINE, "left")
        x += 28 + width(name, FLOOR) + 24


def _words(
    text: str, x: float, y: float, room: float, high: float, align: str, *, bold: bool = False, colour: str = ""
) -> Words:
    wide = room or width(text, FLOOR, bold)
    rect = Rect(x, y + (high - _LINE) / 2, wide, _LINE)
    return Words(text, rect, ((Run(text, bold),),), FLOOR, _LINE, colour or palette.INK, align)  # type: ignore[arg-type]
