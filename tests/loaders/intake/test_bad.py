"""What is no document, or one made to do harm: one sentence in each language, and never another error."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from atlas.vocab import LANGS
from loaders.intake.outline.sections import outline
from loaders.intake.reading import document, opening, pdf
from loaders.intake.reading.opening import read_document
from loaders.lists.formats.package import ENCRYPTED, OLE
from loaders.lists.remark import DocumentError, ListError
from tests.loaders.intake import documents

WORD = documents.word(numbered=False)
PART = "word/document.xml"
PARAGRAPH = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>"
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BAD = {
    "scan": (documents.blank_pdf(3), "scan"),
    "locked PDF": (documents.locked_pdf(), "encrypted"),
    "locked Office file": (OLE + bytes(2000) + ENCRYPTED, "encrypted"),
    "old Word": (OLE + bytes(2000), "old_office"),
    "301 pages": (documents.blank_pdf(301), "too_many_pages"),
    "bomb": (documents.with_part(WORD, PART, documents.body_of(b"<w:unknown/>" * 3_500_000)), "too_big_unpacked"),
    "many paragraphs": (documents.with_part(WORD, PART, documents.body_of(PARAGRAPH * 50_010)), "too_many_paragraphs"),
    "deep": (
        documents.with_part(WORD, PART, documents.body_of(b"<w:tbl>" * 5_000 + b"</w:tbl>" * 5_000)),
        "office_broken",
    ),
    "entities": (documents.with_part(WORD, PART, DOCTYPE + documents.body_of(PARAGRAPH)), "office_broken"),
    "cut": (WORD[: len(WORD) // 2], "office_broken"),
    "cut PDF": (b"%PDF-1.7\nnothing", "pdf_broken"),
    "workbook": (documents.with_part(WORD, PART, b"").replace(PART.encode(), b"xl/document__.xml"), "not_a_document"),
    "empty": (b"", "empty"),
    "blanks": (b" \r\n\t\n" * 9, "empty"),
    "empty Word": (documents.with_part(WORD, PART, documents.body_of(b"")), "empty"),
    "empty page": (b"<html><body><script>x</script></body></html>", "empty"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "not_a_document"),
    "other XML": (b'<?xml version="1.0"?><iati-activities/>', "not_a_document"),
    "bytes": (bytes(range(256)) * 3, "encoding_unknown"),
    "many tags": (b"<html>" + b"<p>" * 400_001, "too_many_paragraphs"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_document_is_refused_with_one_sentence(kind: str) -> None:
    data, key = BAD[kind]
    with pytest.raises(DocumentError) as caught:
        read_document(data)
    assert caught.value.said.key == key
    for lang in LANGS:
        text = caught.value.said.text(lang)
        assert text.endswith((".", "。")) and "\n" not in text and "{" not in text
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is DocumentError and isinstance(again, ListError) and str(again) == str(caught.value)


def test_too_large_a_file_and_too_long_a_text_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_TEXT", 1_000)
    with pytest.raises(DocumentError, match="Split it"):
        read_document("両国は協力する。\n".encode() * 200)
    monkeypatch.setattr(opening, "MAX_BYTES", 1_000)
    with pytest.raises(DocumentError, match="larger than"):
        read_document(b"a" * 1_001)


def test_pages_without_text_among_others_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    empty = pdf._page
    monkeypatch.setattr(pdf, "_page", lambda paper, number: [] if number == 1 else empty(paper, number))
    found = read_document(documents.pdf())
    assert [remark.values["pages"] for remark in found.remarks if remark.key == "bare_pages"] == ["2"]


def test_a_page_nested_deeply_is_read_or_refused() -> None:
    assert "両国" in read_document(b"<html>" + b"<div>" * 200 + "両国".encode()).text
    try:
        read_document(b"<html>" + b"<div>" * 100_000 + "両国".encode())
    except DocumentError as error:
        assert error.said.key in ("html_broken", "empty")


LETTERS = "・●-1１①(a)（イ）第3条 IVX.、。\n\n\f\tあ協Aa広域—2026年<p>*"
HARD = (
    "・" * 3_000, "1." * 3_000, "(" * 3_000, "." * 5_000, "- \n" * 2_000, "1. a\n\n" * 3_000, "a-\n" * 3_000,
    "\n\n".join(f"{' ' * at}・a" for at in range(300)), "日本\n\n" * 900, "ASEAN (広域)\n\n" * 900, "I. A\n\n" * 2_000,
)  # fmt: skip


def _sound(data: bytes) -> None:
    """A document is read, its items lie in its text in order, or the one error says why not."""
    try:
        found = read_document(data)
    except DocumentError as error:
        assert error.said.text("ja") and error.said.text("en")
        return
    last, sections = 0, outline(found)
    for section in sections:
        assert last <= section.start < section.end <= len(found.text)
        last = section.end
    assert len({section.code for section in sections}) == len(sections)
    assert all(re.fullmatch(r"[A-Z]?[0-9a-z]+(\.[0-9a-z]+)*", section.code) for section in sections)
    assert found.text == "\n".join(found.words(line) for line in found.lines)


@pytest.mark.parametrize("text", HARD)
def test_texts_that_repeat_one_thing_are_read_in_time(text: str) -> None:
    _sound(text.encode())


@given(st.text(LETTERS, max_size=400))
@settings(max_examples=300, deadline=None)
@example("・・・・・1.")
def test_no_text_makes_it_raise(text: str) -> None:
    _sound(text.encode())


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_bytes_make_it_raise(data: bytes) -> None:
    for start in (b"", b"%PDF-1.7\n", b"PK\x03\x04", OLE, b"<html><body>", b"\xff\xfe"):
        _sound(start + data)


SOUND = {"docx": documents.word(), "pptx": documents.slides(), "pdf": documents.pdf(), "html": documents.html()}


@given(st.sampled_from(sorted(SOUND)), st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=8))
@settings(max_examples=80, deadline=None)
def test_no_damage_makes_it_raise(kind: str, damage: list[tuple[float, int]]) -> None:
    data = bytearray(SOUND[kind])
    for place, value in damage:
        data[int(place * len(data))] = value
    _sound(bytes(data))
