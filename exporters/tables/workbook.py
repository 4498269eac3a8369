"""A workbook that writes text as text: numbers, whole dates and web links have their type, nothing is a formula."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from atlas import palette
from atlas.text.spreadsheet import guarded
from atlas.words.i18n import t
from exporters.clean import bounded
from exporters.extract import Extract
from exporters.tables.columns import Kind
from exporters.tables.values import Value

_WEB: Final = ("http://", "https://")
_MAX_TITLE: Final = 255
_A4: Final = 9
_LINE: Final = 16.5
_HIGHEST: Final = 409
_LONGEST: Final = 32_767  # characters of a cell; the library leaves out what has more
_STYLES: Final[dict[str, dict[str, object]]] = {
    "text": {},
    "number": {"num_format": "General"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "link": {"font_color": "#0B57A4", "underline": 1},
    "head": {"bold": True, "bg_color": "#F3F5F7", "bottom": 1, "bottom_color": "#7E8994", "valign": "vcenter"},
    "name": {"bold": True},
    "title": {"bold": True, "font_size": 14, "text_wrap": False},
}


class Book:
    """A workbook in memory with the few formats that the sheets share."""

    def __init__(self, extract: Extract) -> None:
        self.extract, self.lang = extract, extract.lang
        self.stream = io.BytesIO()
        self.book: Any = Workbook(self.stream, {"in_memory": True})
        title = f"{t(self.lang, 'name')}: {extract.words()}"[:_MAX_TITLE]
        self.book.set_properties({"title": title, "created": extract.stamp().replace(tzinfo=None)})
        self.styles = {name: self._style(**more) for name, more in _STYLES.items()}

    def _style(self, **more: object) -> Any:
        base = {
            "font_name": "游ゴシック" if self.lang == "ja" else "Calibri",
            "font_size": 10.5,
            "font_color": palette.INK,
            "valign": "top",
            "text_wrap": True,
        }
        return self.book.add_format(base | more)

    def sheet(self, key: str) -> Any:
        """A new sheet, named in the language of the export."""
        sheet = self.book.add_worksheet(t(self.lang, key))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        return sheet

    def fit(self, sheet: Any, row: int, cells: Iterable[tuple[Value, int]]) -> None:
        """A row as high as its longest cell needs: not every program works that out by itself."""
        lines = max((_lines(str(value), width) for value, width in cells if value is not None), default=1)
        sheet.set_row(row, min(lines * _LINE, _HIGHEST))

    def put(self, sheet: Any, row: int, column: int, value: Value, kind: Kind = "text") -> None:
        """Write one cell: a number, a whole date, a link or text; never a formula."""
        text = guarded(value)
        text = bounded(text, _LONGEST) if isinstance(text, str) else text
        if text is None or text == "":
            sheet.write_blank(row, column, None, self.styles["text"])
        elif isinstance(text, int | float):
            sheet.write_number(row, column, text, self.styles["number"])
        elif kind == "date" and len(text) == 10:
            sheet.write_datetime(row, column, date.fromisoformat(text), self.styles["date"])
        elif kind == "link" and text.startswith(_WEB) and len(text.split()) == 1:
            sheet.write_url(row, column, text, self.styles["link"], text)
        else:
            sheet.write_string(row, column, text, self.styles["text"])

    def head(self, sheet: Any, names: Iterable[str], widths: Iterable[int]) -> None:
        """The header row of a list, and how wide its columns are."""
        for column, (name, width) in enumerate(zip(names, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, self.styles["head"])

    def close(self) -> bytes:
        """The bytes of the finished workbook."""
        self.book.close()
        return self.stream.getvalue()


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; an East Asian character is two wide."""
    return sum(max(1, -(-sum(_wide(char) for char in line) // (width - 1))) for line in text.split("\n"))


def _wide(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1
