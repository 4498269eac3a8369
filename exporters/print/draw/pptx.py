"""Writes pages as slides that stay editable: native shapes and text boxes, theme colours, notes with talking points."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide, SlideLayout
from pptx.util import Pt

from adapters.pptx import settle
from atlas.vocab import Lang
from exporters.print.draw.deck import own_deck, sectioned
from exporters.print.draw.drawingml import element, placed
from exporters.print.draw.frames import put_chart, put_table
from exporters.print.draw.paragraphs import Lettering
from exporters.print.draw.shapes import Shapes
from exporters.print.draw.template import FOOTERS, Template, slots, title_size
from exporters.print.draw.theme import literal
from exporters.print.elements.items import Bars, LaidTable, RoundedRect, Words
from exporters.print.elements.sheet import Sheet
from exporters.print.elements.transform import moved, shifted
from exporters.zipped import fixed

_OWN: Final = "Title Only"
_SPARE: Final = 60.0  # a title's box is wider than its letters, another font may be too


@dataclass(frozen=True)
class House:
    """What the slides are put into: our own deck or a ministry's, the day, what its footer says."""

    deck: Deck
    template: Template | None
    stamp: datetime
    footer: Mapping[Lang, str]

    @property
    def theirs(self) -> Sequence[str] | None:
        """The colours of its theme that a template gives: ink and paper, on a dark ground none; of our own deck all."""
        if self.template is None:
            return None
        return () if self.template.dark else ("tx1", "bg1")

    def layout(self, sheet: Sheet) -> SlideLayout:
        """The layout for a page; a template's for covers if it has one."""
        if self.template is None:
            return next(one for one in self.deck.slide_layouts if one.name == _OWN)
        cover = self.template.cover if sheet.said("cover") else None
        return self.deck.slide_layouts[self.template.page if cover is None else cover]


def pptx_bytes(
    sheets: Sequence[Sheet],
    stamp: datetime,
    subject: str,
    template: Template | None = None,
    footer: Mapping[Lang, str] | None = None,
) -> bytes:
    """The pages as a PowerPoint file, a slide each, in our own deck or in a template's layouts."""
    deck = template.deck() if template else own_deck(sheets[0].width, sheets[0].height)
    house = House(deck, template, stamp, footer or {})
    drawn = [_slide(house, sheet) for sheet in sheets]
    _linked(drawn, sheets)
    sectioned(deck, [sheet.chapter for sheet in sheets])
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


def _linked(drawn: Sequence[Lettering], sheets: Sequence[Sheet]) -> None:
    """Contents lead to the first slide of a chapter that comes after them; then their slides are finished too."""
    for at, letters in enumerate(drawn):
        for look, chapter in letters.jumps:
            to = next((n for n in range(at + 1, len(sheets)) if sheets[n].chapter == chapter), None)
            if to is not None:
                click = element("a:hlinkClick", action="ppaction://hlinksldjump")
                click.set(qn("r:id"), letters.part.relate_to(drawn[to].part, RELATIONSHIP_TYPE.SLIDE))
                look.append(click)
        if letters.jumps:
            settle(letters.part)


def _slide(house: House, sheet: Sheet) -> Lettering:
    layout = house.layout(sheet)
    slide = house.deck.slides.add_slide(layout)
    page = shifted(sheet, house.template.room.x, house.template.room.y) if house.template else sheet
    shapes = Shapes(page, slide.part)
    if house.template:
        _hosted(house, slide, layout, sheet)
    else:
        _titled(slide, sheet.title, shapes)
    if not (house.template and sheet.said("cover") and house.template.cover is not None):
        _drawn(slide, page, shapes, house)
    _numbered(house, slide, layout, page)
    notes = slide.notes_slide.notes_text_frame
    if notes is not None:
        notes.text = sheet.notes
    settle(slide.notes_slide.part)
    if not shapes.letters.jumps:
        settle(slide.part)
    return shapes.letters


def _drawn(slide: Slide, page: Sheet, shapes: Shapes, house: House) -> None:
    tree = slide.shapes.element
    before = len(tree)
    if house.template and house.template.dark:
        tree.extend(shapes.of(RoundedRect("ground", house.template.room, "#FFFFFF")))
    if house.template and "title" in house.template.lacks:
        room = house.template.room
        tree.extend(shapes.of(moved(page.title, room.x, room.y)))
    for layer in page.layers:
        if drawn := [item for item in layer.items if not isinstance(item, LaidTable | Bars)]:
            tree.append(shapes.group(layer.name, drawn, layer.alt))
        for item in layer.items:  # PowerPoint groups neither
            if isinstance(item, LaidTable):
                shapes.last = put_table(slide, item, layer.alt, shapes.letters)
            elif isinstance(item, Bars):
                shapes.last = put_chart(slide, item, layer.alt, house.stamp, house.theirs)
    shapes.tie()
    if house.template:
        for shape in tree[before:]:
            literal(shape, house.theirs or ())


def _titled(slide: Slide, words: Words, shapes: Shapes) -> None:
    """The title stands in the layout's own placeholder, where outline view and screen readers look for it."""
    title = slide.shapes.title
    if title is not None:
        room = placed(words.rect._replace(w=words.rect.w + _SPARE))
        title.element.spPr.insert(0, room)
        title.element.replace(title.element.txBody, shapes.letters.words(words))


def _hosted(house: House, slide: Slide, layout: SlideLayout, sheet: Sheet) -> None:
    """Title and subtitle in the template's placeholders and look; those that stay empty are taken away."""
    said = {KIND.TITLE: sheet.title.plain(), KIND.CENTER_TITLE: sheet.title.plain(), KIND.SUBTITLE: sheet.said("cover")}
    for shape in [*slide.placeholders]:
        text = said.get(shape.placeholder_format.type)
        if text:
            shape.text_frame.text = text
            if shape.placeholder_format.type != KIND.SUBTITLE:
                for run in shape.text_frame.paragraphs[0].runs:
                    run.font.size = Pt(title_size(layout, text))
        else:
            shape.element.getparent().remove(shape.element)


def _numbered(house: House, slide: Slide, layout: SlideLayout, page: Sheet) -> None:
    """Date, footer and slide number where the layout has them; on our own pages the number alone, in the foot."""
    for shape in slots(layout):
        kind = shape.placeholder_format.type
        if kind not in FOOTERS or (house.template is None and (kind != KIND.SLIDE_NUMBER or page.number is None)):
            continue
        copy = deepcopy(shape.element)
        look = copy.find(qn("p:spPr"))
        for child in [*look]:
            look.remove(child)
        if house.template is None and page.number:
            look.append(placed(page.number))
        copy.find(f".//{qn('p:cNvPr')}").set("id", str(_free(slide)))
        _said(
            copy,
            {KIND.DATE: house.stamp.strftime("%Y-%m-%d"), KIND.FOOTER: house.footer.get(page.lang, "")}.get(kind),
            page.lang,
        )
        slide.shapes.element.append(copy)


def _free(slide: Slide) -> int:
    return 1 + max(int(node.get("id")) for node in slide.shapes.element.iter(qn("p:cNvPr")))


def _said(shape: Any, text: str | None, lang: str) -> None:
    """The text of a footer; None is the number of the slide."""
    body = shape.find(qn("p:txBody"))
    for old in body.findall(qn("a:p")):
        body.remove(old)
    letters = element("a:rPr", lang={"ja": "ja-JP"}.get(lang, "en-GB"))
    words = element("a:t")
    words.text = "‹#›" if text is None else text
    if text is None:
        field = {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"}
        body.append(element("a:p", element("a:fld", letters, words, **field)))
    else:
        body.append(element("a:p", element("a:r", letters, words)))
