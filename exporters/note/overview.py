"""A tab of the overview as a Word document: its tables on paper that lies on its side, sources as links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, RGBColor
from docx.table import _Cell

from atlas.words.i18n import t
from exporters.clean import clean
from exporters.extract import Extract
from exporters.note import word
from exporters.note.document import prepare, saved
from exporters.note.tables import dress
from exporters.print.content.brief import default_title
from exporters.print.elements.items import LaidCell, LaidTable, Run
from exporters.print.tables.matrix import laid

_WIDE: Final = 257.0  # mm between the margins of A4 on its side
_ROOM: Final = 1872.0  # the same in the units of a slide: what is laid out there fits here
_SCALE: Final = _WIDE / _ROOM
_BESIDE: Final = 6.0  # units; less than on a slide, since letters are a little larger


def overview_note(
    extract: Extract, title: str, note: str, tables: Sequence[Mapping[str, Any]], link: str = ""
) -> bytes:
    """The tables under headings; `link` leads to the same screen."""
    document, title = docx.Document(), f"{title}{t(extract.lang, 'colon')}{default_title(extract, after=True)}"
    prepare(document, extract, title, "")
    on_its_side(document)
    document.add_paragraph(title, style="Title")
    for text in (note, extract.words()):
        document.add_paragraph(clean(text), style="Subtitle")
    if clean(link):
        word.link(document.add_paragraph(style="Subtitle"), clean(link), clean(link))
    put_tables(document, tables, "Heading 1")
    return saved(document, extract)


def on_its_side(document: Document) -> None:
    """A4 on its side."""
    section: Any = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)


def put_tables(document: Document, tables: Sequence[Mapping[str, Any]], style: str, above: str = "") -> None:
    """The tables, each under its heading (if not the same stands `above`) with what is to be known; a strip is none."""
    for one in (one for one in tables if "strip" not in one):
        if one["title"] != above:
            document.add_paragraph(clean(str(one["title"])), style=style)
        if one.get("note"):
            told = document.add_paragraph(clean(str(one["note"])), style="Caption")
            told.paragraph_format.keep_with_next = True
        put_grid(document, laid(one, _ROOM), _SCALE)


def put_grid(document: Document, grid: LaidTable, scale: float, tied: Sequence[bool] = ()) -> None:
    """A grid as a table of Word, its columns in the same proportions: so many millimetres a unit.

    Rows that are `tied` stay on the page of the next.
    """
    table: Any = document.add_table(rows=len(grid.rows), cols=len(grid.widths))
    table.autofit = False
    dress(document, table, grid.name)
    table._tbl.tblPr.xpath("w:tblLook")[0].addprevious(_margins())
    tight = any(cell.words.turned for row in grid.rows for cell in row.cells)
    style = str(document.styles["Table Tight" if tight else "Table Text"].style_id)
    for column, wide in zip(table.columns, grid.widths, strict=True):
        column.width = Mm(wide * scale)
    for row, line in zip(table.rows, grid.rows, strict=True):
        cells, column = list(row.cells), 0
        for said in line.cells:
            cell = cells[column]
            cell.width = Mm(sum(grid.widths[column : column + said.span]) * scale)
            _write(cell.merge(cells[column + said.span - 1]) if said.span > 1 else cell, said, style)
            column += said.span
    for row, _ in filter(itemgetter(1), zip(table.rows, tied, strict=False)):
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _margins() -> Any:
    """The room beside the words of a cell, as it was laid out."""
    found, twips = word.element("tblCellMar"), str(round(_BESIDE * _SCALE * 1440 / 25.4))
    for side in ("left", "right"):
        found.append(word.element(side, w=twips, type="dxa"))
    return found


def _write(cell: _Cell, said: LaidCell, style: str) -> None:
    """The words of a cell; the style comes by its id, since python-docx looks through all styles for a name."""
    for number, runs in enumerate(said.paragraphs):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph._p.style = style
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, said.words.align.upper())
        for run in runs:
            _run(paragraph, run, said.words.colour)
    properties: Any = cell._tc.get_or_add_tcPr()
    if said.fill:
        properties.append(word.element("shd", val="clear", color="auto", fill=said.fill.removeprefix("#")))
    if said.words.turned:
        properties.append(word.element("textDirection", val="btLr"))


def _run(paragraph: Any, run: Run, ink: str) -> None:
    if run.link:
        word.link(paragraph, run.text, run.link)
        return
    letters = paragraph.add_run(run.text)
    letters.bold, letters.underline = run.bold, run.rule == "under"
    letters.font.color.rgb = RGBColor.from_string((run.colour or ink).removeprefix("#"))
