"""A ministry's own template: which layouts carry a page and a cover, and how much room they leave."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from exporters.print.elements.fonts import wrap
from exporters.print.elements.items import PER_INCH, Rect
from exporters.print.options import Options
from exporters.template_file import TemplateError, as_document

_EMU: Final = 914_400 // PER_INCH
_TITLES: Final = (KIND.TITLE, KIND.CENTER_TITLE)
_BODIES: Final = (KIND.BODY, KIND.OBJECT, KIND.PICTURE)
FOOTERS: Final = (KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER)
_LEAST: Final = (6.0, 3.2)  # inches that a map with its legend and foot needs
_GAP: Final = 8.0
_LEAST_PT: Final = 10.5
_SURE: Final = 0.9  # of a title's width: its insets, and letters that are wider than ours
_GROUND: Final = 0.5  # a shape that covers more of the slide is its ground, nothing to keep clear of
_WANTED: Final = {
    "title": _TITLES, "footer": (KIND.FOOTER,), "date": (KIND.DATE,), "number": (KIND.SLIDE_NUMBER,),
}  # fmt: skip


@dataclass(frozen=True)
class Template:
    """A template's file, the numbers of its layouts for pages and covers, a page's room in units, what it lacks,
    whether its ground is dark."""

    data: bytes
    page: int
    cover: int | None
    room: Rect
    lacks: tuple[str, ...]
    dark: bool

    def fitted(self, options: Options) -> Options:
        """The same choices for a page that this template carries: its room, its title, its footer for the marking."""
        room = self.room.w / PER_INCH, self.room.h / PER_INCH
        marking = options.marking if "footer" in self.lacks else ""
        return replace(options, room=room, bare="title" not in self.lacks, marking=marking)

    def deck(self) -> Deck:
        """The deck without the slides that came with it."""
        deck = Presentation(io.BytesIO(self.data))
        listed = deck.part._element.sldIdLst
        for node in [*listed] if listed is not None else []:
            deck.part.drop_rel(node.rId)
            listed.remove(node)
        for extension in deck.part._element.findall(f"{qn('p:extLst')}/{qn('p:ext')}"):
            if extension.find("{*}sectionLst") is not None:
                extension.getparent().remove(extension)
        return deck


def read_template(data: bytes) -> Template:
    """What a PowerPoint file offers; raises TemplateError with the name of a sentence."""
    data = as_document(data, "template")
    deck = _opened(data)
    layouts = [*deck.slide_layouts]
    rooms = [_room(deck, layout) for layout in layouts]
    page = max(range(len(layouts)), key=lambda at: (*_fit(layouts[at]), rooms[at].w * rooms[at].h))
    if rooms[page].w < _LEAST[0] * PER_INCH or rooms[page].h < _LEAST[1] * PER_INCH:
        raise TemplateError("template_small")
    known = {*_kinds(layouts[page])}
    lacks = [name for name, kinds in _WANTED.items() if not known & {*kinds}]
    return Template(data, page, _cover(layouts), rooms[page], tuple(lacks), _dark(layouts[page]))


def _opened(data: bytes) -> Deck:
    try:
        deck = Presentation(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, SyntaxError) as error:
        raise TemplateError("template_unread") from error
    if not [*deck.slide_layouts]:
        raise TemplateError("template_empty")
    return deck


def slots(layout: SlideLayout) -> list[Any]:
    """The placeholders of a layout."""
    placeholders: Any = layout.placeholders
    return [*placeholders]


def _kinds(layout: SlideLayout) -> list[Any]:
    return [shape.placeholder_format.type for shape in slots(layout)]


def _fit(layout: SlideLayout) -> tuple[bool, bool]:
    """How well a layout carries a page: with a title, with one room for content."""
    kinds = _kinds(layout)
    return KIND.TITLE in kinds, sum(kind in _BODIES for kind in kinds) == 1


def _cover(layouts: Sequence[SlideLayout]) -> int | None:
    known = [{*_kinds(layout)} for layout in layouts]
    return next((at for at, kinds in enumerate(known) if kinds & {*_TITLES} and KIND.SUBTITLE in kinds), None)


def _dark(layout: SlideLayout) -> bool:
    """Whether the theme's paper is darker than a middle grey."""
    master = layout.slide_master
    slot = master.element.find(qn("p:clrMap")).get("bg1")
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme = etree.fromstring(part.blob)
    [colour] = theme.find(f".//{qn('a:clrScheme')}/{qn(f'a:{slot}')}")
    code = colour.get("lastClr") or colour.get("val")
    return sum(bytes.fromhex(code)) < 3 * 128


def title_size(layout: SlideLayout, title: str) -> float:
    """The size that a title fits its place in, in points; the template's own where that does."""
    place = next(shape for shape in slots(layout) if shape.placeholder_format.type in _TITLES)
    master = layout.slide_master.element.find(f".//{qn('p:titleStyle')}")
    looks = [*place.element.iter(qn("a:defRPr")), *master.iter(qn("a:defRPr"))]
    size = next(int(look.get("sz")) for look in looks if look.get("sz")) / 100
    room = _rect(place)
    while size > _LEAST_PT and not _holds(room, title, size):
        size -= 0.5
    return size


def _holds(room: Rect, title: str, points: float) -> bool:
    size = points * PER_INCH / 72
    return len(wrap(title, room.w * _SURE, size, True)) * size * 1.2 <= room.h


def _room(deck: Deck, layout: SlideLayout) -> Rect:
    """The largest room for content, or the page, less what stands on it: title, footers, bands, logos."""
    slide = Rect(0, 0, int(deck.slide_width or 0) / _EMU, int(deck.slide_height or 0) / _EMU)
    bodies = [_rect(shape) for shape in slots(layout) if shape.placeholder_format.type in _BODIES]
    room = max(bodies, key=lambda rect: rect.w * rect.h, default=slide.shrunk(24))
    room = _within(room, slide)
    for taken in sorted(_taken(deck, layout, slide), key=lambda rect: -rect.w * rect.h):
        room = _without(room, taken.shrunk(-_GAP))
    return room


def _taken(deck: Deck, layout: SlideLayout, slide: Rect) -> Iterator[Rect]:
    """What nothing of ours may cover: the title, the footers, and shapes of layout and master that are no ground."""
    for shape in slots(layout):
        if shape.placeholder_format.type in (*_TITLES, *FOOTERS):
            yield _rect(shape)
    shows = layout.element.get("showMasterSp") not in ("0", "false")
    masters = deck.slide_masters if shows else ()
    mine = [master for master in masters if master.element is layout.slide_master.element]
    for shape in (shape for part in (layout, *mine) for shape in part.shapes if not shape.is_placeholder):
        rect = _rect(shape)
        if rect.w * rect.h < _GROUND * slide.w * slide.h:
            yield rect


def _rect(shape: Any) -> Rect:
    return Rect(*(int(side or 0) / _EMU for side in (shape.left, shape.top, shape.width, shape.height)))


def _within(rect: Rect, page: Rect) -> Rect:
    x, y = max(rect.x, page.x), max(rect.y, page.y)
    return Rect(x, y, min(rect.right, page.right) - x, min(rect.bottom, page.bottom) - y)


def _without(room: Rect, taken: Rect) -> Rect:
    """The largest part of a room beside, above or under what is taken."""
    if not room.meets(taken):
        return room
    parts = (
        Rect(room.x, room.y, room.w, taken.y - room.y), Rect(room.x, taken.bottom, room.w, room.bottom - taken.bottom),
        Rect(room.x, room.y, taken.x - room.x, room.h), Rect(taken.right, room.y, room.right - taken.right, room.h),
    )  # fmt: skip
    return max(parts, key=lambda part: max(part.w, 0) * max(part.h, 0))
