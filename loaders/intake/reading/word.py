"""DOCX in: paragraphs, tables and text boxes in the order of the file, numbers that Word works out written out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.oxml.ns import qn

from loaders.intake.reading.document import LineKind, Passage, Passages
from loaders.intake.reading.numbering import Numbering
from loaders.intake.reading.office import DOCX, opened

_HEADING: Final = re.compile(r"(?:heading|見出し)\s*(\d)|(title|表題)", re.IGNORECASE)
_FALLBACK: Final = "{*}Fallback"  # what older programs show instead of a box
_SKIPPED: Final = {qn("w:txbxContent"), qn("w:rt"), qn("w:del"), qn("w:moveFrom")}
_WORDS: Final = {qn("w:t"): None, qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_docx(data: bytes) -> Passages:
    """The paragraphs of a Word document; raises DocumentError."""
    return opened(data, DOCX, _read)


def _read(archive: io.BytesIO) -> Passages:
    document = docx.Document(archive)
    styles = {style.style_id: style for style in document.styles}
    numbering = Numbering(document, styles)
    body, contents = list[Passage](), list[str]()
    for paragraph in document.element.body.iter(qn("w:p")):
        if any(True for _ in paragraph.iterancestors(_FALLBACK, qn("w:del"), qn("w:moveFrom"))):
            continue
        name, level = _style(paragraph, styles)
        number, deep, bullet = numbering.next(paragraph)
        words = _words(paragraph)
        if name.casefold().startswith(("toc ", "目次")):
            contents.append(words.strip())
        elif words.strip():
            body += _pieces(paragraph, words, number, deep, bullet, level)
    return Passages(body, tuple(text for text in contents if text), ())


def _pieces(paragraph: Any, words: str, number: str, deep: int, bullet: bool, level: int) -> Iterator[Passage]:
    boxed = any(True for _ in paragraph.iterancestors(qn("w:txbxContent")))
    kind: LineKind = "heading" if level else "bullet" if bullet else "box" if boxed else "text"
    size, bold = _look(paragraph)
    for at, line in enumerate(part for part in words.split("\n") if part.strip()):
        text = f"{number} {line.strip()}" if number and not at else line
        yield Passage(text, 1, kind, level or deep, size, bold, float(deep * 20), whole=True)


def _words(paragraph: Any) -> str:
    """The text of a paragraph, without what its boxes hold, what was deleted and readings above kanji."""
    found, waiting = list[str](), list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _SKIPPED or str(element.tag).endswith("}Fallback"):
            continue
        if element.tag in _WORDS:
            found.append(_WORDS[element.tag] or element.text or "")
        elif isinstance(element.tag, str):
            waiting.extend(reversed(element))
    return "".join(found)


def _style(paragraph: Any, styles: dict[str, Any]) -> tuple[str, int]:
    """The name of a paragraph's style, and its level as a heading: 0 for none."""
    outline = paragraph.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    if outline is not None and (value := int(outline.get(qn("w:val"), "9"))) < 9:
        return "", value + 1
    style, first, steps = styles.get(paragraph.style or ""), "", 0
    while style is not None and steps < 10:
        first = first or style.name or ""
        if found := _HEADING.match(style.name or ""):
            return first, int(found[1] or 0) + 1
        style, steps = style.base_style, steps + 1
    return first, 0


def _look(paragraph: Any) -> tuple[float | None, bool]:
    """The size of a paragraph's letters where it is given, and whether all are bold."""
    runs = [
        run for run in paragraph.iter(qn("w:r")) if "".join(part.text or "" for part in run.iter(qn("w:t"))).strip()
    ]
    bold = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    sizes = [run.find(f"{qn('w:rPr')}/{qn('w:sz')}") for run in runs]
    said = [float(size.get(qn("w:val"), "0")) / 2 for size in sizes if size is not None]
    on = [mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false") for mark in bold]
    return (max(said) if said else None), bool(on) and all(on)
