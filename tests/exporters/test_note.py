"""The briefing note, read back as Word would."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from atlas.filter import Filter
from atlas.vocab import Lang
from exporters.extract import Extract
from exporters.note.document import note_bytes
from tests import catalogue, hostile
from tests.conftest import ROOT
from tests.exporters.conftest import Make
from tests.exporters.hostile import spoilt

PACIFIC = Filter(focus=("3",), region=("pacific",))
LINK = "https://atlas.example/?lang=ja&focus=3&region=pacific"
ATTACKS = ("=1+1 </w:t> $\\foo$ a $x^$ b {{7*191}} &amp;", hostile.TEXT, "x" * 2000)


@pytest.fixture(scope="module")
def picture() -> bytes:
    return (ROOT / "docs" / "map-en.png").read_bytes()


def _read(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def _cells(document: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def _text(document: Any) -> str:
    lines = [paragraph.text for paragraph in document.paragraphs]
    return "\n".join([*lines, *(text for row in _cells(document) for text in row)])


def _shown(extract: Extract) -> set[str]:
    return set(extract.sites[f"title_{extract.lang}"])


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_initiative_stands_in_the_table_and_nothing_else(make: Make, picture: bytes, lang: Lang) -> None:
    document = _read(note_bytes(make(PACIFIC, lang), picture))
    firsts = [row[0].split("\n")[0] for row in _cells(document)[2:]]
    every = {site["properties"][f"title_{lang}"] for site in catalogue.FEATURES}
    assert every & set(firsts) == _shown(make(PACIFIC, lang))
    head = document.tables[0].rows[0]
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None and len(head.cells) == 3


def test_all_of_the_catalogue_says_that_it_is_short(make: Make, picture: bytes) -> None:
    extract = make(lang="en")
    document = _read(note_bytes(extract, picture))
    text = _text(document)
    assert all(title in text for title in _shown(extract))
    assert "titles and the first place only" in text and "Not on the map" in text
    assert len(document.tables[1].rows) == 7 and "The latest 6 of " in text
    columns = [section._sectPr.find(qn("w:cols")).get(qn("w:num")) for section in document.sections]
    assert columns == [None, "2", "1"]


def test_what_has_no_place_stands_under_its_own_heading(make: Make, picture: bytes) -> None:
    rows = _cells(_read(note_bytes(make(Filter(region=("global",)), "ja"), picture)))
    assert rows[1][0].startswith("地図に置けない取組（") and len(rows) > 2


def test_filter_counts_sources_notes_and_the_way_back(make: Make, picture: bytes) -> None:
    extract = make(PACIFIC, "ja")
    data = note_bytes(extract, picture, title="題", subtitle="副題", marking="取扱注意", link=LINK, alt="図の説明")
    document = _read(data)
    text = _text(document)
    for words in (extract.words(), extract.counts(), extract.edition(), "副題", "Natural Earth", "北方四島"):
        assert words in text
    assert [one.text for one in document.paragraphs if one.style.name == "Title"] == ["題"]
    assert len([one for one in document.paragraphs if one.style.name == "Heading 1"]) == 4
    assert "取扱注意" in document.sections[0].header.paragraphs[0].text
    assert "PAGE" in document.sections[0].footer._element.xml and "NUMPAGES" in document.sections[0].footer._element.xml
    targets = {link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks}
    assert LINK in targets
    assert document.inline_shapes[0]._inline.docPr.get("descr") == "図の説明"


def test_japanese_has_its_fonts_and_the_document_its_language(make: Make, picture: bytes) -> None:
    data = note_bytes(make(PACIFIC, "ja"), picture)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles, fonts = (archive.read(f"word/{name}.xml").decode() for name in ("styles", "fontTable"))
    assert 'w:eastAsia="Yu Gothic"' in styles and '<w:lang w:val="ja-JP" w:eastAsia="ja-JP"' in styles
    assert "游ゴシック" in fonts and "Noto Sans CJK JP" in fonts
    for name in ("Normal", "Title", "Heading 1", "Table Text"):
        given = _read(data).styles[name].element.rPr.rFonts
        assert given.get(qn("w:eastAsia")) == "Yu Gothic" and given.get(qn("w:asciiTheme")) is None
    assert _read(data).core_properties.language == "ja-JP"


def test_the_same_bytes_again(make: Make, picture: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    data = note_bytes(make(PACIFIC), picture)
    assert data == note_bytes(make(PACIFIC), picture)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}
    assert _read(data).core_properties.created.year == 2023


@pytest.mark.parametrize("text", ATTACKS, ids=range(len(ATTACKS)))
def test_hostile_words_come_out_literally(make: Make, picture: bytes, text: str) -> None:
    bad = make(sites=spoilt(make().sites, text))
    document = _read(note_bytes(bad, picture, title=text, subtitle=text, marking=text[:100], link=text, alt=text))
    assert document.paragraphs[0].text == text == document.paragraphs[1].text
    assert text[:100] in document.sections[0].header.paragraphs[0].text
    assert any(row[0].startswith(text[:990]) for row in _cells(document))
    assert hostile.EVALUATED not in _text(document).replace(text, "")


def test_control_characters_are_left_out(make: Make, picture: bytes) -> None:
    bad = make(sites=spoilt(make().sites, "a\x00b\x1bc\ufffe"))
    assert _read(note_bytes(bad, picture, title="a\x00b\x1b\ud800c")).paragraphs[0].text == "a b c"


def test_links_lead_to_the_web_only(make: Make, picture: bytes) -> None:
    document = _read(note_bytes(make(PACIFIC), picture, link="javascript:alert(1)"))
    targets = [link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert targets and all(target.startswith(("http://", "https://")) for target in targets)


def test_nothing_found_is_said(make: Make, picture: bytes) -> None:
    empty = make(Filter(focus=("3",), region=("europe",), q="zzzz"))
    assert "No initiative matches." in _text(_read(note_bytes(empty, picture)))
