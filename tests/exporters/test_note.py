"""The briefing note, read back as Word would."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from atlas.filter import Filter
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.details import details, source
from exporters.note.document import note_bytes
from exporters.note.figures import Figure
from tests import hostile
from tests.conftest import ROOT
from tests.exporters.conftest import Make
from tests.exporters.hostile import spoilt

PACIFIC = Filter(focus=("3",), region=("pacific",))
LINK = "https://atlas.example/?lang=ja&focus=3&region=pacific"
ATTACKS = ("=1+1 </w:t> $\\foo$ a $x^$ b {{7*191}} &amp;", hostile.TEXT, "x" * 2000)


@pytest.fixture(scope="module")
def picture() -> list[Figure]:
    return [Figure((ROOT / "docs" / "map-en.png").read_bytes(), "図の説明")]


def _read(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def _cells(document: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def _text(document: Any) -> str:
    lines = [paragraph.text for paragraph in document.paragraphs]
    return "\n".join([*lines, *(text for row in _cells(document) for text in row)])


def _under(document: Any, heading: str) -> Any:
    """The table after a heading."""
    [place] = [one._p for one in document.paragraphs if one.text == heading and one.style.name == "Heading 1"]
    return next(table for table in document.tables if table._tbl in [*place.itersiblings()])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("filter_", [PACIFIC, Filter()], ids=["some", "all"])
def test_every_initiative_and_milestone_stands_there_whole(
    make: Make, picture: list[Figure], lang: Lang, filter_: Filter
) -> None:
    extract = make(filter_, lang)
    document = _read(note_bytes(extract, picture))
    firsts = [row[0].split("\n") for row in _cells(document)]
    titles = {row["initiative"]: (row[f"title_{lang}"], row[f"summary_{lang}"]) for row in extract.rows}
    found = {one[0].lstrip("①②③＋ "): one[1] for one in firsts if len(one) > 1}
    assert found.keys() == {title for title, _ in titles.values()}
    assert all(found[title].startswith(summary) for title, summary in titles.values())
    steps = [step for one in details(extract) for step in one["milestones"]]
    assert len(_under(document, t(lang, "milestones")).rows) == len(steps) + 1


@pytest.mark.parametrize("lang", LANGS)
def test_headings_are_words_own_and_the_contents_lead_to_each(make: Make, picture: list[Figure], lang: Lang) -> None:
    document = _read(note_bytes(make(PACIFIC, lang), picture))
    heads = [one for one in document.paragraphs if one.style.name in ("Heading 1", "Heading 2")]
    assert [one.text for one in heads if one.style.name == "Heading 1"] == [
        t(lang, key) for key in ("page_map", "note_initiatives", "milestones", "note_notes", "note_sources")
    ]
    lines = [one for one in document.paragraphs if one.style.name in ("toc 1", "toc 2")]
    assert [one.text.strip() for one in lines] == [one.text for one in heads]
    marks = [one._p.find(qn("w:bookmarkStart")).get(qn("w:name")) for one in heads]
    assert [one._p.find(qn("w:hyperlink")).get(qn("w:anchor")) for one in lines] == marks
    codes = [node.text.split()[:2] for node in document.element.iter(qn("w:instrText"))]
    assert codes == [["TOC", "\\o"], *(["PAGEREF", name] for name in marks)]
    kinds = [node.get(qn("w:fldCharType")) for node in document.element.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(codes)
    assert document.settings.element.find(qn("w:updateFields")) is not None


@pytest.mark.parametrize("lang", LANGS)
def test_every_source_stands_once_and_its_number_leads_there(make: Make, picture: list[Figure], lang: Lang) -> None:
    extract = make(PACIFIC, lang)
    document = _read(note_bytes(extract, picture))
    listed = _under(document, t(lang, "note_sources"))
    rows = [[cell.text for cell in row.cells] for row in listed.rows][1:]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    cited = [source(one, lang) or {} for one in extract.cited().values()]
    assert sorted(row[1] for row in rows) == sorted({one["text"] for one in cited})
    marks = {node.get(qn("w:name")): node.getnext() for node in listed._tbl.iter(qn("w:bookmarkStart"))}
    links = [node for node in document.element.iter(qn("w:hyperlink")) if "_Source" in node.get(qn("w:anchor"), "")]
    assert {node.get(qn("w:anchor")) for node in links} == marks.keys() and len(links) > len(rows)
    for node in links:
        assert node.text.strip() == f"[{marks[node.get(qn('w:anchor'))].text}]"
    ids = [node.get(qn("w:id")) for node in document.element.iter(qn("w:bookmarkStart"))]
    assert len(ids) == len(set(ids))


def test_no_row_is_parted_and_every_table_begins_again_with_its_head(make: Make, picture: list[Figure]) -> None:
    document = _read(note_bytes(make(PACIFIC), picture))
    for table in document.tables:
        head, *rows = table.rows
        assert head._tr.trPr.find(qn("w:tblHeader")) is not None and rows
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        names = [etree.QName(node).localname for node in table._tbl.tblPr]
        order = ["tblStyle", "tblW", "tblBorders", "tblLayout", "tblLook", "tblCaption"]
        assert [name for name in order if name in names] == [name for name in names if name in order]


def test_what_has_no_place_stands_under_its_own_heading(make: Make, picture: list[Figure]) -> None:
    document = _read(note_bytes(make(Filter(region=("global",)), "ja"), picture))
    heads = [one.text for one in document.paragraphs if one.style.name == "Heading 2"]
    assert heads[-1].startswith("地図に置けない取組（")


def test_filter_counts_sources_notes_and_the_way_back(make: Make, picture: list[Figure]) -> None:
    extract = make(PACIFIC, "ja")
    data = note_bytes(extract, picture, title="題", subtitle="副題", marking="取扱注意", link=LINK)
    document = _read(data)
    text = _text(document)
    for words in (extract.words(), extract.counts(), extract.edition(), "副題", "Natural Earth", "北方四島"):
        assert words in text
    assert [one.text for one in document.paragraphs if one.style.name == "Title"] == ["題"]
    assert "取扱注意" in document.sections[0].header.paragraphs[0].text
    assert "PAGE" in document.sections[0].footer._element.xml and "NUMPAGES" in document.sections[0].footer._element.xml
    targets = {link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks}
    assert LINK in targets
    assert document.inline_shapes[0]._inline.docPr.get("descr") == "図の説明"


def test_japanese_has_its_fonts_and_the_document_its_language(make: Make, picture: list[Figure]) -> None:
    data = note_bytes(make(PACIFIC, "ja"), picture)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles, fonts = (archive.read(f"word/{name}.xml").decode() for name in ("styles", "fontTable"))
    assert 'w:eastAsia="Yu Gothic"' in styles and '<w:lang w:val="ja-JP" w:eastAsia="ja-JP"' in styles
    assert "游ゴシック" in fonts and "Noto Sans CJK JP" in fonts
    for name in ("Normal", "Title", "Heading 1", "Table Text"):
        given = _read(data).styles[name].element.rPr.rFonts
        assert given.get(qn("w:eastAsia")) == "Yu Gothic" and given.get(qn("w:asciiTheme")) is None
    assert _read(data).core_properties.language == "ja-JP"


def test_the_same_bytes_again(make: Make, picture: list[Figure], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    data = note_bytes(make(PACIFIC), picture)
    assert data == note_bytes(make(PACIFIC), picture)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}
    assert _read(data).core_properties.created.year == 2023


@pytest.mark.parametrize("text", ATTACKS, ids=range(len(ATTACKS)))
def test_hostile_words_come_out_literally(make: Make, picture: list[Figure], text: str) -> None:
    bad = make(sites=spoilt(make().sites, text))
    document = _read(note_bytes(bad, picture, title=text, subtitle=text, marking=text[:100], link=text))
    assert document.paragraphs[0].text == text == document.paragraphs[1].text
    assert text[:100] in document.sections[0].header.paragraphs[0].text
    assert any(row[0].startswith(text[:990]) for row in _cells(document))
    assert not any(one.text.startswith("=") for one in document.element.iter(qn("w:instrText")))
    assert hostile.EVALUATED not in _text(document).replace(text, "")


def test_control_characters_are_left_out(make: Make, picture: list[Figure]) -> None:
    bad = make(sites=spoilt(make().sites, "a\x00b\x1bc\ufffe"))
    assert _read(note_bytes(bad, picture, title="a\x00b\x1b\ud800c")).paragraphs[0].text == "a b c"


def test_links_lead_to_the_web_only(make: Make, picture: list[Figure]) -> None:
    document = _read(note_bytes(make(PACIFIC), picture, link="javascript:alert(1)"))
    targets = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert targets and all(target.startswith(("http://", "https://")) for target in targets)


def test_nothing_found_is_said(make: Make, picture: list[Figure]) -> None:
    empty = make(Filter(focus=("3",), region=("europe",), q="zzzz"))
    assert "No initiative matches." in _text(_read(note_bytes(empty, picture)))


def test_there_is_no_second_copy_of_the_styles_that_word_would_repair(make: Make, picture: list[Figure]) -> None:
    with zipfile.ZipFile(io.BytesIO(note_bytes(make(PACIFIC, "en"), picture))) as archive:
        assert "word/stylesWithEffects.xml" not in archive.namelist()
        assert b"stylesWithEffects" not in archive.read("[Content_Types].xml")
