"""PDF in: the letters with their places, made into lines in the order of reading."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from statistics import median
from typing import Any, Final, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from loaders.intake.reading.columns import LetterRun, lines_of
from loaders.intake.reading.document import MAX_PARAGRAPHS, MAX_TEXT, Passage, Passages
from loaders.lists.remark import DocumentError, Remark

MAX_PAGES: Final = 300
_BOLD: Final = 600  # of the weights that fonts have
_HYPHENS: Final = {"\x02": "-", "\ufffe": "-", "\u00a0": " ", "\u3000": " ", "\t": " "}
_NAMES: Final = ("bold", "heavy", "black", "demi")


class Letter(NamedTuple):
    """A letter on a page, from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    at: int


def read_pdf(data: bytes) -> Passages:
    """The lines of a PDF; raises DocumentError."""
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            return _read(document)
    except pdfium.PdfiumError as error:
        raise DocumentError("encrypted" if "assword" in str(error) else "pdf_broken") from None


def _read(document: Any) -> Passages:
    if (pages := len(document)) > MAX_PAGES:
        raise DocumentError("too_many_pages", pages=pages, most=MAX_PAGES)
    body, bare, letters = list[Passage](), list[int](), 0
    for number in range(pages):
        found = _page(document, number)
        letters += sum(len(piece.text) for piece in found)
        if letters > MAX_TEXT:
            raise DocumentError("too_long", paragraphs=MAX_PARAGRAPHS, characters=MAX_TEXT)
        body += found
        if not found:
            bare.append(number + 1)
    if not body:
        raise DocumentError("scan" if pages else "empty")
    remarks = (Remark("bare_pages", {"pages": ", ".join(map(str, bare))[:200]}, "intake"),) if bare else ()
    return Passages(body, remarks=remarks)


def _page(document: Any, number: int) -> list[Passage]:
    with closing(document[number]) as page, closing(page.get_textpage()) as text:
        if text.count_chars() > MAX_TEXT:
            raise DocumentError("too_long", paragraphs=MAX_PARAGRAPHS, characters=MAX_TEXT)
        height = page.get_height()
        runs = [_run(text, letters) for letters in _runs(_letters(text, height))]
    return lines_of(runs, number + 1)


def _letters(text: Any, height: float) -> Iterator[Letter]:
    """The letters that a page shows, in the order of the file; generated spaces and line ends are none."""
    box = raw.FS_RECTF()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        letter = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        letter = _HYPHENS.get(letter, letter)
        if (
            not letter
            or letter in "\r\n"
            or raw.FPDFText_IsGenerated(text, at) == 1
            or not raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
        ):
            continue
        size = raw.FPDFText_GetFontSize(text, at)
        tall = abs(box.top - box.bottom)
        size = size if 3 < size < 2 * tall + 1 else tall * 0.8
        if letter == " " or letter.isprintable():
            yield Letter(letter, box.left, height - box.top, box.right, height - box.bottom, size, at)


def _runs(letters: Iterator[Letter]) -> Iterator[list[Letter]]:
    """Letters that follow one another on a line."""
    run: list[Letter] = []
    for letter in letters:
        if run and not _follows(run[-1], letter):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _follows(last: Letter, letter: Letter) -> bool:
    middle = (letter.top + letter.bottom) / 2
    size = max(last.size, letter.size)
    return last.top < middle < last.bottom and -size < letter.left - last.right < size


def _run(text: Any, letters: list[Letter]) -> LetterRun:
    """One run: spaces are where the letters stand apart, but not between Japanese ones."""
    said = letters[0].text
    for last, letter in pairwise(letters):
        apart = letter.left - last.right > 0.2 * max(last.size, letter.size) and letter.text != " " != last.text
        eastern = last.text > "\u2e7f" and letter.text > "\u2e7f"
        said += (" " if apart and not eastern else "") + letter.text
    shown = [letter for letter in letters if letter.text != " "] or letters
    sample = {letter.at for letter in (shown[0], shown[len(shown) // 2], shown[-1])}
    return LetterRun(
        " ".join(said.split()),
        shown[0].left, min(letter.top for letter in shown), shown[-1].right, max(letter.bottom for letter in shown),
        round(median(letter.size for letter in shown), 1), all(_is_bold(text, at) for at in sample),
    )  # fmt: skip


def _is_bold(text: Any, at: int) -> bool:
    if raw.FPDFText_GetFontWeight(text, at) >= _BOLD:
        return True
    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, buffer, 200, ctypes.byref(flags))
    return any(name in buffer.value.decode("utf-8", "replace").casefold() for name in _NAMES)
