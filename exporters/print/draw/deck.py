"""Our own deck: layouts at the slide's true size, our colours and fonts as its theme, sections, pages that link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Pt

from exporters.print.draw.drawingml import emu
from exporters.print.draw.theme import FONTS, THEME
from exporters.print.elements.parts import MARGIN

_MAIN: Final = qn("a:x").removesuffix("x")
_SECTIONS: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTION_LIST: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_KEPT: Final = ("Title Slide", "Title and Content", "Section Header", "Title Only", "Blank")
_TITLE_PT: Final = 19


def own_deck(width: float, height: float) -> Deck:
    """An empty deck of a size in units, master and layouts made for it."""
    deck = Presentation()
    wide, high = emu(width), emu(height)
    by = wide / int(deck.slide_width or 1), high / int(deck.slide_height or 1)
    deck.slide_width, deck.slide_height = Emu(wide), Emu(high)
    for layout in [*deck.slide_layouts]:
        if layout.name not in _KEPT:
            deck.slide_layouts.remove(layout)
    for part in (deck.slide_master, *deck.slide_layouts):
        for shape in part.shapes:
            _stretched(shape, by)
    _head(deck, width)
    _themed(deck)
    return deck


def _stretched(shape: Any, by: tuple[float, float]) -> None:
    for tag, names in (("a:off", ("x", "y")), ("a:ext", ("cx", "cy"))):
        for node in shape._element.spPr.iter(qn(tag)):
            for name, share in zip(names, by, strict=True):
                node.set(name, str(round(int(node.get(name)) * share)))


def _head(deck: Deck, width: float) -> None:
    """The title at the upper left as on our pages, on the master and on the layouts that have it from there."""
    master = deck.slide_master
    for part in (master, *(one for one in deck.slide_layouts if one.name in ("Title and Content", "Title Only"))):
        for shape in part.placeholders:
            if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE:
                shape.left, shape.top = Emu(emu(MARGIN)), Emu(emu(14))
                shape.width, shape.height = Emu(emu(width - 2 * MARGIN)), Emu(emu(50))
    style = master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    look = style.find(qn("a:defRPr"))
    look.set("sz", str(_TITLE_PT * 100))
    look.set("b", "1")
    for level, size in enumerate((14, 12, 11, 10.5, 10.5), 1):
        body = master.element.find(f".//{qn('p:bodyStyle')}/{qn(f'a:lvl{level}pPr')}/{qn('a:defRPr')}")
        body.set("sz", str(int(Pt(size).centipoints)))


def _themed(deck: Deck) -> None:
    """The atlas's colours and fonts as the deck's theme, so that recolouring and font changes reach every shape."""
    part = next(rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
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
    part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def sectioned(deck: Deck, names: Sequence[str]) -> None:
    """Slides in turn with one name as a section of that name; of one name alone none is made."""
    ids = [node.get("id") for node in deck.part._element.sldIdLst]
    found: list[tuple[str, list[str]]] = []
    for name, id_ in zip(names, ids, strict=True):
        if not found or found[-1][0] != name:
            found.append((name, []))
        found[-1][1].append(id_)
    if len(found) < 2:
        return
    root = etree.Element(f"{{{_SECTIONS}}}sectionLst", nsmap={"p14": _SECTIONS})
    for number, (name, members) in enumerate(found):
        key = f"{{{str(uuid5(NAMESPACE_URL, f'{number}:{name}')).upper()}}}"
        section = etree.SubElement(root, f"{{{_SECTIONS}}}section", name=name, id=key)
        listed = etree.SubElement(section, f"{{{_SECTIONS}}}sldIdLst")
        for id_ in members:
            etree.SubElement(listed, f"{{{_SECTIONS}}}sldId", id=id_)
    extension = parse_xml(f'<p:ext {nsdecls("p")} uri="{_SECTION_LIST}"/>')
    extension.append(root)
    presentation = deck.part._element
    listed = presentation.find(qn("p:extLst"))
    if listed is None:
        listed = parse_xml(f"<p:extLst {nsdecls('p')}/>")
        presentation.append(listed)
    listed.append(extension)
