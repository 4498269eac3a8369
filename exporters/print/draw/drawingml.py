"""DrawingML: forms, fills and lines as PowerPoint knows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Final

import numpy as np
from pptx.oxml import parse_xml
from pptx.oxml.ns import namespaces, nsdecls
from pptx.oxml.xmlchemy import OxmlElement

from exporters.print.draw.theme import colour
from exporters.print.elements.items import PER_INCH, Points, Rect

_EMU: Final = 914_400 // PER_INCH
_TURN: Final = 5_400_000  # a quarter, in sixtieths of a thousandth of a degree
Form = tuple[Rect, Any]
Site = tuple[float, float]


def element(tag: str, *children: Any, **attributes: str | None) -> Any:
    """An XML element with a prefix that python-pptx knows; attributes that are None are left out."""
    node = OxmlElement(tag, _known(tag.split(":")[0]))
    for name, value in attributes.items():
        if value is not None:
            node.set(name, value)
    for child in children:
        if child is not None:
            node.append(child)
    return node


@cache
def _known(prefix: str) -> dict[str, str]:
    found: dict[str, str] = namespaces("a", "p", prefix)
    return found


def emu(units: float) -> int:
    """A length in PowerPoint's units."""
    return round(units * _EMU)


def placed(rect: Rect, **turned: str | None) -> Any:
    """Where a shape stands; `flipH`, `flipV` turn it over."""
    off = element("a:off", x=str(emu(rect.x)), y=str(emu(rect.y)))
    return element("a:xfrm", off, element("a:ext", cx=str(max(emu(rect.w), 0)), cy=str(max(emu(rect.h), 0))), **turned)


def filled(code: str | None) -> Any:
    """A fill, or none."""
    return element("a:solidFill", colour(code)) if code else element("a:noFill")


def stroked(code: str | None, wide: float, dash: tuple[float, float] | None = None) -> Any:
    """A line's look, or none."""
    if not code or not wide:
        return element("a:ln", element("a:noFill"))
    line = element("a:ln", element("a:solidFill", colour(code)), w=str(emu(wide)))
    if dash:
        stop = element("a:ds", d=str(round(dash[0] / wide * 100_000)), sp=str(round(dash[1] / wide * 100_000)))
        line.append(element("a:custDash", stop))
    line.append(element("a:round"))
    return line


def preset(name: str, rect: Rect) -> Form:
    """A form that PowerPoint has a name for."""
    return rect, element("a:prstGeom", element("a:avLst"), prst=name)


def rounded(rect: Rect, radius: float) -> Form:
    """A rectangle with square or round corners, or a circle."""
    if not radius:
        return preset("rect", rect)
    if radius >= min(rect.w, rect.h) / 2 and abs(rect.w - rect.h) < 0.01:
        return preset("ellipse", rect)
    share = round(min(0.5, radius / min(rect.w, rect.h)) * 100_000)
    guide = element("a:gd", name="adj", fmla=f"val {share}")
    return rect, element("a:prstGeom", element("a:avLst", guide), prst="roundRect")


def sited(rect: Rect, radius: float, sites: Sequence[Site]) -> Form:
    """A rectangle with round corners that connectors may be tied to at `sites`, in page units."""
    wide, high, r = emu(rect.w), emu(rect.h), emu(min(radius, rect.w / 2, rect.h / 2))
    corners = ((wide - r, 0, 3), (wide, high - r, 0), (r, high, 1), (0, r, 2))
    turns = f'<a:arcTo wR="{r}" hR="{r}" stAng="{{}}" swAng="{_TURN}"/>' if r else ""
    steps = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>{turns.format(_TURN * at)}' for x, y, at in corners)
    path = f'<a:moveTo><a:pt x="{r}" y="0"/></a:moveTo>{steps}<a:close/>'
    return rect, _geometry(wide, high, path, sites=[(emu(x - rect.x), emu(y - rect.y)) for x, y in sites])


def freeform(rings: Sequence[Points], closed: bool) -> Form:
    """One path of several rings, in EMU from its own corner."""
    points = np.concatenate(rings)
    left, top = points.min(axis=0)
    wide, high = np.maximum(points.max(axis=0) - (left, top), 0.01)
    steps = "".join(_ring(np.rint((ring - (left, top)) * _EMU).astype(int), closed) for ring in rings)
    form = _geometry(emu(wide), emu(high), steps, ' fill="none"' * (not closed))
    return Rect(float(left), float(top), float(wide), float(high)), form


def _geometry(wide: int, high: int, steps: str, look: str = "", sites: Iterable[tuple[int, int]] = ()) -> Any:
    ties = "".join(f'<a:cxn ang="0"><a:pos x="{x}" y="{y}"/></a:cxn>' for x, y in sites)
    lists = f"<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{ties}</a:cxnLst>"
    path = f'<a:pathLst><a:path w="{wide}" h="{high}"{look}>{steps}</a:path></a:pathLst>'
    return parse_xml(f'<a:custGeom {nsdecls("a")}>{lists}<a:rect l="0" t="0" r="r" b="b"/>{path}</a:custGeom>')


def _ring(points: Any, closed: bool) -> str:
    rows = points[:-1] if closed else points
    first, *rest = (f'<a:pt x="{x}" y="{y}"/>' for x, y in rows.tolist())
    body = f"<a:moveTo>{first}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in rest)
    return body + ("<a:close/>" if closed else "")
