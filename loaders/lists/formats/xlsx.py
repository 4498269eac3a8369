"""XLSX in: the first sheet that has a header, row by row, merged cells filled."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from contextlib import closing
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from adapters.openpyxl import part_of
from loaders.lists.formats.counts import Range
from loaders.lists.formats.grid import MAX_COLUMNS, MAX_ROWS, Grid
from loaders.lists.formats.headers import SEARCHED, find_header
from loaders.lists.formats.package import repacked
from loaders.lists.remark import ListError, Remark

_LAST: Final = 1_048_576  # the last row that a sheet can have, whatever a file claims
_MAX_COVERED: Final = 200_000  # rows
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column


def read_xlsx(data: bytes) -> Grid:
    """The rows of a workbook's list; the names of the other sheets are noted. Raises ListError."""
    archive, merged = repacked(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that no list needs
            with closing(load_workbook(archive, read_only=True, data_only=True, keep_links=False)) as book:
                return _list(book, merged)
    except (ListError, MemoryError):
        raise
    except Exception as error:  # whatever a damaged workbook makes of the library
        raise ListError("xlsx_broken") from error


def _list(book: Any, merged: Mapping[str, list[Range]]) -> Grid:
    """The first sheet under whose first rows is a header; only that one is read whole."""
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    merges = {part: _by_row(ranges) for part, ranges in merged.items()}
    for sheet in sheets:
        own = merges.get(part_of(sheet), {})
        if find_header(_grid(sheet, own, SEARCHED)) is not None:
            grid = _grid(sheet, own)
            others = [str(other.title) for other in sheets if other is not sheet]
            if others:
                values = {"sheet": str(sheet.title), "others": ", ".join(others)[:200]}
                grid.notes.append(Remark("other_sheets", values))
            return grid
    return Grid()


def _grid(sheet: Any, merges: Mapping[int, list[Merge]], most: int | None = None) -> Grid:
    """The rows of a sheet, or the first of them."""
    grid, held = Grid(), dict[Merge, Any]()
    sheet.reset_dimensions()  # what the file claims about its size is not relied on
    rows = sheet.iter_rows(values_only=True, max_row=_LAST, max_col=MAX_COLUMNS + 1)
    for number, values in enumerate(rows, start=1):
        if values.count(None) < len(values) or number in merges:
            cells = list(values)
            for merge in merges.get(number, ()):
                _fill(cells, number, merge, held)
            grid.add(number, cells)
            if most and len(grid.rows) >= most:
                break
    return grid


def _fill(cells: list[Any], number: int, merge: Merge, held: dict[Merge, Any]) -> None:
    """Give every cell of a merged range the value of its first one."""
    top, left, _, right = merge
    if len(cells) < right:
        cells += [None] * (right - len(cells))
    if number == top:
        held[merge] = cells[left - 1]
    cells[left - 1 : right] = [held.get(merge)] * (right - left + 1)


def _by_row(ranges: Iterable[Range]) -> dict[int, list[Merge]]:
    """The merged ranges by each row that they cover; ranges far beyond a list are passed over."""
    found: dict[int, list[Merge]] = {}
    covered = 0
    for left, top, right, bottom in ranges:
        first, last, rows = column_index_from_string(left), column_index_from_string(right), int(bottom) - int(top) + 1
        covered += max(rows, 0)
        if last <= MAX_COLUMNS and 0 < rows <= MAX_ROWS and covered <= _MAX_COVERED:
            for row in range(int(top), int(bottom) + 1):
                found.setdefault(row, []).append((int(top), first, int(bottom), last))
    return found
