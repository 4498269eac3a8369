"""An empty list to fill in, in both languages, as a workbook and as CSV."""

from __future__ import annotations

import csv
import io
from typing import Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from atlas.vocab import Lang
from atlas.words.i18n import t

FIELDS: Final = (
    "title_ja", "title_en", "country", "place", "lat", "lon", "focus", "themes", "instruments", "partners",
    "summary_ja", "summary_en", "status", "date", "mentions", "source", "note",
)  # fmt: skip
_WIDE: Final = ("title_ja", "title_en", "summary_ja", "summary_en", "note")


def headers(lang: Lang) -> list[str]:
    """The names of the columns, as the reader knows them."""
    return [t(lang, f"import_column_{field}") for field in FIELDS]


def template_csv(lang: Lang) -> bytes:
    """Only the header: UTF-8 with a mark, so that Excel opens it right."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerow(headers(lang))
    return ("\ufeff" + stream.getvalue()).encode()


def template_xlsx(lang: Lang) -> bytes:
    """The header on one sheet, and on another what each column may hold."""
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        plain = {
            "font_name": "游ゴシック" if lang == "ja" else "Calibri",
            "font_size": 10.5,
            "valign": "top",
            "text_wrap": True,
        }
        head = book.add_format(plain | {"bold": True, "bg_color": "#F3F5F7", "bottom": 1, "text_wrap": False})
        text = book.add_format(plain)
        sheet = book.add_worksheet(t(lang, "import_sheet_list"))
        for column, (field, name) in enumerate(zip(FIELDS, headers(lang), strict=True)):
            sheet.write_string(0, column, name, head)
            sheet.set_column(column, column, 30 if field in _WIDE else 16, text)
        sheet.freeze_panes(1, 0)
        notes = book.add_worksheet(t(lang, "import_sheet_notes"))
        notes.set_column(0, 0, 22, head)
        notes.set_column(1, 1, 90, text)
        for row, (field, name) in enumerate(zip(FIELDS, headers(lang), strict=True)):
            notes.write_string(row, 0, name, head)
            notes.write_string(row, 1, t(lang, f"import_hint_{field}"), text)
    return stream.getvalue()
