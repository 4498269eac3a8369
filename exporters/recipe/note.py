"""A recipe as a Word document: each page under its heading, maps as pictures, tables as Word's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import docx
from docx.document import Document

from atlas.vocab import Lang
from exporters.clean import clean
from exporters.extract import stamp
from exporters.note.document import add_map, prepare, saved
from exporters.note.overview import on_its_side, put_tables
from exporters.print.compose import compose_map
from exporters.print.content.brief import default_title
from exporters.print.draw.png import png_bytes
from exporters.print.elements.sheet import Sheet
from exporters.recipe.book import Briefing, MadePage
from exporters.recipe.kinds import KINDS, map_options
from exporters.recipe.model import MapPage

_PICTURE: Final = (257.0, 115.0)  # mm
_PIXELS: Final = 1600


def note_of(briefing: Briefing, lang: Lang) -> bytes:
    """The briefing in one language."""
    context, document = briefing.context(lang), docx.Document()
    extract = context.extract(briefing.recipe.base())
    title = context.words(briefing.recipe.title) or default_title(extract)
    prepare(document, extract, title, context.words(briefing.recipe.marking))
    on_its_side(document)
    document.add_paragraph(title, style="Title")
    for text in (context.words(briefing.recipe.subtitle), clean(extract.words()), extract.counts()):
        if text:
            document.add_paragraph(text, style="Subtitle")
    _captions(document, context.missing_everywhere())
    for one in briefing.made[lang]:
        _page(document, one)
    return saved(document, extract)


def _page(document: Document, one: MadePage) -> None:
    """A page with the presenter's notes under its heading."""
    kind = KINDS[one.page.kind]
    document.add_paragraph(one.title, style="Heading 1")
    for line in one.page.notes.text(one.context.lang).splitlines() if one.page.notes else ():
        document.add_paragraph(clean(line))
    _captions(document, one.missing)
    for sheet in _pictures(one):
        pixels = (_PIXELS, round(_PIXELS * sheet.height / sheet.width))
        picture = png_bytes(sheet, pixels, stamp(one.context.edition.id.date), {})
        add_map(document, picture, sheet.alt, _PICTURE)
    if kind.tables:
        found = kind.tables(one.page, one.context)
        _captions(document, [found.note] if found.note else [])
        put_tables(document, found.tables, "Heading 2", one.title)


def _pictures(one: MadePage) -> Iterator[Sheet]:
    """The map alone; of a page that has no tables all that it shows."""
    page, context = one.page, one.context
    if isinstance(page, MapPage):
        yield compose_map(context.extract(context.filter(page)), context.base, map_options(page, context))
    elif KINDS[page.kind].tables is None:
        yield from one.sheets


def _captions(document: Document, lines: list[str]) -> None:
    for line in lines:
        document.add_paragraph(clean(line), style="Caption")
