"""The overview's workbook: what the screen says, as numbers and links."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from atlas.comparison import compare
from atlas.filter import Filter
from atlas.regional import subject
from atlas.vocab import LANGS, REGIONS, Lang
from exporters.overview.amounts import amount_tables
from exporters.overview.compare import compare_tables
from exporters.overview.gaps import gap_tables
from exporters.overview.moves import move_tables
from exporters.tables.overview import overview_bytes
from loaders.stores.files import FileStore
from tests import catalogue
from ui.data import Atlas, build, read_files


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The project's own edition."""
    return build(read_files(FileStore(catalogue.DATA)))


def _sheet(atlas: Atlas, lang: Lang, tab: str, tables: list[dict[str, Any]]) -> Any:
    extract = atlas.extract(atlas.index.select(Filter()), Filter(), lang)
    return openpyxl.load_workbook(io.BytesIO(overview_bytes(extract, tab, tables))).worksheets[0]


@pytest.mark.parametrize("lang", LANGS)
def test_coverage_is_counted_region_by_region(atlas: Atlas, lang: Lang) -> None:
    sheet = _sheet(atlas, lang, "gaps", gap_tables(atlas, Filter(), lang, every=True))
    found = {row[0]: row[1:6] for row in sheet.iter_rows(min_row=4, max_row=12, values_only=True)}
    assert found == {
        REGIONS[code].text(lang): (
            catalogue.initiatives(catalogue.sites({"region": [code]})),
            *(catalogue.initiatives(catalogue.sites({"region": [code], "focus": [focus]})) for focus in "1230"),
        )
        for code in REGIONS
        if catalogue.sites({"region": [code]})
    }


def test_amounts_are_numbers_and_sources_are_links(atlas: Atlas) -> None:
    sheet = _sheet(atlas, "en", "amounts", amount_tables(atlas, Filter(), "en"))
    rows = {row[0].value: [cell.value for cell in row[1:]] for row in sheet.iter_rows(max_row=30) if row[0].value}
    years = [rows[name][:3] for name in ("Malaysia", "Tonga", "Grants found", "Budget")]
    assert years == [[400, "–", 3100], ["–", "–", 300], [1975, 5000, 7100], [2000, 5000, 8100]]
    links = [cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links and all(link.startswith("http") for link in links)


def test_what_comes_stands_last(atlas: Atlas) -> None:
    tables = move_tables(atlas, Filter(), "ja", date(2025, 11, 27), date(2026, 11, 27))
    sheet = _sheet(atlas, "ja", "moves", tables)
    days = [row[0].value for row in sheet.iter_rows() if row[2].hyperlink or row[3].hyperlink]
    whole = [day for day in days if isinstance(day, datetime)]
    assert len(whole) > 20 and sheet.oddFooter.right.text == "&P / &N"
    assert not [day for day in days if isinstance(day, str) and re.fullmatch(r"\d+年\d+月\d+日", day)]
    titles = [row[0] for row in sheet.iter_rows(values_only=True) if row[0] and not row[1]]
    assert "今後の予定" in titles and titles.index("今後の予定") == len(titles) - 2  # its count stands beneath


def test_what_two_share_is_written_once_over_both(atlas: Atlas) -> None:
    asked = Filter(focus=("3",))
    found = compare(atlas, asked, [subject("VNM"), subject("PHL")])
    sheet = _sheet(atlas, "ja", "compare", compare_tables(atlas, asked, "ja", found))
    rows = {row[0].value: [cell.value for cell in row[1:4]] for row in sheet.iter_rows() if row[0].value}
    assert rows["ベトナム"] == [3, 1, 2] and rows["フィリピン"] == [14, 1, 13]
    assert rows["海洋状況把握"][:2] == [catalogue.title("maritime-surveillance-system", "ja"), None]
    assert rows["サイバー"][:2] == ["ベトナムの記載なし", catalogue.title("cyber-exercise-us-aus-phl", "ja")]
    assert [(one.min_col, one.max_col) for one in sheet.merged_cells.ranges] == [(2, 3), (2, 3)]  # and what is beneath
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert any("両国に共通の一つの取組" in one for one in said)
    wide = catalogue.sites({"region": ["asean"], "precision": ["region"], "focus": ["3"]})
    assert wide and all(said.count(site["properties"]["title_ja"]) == 1 for site in wide)
