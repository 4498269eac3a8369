"""A table of words as a grid: columns as wide as they need, cells broken into lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

from atlas import palette
from exporters.print.elements.fonts import FLOOR, clean, phrases, width
from exporters.print.elements.items import Align, LaidCell, LaidRow, LaidTable, Rect, Run, Words
from exporters.print.elements.runs import wrap_runs

Cell = Mapping[str, Any]
Paragraphs = tuple[tuple[Run, ...], ...]
_HEAD: Final = "#E9EDF0"
_GAP: Final = "#F6F7F9"
_BROAD: Final = 560.0  # from this width on what stands beneath a cell's words follows them in their line
_SOURCE: Final = 0.2  # of the room: who says something takes no more than that
_SPARE: Final = 28.0  # a day stays on one line where a program sets digits and kanji apart
_AIRY: Final = 0.6  # a table that needs less of the room stays as narrow as it is
_SIGN: Final = {"focus1-site": ("① ", 1), "focus2-site": ("② ", 2), "focus3-site": ("③ ", 3), "focus0-site": ("＋ ", 0)}
_SHADES: Final = ((0.7, "#5D6B78"), (0.45, "#8FA0AE"), (0.2, "#BECBD5"), (0.0, "#E1E8ED"))


class Spacing(NamedTuple):
    """Of a table: how high a line is, and the room beside and over the words of a cell, in units."""

    line: float = 27.0
    beside: float = 9.0
    over: float = 3.0


TIGHT: Final = Spacing(24.0, 3.5, 0.0)


def grid_of(
    title: str, heads: Sequence[Sequence[Cell]], rows: Sequence[Sequence[Cell]], room: float, how: Spacing | None = None
) -> LaidTable:
    """A table no wider than `room`; its lines are broken, its place is (0, 0)."""
    how = how or Spacing()
    lines = [*((row, True) for row in heads), *((row, False) for row in rows)]
    widths = _widths(lines, room, how)
    done = tuple(_row(row, widths, head, how) for row, head in lines)
    return _settled(LaidTable(title, 0, 0, widths, done, len(heads)))


def at(grid: LaidTable, x: float, y: float, rows: Sequence[LaidRow]) -> LaidTable:
    """Some rows of a table under its heads, at a place."""
    return _settled(grid._replace(x=x, y=y, rows=(*grid.rows[: grid.heads], *rows)))


def said(cell: Cell, head: bool = False, broad: bool = False) -> Paragraphs:
    """What a cell says: its words with a sign before and marks behind them, then what stands beneath."""
    sign, area = _SIGN.get(cell.get("sign", ""), ("", None))
    text = clean(str(cell.get("text", "")))
    bold = head or area is not None or (bool(cell.get("sub")) and "n" in _kinds(cell))
    ink = palette.FOCUS_TEXT[area] if area is not None else None
    rule: Literal["", "under"] = "under" if cell.get("strong") else ""
    first = [Run(sign + text, bold, ink, str(cell.get("href") or ""), rule)] if text else []
    first += [Run(f" [{mark}]", False, palette.MUTED, str(href or "")) for mark, href in cell.get("marks", ())]
    beneath = [Run(clean(str(cell["sub"])), False, palette.NEUTRAL)] if cell.get("sub") else []
    if broad and first and beneath and "n" not in _kinds(cell):
        return ((*first, Run("\u3000"), *beneath),)
    more = [[Run(clean(name), bold, ink, str(href or ""))] for name, href in cell.get("more", ())]
    return tuple(tuple(runs) for runs in (first, *more, beneath) if runs)


def _kinds(cell: Cell) -> list[str]:
    return str(cell.get("kind", "")).split()


def _span(cell: Cell) -> int:
    return int(cell.get("span", 1))


def _widths(rows: Sequence[tuple[Sequence[Cell], bool]], room: float, how: Spacing) -> tuple[float, ...]:
    """What each column needs, the widest made narrower until all have room."""
    count = max(sum(map(_span, row)) for row, _ in rows)
    wish, least = [how.line] * count, [how.line] * count
    for row, head in rows:
        column = 0
        for cell in row:
            if _span(cell) == 1 and not cell.get("turned"):
                most = _SOURCE * room if "source" in _kinds(cell) else room * len(rows)
                wish[column] = max(wish[column], min(_length(cell, head), most))
                least[column] = max(least[column], _least(cell, head))
            column += _span(cell)
    inner = room - 2 * how.beside * count
    if sum(wish) <= inner:
        spare = (inner - sum(wish)) / count if sum(wish) > inner * _AIRY else 0.0
        return tuple(one + 2 * how.beside + spare for one in wish)
    if sum(least) > inner:  # phrases that are wider than the page break after all
        least = [min(one, _most(least, [how.line] * count, inner)) for one in least]
    most = _most(wish, least, inner)
    return tuple(min(one, max(most, some)) + 2 * how.beside for one, some in zip(wish, least, strict=True))


def _most(wish: Sequence[float], least: Sequence[float], room: float) -> float:
    """How wide the widest columns may be so that all fit."""
    low, high = 0.0, max(wish)
    for _ in range(30):
        middle = (low + high) / 2
        fits = sum(min(one, max(middle, some)) for one, some in zip(wish, least, strict=True)) <= room
        low, high = (middle, high) if fits else (low, middle)
    return low


def _length(cell: Cell, head: bool) -> float:
    lines = [sum(width(run.text, FLOOR, run.bold) for run in runs) for runs in said(cell, head, True)]
    return max(lines, default=0.0) + (_SPARE if "day" in _kinds(cell) else 1)


def _least(cell: Cell, head: bool) -> float:
    """The widest phrase, which no line may break."""
    runs = [run for paragraph in said(cell, head) for run in paragraph]
    return max((width(piece.rstrip(), FLOOR, run.bold) for run in runs for piece in phrases(run.text)), default=0.0) + 1


def _row(row: Sequence[Cell], widths: Sequence[float], head: bool, how: Spacing) -> LaidRow:
    cells, column = [], 0
    for cell in row:
        cells.append(_cell(cell, sum(widths[column : column + _span(cell)]) - 2 * how.beside, head, how))
        column += _span(cell)
    return LaidRow(max(cell.words.rect.h for cell in cells) + 2 * how.over, tuple(cells))


def _cell(cell: Cell, wide: float, head: bool, how: Spacing) -> LaidCell:
    paragraphs, turned = said(cell, head, wide > _BROAD), bool(cell.get("turned"))
    room = width(str(cell["text"]), FLOOR, True) + 8 if turned else wide
    lines = _lines(paragraphs, room)
    if len(lines) > len(paragraphs) == 1:  # too long for one line: what stands beneath begins one of its own
        paragraphs = said(cell, head)
        lines = _lines(paragraphs, room)
    align: Align = "right" if "n" in _kinds(cell) else "center" if "level" in cell else "left"
    fill, ink = (_HEAD, palette.INK) if head else _shade(cell)
    rect = Rect(0, 0, how.line, room) if turned else Rect(0, 0, wide, max(len(lines), 1) * how.line)
    words = Words("cell", rect, lines, FLOOR, how.line, ink, "left" if turned else align, turned=turned)
    return LaidCell(words, paragraphs, fill, _span(cell))


def _lines(paragraphs: Paragraphs, room: float) -> tuple[tuple[Run, ...], ...]:
    return tuple(line for runs in paragraphs for line in wrap_runs(runs, room, FLOOR))


def _shade(cell: Cell) -> tuple[str | None, str]:
    level = cell.get("level")
    if level is None:
        return _GAP if "gap" in _kinds(cell) else None, palette.MUTED if "none" in _kinds(cell) else palette.INK
    fill = next(colour for least, colour in _SHADES if level >= least) if level else _GAP
    return fill, palette.on(fill) if level else palette.PLATE


def _settled(grid: LaidTable) -> LaidTable:
    """The words of each cell at their place: in the middle, at the top of the row, turned ones on its floor."""
    y, rows = grid.y, []
    for row in grid.rows:
        x, column, cells = grid.x, 0, []
        for cell in row.cells:
            wide = sum(grid.widths[column : column + cell.span])
            rect, high = cell.words.rect, max(one.words.rect.h for one in row.cells)
            over = (row.high - high) / 2
            down = row.high - over - rect.h if cell.words.turned else over
            placed = rect._replace(x=x + (wide - rect.w) / 2, y=y + down)
            cells.append(cell._replace(words=cell.words._replace(rect=placed)))
            x, column = x + wide, column + cell.span
        rows.append(row._replace(cells=tuple(cells)))
        y += row.high
    return grid._replace(rows=tuple(rows))
