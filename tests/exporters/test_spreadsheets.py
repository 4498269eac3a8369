"""CSV and XLSX, reopened: what the filter shows, real types, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from typing import Any

import geopandas as gpd
import openpyxl
import pandas as pd
import pytest
from openpyxl.utils import get_column_letter

from atlas.filter import Filter
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.extract import BYS, By, Extract
from exporters.tables.columns import COLUMNS, header
from exporters.tables.csv import csv_bytes
from exporters.tables.xlsx import xlsx_bytes
from tests import catalogue
from tests.exporters import hostile
from tests.exporters.conftest import Make

WISHES: list[dict[str, tuple[str, ...]]] = [{}, {"focus": ("3",), "region": ("pacific",)}, {"country": ("SGP",)}]


def _csv(extract: Extract) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(csv_bytes(extract)), encoding="utf-8-sig", keep_default_na=False)


def _book(extract: Extract) -> Any:
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(extract)))


def _ids(wish: dict[str, tuple[str, ...]], by: By) -> set[str]:
    found = catalogue.ids(catalogue.sites(wish))
    return found if by == "sites" else {id_.split("/")[0] for id_ in found}


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("wish", WISHES)
def test_both_hold_exactly_what_the_filter_shows(make: Make, wish: dict[str, Any], lang: Lang, by: By) -> None:
    extract = make(Filter(**wish), lang, by)
    name, title = (header(key, extract.lang) for key in ("id", "title"))
    table = _csv(extract)
    sheet = pd.read_excel(io.BytesIO(xlsx_bytes(extract)), sheet_name=0, engine="openpyxl", keep_default_na=False)
    assert list(table.columns) == list(sheet.columns) == [header(key, extract.lang) for key in COLUMNS]
    assert set(table[name]) == _ids(wish, by) and len(table) == len(_ids(wish, by))
    assert list(sheet[name]) == list(table[name])
    titles = [catalogue.title(str(id_).split("/")[0], lang) for id_ in table[name]]
    assert list(table[title]) == titles == list(sheet[title])


def test_csv_opens_right_in_excel(make: Make) -> None:
    data = csv_bytes(make(lang="ja"))
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert not any("\r" in cell for row in rows for cell in row)


def test_numbers_are_numbers(make: Make) -> None:
    extract = make(lang="en")
    latitude = header("latitude", extract.lang)
    assert pd.to_numeric(_csv(extract)[latitude], errors="coerce").min() < -10
    sheet = _book(extract).worksheets[0]
    columns = {key: number for number, key in enumerate(COLUMNS, start=1)}
    values = [sheet.cell(row, columns["latitude"]).value for row in range(2, sheet.max_row + 1)]
    assert all(isinstance(value, int | float) for value in values if value is not None)
    assert min(value for value in values if value is not None) < -10


def test_whole_dates_are_dates_and_others_say_what_is_known(make: Make) -> None:
    sheet = _book(make()).worksheets[0]
    column = list(COLUMNS).index("date") + 1
    values = [sheet.cell(row, column).value for row in range(2, sheet.max_row + 1)]
    found = [value for value in values if value is not None]
    assert {type(value) for value in found} == {datetime, str}
    assert all(len(value) in (4, 7) for value in found if isinstance(value, str))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("by", BYS)
def test_every_list_is_a_table_of_excel_with_filters_and_a_header_that_stays(make: Make, by: By, lang: Lang) -> None:
    extract = make(by=by, lang=lang)
    book = _book(extract)
    assert book.worksheets[0].title == t(lang, f"by_{by}") and len(book.worksheets) == 4
    tables = [(sheet, table) for sheet in book.worksheets for table in sheet.tables.values()]
    assert [table.name for _, table in tables] == [f"atlas_{by}", "atlas_sources", "atlas_milestones", "atlas_by_row"]
    for sheet, table in tables:
        rows = sheet[table.ref]
        assert [cell.value for cell in rows[0]] == table.column_names and len(set(table.column_names)) == len(rows[0])
        assert table.autoFilter.ref == table.ref and table.tableStyleInfo.name and rows[-1][-1].row == sheet.max_row
        assert all(any(cell.value is not None for cell in row) for row in rows)
    first = book.worksheets[0]
    assert first.tables[f"atlas_{by}"].ref == f"A1:{get_column_letter(len(COLUMNS))}{len(extract.entries()) + 1}"
    for sheet in (sheet for at, sheet in enumerate(book.worksheets) if at != 1):
        assert sheet.freeze_panes == "B2" and sheet.print_title_rows == "$1:$1"
    assert all(first.cell(2, column).alignment.wrap_text for column in range(1, len(COLUMNS) + 1))


@pytest.mark.parametrize("lang", LANGS)
def test_every_sheet_is_ready_for_a4(make: Make, lang: Lang) -> None:
    extract = make(lang=lang)
    for sheet in openpyxl.load_workbook(io.BytesIO(xlsx_bytes(extract, "秘 & 取扱注意"))).worksheets:
        page, foot = sheet.page_setup, sheet.oddFooter
        assert (page.orientation, str(page.paperSize), page.fitToHeight) == ("landscape", "9", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_margins.left == 0.5
        assert (foot.right.text, foot.center.text) == ("&P / &N", "秘 && 取扱注意")
        assert extract.edition() in foot.left.text and extract.words() in sheet.oddHeader.left.text


@pytest.mark.parametrize("by", BYS)
def test_every_address_of_a_row_has_a_link_of_its_own(make: Make, by: By) -> None:
    extract = make(by=by, lang="en")
    book = _book(extract)
    main, by_row = book.worksheets[0], book.worksheets[3]
    ids, at = [cell.value for cell in by_row["H"]], list(COLUMNS).index("addresses") + 1
    several = 0
    for number, entry in enumerate(extract.entries(), start=2):
        cell, mine = main.cell(number, at), [row for row, id_ in enumerate(ids, start=1) if id_ == entry.id]
        links = [by_row.cell(row, 6).hyperlink.target for row in mine if by_row.cell(row, 6).value]
        assert links == [line for line in str(COLUMNS["addresses"].value(entry, extract)).split("\n") if line]
        if len(mine) == 1 and links:
            assert cell.hyperlink.target == links[0] == cell.value
        elif len(mine) > 1:
            several += 1
            assert (
                cell.value.startswith(f"{len(mine)} sources")
                and cell.hyperlink.location == f"'{by_row.title}'!A{mine[0]}:H{mine[-1]}"
            )
    assert several > 20


@pytest.mark.parametrize("lang", LANGS)
def test_the_second_sheet_says_what_it_is_and_who_says_so(make: Make, lang: Lang) -> None:
    extract = make(Filter(focus=("3",), region=("pacific",)), lang)
    sheet = _book(extract).worksheets[1]
    said = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    assert extract.words() in said and extract.counts() in said and extract.edition() in said
    assert "Natural Earth" in said and t(lang, "about_boundaries") in said
    sources = extract.cited()
    assert len(sources) > 5 and {one.kind for one in sources.values()} == {"document", "record"}
    assert all(one.title.text(lang) in said and (one.address or "") in said for one in sources.values())
    links = {cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert links == {one.address for one in sources.values() if one.address}


def test_amounts_are_numbers_with_their_currency_and_what_they_are_of(make: Make) -> None:
    book = _book(make())
    names, *steps = book.worksheets[2].iter_rows(values_only=True)
    amounts = [row[names.index("Amount")] for row in steps]
    assert len(amounts) == sum(len(feature["properties"]["milestones"]) for feature in catalogue.FEATURES)
    assert {type(value) for value in amounts} <= {int, float, type(None)} and any(amounts)
    assert any(row[names.index("What the amount is of")] for row in steps)
    noted = {step["note_en"] for site in catalogue.FEATURES for step in site["properties"]["milestones"]}
    assert {row[names.index("Note")] for row in steps} == {note or None for note in noted}
    names, *sites = book.worksheets[0].iter_rows(values_only=True)
    words, number, unit = (names.index(header(key, "en")) for key in ("amount", "figure", "currency"))
    told = {(row[words], row[number], row[unit]) for row in sites if row[words]}
    assert (("1.9 billion yen", 1_900_000_000, "JPY") in told) and all(one[1] > 1 and len(one[2]) == 3 for one in told)


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize("text", hostile.TEXTS)
def test_hostile_text_stays_text(make: Make, frame: gpd.GeoDataFrame, text: str, by: By) -> None:
    extract = make(sites=hostile.spoilt(frame, text), by=by)
    title = ("'" if text in hostile.FORMULAS else "") + text
    rows = list(csv.reader(io.StringIO(csv_bytes(extract).decode("utf-8-sig"), newline="")))
    for cell in (rows[1][0], rows[1][list(COLUMNS).index("summary")]):
        assert cell.startswith(title[:1]) and cell.replace("'", "") == text.replace("'", "")
    assert not any(re.search(r"(?:^[\t\r]|(?:^|[;|\t\r\n])\s*[=+@])", cell) for row in rows for cell in row)
    book = _book(extract)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert str(book.worksheets[0].cell(2, 1).value).replace("_x000D_", "\r") == title


def test_an_empty_filter_result_is_a_whole_file(make: Make) -> None:
    extract = make(Filter(q="nothing at all like this"))
    assert len(_csv(extract)) == 0
    assert _book(extract).worksheets[0].max_row == 1


@pytest.mark.parametrize("write", [csv_bytes, xlsx_bytes])
def test_the_same_bytes_every_time(make: Make, write: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert write(make()) == write(make())
