"""A ministry's own Word template: its styles, page and margins carry the note, its sample text goes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.shared import Mm

from exporters.template_file import TemplateError, as_document

STYLES: Final = ("Title", "Subtitle", "Heading 1", "Heading 2", "Caption", "List Bullet")
_LEAST: Final = (110, 120)  # millimetres that a table and a map need
_GRID: Final = "Table Grid"


@dataclass(frozen=True)
class Paper:
    """What a note is written on: a template's file, its room for text in millimetres, the style of its tables, the
    styles that it lacks, and whether it numbers its pages."""

    data: bytes
    room: tuple[float, float]
    table: str
    without: tuple[str, ...]
    numbered: bool

    def document(self) -> Document:
        """The document without the text that came with it; page, header and footer are those of its last section."""
        document = docx.Document(io.BytesIO(self.data))
        body: Any = document.element.body
        for node in [node for node in body if node.tag != qn("w:sectPr")]:
            body.remove(node)
        return document

    def lacks(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """What is not in the template, each thing as a sentence of the page's with its names."""
        if self.without:
            yield "note_template_lacks_styles", {"names": ", ".join(self.without)}
        if not self.numbered:
            yield "note_template_lacks_number", {}


def read_paper(data: bytes) -> Paper:
    """What a Word file offers; raises TemplateError with the name of a sentence."""
    data = as_document(data, "note_template")
    document = _opened(data)
    section: Any = document.sections[-1]
    sides = (section.page_width, section.left_margin, section.right_margin)
    heights = (section.page_height, section.top_margin, section.bottom_margin)
    wide, high = (float(whole - abs(one) - abs(other)) / Mm(1) for whole, one, other in (sides, heights))
    if wide < _LEAST[0] or high < _LEAST[1]:
        raise TemplateError("note_template_small")
    known = {style.name for style in document.styles}
    without = tuple(name for name in STYLES if name not in known)
    return Paper(data, (wide, high), _table(document), without, _numbered(section))


def _opened(data: bytes) -> Document:
    try:
        document = docx.Document(io.BytesIO(data))
        [*document.sections][-1].page_width + 0
    except (PackageNotFoundError, KeyError, ValueError, SyntaxError, IndexError, TypeError) as error:
        raise TemplateError("note_template_unread") from error
    return document


def _table(document: Document) -> str:
    """The template's own style of tables; else the grid that Word has, or none."""
    tables = [style for style in document.styles if style.element.get(qn("w:type")) == "table"]
    own = [str(style.name) for style in tables if not style.builtin]
    return own[0] if own else _GRID if _GRID in {style.name for style in tables} else ""


def _numbered(section: Any) -> bool:
    """Whether some header or footer has the number of its page."""
    names = ("header", "footer", "first_page_header", "first_page_footer")
    parts = [getattr(section, name)._element for name in names if not getattr(section, name).is_linked_to_previous]
    codes = [f"{node.text or ''} {node.get(qn('w:instr')) or ''}".split() for part in parts
             for node in part.iter(qn("w:instrText"), qn("w:fldSimple"))]  # fmt: skip
    return any("PAGE" in code for code in codes)
