"""CSV, with text that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from atlas.text.spreadsheet import guarded_throughout
from exporters.extract import Extract
from exporters.tables.columns import COLUMNS, header, table
from exporters.tables.values import Value

_BOM: Final = "\ufeff"


def csv_bytes(extract: Extract) -> bytes:
    """The table of an extract."""
    return rows_csv([[header(key, extract.lang) for key in COLUMNS], *(row.values() for row in table(extract))])


def rows_csv(rows: Iterable[Iterable[Value]]) -> bytes:
    """Rows as CSV that Excel opens right: UTF-8 with BOM, CRLF between rows, line feeds inside cells."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in rows:
        writer.writerow([guarded_throughout(_number(value)) for value in row])
    return (_BOM + stream.getvalue()).encode()


def _number(value: Value) -> Value:
    return int(value) if isinstance(value, float) and value.is_integer() else value
