"""SVG: the layers by name, shapes as shapes, text as text in the page's fonts and as wide as it was laid out for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

import numpy as np
from lxml import etree

from exporters.print.draw.lettering import HALO, pieces
from exporters.print.elements.fonts import FALLBACK, FAMILY, clean
from exporters.print.elements.items import Area, Points, Polyline, Rect, RoundedRect, Sign, Simple, Words
from exporters.print.elements.sheet import Sheet
from exporters.print.elements.symbols import sign_parts
from exporters.print.elements.unfolded import unfolded

_SVG: Final = "http://www.w3.org/2000/svg"
_INKSCAPE: Final = "http://www.inkscape.org/namespaces/inkscape"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_FAMILIES: Final = f"'{FAMILY}', '{FALLBACK}', 'Noto Sans JP', 'Yu Gothic', sans-serif"  # for who has not these fonts
_RULES: Final = {"": None, "through": "line-through", "under": "underline"}
_NAMES: Final = {None: _SVG, "inkscape": _INKSCAPE}


def svg_bytes(sheet: Sheet, stamp: datetime, facts: Mapping[str, str]) -> bytes:
    """The page as SVG for people who edit it and for screen readers."""
    root = _root(sheet)
    words = [clean(sheet.alt), *(f"{name}: {clean(text)}" for name, text in facts.items())]
    _put(root, "title", id="title").text = clean(sheet.title.plain())
    _put(root, "desc", id="desc").text = "\n".join(words)
    _put(root, "metadata").text = f"FOIP Atlas, {stamp.isoformat()}"
    _put(root, "rect", width="100%", height="100%", fill="#FFFFFF")
    _draw(_layer(root, "title-line", "title"), sheet.title)
    for number, layer in enumerate(sheet.layers):
        group = _layer(root, f"layer-{number}-{layer.name}", layer.name)
        if layer.alt:
            _put(group, "desc").text = clean(layer.alt)
        for item in unfolded(layer.items):
            _draw(group, item)
    root.set("aria-labelledby", "title desc")
    root.set("role", "img")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def shapes_svg(sheet: Sheet, items: Iterable[Simple]) -> str:
    """Some things of a page as a picture of the whole page's size, nothing behind them."""
    root = _root(sheet)
    for item in items:
        _draw(root, item)
    return str(etree.tostring(root, encoding="unicode"))


def _root(sheet: Sheet) -> Any:
    wide, high = _number(sheet.width), _number(sheet.height)
    root = etree.Element(f"{{{_SVG}}}svg", nsmap=_NAMES, width=wide, height=high, viewBox=f"0 0 {wide} {high}")
    root.set(f"{_XML}lang", sheet.lang)
    root.set(f"{_XML}space", "preserve")  # a piece may end in a space, and its width counts it
    root.set("font-family", _FAMILIES)
    root.set("stroke-linejoin", "round")
    return root


def _layer(root: Any, key: str, name: str) -> Any:
    group = _put(root, "g", id=key)
    group.set(f"{{{_INKSCAPE}}}groupmode", "layer")
    group.set(f"{{{_INKSCAPE}}}label", name)
    return group


def _put(parent: Any, tag: str, **attributes: str | None) -> Any:
    """An element; `_` in an attribute's name is a hyphen, one that is None is left out."""
    said = {name.replace("_", "-"): value for name, value in attributes.items() if value is not None}
    return etree.SubElement(parent, f"{{{_SVG}}}{tag}", said)


def _draw(group: Any, item: Simple) -> None:
    match item:
        case Area():
            path = "".join(_path(ring) + "Z" for ring in item.rings)
            _put(group, "path", d=path, fill_rule="evenodd", **_look(item.fill, item.stroke, item.width))
        case Polyline():
            dash = " ".join(map(_number, item.dash)) if item.dash else None
            look = _look(None, item.stroke, item.width)
            _put(group, "path", d=_path(item.points), stroke_dasharray=dash, **look)
        case RoundedRect():
            x, y, w, h = map(_number, item.rect)
            radius = min(item.radius, item.rect.w / 2, item.rect.h / 2)
            rx = _number(radius) if radius else None
            _put(group, "rect", x=x, y=y, width=w, height=h, rx=rx, **_look(item.fill, item.stroke, item.width))
        case Sign():
            for part in sign_parts(item):
                _draw(group, part)
        case Words():
            _words(group, item)


def _look(fill: str | None, stroke: str | None, wide: float) -> dict[str, str | None]:
    drawn = stroke if wide else None
    return {"fill": fill or "none", "stroke": drawn, "stroke_width": _number(wide) if drawn else None}


def _words(group: Any, words: Words) -> None:
    """Another font is stretched to the same width, so that nothing runs into anything else."""
    if words.turned:
        x, y, w, h = words.rect
        group = _put(group, "g", transform=f"translate({_number(x)} {_number(y + h)}) rotate(-90)")
        words = words._replace(rect=Rect(0, 0, h, w))
    for piece in pieces(words):
        look = {"x": _number(piece.x), "y": _number(piece.y), "font_size": _number(words.size),
                "font_weight": "700" if piece.run.bold else None, "text_decoration": _RULES[piece.run.rule],
                "textLength": _number(piece.wide),
                "lengthAdjust": "spacingAndGlyphs"}  # fmt: skip
        if words.halo:  # a text of its own: not every program knows `paint-order`
            rim = {"stroke": words.halo, "stroke_width": _number(words.size * HALO), "aria_hidden": "true"}
            _put(group, "text", fill=words.halo, **look, **rim).text = piece.text
        _put(group, "text", fill=piece.run.colour or words.colour, **look).text = piece.text


def _path(points: Points) -> str:
    return "M" + " ".join(map(str, np.round(points, 2).ravel().tolist()))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
