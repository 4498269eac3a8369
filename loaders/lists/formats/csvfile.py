"""CSV in: the encoding and the separator are told by what makes sense of the file, strictly and in a fixed order."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Final

from loaders.lists.formats.counts import few_lines
from loaders.lists.formats.grid import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Grid
from loaders.lists.formats.headers import SEARCHED, find_header
from loaders.lists.remark import ListError, Remark

_BOMS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATORS: Final = ",\t;|"
_LINE: Final = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")  # no way back: a line may be all of the file
_PRIVATE: Final = re.compile(r"[\ue000-\uf8ff]")
_JAPANESE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uff66-\uff9f]{2}")


def read_delimited(data: bytes) -> Grid:
    """The rows of a CSV, TSV or semicolon file; raises ListError."""
    text, encoding = decode(data)
    few_lines(text)
    for mark in sorted(_SEPARATORS, key=lambda mark: _sense(text, mark), reverse=True):
        if text.count(mark) > MAX_ROWS * MAX_COLUMNS:
            raise ListError("too_many_rows", rows=MAX_ROWS, cells=MAX_CELLS)
        if (grid := _rows(text, mark)) is not None:
            grid.notes.append(Remark("encoding", {"encoding": encoding}))
            return grid
    raise ListError("csv_broken")


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: a byte order mark decides, else UTF-8, UTF-16, CP932, CP1252, strictly."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data, name) or _undecodable()
    return _strict(data, "utf-8") or _wide(data) or _japanese(data) or _strict(data, "cp1252") or _undecodable()


def _strict(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else (text, encoding.upper().removesuffix("-SIG"))


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: every other byte of its commas and line ends is zero."""
    low, high = (data[start:4000:2].count(0) for start in (1, 0))
    return _strict(data, "utf-16-le" if low > high else "utf-16-be") if low or high else None


def _japanese(data: bytes) -> tuple[str, str] | None:
    """CP932, unless that makes lone kanji amid Latin letters out of a Western file's accents."""
    found = _strict(data, "cp932")
    if found is None or _PRIVATE.search(found[0]) or not (found[0].isascii() or _JAPANESE.search(found[0])):
        return None
    return found


def _undecodable() -> tuple[str, str]:
    raise ListError("encoding_unknown")


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
