"""Small parts of a page: text blocks, rows of symbols with words, the QR code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import segno

from atlas import palette
from exporters.print.elements.fonts import width, wrap
from exporters.print.elements.items import (
    Align,
    Area,
    Points,
    Polyline,
    Rect,
    RoundedRect,
    Run,
    Sign,
    Simple,
    Words,
    ring,
)
from exporters.print.elements.symbols import key_sign, outline

MARGIN: Final = 24.0
LEADING: Final = 1.36


def block(
    name: str, x: float, y: float, room: float, text: str, size: float, *, bold: bool = False,
    colour: str = palette.INK, align: Align = "left", even: bool = False, most: int = 0, leading: float = LEADING,
) -> Words:  # fmt: skip
    """A text broken into lines no wider than `room`; of more than `most` lines the last ends in an ellipsis."""
    lines = wrap(text, room, size, bold, even=even)
    flow = ((Run(text, bold),),) if len(lines) > 1 else ()
    if most and len(lines) > most:
        lines, flow = [*lines[: most - 1], _ended(lines[most - 1], room, size, bold)], ()
    used = max(width(line, size, bold) for line in lines) if align == "left" else room
    rect = Rect(x, y, used, len(lines) * size * leading)
    laid = tuple((Run(line, bold),) for line in lines)
    return Words(name, rect, laid, size, size * leading, colour, align, flow=flow)


def _ended(line: str, room: float, size: float, bold: bool) -> str:
    while line and width(line + "…", size, bold) > room:
        line = line[:-1]
    return line + "…"


class Chip(NamedTuple):
    """A symbol with words: `form` is a focus symbol's precision, or a plain one when `focus` is None."""

    text: str
    form: str
    focus: int | None = None
    sign: str = ""
    bold: bool = False
    colour: str = palette.INK


_ICON: Final = {"country": 34.0, "region": 30.0, "route": 34.0, "shown": 30.0}


def chip_width(chip: Chip, size: float) -> float:
    """How much room a chip takes."""
    return _ICON.get(chip.form, size * 1.15) + 7 + width(chip.text, size, chip.bold)


def chips(row: Sequence[Chip], x: float, y: float, room: float, size: float, gap: float) -> tuple[list[Simple], float]:
    """Chips from left to right, on as many lines as they need; returns what to draw and the height."""
    items: list[Simple] = []
    left, line = x, 0
    leading = size * 1.55
    for chip in row:
        wide = chip_width(chip, size)
        if left > x and left + wide > x + room:
            left, line = x, line + 1
        items += _chip(chip, left, y + (line + 0.5) * leading, size)
        left += wide + gap
    return items, (line + 1) * leading


def _chip(chip: Chip, x: float, middle: float, size: float) -> Iterator[Simple]:
    icon = _ICON.get(chip.form, size * 1.15)
    if chip.focus is None:
        yield from plain_sign(chip.form, x + icon / 2, middle)
    else:
        yield from key_sign(chip.focus, chip.form, x + icon / 2, middle, size * 1.1, chip.sign)
    rect = Rect(x + icon + 7, middle - size * 0.7, width(chip.text, size, chip.bold), size * 1.4)
    yield Words(chip.text, rect, ((Run(chip.text, chip.bold),),), size, size * 1.4, chip.colour)


def plain_sign(form: str, x: float, y: float) -> Iterator[Simple]:
    """A precision's form in ink, for the legend."""
    ink = palette.NEUTRAL
    match form:
        case "site":
            yield RoundedRect(form, Rect(x - 7, y - 7, 14, 14), ink, None, 0, 7)
        case "city":
            yield RoundedRect(form, Rect(x - 6.5, y - 6.5, 13, 13), "#FFFFFF", ink, 2.6, 6.5)
        case "candidate_sign":
            yield Polyline(form, outline(1, x, y, 17), ink, 2.6, (4, 3))
        case "country":
            yield RoundedRect(form, Rect(x - 16, y - 9, 32, 18), "#FFFFFF", ink, 1.5, 9)
            yield RoundedRect(form, Rect(x - 12, y - 5, 10, 10), ink, None, 0, 5)
            yield Polyline(form, ring([(x + 2, y), (x + 10, y)]), ink, 2)
        case "region":
            yield RoundedRect(form, Rect(x - 14, y - 9, 28, 18), "#FFFFFF", ink, 1.5)
            yield RoundedRect(form, Rect(x - 13, y - 8, 26, 5.5), "#CBD3DA")
        case "route":
            yield Polyline(form, ring([(x - 16, y + 4), (x + 16, y - 4)]), ink, 2.6, (7, 4))
        case _:
            yield RoundedRect(form, Rect(x - 14, y - 8, 28, 16), palette.LAND_SHOWN, palette.COAST, 0.7)


def qr(link: str, x: float, y: float, size: float) -> Area:
    """A link as a QR code, dark modules as one shape."""
    matrix = _matrix(link)
    step = size / len(matrix)
    return Area("QR", tuple(_modules(matrix, x, y, step)), palette.INK)


@lru_cache(maxsize=64)
def _matrix(link: str) -> tuple[bytearray, ...]:
    return tuple(segno.make(link, error="m", micro=False).matrix)


def _modules(matrix: Sequence[bytearray], x: float, y: float, step: float) -> Iterator[Points]:
    """One rectangle for every run of dark modules in a row; rows overlap a little so that no seam shows."""
    for row, cells in enumerate(matrix):
        start = None
        for column, dark in enumerate([*cells, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                left, top = x + start * step, y + row * step
                right, bottom = x + column * step, top + step
                yield ring([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)])
                start = None


def sign_row(
    signs: Sequence[tuple[int, str, bool, bool]], x: float, y: float, size: float, pitch: float, per_row: int
) -> Iterator[Simple]:
    """Symbols (focus area, sign, open, of a candidate) in rows; (x, y) is the middle of the first."""
    for number, (focus, text, *look) in enumerate(signs):
        row, column = divmod(number, per_row)
        yield Sign(text, x + column * pitch, y + row * pitch, size, focus, text, *look)
