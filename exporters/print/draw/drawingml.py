"""DrawingML: every thing on a page as a native shape, its colours taken from the theme where the theme has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from atlas import palette
from exporters.print.elements.fonts import clean
from exporters.print.elements.sheet import PER_INCH, Area, Points, Polyline, Rect, RoundedRect, Run, Sign, Simple, Words
from exporters.print.elements.symbols import half, letters
from maps.symbols import shape_of

_EMU: Final = 914_400 // PER_INCH
FONTS: Final = {"latin": "Calibri", "ea": "Yu Gothic"}
THEME: Final = {
    "dk1": palette.INK, "lt1": "#FFFFFF", "dk2": palette.NEUTRAL, "lt2": palette.SEA,
    "accent1": palette.FOCUS[1], "accent2": palette.FOCUS[2], "accent3": palette.FOCUS[3], "accent4": palette.FOCUS[0],
    "accent5": palette.LAND, "accent6": palette.LAND_SHOWN, "hlink": "#0B57A4", "folHlink": "#0B57A4",
}  # fmt: skip
_SLOT: Final = {colour.upper(): {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}.get(slot, slot)
                for slot, colour in THEME.items()}  # fmt: skip


def element(tag: str, *children: Any, **attributes: str | None) -> Any:
    """An XML element with a prefix that python-pptx knows; attributes that are None are left out."""
    node = parse_xml(f"<{tag} {nsdecls(*{'a', 'p', tag.split(':')[0]})}/>")
    for name, value in attributes.items():
        if value is not None:
            node.set(name, value)
    for child in children:
        if child is not None:
            node.append(child)
    return node


@dataclass
class Ids:
    """The numbers that shapes of one slide carry."""

    last: int = 9  # below stand the slide and its title

    def next(self) -> int:
        """A number that no shape has yet."""
        self.last += 1
        return self.last

    def shapes(self, item: Simple, lang: str) -> Iterator[Any]:
        """The native shapes of a thing."""
        match item:
            case Area():
                yield self._shape(item.name, _custom(item.rings, True), item.fill, item.stroke, item.width)
            case Polyline():
                geometry = _custom((item.points,), False)
                yield self._shape(item.name, geometry, None, item.stroke, item.width, item.dash)
            case RoundedRect():
                yield self._shape(item.name, _preset(item.rect, item.radius), item.fill, item.stroke, item.width)
            case Sign():
                yield self._sign(item, lang)
            case Words():
                if item.plain():
                    yield self._shape(item.name, _frame(item), None, None, 0, body=text_body(item, lang), text=True)

    def _sign(self, sign: Sign, lang: str) -> Any:
        colour, s = palette.FOCUS[sign.focus], sign.size
        r, size = half(sign.focus, s), letters(sign)
        rect = Rect(sign.x - r, sign.y - r, 2 * r, 2 * r)
        fill, rim, wide = ("#FFFFFF", colour, 0.125 * s) if sign.opened else (colour, "#FFFFFF", 0.07 * s)
        run = Run(sign.text, True, colour if sign.opened else "#FFFFFF")
        words = Words(sign.name, rect, ((run,),), size, size * 1.2, palette.INK, "center")
        geometry = (rect, element("a:prstGeom", element("a:avLst"), prst=shape_of(sign.focus).preset))
        return self._shape(sign.name, geometry, fill, rim, wide, body=text_body(words, lang) if sign.text else None)

    def _shape(
        self, name: str, geometry: tuple[Rect, Any], fill: str | None, stroke: str | None, wide: float,
        dash: tuple[float, float] | None = None, body: Any = None, text: bool = False,
    ) -> Any:  # fmt: skip
        rect, form = geometry
        about = element("p:cNvPr", id=str(self.next()), name=_name(name))
        look = element("p:spPr", _placed(rect), form, _filled(fill), _stroked(stroke, wide, dash))
        kind = element("p:cNvSpPr", txBox="1" if text else None)
        return element("p:sp", element("p:nvSpPr", about, kind, element("p:nvPr")), look, body)


def _name(text: str) -> str:
    return clean(text)[:120] or "shape"


def _emu(units: float) -> int:
    return round(units * _EMU)


def _placed(rect: Rect) -> Any:
    off = element("a:off", x=str(_emu(rect.x)), y=str(_emu(rect.y)))
    return element("a:xfrm", off, element("a:ext", cx=str(max(_emu(rect.w), 0)), cy=str(max(_emu(rect.h), 0))))


def colour(code: str) -> Any:
    """A colour, by its place in the theme if it has one."""
    slot = _SLOT.get(code.upper())
    return element("a:schemeClr", val=slot) if slot else element("a:srgbClr", val=code.lstrip("#"))


def _filled(code: str | None) -> Any:
    return element("a:solidFill", colour(code)) if code else element("a:noFill")


def _stroked(code: str | None, wide: float, dash: tuple[float, float] | None) -> Any:
    if not code or not wide:
        return element("a:ln", element("a:noFill"))
    line = element("a:ln", element("a:solidFill", colour(code)), w=str(_emu(wide)))
    if dash:
        stop = element("a:ds", d=str(round(dash[0] / wide * 100_000)), sp=str(round(dash[1] / wide * 100_000)))
        line.append(element("a:custDash", stop))
    line.append(element("a:round"))
    return line


def _preset(rect: Rect, radius: float) -> tuple[Rect, Any]:
    if not radius:
        return rect, element("a:prstGeom", element("a:avLst"), prst="rect")
    if radius >= min(rect.w, rect.h) / 2 and abs(rect.w - rect.h) < 0.01:
        return rect, element("a:prstGeom", element("a:avLst"), prst="ellipse")
    share = round(min(0.5, radius / min(rect.w, rect.h)) * 100_000)
    guide = element("a:gd", name="adj", fmla=f"val {share}")
    return rect, element("a:prstGeom", element("a:avLst", guide), prst="roundRect")


def _frame(words: Words) -> tuple[Rect, Any]:
    """A text's box, wider than its letters so that another font may be a little wider."""
    x, y, w, h = words.rect
    room = 14 if words.align == "left" else 0
    return Rect(x, y, w + room, h), element("a:prstGeom", element("a:avLst"), prst="rect")


def _custom(rings: Sequence[Points], closed: bool) -> tuple[Rect, Any]:
    """A freeform: one path of several rings, in EMU from its own corner."""
    points = np.concatenate(rings)
    left, top = points.min(axis=0)
    wide, high = np.maximum(points.max(axis=0) - (left, top), 0.01)
    steps = "".join(_ring(np.rint((ring - (left, top)) * _EMU).astype(int), closed) for ring in rings)
    fill = "" if closed else ' fill="none"'
    path = f'<a:path w="{_emu(wide)}" h="{_emu(high)}"{fill}>{steps}</a:path>'
    empty = "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
    whole = '<a:rect l="0" t="0" r="r" b="b"/>'
    form = parse_xml(f"<a:custGeom {nsdecls('a')}>{empty}{whole}<a:pathLst>{path}</a:pathLst></a:custGeom>")
    return Rect(float(left), float(top), float(wide), float(high)), form


def _ring(points: Any, closed: bool) -> str:
    rows = points[:-1] if closed else points
    first, *rest = (f'<a:pt x="{x}" y="{y}"/>' for x, y in rows.tolist())
    body = f"<a:moveTo>{first}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in rest)
    return body + ("<a:close/>" if closed else "")


def text_body(words: Words, lang: str, tag: str = "p:txBody") -> Any:
    """The text of a shape: no insets, no wrapping of its own, exact line height, lines as line breaks."""
    frame = element("a:bodyPr", wrap="none", lIns="0", tIns="0", rIns="0", bIns="0", anchor="ctr", rtlCol="0")
    place = {"left": "l", "center": "ctr", "right": "r"}[words.align]
    lead = words.leading if len(words.lines) > 1 else min(words.leading, words.size * 1.25)
    spacing = element("a:lnSpc", element("a:spcPts", val=str(round(lead * 72 / PER_INCH * 100))))
    paragraph = element("a:p", element("a:pPr", spacing, algn=place))
    for number, line in enumerate(words.lines):
        if number:
            paragraph.append(element("a:br", _letters(words, Run(""), lang)))
        for run in line:
            paragraph.append(element("a:r", _letters(words, run, lang), _t(run.text)))
    return element(tag, frame, element("a:lstStyle"), paragraph)


def _t(text: str) -> Any:
    node = element("a:t")
    node.text = text
    return node


def _letters(words: Words, run: Run, lang: str) -> Any:
    return letters_of(words.size, run, words.colour, lang)


def letters_of(units: float, run: Run, ink: str, lang: str) -> Any:
    """How letters look: size, weight, colour by its place in the theme, the theme's fonts."""
    size = str(round(units * 72 / PER_INCH * 100))
    tongue = {"ja": "ja-JP", "en": "en-GB"}.get(lang, lang)
    other = "en-US" if lang == "ja" else "ja-JP"
    look = element("a:rPr", lang=tongue, altLang=other, sz=size, b="1" if run.bold else "0")
    look.append(element("a:solidFill", colour(run.colour or ink)))
    look.append(element("a:latin", typeface="+mn-lt"))
    look.append(element("a:ea", typeface="+mn-ea"))
    return look
