"""The shapes of a slide: groups, boxes with one text each, connectors tied to what they touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import Any, Final, NamedTuple

from pptx.opc.package import Part
from pptx.oxml.ns import qn

from atlas import palette
from atlas.countries import country_name, is_country
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.print.draw import drawingml as dml
from exporters.print.draw.drawingml import Form, Site, element
from exporters.print.draw.paragraphs import Lettering
from exporters.print.draw.sites import NEAR, ported, sides, touches, turn
from exporters.print.elements.fonts import clean
from exporters.print.elements.items import (
    Area,
    Connector,
    Group,
    Item,
    Points,
    Polyline,
    Rect,
    RoundedRect,
    Run,
    Sign,
    TextBox,
    Words,
)
from exporters.print.elements.sheet import Sheet
from exporters.print.elements.symbols import dash, half, letters
from maps.symbols import shape_of

_BY: Final = 20.0  # how near a line ends to a symbol, which has air around it
_SPARE: Final = 14.0  # by how much a line of text may be wider in another font


_PARTS: Final = frozenset((
    "map", "ground", "sea", "land", "boundaries", "boundary", "disputed", "islands", "frame", "source", "rim", "tag",
    "leaders", "marks", "names", "scale", "boxes", "head", "counts", "subtitle", "legend", "key", "foot", "rule",
    "notes", "marking", "number", "contents", "cover", "changes", "sources", "empty", "heading", "sign", "count",
))  # fmt: skip


class Anchor(NamedTuple):
    """A shape that connectors may be tied to: of what, its number, its sites in the order of the form's."""

    name: str
    number: int
    sites: tuple[Site, ...]
    near: float


class Shapes:
    """Draws the things of one slide and numbers them; `tie` ties the connectors once all are there."""

    def __init__(self, sheet: Sheet, part: Part) -> None:
        """Takes the slide's page and its part, which keeps where links lead."""
        self.letters = Lettering(part, sheet.lang)
        self.last = 9  # below stand the slide and its placeholders
        lines = [item for layer in sheet.layers for item in layer.items if isinstance(item, Connector)]
        self._ends = [point for line in lines for point in (_site(line.points[0]), _site(line.points[-1]))]
        self._anchors: list[Anchor] = []
        self._lines: list[tuple[Any, str, Site, Site]] = []

    def group(self, name: str, items: Iterable[Item], alt: str = "") -> Any:
        """Things as a group that keeps the slide's coordinates."""
        about = self._about(name, descr=alt or None)
        return _grouped(about, [shape for item in items for shape in self.of(item)])

    def of(self, item: Item) -> Iterator[Any]:
        """The shapes of a thing."""
        match item:
            case Group():
                first, *rest = item.items
                shapes = [*self._anchored(first, item.name), *(shape for one in rest for shape in self.of(one))]
                yield _grouped(self._about(item.name), shapes) if len(shapes) > 1 else shapes[0]
            case TextBox():
                yield from self._anchored(item, item.name)
            case Connector():
                yield from self._connector(item)
            case Area():
                yield self._shape(item.name, dml.freeform(item.rings, True), item.fill, item.stroke, item.width)
            case Polyline():
                form = dml.freeform((item.points,), False)
                yield self._shape(item.name, form, None, item.stroke, item.width, item.dash)
            case RoundedRect():
                yield self._framed(item, dml.rounded(item.rect, item.radius))
            case Sign():
                yield self._sign(item)
            case Words():
                if item.plain():
                    room = _room(item)
                    yield self._shape(item.name, dml.preset("rect", room), body=self.letters.words(item), text=True)
                    self._anchors.append(Anchor(item.name, self.last, sides(room), _BY))

    def tie(self) -> None:
        """Tie every connector to the shapes that its ends touch."""
        for line, name, *ends in self._lines:
            ties = line.find(f".//{qn('p:cNvCxnSpPr')}")
            for tag, end in zip(("a:stCxn", "a:endCxn"), ends, strict=True):
                if found := self._at(end, name):
                    ties.append(element(tag, id=str(found[0]), idx=str(found[1])))

    def _at(self, end: Site, name: str) -> tuple[int, int] | None:
        """The shape and its site that a line ends at: rather one of what the line is of."""
        sites = [(one.name != name, far, one.number, index)
                 for one in self._anchors for index, (x, y) in enumerate(one.sites)
                 if (far := hypot(x - end[0], y - end[1]) / one.near) <= 1]  # fmt: skip
        return min(sites)[2:] if sites else None

    def _anchored(self, item: Item, name: str) -> Iterator[Any]:
        """The shapes of a thing that connectors may be tied to: where they touch it, it has sites for them."""
        match item:
            case TextBox() | RoundedRect():
                frame = item.frame if isinstance(item, TextBox) else item
                body = self.letters.box(item) if isinstance(item, TextBox) else None
                ends = [end for end in self._ends if touches(frame.rect, end)]
                sites = ported(frame.rect, ends)
                round_ = frame.radius and frame.rect.w <= 2 * frame.radius
                if ends and not round_:
                    yield self._framed(frame, dml.sited(frame.rect, frame.radius, sites), body)
                    self._anchors.append(Anchor(name, self.last, sites, NEAR))
                else:
                    yield self._framed(frame, dml.rounded(frame.rect, frame.radius), body)
                    self._anchors.append(Anchor(name, self.last, turn(frame.rect) if round_ else sites, _BY))
            case Sign():
                yield self._sign(item)
                rect = _sign_rect(item)
                sites = turn(rect) if shape_of(item.focus).preset == "ellipse" else sides(rect)
                self._anchors.append(Anchor(name, self.last, sites, _BY))
            case _:
                yield from self.of(item)

    def _connector(self, item: Connector) -> Iterator[Any]:
        """A line as straight pieces, each tied to the next by a dot at the elbow."""
        points = [_site(point) for point in item.points]
        for x, y in points[1:-1]:
            r = item.width / 2
            dot = RoundedRect(item.name, Rect(x - r, y - r, 2 * r, 2 * r), item.stroke, None, 0, r)
            yield from self._anchored(dot, item.name)
        for start, end in pairwise(points):
            (left, right), (top, bottom) = (sorted(pair) for pair in zip(start, end, strict=True))
            flips = {"flipH": "1" if end[0] < start[0] else None, "flipV": "1" if end[1] < start[1] else None}
            rect, form = dml.preset("straightConnector1", Rect(left, top, right - left, bottom - top))
            look = element("p:spPr", dml.placed(rect, **flips), form, dml.stroked(item.stroke, item.width))
            about = element("p:nvCxnSpPr", self._about(item.name), element("p:cNvCxnSpPr"), element("p:nvPr"))
            line = element("p:cxnSp", about, look)
            self._lines.append((line, item.name, start, end))
            yield line

    def _sign(self, sign: Sign) -> Any:
        colour, s = palette.FOCUS[sign.focus], sign.size
        form = dml.preset(shape_of(sign.focus).preset, _sign_rect(sign))
        light = sign.opened or sign.unsure
        fill, rim, wide = ("#FFFFFF", colour, 0.125 * s) if light else (colour, "#FFFFFF", 0.07 * s)
        run = Run(sign.text, True, colour if light else "#FFFFFF")
        size = letters(sign)
        words = Words(sign.name, form[0], ((run,),), size, size * 1.2, palette.INK, "center")
        body = self.letters.words(words) if sign.text else None
        return self._shape(sign.name, form, fill, rim, wide, dash(sign) if sign.unsure else None, body)

    def _framed(self, frame: RoundedRect, form: Form, body: Any = None) -> Any:
        return self._shape(frame.name, form, frame.fill, frame.stroke, frame.width, body=body)

    def _shape(
        self, name: str, form: Form, fill: str | None = None, stroke: str | None = None, wide: float = 0,
        dash: tuple[float, float] | None = None, body: Any = None, text: bool = False,
    ) -> Any:  # fmt: skip
        look = element("p:spPr", dml.placed(form[0]), form[1], dml.filled(fill), dml.stroked(stroke, wide, dash))
        kind = element("p:cNvSpPr", txBox="1" if text else None)
        return element("p:sp", element("p:nvSpPr", self._about(name), kind, element("p:nvPr")), look, body)

    def _about(self, name: str, **told: str | None) -> Any:
        self.last += 1
        return element("p:cNvPr", id=str(self.last), name=_called(name, self.letters.lang), **told)


def _called(name: str, lang: Lang) -> str:
    """What the selection pane calls a thing: a country, a part of the page in words, or by its own name."""
    if is_country(name):
        return country_name(name, lang)
    return t(lang, f"layer_{name}") if name in _PARTS else clean(name)[:120] or t(lang, "layer_shape")


def _site(point: Points) -> Site:
    return float(point[0]), float(point[1])


def _sign_rect(sign: Sign) -> Rect:
    r = half(sign.focus, sign.size)
    return Rect(sign.x - r, sign.y - r, 2 * r, 2 * r)


def _room(words: Words) -> Rect:
    """A text's box, wider than its letters so that another font may be a little wider."""
    return words.rect._replace(w=words.rect.w + (_SPARE if words.align == "left" else 0))


def _grouped(about: Any, shapes: Sequence[Any]) -> Any:
    known = element("p:nvGrpSpPr", about, element("p:cNvGrpSpPr"), element("p:nvPr"))
    return element("p:grpSp", known, element("p:grpSpPr", _extent(shapes)), *shapes)


def _extent(shapes: Sequence[Any]) -> Any:
    offs = [(shape.find(f".//{qn('a:off')}"), shape.find(f".//{qn('a:ext')}")) for shape in shapes]
    left, top = (min(int(off.get(at)) for off, _ in offs) for at in "xy")
    right = max(int(off.get("x")) + int(ext.get("cx")) for off, ext in offs)
    bottom = max(int(off.get("y")) + int(ext.get("cy")) for off, ext in offs)
    at, size = {"x": str(left), "y": str(top)}, {"cx": str(right - left), "cy": str(bottom - top)}
    pairs = (("a:off", at), ("a:ext", size), ("a:chOff", at), ("a:chExt", size))
    return element("a:xfrm", *(element(tag, **pair) for tag, pair in pairs))
