"""What `adapters/openpyxl.py` leans on still holds."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from adapters.openpyxl import has_struck, is_struck, part_of
from loaders.lists.formats import xlsx
from loaders.lists.formats.xlsx import read_xlsx


def _book() -> bytes:
    """Two sheets; in the second a country that is merged over two rows."""
    book, data = Workbook(), io.BytesIO()
    book.active.title = "about"
    sheet = book.create_sheet("list")
    for row in (("title", "country", "place"), ("a", "Fiji", "Suva"), ("b", None, "Nadi")):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    book.save(data)
    return data.getvalue()


def test_a_sheet_tells_which_part_it_is() -> None:
    book = load_workbook(io.BytesIO(_book()), read_only=True)
    parts = [part_of(sheet) for sheet in book.worksheets]
    assert parts == ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"], (
        "merged cells are no longer filled: what tells the part of a read-only sheet, if not _worksheet_path?"
    )


@pytest.mark.parametrize(("known", "second"), [(True, "Fiji"), (False, None)])
def test_a_list_is_read_with_it_and_without(monkeypatch: pytest.MonkeyPatch, known: bool, second: str | None) -> None:
    if not known:
        monkeypatch.setattr(xlsx, "part_of", lambda sheet: part_of(object()))
    rows = [cells for _, cells in read_xlsx(_book())[0].grid.rows]
    assert [cells[1] or None for cells in rows[1:]] == ["Fiji", second]


def test_fonts_tell_what_is_struck_through() -> None:
    book, stream = Workbook(), io.BytesIO()
    book.active["A1"], book.active["B1"] = "x", "y"
    book.active["A1"].font = Font(strike=True)
    book.save(stream)
    read = load_workbook(stream, read_only=True)
    assert has_struck(read) and [is_struck(cell) for cell in next(read.active.iter_rows())] == [True, False]
    assert not has_struck(object()) and not has_struck(load_workbook(io.BytesIO(_book()), read_only=True))
