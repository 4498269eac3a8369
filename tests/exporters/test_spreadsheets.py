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


@pytest.mark.parametrize("by", BYS)
def test_the_header_is_frozen_and_can_be_filtered(make: Make, by: By) -> None:
    extract = make(by=by)
    sheet = _book(extract).worksheets[0]
    assert sheet.freeze_panes == "B2" and sheet.title == t("en", f"by_{by}")
    assert sheet.auto_filter.ref == f"A1:{openpyxl.utils.get_column_letter(len(COLUMNS))}{len(extract.entries()) + 1}"
    assert all(sheet.cell(2, column).alignment.wrap_text for column in range(1, len(COLUMNS) + 1))


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


def test_milestones_have_amounts_as_numbers(make: Make) -> None:
    sheet = _book(make()).worksheets[2]
    names = [cell.value for cell in sheet[1]]
    amounts = [row[names.index("Amount")].value for row in sheet.iter_rows(min_row=2)]
    steps = sum(len(feature["properties"]["milestones"]) for feature in catalogue.FEATURES)
    assert len(amounts) == steps
    assert any(isinstance(value, int | float) for value in amounts)
    assert not any(isinstance(value, str) for value in amounts)


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
