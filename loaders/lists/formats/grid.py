"""A sheet as rows of text, with the numbers that the spreadsheet shows; and what no list may exceed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final, NamedTuple

from atlas.text.folding import UNSEEN
from loaders.lists.remark import ListError, Remark

MAX_BYTES: Final = 20_000_000
MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 200
MAX_CELLS: Final = 600_000
MAX_CHARS: Final = 20_000_000
_HEAD: Final = 40  # rows that may stand above the list
MAX_TEXT: Final = 32_767  # what a cell of a spreadsheet holds
_BROKEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_NOTHING: Final = re.compile(rf"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)|(\s|{UNSEEN.pattern})*")


def few_enough(rows: int) -> None:
    """Raises ListError for more rows than a list may have, whatever its format."""
    if rows > MAX_ROWS:
        raise ListError("too_many_rows", rows=MAX_ROWS, cells=MAX_CELLS)


class Row(NamedTuple):
    """One row: its number, counted from 1 as the spreadsheet does, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass
class Grid:
    """The rows of a sheet that hold anything, and what is to be said about reading them."""

    rows: list[Row] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    struck: list[int] = field(default_factory=list)  # numbers of rows with cells that are struck through
    _cells: int = 0
    _chars: int = 0

    def add(self, number: int, values: list[Any]) -> None:
        """Take a row in; an empty one is passed over. Raises ListError beyond the limits."""
        cells = [cell_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            return
        self._cells += len(cells)
        self._chars += sum(map(len, cells))
        few_enough(len(self.rows) - _HEAD)
        if self._cells > MAX_CELLS:
            raise ListError("too_many_rows", rows=MAX_ROWS, cells=MAX_CELLS)
        if self._chars > MAX_CHARS:
            raise ListError("too_much_text", most=MAX_CHARS)
        if len(cells) > MAX_COLUMNS:
            raise ListError("too_many_columns", row=number, columns=MAX_COLUMNS)
        if any(len(cell) > MAX_TEXT for cell in cells):
            raise ListError("cell_too_long", row=number, limit=MAX_TEXT)
        self.rows.append(Row(number, tuple(cells)))


def cell_text(value: Any) -> str:
    """A cell's value as text: numbers without a needless point, days as ISO dates, errors as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    text = _BROKEN.sub(" ", str(value)).encode("utf-8", "replace").decode().strip()
    return "" if _NOTHING.fullmatch(text) else text
