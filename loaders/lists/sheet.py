"""XLSX in: the first sheet that has a header, row by row, merged cells filled."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from loaders.lists.grid import MAX_COLUMNS, MAX_ROWS, Grid
from loaders.lists.headers import find_header
from loaders.lists.package import repacked
from loaders.lists.said import ListError, Said

_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_MAX_COVERED: Final = 200_000  # rows
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column


def read_xlsx(data: bytes) -> Grid:
    """The rows of a workbook's list; the names of the other sheets are noted. Raises ListError."""
    archive = repacked(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that no list needs
            with closing(load_workbook(archive, read_only=True, data_only=True, keep_links=False)) as book:
                return _list(book, archive)
    except ListError:
        raise
    except Exception as error:  # whatever a damaged workbook makes of the library
        raise ListError("xlsx_broken") from error


def _list(book: Any, archive: Any) -> Grid:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    first: Grid | None = None
    for number, sheet in enumerate(sheets):
        grid = _grid(sheet, archive)
        first = first or grid
        if find_header(grid) is not None:
            others = [str(other.title) for other in sheets if other is not sheets[number]]
            if others:
                values = {"sheet": str(sheet.title), "others": ", ".join(others)[:200]}
                grid.notes.append(Said("other_sheets", values))
            return grid
    return first or Grid()


def _grid(sheet: Any, archive: Any) -> Grid:
    merges, grid = _merges(sheet, archive), Grid()
    held: dict[Merge, Any] = {}
    sheet.reset_dimensions()  # what the file claims about its size is not relied on
    for number, values in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1), start=1):
        if values.count(None) < len(values) or number in merges:
            cells = list(values)
            for merge in merges.get(number, ()):
                _fill(cells, number, merge, held)
            grid.add(number, cells)
    return grid


def _fill(cells: list[Any], number: int, merge: Merge, held: dict[Merge, Any]) -> None:
    """Give every cell of a merged range the value of its first one."""
    top, left, _, right = merge
    if len(cells) < right:
        cells += [None] * (right - len(cells))
    if number == top:
        held[merge] = cells[left - 1]
    cells[left - 1 : right] = [held.get(merge)] * (right - left + 1)


def _merges(sheet: Any, archive: Any) -> dict[int, list[Merge]]:
    """The merged ranges by each row that they cover; ranges far beyond a list are passed over."""
    with zipfile.ZipFile(archive) as source:
        content = source.read(sheet._worksheet_path)
    found: dict[int, list[Merge]] = {}
    for merge in _ranges(content):
        top, _, bottom, _ = merge
        for row in range(top, bottom + 1):
            found.setdefault(row, []).append(merge)
    return found


def _ranges(content: bytes) -> Iterator[Merge]:
    covered = 0
    for match in _MERGED.finditer(content):
        left, top, right, bottom = (part.decode() for part in match.groups())
        first, last = column_index_from_string(left), column_index_from_string(right)
        rows = int(bottom) - int(top) + 1
        covered += max(rows, 0)
        if last <= MAX_COLUMNS and 0 < rows <= MAX_ROWS and covered <= _MAX_COVERED:
            yield int(top), first, int(bottom), last
