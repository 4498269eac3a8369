"""CSV in: the separator is told by what makes sense of the file, strictly and in a fixed order."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Final

from loaders.lists.formats.counts import few_lines
from loaders.lists.formats.encoding import GUESSED, decode
from loaders.lists.formats.grid import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Grid
from loaders.lists.formats.headers import SEARCHED, find_header
from loaders.lists.remark import ListError, Remark

_SEPARATORS: Final = ",\t;|"
_LINE: Final = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")  # no way back: a line may be all of the file


def read_delimited(data: bytes) -> Grid:
    """The rows of a CSV, TSV or semicolon file; raises ListError."""
    text, encoding = decode(data)
    few_lines(text)
    for mark in sorted(_SEPARATORS, key=lambda mark: _sense(text, mark), reverse=True):
        if text.count(mark) > MAX_ROWS * MAX_COLUMNS:
            raise ListError("too_many_rows", rows=MAX_ROWS, cells=MAX_CELLS)
        if (grid := _rows(text, mark)) is not None:
            grid.notes.append(Remark("encoding_guessed" if encoding in GUESSED else "encoding", {"encoding": encoding}))
            return grid
    raise ListError("csv_broken")


def _rows(text: str, separator: str, most: int | None = None) -> Grid | None:
    """The rows, or the first of them; None where the separator makes no sense of the text."""
    grid = Grid()
    try:
        for number, cells in enumerate(_records(text, separator), start=1):
            grid.add(number, list(cells))
            if most and (len(grid.rows) >= most or number >= most * 100):  # empty ones are not endless either
                break
    except csv.Error:
        return None
    return grid


def _records(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(MAX_TEXT * 4)
    yield from csv.reader((line[0] for line in _LINE.finditer(text)), delimiter=separator)


def _sense(text: str, separator: str) -> tuple[int, int]:
    """How much of a list a separator makes of a file's first rows: recognised columns, then columns at all."""
    try:
        grid = _rows(text, separator, SEARCHED)
    except ListError:
        return 0, MAX_COLUMNS
    if grid is None:
        return -1, 0
    header = find_header(grid)
    return len(header.fields) if header else 0, max((len(row.cells) for row in grid.rows[:40]), default=0)
