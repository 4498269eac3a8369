"""Four ministries' templates, made here: other sizes, masters, placeholders; one old, one dark, one with little."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any, Final

from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches

LOGO: Final = "logo"
BAND: Final = "band"


def _base(width: float, height: float, keep: tuple[str, ...]) -> Any:
    """An empty deck of a size in inches with some layouts, all placeholders stretched to it."""
    deck: Any = Presentation()
    by = (Inches(width) / deck.slide_width, Inches(height) / deck.slide_height)
    deck.slide_width, deck.slide_height = Inches(width), Inches(height)
    for layout in [*deck.slide_layouts]:
        if layout.name not in keep:
            deck.slide_layouts.remove(layout)
    for part in (deck.slide_master, *deck.slide_layouts):
        for shape in part.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                box = [Emu(int(side * by[at % 2])) for at, side in enumerate(_box(shape))]
                shape.left, shape.top, shape.width, shape.height = box
    return deck


def _box(shape: Any) -> tuple[int, int, int, int]:
    return shape.left, shape.top, shape.width, shape.height


def _put(part: Any, kind: Any, left: float, top: float, width: float, height: float) -> None:
    for shape in part.placeholders:
        if shape.placeholder_format.type == kind:
            shape.left, shape.top, shape.width, shape.height = map(Inches, (left, top, width, height))


def _band(deck: Any, colour: str, left: float, top: float, width: float, height: float) -> None:
    """A coloured band on the master, behind its placeholders."""
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, (left, top, width, height)))
    shape.name = BAND
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]
    shape.line.fill.background()
    deck.slide_master.shapes._spTree.insert(2, shape._element)


def _logo(deck: Any, left: float, top: float, width: float, height: float) -> None:
    """A logo on the master."""
    stream = io.BytesIO()
    Image.new("RGB", (60, 30), "#B0223A").save(stream, "PNG")
    _, key = deck.slide_master.part.get_or_add_image_part(stream)
    slide = deck.slides[0] if len(deck.slides) else deck.slides.add_slide(deck.slide_layouts[0])
    picture = slide.shapes.add_picture(stream, *map(Inches, (left, top, width, height)))
    picture.name = LOGO
    picture._element.find(f".//{qn('a:blip')}").set(qn("r:embed"), key)
    deck.slide_master.shapes._spTree.append(picture._element)


def _title_colour(deck: Any, colour: str) -> None:
    look = deck.slide_master.element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    for fill in look.findall(qn("a:solidFill")):
        fill.find("*").getparent().replace(fill.find("*"), _srgb(colour))
    look.set("sz", "2400")


def _cover_colour(layout: Any, colour: str) -> None:
    """The title of the cover, which stands on no band."""
    title = next(shape for shape in layout.placeholders if shape.placeholder_format.type == KIND.CENTER_TITLE)
    styles = title._element.find(f".//{qn('a:lstStyle')}")
    level = styles.makeelement(qn("a:lvl1pPr"), {})
    look = level.makeelement(qn("a:defRPr"), {})
    fill = look.makeelement(qn("a:solidFill"), {})
    fill.append(_srgb(colour))
    look.append(fill)
    level.append(look)
    styles.insert(0, level)


def _srgb(colour: str) -> Any:
    return parse_xml(f'<a:srgbClr {nsdecls("a")} val="{colour}"/>')


def ministry() -> bytes:
    """16:9, a navy band with the title and a logo on it, layouts with Japanese names, a sample slide."""
    deck = _base(13.333, 7.5, ("Title Slide", "Title and Content", "Title Only"))
    _band(deck, "1F3157", 0, 0, 13.333, 0.75)
    _logo(deck, 11.7, 0.15, 1.2, 0.45)
    for part in (deck.slide_master, deck.slide_layouts[1], deck.slide_layouts[2]):
        _put(part, KIND.TITLE, 0.4, 0.1, 10.8, 0.55)
        for kind in (KIND.BODY, KIND.OBJECT):
            _put(part, kind, 0.4, 0.9, 12.5, 6.0)
    for part in (deck.slide_master, *deck.slide_layouts):
        for kind, left, width in ((KIND.DATE, 0.4, 2.5), (KIND.FOOTER, 4.2, 5), (KIND.SLIDE_NUMBER, 11.4, 1.5)):
            _put(part, kind, left, 7.02, width, 0.38)
    for layout, name in zip(deck.slide_layouts, ("表紙", "表題と本文", "表題のみ"), strict=True):
        layout.name = name
    _title_colour(deck, "FFFFFF")
    _cover_colour(deck.slide_layouts[0], "1F3157")
    deck.slides[0].shapes.title.text = "見本"
    return _saved(deck)


def old() -> bytes:
    """4:3, a coloured bar at the left, the body to its right."""
    deck = _base(10, 7.5, ("Title Slide", "Title and Content"))
    _band(deck, "2E6B4F", 0, 0, 0.6, 7.5)
    for part in (deck.slide_master, deck.slide_layouts[1]):
        _put(part, KIND.TITLE, 0.8, 0.2, 8.8, 0.7)
        for kind in (KIND.BODY, KIND.OBJECT):
            _put(part, kind, 0.8, 1.0, 8.9, 5.85)
    return _saved(deck)


def dark() -> bytes:
    """16:9 on a dark ground, as a PowerPoint template file (.potx)."""
    deck = _base(13.333, 7.5, ("Title and Content",))
    for part in (deck.slide_master, deck.slide_layouts[0]):
        _put(part, KIND.TITLE, 0.5, 0.3, 12.3, 0.7)
        for kind in (KIND.BODY, KIND.OBJECT):
            _put(part, kind, 0.5, 1.1, 12.3, 5.8)
    mapping = deck.slide_master.element.find(qn("p:clrMap"))
    for name, slot in {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}.items():
        mapping.set(name, slot)
    return _saved(deck, (b"presentationml.presentation.main+xml", b"presentationml.template.main+xml"))


def plain() -> bytes:
    """A4, a title at the top and nothing else: no body, no footer, no date, no slide number; a logo below."""
    deck = _base(11.69, 8.27, ("Title Only",))
    _logo(deck, 9.9, 7.5, 1.4, 0.6)
    for part in (deck.slide_layouts[0], deck.slide_master):
        for shape in [*part.placeholders]:
            if shape.placeholder_format.type != KIND.TITLE:
                shape._element.getparent().remove(shape._element)
    for part in (deck.slide_master, deck.slide_layouts[0]):
        _put(part, KIND.TITLE, 0.4, 0.3, 10.9, 0.8)
    return _saved(deck)


def _saved(deck: Any, change: tuple[bytes, bytes] | None = None) -> bytes:
    stream = io.BytesIO()
    deck.save(stream)
    if change is None:
        return stream.getvalue()
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(stream.getvalue())) as source, zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(*change) if name == "[Content_Types].xml" else part)
    return result.getvalue()


TEMPLATES: Final[dict[str, Callable[[], bytes]]] = {"ministry": ministry, "old": old, "dark": dark, "plain": plain}
