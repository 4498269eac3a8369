"""Symbols on a page: the four focus shapes, the ring of a pile, each as areas and words that any format can draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import cos, pi, sin
from typing import Final

import numpy as np

from atlas import palette
from exporters.print.elements.items import Area, Points, Polyline, Rect, RoundedRect, Run, Sign, Simple, Words, ring
from maps.symbols import shape_of

_HALO: Final = 0.09
_STROKE: Final = 0.125
_GAP: Final = 2.0
_DASH: Final = 0.16  # of a sign's size
SIGN: Final = "sign"
SHAPE_ORDER: Final = (1, 2, 3, 0)


def outline(focus: int, x: float, y: float, size: float) -> Points:
    """The corners of a focus area's shape round (x, y) at a nominal size."""
    r, corners = half(focus, size), shape_of(focus).corners
    return ring([(x + r * dx, y + r * dy) for dx, dy in (*corners, corners[0])]) if corners else _turn(x, y, r, 48)


def half(focus: int, size: float) -> float:
    """Half the width of a focus area's shape at a nominal size."""
    return size / 2 * shape_of(focus).half


def dash(sign: Sign) -> tuple[float, float]:
    """On and off of a candidate's outline."""
    return sign.size * _DASH, sign.size * _DASH * 0.7


def letters(sign: Sign) -> float:
    """How high the sign or number in a symbol is; longer numbers are set smaller."""
    return sign.size * {1: 0.62, 2: 0.52}.get(len(sign.text), 0.42)


def _turn(x: float, y: float, r: float, steps: int) -> Points:
    angles = np.linspace(0, 2 * pi, steps + 1)
    return np.column_stack([x + r * np.cos(angles), y + r * np.sin(angles)])


def sign_parts(sign: Sign) -> Iterator[Simple]:
    """A symbol: white halo, shape, and its sign or number."""
    colour, s = palette.FOCUS[sign.focus], sign.size
    yield Area(sign.name, (outline(sign.focus, sign.x, sign.y, s),), "#FFFFFF", "#FFFFFF", 2 * _HALO * s)
    if sign.unsure:
        inner = outline(sign.focus, sign.x, sign.y, s * (1 - _STROKE))
        yield Area(sign.name, (inner,), "#FFFFFF")
        yield Polyline(sign.name, inner, colour, _STROKE * s, dash(sign))
    elif sign.opened:
        inner = outline(sign.focus, sign.x, sign.y, s * (1 - _STROKE))
        yield Area(sign.name, (inner,), "#FFFFFF", colour, _STROKE * s)
    else:
        yield Area(sign.name, (outline(sign.focus, sign.x, sign.y, s),), colour)
    yield sign_words(sign)


def sign_words(sign: Sign) -> Words:
    """The sign or number in a symbol."""
    size = letters(sign)
    rect = Rect(sign.x - sign.size, sign.y - size, 2 * sign.size, 2 * size)
    colour = palette.FOCUS[sign.focus] if sign.opened or sign.unsure else "#FFFFFF"
    return Words(sign.name, rect, ((Run(sign.text, True),),), size, 2 * size, colour, "center")


def donut(name: str, x: float, y: float, radius: float, counts: Mapping[int, int]) -> Iterator[Simple]:
    """A pile: a ring split by focus area clockwise from the top, signs on wide segments, the count in the middle."""
    band, total = radius * 0.38, sum(counts.values())
    yield Area(name, (_turn(x, y, radius + 2, 64),), "#FFFFFF")
    yield from ring_of(name, x, y, radius, band, counts)
    start = 0.0
    for focus in SHAPE_ORDER:
        share = counts.get(focus, 0) / total
        yield from _segment_sign(name, focus, x, y, radius, band, start + share / 2, share)
        start += share
    size = radius * (0.62 if total < 100 else 0.5)
    rect = Rect(x - radius, y - size, 2 * radius, 2 * size)
    yield Words(SIGN, rect, ((Run(str(total), True),),), size, 2 * size, palette.INK, "center")


def ring_of(name: str, x: float, y: float, radius: float, band: float, counts: Mapping[int, int]) -> Iterator[Simple]:
    """The ring alone: a segment a focus area, clockwise from the top."""
    start, total = 0.0, sum(counts.values())
    for focus in SHAPE_ORDER:
        share = counts.get(focus, 0) / total
        if share:
            yield Area(f"{name}: {focus}", (_segment(x, y, radius, band, start, start + share),), palette.FOCUS[focus])
        start += share


def _segment(x: float, y: float, radius: float, band: float, start: float, end: float) -> Points:
    trim = _GAP / 2 / (2 * pi * radius) if end - start < 0.999 else 0.0
    angles = 2 * pi * np.linspace(start + trim, end - trim, max(4, int(96 * (end - start)))) - pi / 2
    outer = np.column_stack([x + radius * np.cos(angles), y + radius * np.sin(angles)])
    inner = np.column_stack([x + (radius - band) * np.cos(angles), y + (radius - band) * np.sin(angles)])[::-1]
    return np.vstack([outer, inner, outer[:1]])


def _segment_sign(
    name: str, focus: int, x: float, y: float, radius: float, band: float, turn: float, share: float
) -> Iterator[Simple]:
    if share * 2 * pi * radius < band * 1.3:
        return
    angle, r, size = 2 * pi * turn - pi / 2, radius - band / 2, band * 0.86
    cx, cy = x + r * cos(angle), y + r * sin(angle)
    rect = Rect(cx - band, cy - size, 2 * band, 2 * size)
    yield Words(SIGN, rect, ((Run(palette.FOCUS_SIGN[focus], True),),), size, 2 * size, "#FFFFFF", "center")


def key_sign(focus: int, form: str, x: float, y: float, size: float, text: str) -> Iterator[Simple]:
    """A symbol in its precision form, as keys and lists have it, centred on (x, y)."""
    if form in ("country", "region"):
        w, h = (size * 2.0, size * 1.24) if form == "country" else (size * 1.7, size * 1.3)
        rim = palette.PLATE if form == "country" else palette.LEADER
        yield RoundedRect(
            "form", Rect(x - w / 2, y - h / 2, w, h), "#FFFFFF", rim, 1.2, h / 2 if form == "country" else 0
        )
        inner = size * 0.84
        if form == "country":
            yield Sign("sign", x - w / 2 + h / 2, y, inner, focus, text)
            yield Polyline("stroke", ring([(x + w * 0.18, y), (x + w * 0.36, y)]), palette.INK, size * 0.08)
        else:
            yield Sign("sign", x, y, inner, focus, text)
        return
    if form == "route":
        for side in (-1, 1):
            ends = ring([(x + side * size * 0.5, y), (x + side * size * 0.95, y)])
            yield Polyline("route", ends, palette.FOCUS[focus], size * 0.12)
    yield Sign("sign", x, y, size, focus, text, opened=form in ("city", "route"))
