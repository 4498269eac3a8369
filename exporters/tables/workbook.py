"""A workbook that writes text as text: numbers, whole dates and web links have their type, nothing is a formula."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from atlas import palette
from atlas.text.spreadsheet import guarded
from atlas.words.i18n import t
from exporters.clean import bounded, clean
from exporters.extract import Extract
from exporters.tables.columns import Kind
from exporters.tables.values import Value

_WEB: Final = ("http://", "https://")
_MAX_TITLE: Final = 255
_A4: Final = 9
_LINE: Final = 16.5
_HIGHEST: Final = 409
_LONGEST: Final = 32_767  # characters of a cell; the library leaves out what has more
_ADDRESS: Final = 2_079  # characters of a link; the same
_PAGE: Final = 200  # characters that are still read well side by side on A4
_ARROW: Final = 3  # characters that a filter's button covers
_HEADED: Final = 60
_MARGINS: Final = 0.5  # inches
_LIST: Final = "Table Style Light 1"
_STYLES: Final[dict[str, dict[str, object]]] = {
    "text": {},
    "number": {"num_format": "General", "align": "right", "indent": 1},
    "amount": {"num_format": "#,##0", "align": "right", "indent": 1},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "link": {"font_color": "#0B57A4", "underline": 1},
    "head": {"bold": True, "bg_color": "#F3F5F7", "bottom": 1, "bottom_color": "#7E8994", "valign": "vcenter"},
    "name": {"bold": True},
    "title": {"bold": True, "font_size": 14, "text_wrap": False},
}


class Book:
    """A workbook in memory with the few formats that the sheets share."""

    def __init__(self, extract: Extract, marking: str = "") -> None:
        self.extract, self.lang, self.marking = extract, extract.lang, marking
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
        """A new sheet, named in the language of the export, for A4 on its side: as wide as the page, foot on each."""
        sheet = self.book.add_worksheet(t(self.lang, key))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(_MARGINS, _MARGINS, _MARGINS * 1.5, _MARGINS * 1.5)
        sheet.fit_to_pages(1, 0)
        edition = f"{t(self.lang, 'foot_edition')} {self.extract.edition()}"
        sheet.set_header(f"&L{_literal(self.extract.words())}&R&A")
        marked = f"&C{_literal(self.marking)}" if self.marking else ""
        sheet.set_footer(f"&L{_literal(edition)}{marked}&R&P / &N")
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
            sheet.write_number(row, column, text, self.styles["amount" if kind == "amount" else "number"])
        elif kind == "date" and len(text) == 10:
            sheet.write_datetime(row, column, date.fromisoformat(text), self.styles["date"])
        elif kind == "link" and text.startswith(_WEB) and len(text.split()) == 1 and len(text) <= _ADDRESS:
            sheet.write_url(row, column, text, self.styles["link"], text)
        else:
            sheet.write_string(row, column, text, self.styles["text"])

    def lead(self, sheet: Any, row: int, column: int, text: str, place: str) -> None:
        """Write a cell that leads to some cells of the workbook, such as `'Sheet'!A2:B3`."""
        sheet.write_url(row, column, f"internal:{place}", self.styles["link"], bounded(text, _LONGEST))

    def list(
        self, sheet: Any, key: str, names: Sequence[str], rows: int, widths: Sequence[int], top: int = 0
    ) -> None:  # fmt: skip
        """Make a table of Excel's own of what stands from row `top` on: its header, filters, a name of its own.

        The header of one that begins its sheet stays in sight and on every printed page, with the first column on each
        of those that it takes side by side.
        """
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        columns = [{"header": name, "header_format": self.styles["head"]} for name in names]
        sheet.add_table(top, 0, top + max(rows, 1), len(names) - 1,
                        {"name": f"atlas_{key}", "style": _LIST, "columns": columns})  # fmt: skip
        self.fit(sheet, top, ((name, width - _ARROW) for name, width in zip(names, widths, strict=True)))
        if not top:
            sheet.freeze_panes(1, 1)
            sheet.repeat_rows(0)
            sheet.repeat_columns(0)
            sheet.fit_to_pages(max(1, round((sum(widths) - widths[0]) / (_PAGE - widths[0]))), 0)

    def close(self) -> bytes:
        """The bytes of the finished workbook."""
        self.book.close()
        return self.stream.getvalue()


def _literal(text: str) -> str:
    """A text as a header or footer takes it, in which `&` begins a code; both together have 255 characters."""
    return bounded(clean(text), _HEADED).replace("&", "&&")


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; an East Asian character is two wide."""
    return sum(max(1, -(-sum(_wide(char) for char in line) // (width - 1))) for line in text.split("\n"))


def _wide(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1
