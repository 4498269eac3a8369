"""A tab of the overview as a sheet: its tables one below the other, figures as numbers, sources with addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any, Final

from exporters.extract import Extract
from exporters.tables.workbook import Book
from exporters.tables.xlsx import about

Cell = Mapping[str, Any]
_WIDTHS: Final = (34, 22, 22, 12)  # the last one holds for all that follow
_DAY: Final = len("2026-11-22")
_COMPARED: Final = (24, 40)


def overview_bytes(extract: Extract, tab: str, tables: Sequence[Mapping[str, Any]]) -> bytes:
    """The workbook: the tables of a tab, and a sheet that says what they are and who says so."""
    book = Book(extract)
    sheet, row = book.sheet(f"overview_tab_{tab}"), 0
    for column, width in enumerate(_COMPARED if tab == "compare" else _WIDTHS):
        sheet.set_column(column, 60, width)
    for one in (one for one in tables if "strip" not in one):
        row = _table(book, sheet, row, one)
    about(book, extract)
    return book.close()


def _table(book: Book, sheet: Any, row: int, one: Mapping[str, Any]) -> int:
    """Write a table from a row on; the row after it and a free one."""
    sheet.write_string(row, 0, one["title"], book.styles["title"])
    book.put(sheet, row + 1, 0, one.get("note", ""))
    head, lines = _lines(one)
    for column, name in enumerate(head):
        sheet.write_string(row + 2, column, name, book.styles["head"])
    row += 2 + bool(head)
    for line in lines:
        row += _line(book, sheet, row, line)
    return row + 1


def _line(book: Book, sheet: Any, row: int, cells: Sequence[Cell]) -> int:
    """Write the cells of a line with what stands beneath them; how many rows that took."""
    spans = [cell.get("span", 1) for cell in cells]
    high = max(1 + max(bool(cell.get("sub") or cell.get("marks")), len(cell.get("more", ()))) for cell in cells)
    for column, span, cell in zip(accumulate([0, *spans[:-1]]), spans, cells, strict=True):
        for at in range(row, row + high) if span > 1 else ():
            sheet.merge_range(at, column, at, column + span - 1, "", book.styles["text"])
        _put(book, sheet, row, column, cell)
        if high > 1:
            book.put(sheet, row + 1, column, _beneath(cell))
        for below, (name, href) in enumerate(cell.get("more", ()), row + 1):
            book.put(sheet, below, column, name)
            book.put(sheet, below, column + 1, href, "link")
    return high


def _lines(one: Mapping[str, Any]) -> tuple[list[str], list[list[Cell]]]:
    """The headings, and the lines with their foot; a matrix as a table."""
    if "counts" in one:
        head = ["", one["named_as"], *(name for _, name, _ in one["columns"])]
        lines = zip(one["lines"], one["named"], one["counts"], strict=True)
        return head, [[{"text": name}, {"value": n}, *({"value": count} for count in counts)]
                      for (_, name), n, counts in lines]  # fmt: skip
    head = [cell["text"] for cell in one["head"][0]] if one.get("head") else []
    return head, [*one["rows"], *one.get("foot", [])]


def _put(book: Book, sheet: Any, row: int, column: int, cell: Cell) -> None:
    """A figure as a number, a whole date as one, its currency or its address in the next column."""
    whole = len(cell.get("iso", "")) == _DAY
    book.put(
        sheet, row, column, cell["iso"] if whole else cell.get("value", cell.get("text")), "date" if whole else "text"
    )
    book.put(sheet, row, column + 1, cell.get("unit"))
    if cell.get("href"):
        book.put(sheet, row, column + 1, cell["href"], "link")


def _beneath(cell: Cell) -> str:
    marks = " ".join(f"[{mark}]" for mark, _ in cell.get("marks", ()))
    return " ".join(part for part in (cell.get("sub"), marks) if part)
