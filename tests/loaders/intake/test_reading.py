"""A document of each format comes in whole, in the order of reading, with the same outline."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from loaders.intake.outline.sections import outline, remarks
from loaders.intake.reading.document import DocumentText
from loaders.intake.reading.opening import kind_of, read_document
from tests.loaders.intake import documents
from tests.loaders.intake.documents import CODES, ITEMS, MARKS

MAKERS: dict[str, Callable[[], bytes]] = {
    "txt": documents.txt,
    "broken": lambda: documents.txt(breaks=True),
    "cp932": lambda: documents.txt().decode().encode("cp932"),
    "html": documents.html,
    "docx": documents.word,
    "docx, numbers typed": lambda: documents.word(numbered=False),
    "pdf": documents.pdf,
    "pdf, two columns": lambda: documents.pdf(2),
}


def squeezed(text: str) -> str:
    """Letters alone."""
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_items_come_out_of_every_format(kind: str) -> None:
    document = read_document(MAKERS[kind]())
    sections = outline(document)
    assert [section.code for section in sections] == CODES
    assert [section.heading.ja for section in sections] == [heading for _, heading, _ in ITEMS]
    assert not any(section.heading.en for section in sections)
    for section, (code, _, text) in zip(sections, ITEMS, strict=True):
        words = squeezed(document.text[section.start : section.end])
        assert words.removeprefix(MARKS[code]).removeprefix(f"{code.rpartition('.')[2]}.") == squeezed(text)


def test_a_sentence_broken_by_a_page_is_one_and_the_page_number_is_told() -> None:
    document = read_document(documents.txt(breaks=True))
    assert "研修はスバで開かれ" in document.text and document.dropped == ("- 2 -",)
    assert "1件" in document.remarks[-1].text("ja")


@pytest.mark.parametrize("columns", [1, 2])
def test_running_heads_and_page_numbers_of_a_pdf_are_left_out(columns: int) -> None:
    document = read_document(documents.pdf(columns))
    assert documents.HEAD not in document.text and documents.HEAD in document.dropped
    assert max(line.page for line in document.lines) > 1
    assert not re.search(r"- \d -", document.text)


def test_no_space_comes_between_japanese_letters_where_a_line_wraps() -> None:
    text = read_document(documents.pdf()).text
    assert not re.search(r"[ぁ-んァ-ヶ一-龠、。] [ぁ-んァ-ヶ一-龠、。]", text)
    assert all(text_ in squeezed(text) for text_ in map(squeezed, (text for _, _, text in ITEMS)))


ENGLISH = (
    "1. Both sides will hold an internationalisation workshop on responsible telecommunications infrastructure.",
    "2. Both sides will draw up a long-term plan on Indo-Pacific interoperability and environmental sustainability.",
)


def test_a_word_divided_at_a_line_end_is_whole_again() -> None:
    made = documents.pdf(2, [("item", text) for text in ENGLISH], "en")
    text = read_document(made).text
    assert [line for line in text.split("\n") if line[0].isdigit()] == list(ENGLISH)


def test_scripts_and_navigation_of_a_page_are_no_text() -> None:
    document = read_document(documents.html())
    assert not re.search("alert|color|ホーム|連絡先", document.text)
    assert document.dropped == ("ホーム", "連絡先")


def test_tables_and_boxes_of_word_come_once_and_deleted_words_do_not() -> None:
    document = read_document(documents.boxed())
    assert [section.code for section in outline(document)] == ["1", "2", "3", "4", "5"]
    assert document.text.count("枠の中の項目") == 1 and "消した" not in document.text


def test_slides_are_read_by_place_with_groups_and_tables() -> None:
    document = read_document(documents.slides())
    sections = outline(document)
    first = [document.text[section.start :][:4] for section in sections]
    assert first == ["• 両国", "• 両国", "左の枠で", "右の枠で", "組にした", "表の左で", "表の右で"]
    assert [section.heading.ja for section in sections] == ["基本的考え方"] * 2 + ["取組"] * 5


def test_a_kind_is_told_by_content() -> None:
    assert {kind_of(MAKERS[kind]()) for kind in ("pdf", "docx", "html", "txt")} == {"pdf", "docx", "html", "txt"}
    assert kind_of(documents.slides()) == "pptx"


@pytest.mark.parametrize("kind", [*MAKERS, "boxed", "slides"])
def test_nothing_of_the_text_is_lost(kind: str) -> None:
    made = {"boxed": documents.boxed, "slides": documents.slides} | MAKERS
    document = read_document(made[kind]())
    _sound(document)
    for text in (text for _, _, text in ITEMS) if kind in MAKERS else ():
        assert squeezed(text) in squeezed(document.text)


def _sound(document: DocumentText) -> None:
    """Lines and items are ordered and lie in the text; what is in no item is a heading."""
    ends = [0]
    for line in document.lines:
        assert ends[-1] <= line.start < line.end <= len(document.text)
        ends.append(line.end)
    sections = outline(document)
    taken = set[int]()
    for section in sections:
        span = range(section.start, section.end)
        assert span and section.end <= len(document.text) and not taken & set(span)
        taken |= set(span)
    outside = [document.words(line) for line in document.lines if line.start not in taken]
    assert not [words for words in outside if words.endswith(("。", "."))]
    assert len({section.code for section in sections}) == len(sections)


def test_a_text_without_an_outline_gives_its_paragraphs_and_says_so() -> None:
    text = "両国は海の安全について話し合った。\n\n両国は港の研修を行うこととした。"
    document = read_document(text.encode())
    sections = outline(document)
    assert [document.text[section.start : section.end] for section in sections] == text.split("\n\n")
    assert [section.code for section in sections] == ["P1", "P2"]
    assert [remark.key for remark in remarks(document, sections)][-1] == "no_outline"
    assert "no_outline" not in [remark.key for remark in remarks(document, outline(read_document(documents.txt())))]
