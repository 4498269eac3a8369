"""A fact sheet as a Word document: the map as a picture, all else as headings, lines and tables to edit."""

from __future__ import annotations

from typing import Final

import docx
from docx.document import Document
from docx.shared import Pt

from exporters.clean import clean
from exporters.extract import Extract
from exporters.note import word
from exporters.note.document import add_map, prepare, saved
from exporters.note.overview import put_grid
from exporters.print.draw.png import png_bytes
from exporters.print.factsheet.facts import Facts, facts_of
from exporters.print.factsheet.figures import figures
from exporters.print.factsheet.heading import foot_parts, subtitle, title_of
from exporters.print.factsheet.sheets import ROOM, map_sheet, tables
from exporters.print.options import Options
from maps.basemap import Basemap

_SCALE: Final = 170.0 / ROOM  # mm between the margins of A4
_PIXELS: Final = (1600, 820)


def fact_note(extract: Extract, base: Basemap, options: Options, place: str) -> bytes:
    """The fact sheet of a country or region as a document; raises PlaceError where there is nothing."""
    facts, document = facts_of(extract, place), docx.Document()
    prepare(document, facts.extract, title_of(facts), options.marking)
    document.add_paragraph(clean(title_of(facts)), style="Title")
    document.add_paragraph(clean("\u3000｜\u3000".join(subtitle(facts))), style="Subtitle")
    sheet = map_sheet(facts, base, options, (_PIXELS[0] / 2, _PIXELS[1] / 2))
    add_map(document, png_bytes(sheet, _PIXELS, extract.stamp(), {}), sheet.alt)
    parts = [*tables(facts)]
    _figures(document, facts)
    for one in parts:
        document.add_paragraph(clean(one.name), style="Heading 1")
        if one.note:
            document.add_paragraph(clean(one.note), style="Caption")
        put_grid(document, one.grid, _SCALE, one.tied)
    _foot(document, facts, options)
    return saved(document, facts.extract)


def _figures(document: Document, facts: Facts) -> None:
    """The key figures, a line each."""
    for heading, some in figures(facts):
        line = document.add_paragraph()
        line.paragraph_format.space_before = Pt(3)
        line.add_run(f"{clean(heading)}  ").bold = True
        for at, (figure, text, what) in enumerate(some):
            line.add_run("; " if at and facts.whole.lang == "en" else "；" if at else "")
            line.add_run(clean(figure)).bold = True
            line.add_run(f" {clean(f'{text} {what}')}")


def _foot(document: Document, facts: Facts, options: Options) -> None:
    for heading, text, address in foot_parts(facts, options):
        line = document.add_paragraph(style="List Bullet")
        line.add_run(f"{clean(heading)}  ").bold = True
        word.link(line, clean(text), address)
