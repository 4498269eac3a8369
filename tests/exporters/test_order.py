"""Chosen initiatives stand in the order of choice: in tables throughout, on pages within their focus area."""

from __future__ import annotations

import csv
import io

import docx
import pytest

from atlas.filter import Filter
from atlas.vocab import Lang
from exporters.extract import Extract
from exporters.formats import FORMATS
from exporters.note.document import note_bytes
from exporters.note.figures import Figure
from exporters.print.content.brief import gather
from exporters.print.options import Options
from tests import catalogue
from tests.conftest import ROOT
from tests.exporters.conftest import Make
from tests.extracts import base

CHOSEN = ("osa-tonga-2025", "tuvalu-cable", "osa-fiji-2023", "jet-programme", "palau-airport", "east-micronesia-cable")
BY_AREA = ("tuvalu-cable", "east-micronesia-cable", "osa-tonga-2025", "osa-fiji-2023", "palau-airport", "jet-programme")
LANGS: tuple[Lang, ...] = ("ja", "en")


def _extract(make: Make, lang: Lang, ids: tuple[str, ...]) -> Extract:
    return make(Filter(ids=ids), lang, "initiatives")


@pytest.mark.parametrize("ids", [CHOSEN, CHOSEN[::-1]])
def test_a_table_follows_it_throughout(make: Make, ids: tuple[str, ...]) -> None:
    rows = list(csv.reader(io.StringIO(FORMATS["csv"].make(_extract(make, "en", ids)).decode("utf-8-sig"))))
    assert [row[-1] for row in rows[1:]] == list(ids)


def test_a_slide_numbers_them_by_focus_area_and_then_by_it(make: Make) -> None:
    brief = gather(_extract(make, "en", CHOSEN), base(), Options())
    assert tuple(brief.entries) == BY_AREA
    assert [entry.number for entry in brief.entries.values()] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("lang", LANGS)
def test_a_document_follows_it_within_a_focus_area(make: Make, lang: Lang) -> None:
    picture = (ROOT / "docs" / "map-en.png").read_bytes()
    document = docx.Document(io.BytesIO(note_bytes(_extract(make, lang, CHOSEN), [Figure(picture, "")])))
    firsts = [row.cells[0].text.split("\n")[0] for table in document.tables for row in table.rows]
    titles = [catalogue.title(id_, lang) for id_ in BY_AREA]
    assert [text for text in firsts if text in titles] == titles
