"""Symbols by focus area and precision: one geometry for the map, the lists and the legend (SVG, px)."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Final, NamedTuple

from atlas import palette, vocab
from atlas.palette import tone

SIZE: Final = 16.0
_STROKE: Final = 2.0
_FONT: Final = "'Noto Sans JP','Noto Sans CJK JP','Yu Gothic',Meiryo,Arial,sans-serif"
_FORMS: Final = ("site", "city", "country", "region", "route")


class Shape(NamedTuple):
    """A shape: half its width in nominal radii, its corners in halves (none: a circle), its name in DrawingML."""

    half: float
    corners: tuple[tuple[float, float], ...]
    preset: str


SHAPES: Final = {
    "circle": Shape(1.0, (), "ellipse"),
    "square": Shape(0.92, ((-1, -1), (1, -1), (1, 1), (-1, 1)), "rect"),
    "diamond": Shape(1.22, ((0, -1), (1, 0), (0, 1), (-1, 0)), "diamond"),
    "hexagon": Shape(1.08, tuple((cos(pi / 6 + pi / 3 * i), sin(pi / 6 + pi / 3 * i)) for i in range(6)), "hexagon"),
}


def shape_of(focus: int) -> Shape:
    """The shape of a focus area."""
    return SHAPES[palette.FOCUS_SHAPE[focus]]


def outline(focus: int, radius: float) -> str:
    """The SVG path of a focus area's shape round 0,0; `radius` is half the nominal size in px."""
    shape = shape_of(focus)
    a = radius * shape.half
    if not shape.corners:
        return f"M0 {-a:g}A{a:g} {a:g} 0 1 1 0 {a:g}A{a:g} {a:g} 0 1 1 0 {-a:g}Z"
    return f"M{'L'.join(f'{round(x * a, 2):g} {round(y * a, 2):g}' for x, y in shape.corners)}Z"


def look() -> dict[str, dict[str, str]]:
    """What the browser needs to draw each focus area's sign at the nominal size."""
    return {
        str(focus): {
            "path": outline(focus, SIZE / 2),
            "inner": outline(focus, SIZE / 2 - _STROKE / 2),
            "color": palette.FOCUS[focus],
            "ink": palette.FOCUS_TEXT[focus],
            "sign": palette.FOCUS_SIGN[focus],
        }
        for focus in vocab.FOCUS_AREAS
    }


def _sign(focus: int, size: float, opened: bool, dx: float = 0.0) -> str:
    color, stroke = tone(f"focus-{focus}"), size / 8
    path = outline(focus, size / 2 - (stroke / 2 if opened else 0))
    ring = f' stroke="{color}" stroke-width="{stroke:g}" stroke-linejoin="round"' if opened else ""
    letter = f'<text y="{size * 0.22:.2f}" font-size="{size * 0.62:.2f}" fill="{color if opened else tone("on")}"'
    return (
        f'<g transform="translate({dx:g} 0)"><path d="{path}" fill="{tone("paper") if opened else color}"{ring}/>'
        f'{letter} text-anchor="middle">{palette.FOCUS_SIGN[focus]}</text></g>'
    )


def _drawn(focus: int, form: str) -> str:
    if form == "country":
        plate = (
            f'<rect x="-13" y="-8.5" width="26" height="17" rx="8.5" fill="{tone("paper")}" stroke="{tone("edge")}"/>'
        )
        return (
            f'{plate}{_sign(focus, 11.2, False, -4.6)}<path d="M3.4 0h5.6" stroke="{tone("ink")}" stroke-width="1.6"/>'
        )
    if form == "region":
        rim = f'stroke="{tone("leader")}" stroke-width="1.2"'
        box = f'<rect x="-12.5" y="-8.5" width="25" height="17" fill="{tone("paper")}" {rim}/>'
        return box + _sign(focus, 11.8, False)
    if form == "route":
        dashes = f'<path d="M-15 0h5M15 0h-5" stroke="{tone(f"focus-{focus}")}" stroke-width="2"/>'
        return dashes + _sign(focus, 14, True)
    return _sign(focus, SIZE, form == "city")


def _neutral(form: str) -> str:
    ink = tone("neutral")
    return {
        "site": f'<circle r="5" fill="{ink}"/>',
        "city": f'<circle r="4.4" fill="{tone("paper")}" stroke="{ink}" stroke-width="2"/>',
        "country": f'<rect x="-11" y="-6.5" width="22" height="13" rx="6.5" fill="{tone("paper")}" stroke="{ink}" '
        f'stroke-width="1.2"/><circle r="3.4" cx="-5" fill="{ink}"/>'
        f'<path d="M1 0h6" stroke="{ink}" stroke-width="1.6"/>',
        "region": f'<rect x="-10" y="-6.5" width="20" height="13" fill="{tone("paper")}" stroke="{ink}" '
        f'stroke-width="1.3"/>'
        f'<rect x="-9.4" y="-6" width="18.8" height="4.6" fill="{tone("line")}"/>',
        "route": f'<path d="M-11 3L11 -3" stroke="{ink}" stroke-width="2" stroke-dasharray="5 3.4"/>',
    }[form]


def _svg(body: str, width: float, height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="{-width / 2:g} {-height / 2:g} {width:g} {height:g}" font-family="{_FONT}" '
        f'font-weight="700"><style>{palette.by_system(body)}</style>{body}</svg>'
    )


def form_of(precision: str) -> str:
    """The form in which a precision is drawn: a state or province is as open as a city."""
    return "city" if precision == "admin1" else precision


def symbol_files() -> dict[str, str]:
    """Every symbol as `name → SVG text`: focus area × form, and the forms alone in ink."""
    files = {}
    for form in _FORMS:
        wide = form in ("country", "region", "route")
        files[f"precision-{form}"] = _svg(_neutral(form), 24, 16)
        for focus in vocab.FOCUS_AREAS:
            files[f"focus{focus}-{form}"] = _svg(_drawn(focus, form), 30 if wide else 20, 20)
    return files
