"""The empty lists that the import page hands out."""

from __future__ import annotations

import io
import zipfile

import pytest

from atlas.vocab import LANGS, Lang
from loaders.lists.formats.columns import column_of
from loaders.lists.output.template import FIELDS, headers, template_csv, template_xlsx
from tests.loaders.lists.conftest import Take

COMMON = {"title_ja": "title", "summary_ja": "summary"}
ROW = {"country": "Fiji", "place": "Suva", "title_en": "Boats"}


@pytest.mark.parametrize("lang", LANGS)
def test_every_column_is_one_that_the_reader_knows(lang: Lang) -> None:
    fields = [column.field for name in headers(lang) if (column := column_of(name))]
    assert [COMMON.get(field, field) for field in fields] == [COMMON.get(field, field) for field in FIELDS]


@pytest.mark.parametrize("lang", LANGS)
def test_a_filled_template_is_placed(take: Take, lang: Lang) -> None:
    row = ",".join(ROW.get(field, "") for field in FIELDS)
    (line,) = take(template_csv(lang) + row.encode()).lines
    assert line.placement.outcome == "placed" and line.values == {name: ROW[name] for name in line.values}


@pytest.mark.parametrize("lang", LANGS)
def test_the_workbook_explains_every_column(lang: Lang) -> None:
    with zipfile.ZipFile(io.BytesIO(template_xlsx(lang))) as book:
        texts = book.read("xl/sharedStrings.xml").decode()
        assert {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} <= set(book.namelist())
    assert all(f"<t>{name}</t>" in texts for name in headers(lang))
