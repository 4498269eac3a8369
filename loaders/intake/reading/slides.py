"""PPTX in: slide by slide, titles as headings, shapes by their place, groups, tables and numbered lists."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, Final

import pptx
from pptx.oxml.ns import qn

from loaders.intake.reading.columns import Box, in_order
from loaders.intake.reading.document import LineKind, Passage, Passages
from loaders.intake.reading.marks import mark_of
from loaders.intake.reading.numbering import written
from loaders.intake.reading.office import PPTX, opened

_DEEPEST: Final = 12
_FORMATS: Final = (
    ("alphaLc", "lowerLetter"), ("alphaUc", "upperLetter"), ("romanLc", "lowerRoman"), ("romanUc", "upperRoman"),
    ("circleNum", "decimalEnclosedCircle"), ("ea1Jpn", "japaneseCounting"), ("arabic", "decimal"),
)  # fmt: skip
_TITLES: Final = (1, 3)  # placeholders of a title, of a centred one
_BODIES: Final = (2, 7)  # of text, of anything
_ASIDE: Final = (13, 15, 16)  # of the slide's number, the footer, the date


def read_pptx(data: bytes) -> Passages:
    """The paragraphs of a presentation; raises DocumentError."""
    return opened(data, PPTX, _read)


def _read(archive: io.BytesIO) -> Passages:
    body, aside = list[Passage](), list[str]()
    for number, slide in enumerate(pptx.Presentation(archive).slides, start=1):
        for shape in _ordered(slide.shapes):
            if _placeholder(shape) in _ASIDE:
                aside += [shape.text_frame.text.strip()] if shape.has_text_frame else []
            else:
                body += _shape(shape, number)
    return Passages(body, tuple(dict.fromkeys(text for text in aside if text)))


def _ordered(shapes: Any, depth: int = 0) -> Iterator[Any]:
    """Shapes in the order of reading, those of a group where the group stands."""
    shown = list(shapes)
    titles = [shape for shape in shown if _placeholder(shape) in _TITLES]
    for shape in [*titles, *in_order([shape for shape in shown if shape not in titles], _box)]:
        if hasattr(shape, "shapes"):
            yield from _ordered(shape.shapes, depth + 1) if depth < _DEEPEST else ()
        else:
            yield shape


def _box(shape: Any) -> Box:
    left, top = shape.left or 0, shape.top or 0
    return left, top, left + (shape.width or 0), top + (shape.height or 0)


def _placeholder(shape: Any) -> int:
    """The kind of placeholder that a shape is; 0 for none."""
    return int(shape.placeholder_format.type or 0) if shape.is_placeholder else 0


def _shape(shape: Any, page: int) -> Iterator[Passage]:
    left = round((shape.left or 0) / 12_700, 1)
    if getattr(shape, "has_table", False):
        for row in shape.table.rows:
            for cell in row.cells:
                yield from _frame(cell.text_frame, page, left, "text")
    elif shape.has_text_frame:
        kind = _placeholder(shape)
        usual: LineKind = "heading" if kind in _TITLES else "bullet" if kind in _BODIES else "box"
        yield from _frame(shape.text_frame, page, left, usual)


def _frame(frame: Any, page: int, left: float, usual: LineKind) -> Iterator[Passage]:
    counts: dict[int, int] = {}
    for paragraph in frame.paragraphs:
        words = "".join(run if isinstance(run, str) else run.text for run in _words(paragraph)).strip()
        if not words:
            continue
        mark, level = _mark(paragraph, usual, counts), min(paragraph.level, 8)
        first, *more = [line.strip() for line in words.split("\v") if line.strip()]
        size, bold = _look(paragraph)
        kind: LineKind = "bullet" if mark == "•" else "text" if usual == "bullet" else usual
        text = f"{mark} {first}" if mark and (mark_of(first) is None or mark != "•") else first
        if usual == "heading":  # a title is one though it has line ends
            first, text, more = " ".join([first, *more]), " ".join([text, *more]), []
        for line in (text, *more):
            yield Passage(line, page, kind, level + (usual == "heading"), size, bold, left + level * 20, whole=True)


def _words(paragraph: Any) -> Iterator[str]:
    for element in paragraph._p.iter(qn("a:t"), qn("a:br")):
        yield "\v" if element.tag == qn("a:br") else element.text or ""


def _mark(paragraph: Any, usual: LineKind, counts: dict[int, int]) -> str:
    """What stands before a paragraph: its number, a bullet, or nothing; numbers are counted."""
    properties, level = paragraph._p.find(qn("a:pPr")), paragraph.level
    for deeper in [other for other in counts if other > level]:
        del counts[deeper]
    number = None if properties is None else properties.find(qn("a:buAutoNum"))
    if number is None:
        counts.pop(level, None)
        none = properties is not None and properties.find(qn("a:buNone")) is not None
        own = properties is not None and properties.find(qn("a:buChar")) is not None
        return "•" if own or (usual == "bullet" and not none) else ""
    counts[level] = counts[level] + 1 if level in counts else min(max(int(number.get("startAt", "1")), 1), 9_999)
    kind = number.get("type", "arabicPeriod")
    shown = written(counts[level], next((form for name, form in _FORMATS if kind.startswith(name)), "decimal"))
    return f"({shown})" if kind.endswith("ParenBoth") else f"{shown})" if kind.endswith("ParenR") else f"{shown}."


def _look(paragraph: Any) -> tuple[float | None, bool]:
    runs = [run for run in paragraph.runs if run.text.strip()]
    sizes = [run.font.size.pt for run in runs if run.font.size is not None]
    return (max(sizes) if sizes else None), bool(runs) and all(run.font.bold for run in runs)
