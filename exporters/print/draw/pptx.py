"""Writes pages as slides that stay editable: native shapes and text boxes, theme colours, notes with the sources."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu

from exporters.print.draw.drawingml import FONTS, THEME
from exporters.print.draw.frames import put_chart, put_table
from exporters.print.draw.paragraphs import Lettering
from exporters.print.draw.shapes import Shapes
from exporters.print.elements.sheet import PER_INCH, Bars, LaidTable, Sheet, Words
from exporters.zipped import fixed

_EMU: Final = 914_400 // PER_INCH
_MAIN: Final = qn("a:x").removesuffix("x")
_TITLE_ONLY: Final = 5


def pptx_bytes(sheets: Sequence[Sheet], stamp: datetime, subject: str) -> bytes:
    """The pages as a PowerPoint file, a slide each."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(round(sheets[0].width * _EMU)), Emu(round(sheets[0].height * _EMU))
    _themed(deck)
    for sheet in sheets:
        _slide(deck, sheet, stamp)
    _facts(deck, sheets[0], stamp, subject)
    stream = io.BytesIO()
    deck.save(stream)
    return fixed(stream.getvalue(), stamp)


def _facts(deck: Deck, sheet: Sheet, stamp: datetime, subject: str) -> None:
    facts = deck.core_properties
    facts.title, facts.subject, facts.author = sheet.title.plain()[:250], subject[:250], "FOIP Atlas"
    facts.last_modified_by, facts.comments, facts.language = "FOIP Atlas", "", sheet.lang
    facts.created = facts.modified = stamp.replace(tzinfo=None)
    facts.revision = 1


def _slide(deck: Deck, sheet: Sheet, stamp: datetime) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    shapes = Shapes(sheet, slide.part)
    _title(slide, sheet.title, shapes.letters)
    tree = slide.shapes.element
    for layer in sheet.layers:
        if drawn := [item for item in layer.items if not isinstance(item, LaidTable | Bars)]:
            tree.append(shapes.group(layer.name, drawn, layer.alt))
        for item in layer.items:  # PowerPoint groups neither
            if isinstance(item, LaidTable):
                shapes.last = put_table(slide, item, layer.alt, shapes.letters)
            elif isinstance(item, Bars):
                shapes.last = put_chart(slide, item, layer.alt, stamp)
    shapes.tie()
    notes = slide.notes_slide.notes_text_frame
    if notes is not None:
        notes.text = sheet.notes


def _title(slide: Slide, words: Words, letters: Lettering) -> None:
    """The title stands in the layout's own placeholder, where outline view and screen readers look for it."""
    shape = slide.shapes.title
    if shape is None:
        return
    rect = words.rect
    shape.left, shape.top = Emu(round(rect.x * _EMU)), Emu(round(rect.y * _EMU))
    shape.width, shape.height = Emu(round((rect.w + 60) * _EMU)), Emu(round(rect.h * _EMU))
    shape.element.replace(shape.element.txBody, letters.words(words))


def _themed(deck: Deck) -> None:
    """The atlas's colours and fonts as the deck's theme, so that recolouring and font changes reach every shape."""
    for master in deck.slide_masters:
        part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
        tree = etree.fromstring(part.blob)
        scheme = tree.find(f".//{_MAIN}clrScheme")
        scheme.set("name", "FOIP Atlas")
        for slot, colour in THEME.items():
            node = scheme.find(f"{_MAIN}{slot}")
            for child in list(node):
                node.remove(child)
            etree.SubElement(node, f"{_MAIN}srgbClr").set("val", colour.lstrip("#"))
        for kind in ("majorFont", "minorFont"):
            node = tree.find(f".//{_MAIN}{kind}")
            node.find(f"{_MAIN}latin").set("typeface", FONTS["latin"])
            node.find(f"{_MAIN}ea").set("typeface", FONTS["ea"])
        part.blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
