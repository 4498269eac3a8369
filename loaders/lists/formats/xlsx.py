"""XLSX in: the sheet that is most of a list, with those of its kind, row by row, merged cells filled."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any, Final, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from adapters.openpyxl import has_struck, is_struck, part_of
from loaders.lists.formats.counts import Aside, Range
from loaders.lists.formats.grid import MAX_COLUMNS, MAX_ROWS, Grid
from loaders.lists.formats.headers import SEARCHED, Header, Own, find_header, likely_columns
from loaders.lists.formats.package import repacked
from loaders.lists.formats.sheets import ListSheet, about_cells, about_sheets, alike
from loaders.lists.remark import ListError

_LAST: Final = 1_048_576  # the last row that a sheet can have, whatever a file claims
_MAX_COVERED: Final = 200_000  # rows
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column


def read_xlsx(data: bytes, own: Own | None = None) -> list[ListSheet]:
    """The sheets of a workbook that make its list, notes with the first. Raises ListError."""
    archive, aside = repacked(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that no list needs
            with closing(load_workbook(archive, read_only=True, data_only=True, keep_links=False)) as book:
                return list(_list(book, aside, own or {}))
    except (ListError, MemoryError):
        raise
    except Exception as error:  # whatever a damaged workbook makes of the library
        raise ListError("xlsx_broken") from error


class _Head(NamedTuple):
    """The beginning of a sheet, enough to tell whether a list is on it."""

    sheet: Any
    grid: Grid
    header: Header | None


def _list(book: Any, aside: Mapping[str, Aside], own: Own) -> Iterator[ListSheet]:
    """The sheet whose header is most of a list's, and those that go on with it; only these are read whole."""
    known = {part: _by_row(one.merged) for part, one in aside.items()}
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [str(sheet.title) for sheet in book.worksheets if sheet.sheet_state != "visible"]
    heads = [_head(sheet, known.get(part_of(sheet), {}), own) for sheet in visible]
    chosen = alike([(str(one.sheet.title), one.header) for one in heads])
    if not chosen:
        yield ListSheet("", next((one.grid for one in heads if likely_columns(one.grid)), Grid()))
    for at in chosen:
        sheet, part = heads[at].sheet, part_of(heads[at].sheet)
        grid = _grid(sheet, known.get(part, {}), marks=has_struck(book))
        if at == chosen[0]:
            others = [str(one.title) for number, one in enumerate(visible) if number not in chosen]
            grid.notes += about_sheets([str(heads[one].sheet.title) for one in chosen], others, hidden)
        title = str(sheet.title)
        grid.notes += about_cells(aside.get(part, Aside()), grid, heads[at].header, title if len(chosen) > 1 else "")
        yield ListSheet(title, grid)


def _head(sheet: Any, merges: Mapping[int, list[Merge]], own: Own) -> _Head:
    grid = _grid(sheet, merges, SEARCHED)
    return _Head(sheet, grid, find_header(grid, own))


def _grid(sheet: Any, merges: Mapping[int, list[Merge]], most: int | None = None, marks: bool = False) -> Grid:
    """The rows of a sheet, or the first of them; with `marks` also which are struck through."""
    grid, held = Grid(), dict[Merge, Any]()
    sheet.reset_dimensions()  # what the file claims about its size is not relied on
    rows = sheet.iter_rows(values_only=not marks, max_row=_LAST, max_col=MAX_COLUMNS + 1)
    for number, found in enumerate(rows, start=1):
        values = [cell.value for cell in found] if marks else found
        if values.count(None) < len(values) or number in merges:
            cells = [_unescaped(value) for value in values]
            for merge in merges.get(number, ()):
                _fill(cells, number, merge, held)
            grid.add(number, cells)
            if marks and any(is_struck(cell) for cell in found):
                grid.struck.append(number)
            if most and len(grid.rows) >= most:
                break
    return grid


def _unescaped(value: Any) -> Any:
    """The text of a cell without the escapes for characters that XML lacks: _x000D_ is the end of a line."""
    if not isinstance(value, str) or "_x" not in value:
        return value
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value).replace("\r\n", "\n").replace("\r", "\n")


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
