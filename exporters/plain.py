"""CSV, and the guard that keeps a spreadsheet from taking text for a formula."""

from __future__ import annotations

import csv
import io
from typing import Final

from exporters.columns import COLUMNS, header, table
from exporters.extract import Extract
from exporters.values import Value

_BOM: Final = "\ufeff"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(value: Value) -> Value:
    """Text that a spreadsheet would take for a formula gets a leading apostrophe; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def csv_bytes(extract: Extract) -> bytes:
    """The table as CSV that Excel opens right: UTF-8 with BOM, CRLF between rows, line feeds inside cells."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([header(key, extract.lang) for key in COLUMNS])
    for row in table(extract):
        writer.writerow([guarded(_number(value)) for value in row.values()])
    return (_BOM + stream.getvalue()).encode()


def _number(value: Value) -> Value:
    return int(value) if isinstance(value, float) and value.is_integer() else value
