"""Word templates as ministries have them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt, RGBColor

from exporters.note import word

INK = RGBColor(0x7A, 0x12, 0x2E)
SAMPLE = "ここに本文を入力"


def ministry() -> bytes:
    """B5 with a letterhead, page numbers, a heading in wine red, a table style of its own, and sample text."""
    document = docx.Document()
    section: Any = document.sections[0]
    section.page_width, section.page_height = Mm(182), Mm(257)
    section.left_margin = section.right_margin = Mm(25)
    section.header.paragraphs[0].text = "外務省\u3000部内資料"
    word.field(section.footer.paragraphs[0], "PAGE")
    heading: Any = document.styles["Heading 1"]
    heading.font.color.rgb, heading.font.size = INK, Pt(15)
    table: Any = document.styles.add_style("省の表", WD_STYLE_TYPE.TABLE)
    table.base_style = document.styles["Table Grid"]
    document.add_paragraph(SAMPLE, style="Heading 1")
    document.add_table(rows=1, cols=2, style="省の表").rows[0].cells[0].text = SAMPLE
    return _saved(document)


def bare() -> bytes:
    """Without pages' numbers, without styles for captions, subtitles, second headings and tables."""
    document = docx.Document()
    for name in ("Subtitle", "Heading 2", "Caption", "Table Grid"):
        document.styles[name].delete()
    tables = [style for style in document.styles if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table"]
    for style in tables:
        style.delete()
    return _saved(document)


def small() -> bytes:
    """A card."""
    document = docx.Document()
    section: Any = document.sections[0]
    section.page_width, section.page_height = Mm(100), Mm(150)
    return _saved(document)


def as_template(data: bytes) -> bytes:
    """The same as .dotx."""
    return _changed(data, b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml")


def _changed(data: bytes, old: bytes, new: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return stream.getvalue()


def _saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
