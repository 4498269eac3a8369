"""Marks in three styles: how large each is, and how it is drawn in its rectangle; a country's plate has its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from atlas import palette
from exporters.print.content.places import PlacedItem, Spot
from exporters.print.elements.fonts import FLOOR, clean, width, wrap
from exporters.print.elements.items import Polyline, Rect, RoundedRect, Run, Sign, Simple, Words, ring
from exporters.print.elements.parts import sign_row
from exporters.print.elements.symbols import donut, ring_of
from exporters.print.options import Options

SIGN: Final = 27.0
_NAME: Final = FLOOR
_MOST: Final = 8
Draw = Callable[[Rect], Iterator[Simple]]


@dataclass(frozen=True)
class Mark:
    """What stands at a place: its size in units, whether it may move, and how to draw it."""

    spot: Spot
    w: float
    h: float
    fixed: bool
    draw: Draw
    label: str
    named: bool = False


def mark_of(spot: Spot, options: Options) -> Mark:
    """The mark of a place in the style of the options."""
    signs = _signs(spot, options)
    if options.style == "boxes":
        return _signed(spot, list(dict.fromkeys(signs)), options)
    if options.style == "symbols" and len(spot.entries) > 1:
        return _pile(spot, options)
    if options.style == "numbered" and len(signs) > _MOST:
        return _keys(spot)
    return _signed(spot, signs, options)


def _signs(spot: Spot, options: Options) -> list[tuple[int, str, bool, bool]]:
    opened = spot.form in ("city", "route")
    return [(entry.focus, sign_text(entry, options), opened, _unsure(entry, options)) for entry in spot.entries]


def _unsure(entry: PlacedItem, options: Options) -> bool:
    """Whether an initiative's sign says that its place is a candidate's; beside boxes the name says so."""
    return options.style != "boxes" and bool(entry.row["candidate"])


def unsure_signs(spots: Iterable[Spot], options: Options) -> bool:
    """Whether a sign on the map is a candidate's; a pile of several has no signs."""
    signed = options.style == "numbered"
    alone = [spot for spot in spots if spot.form != "region" and (signed or len(spot.entries) == 1)]
    return any(_unsure(entry, options) for spot in alone for entry in spot.entries)


def sign_text(entry: PlacedItem, options: Options) -> str:
    """What stands in an initiative's symbol: its number in the key, or its focus area's sign."""
    return str(entry.number) if options.style == "numbered" else palette.FOCUS_SIGN[entry.focus]


def _name(spot: Spot, options: Options) -> str:
    """The name inside a mark: a country's, and in a numbered picture that of any place with several symbols."""
    several = options.style == "numbered" and len(spot.entries) > 1
    return clean(spot.name) if spot.form == "country" or several else ""


def _signed(spot: Spot, signs: Sequence[tuple[int, str, bool, bool]], options: Options) -> Mark:
    """One or a few symbols in rows; a country's in a pill with its name."""
    size = {"numbered": 34.0, "boxes": 21.0}.get(options.style, SIGN)
    pitch, per_row = size * 1.3, 4 if len(signs) in (4, 7, 8) else min(len(signs), 5)
    rows = -(-len(signs) // per_row)
    name, plate = _name(spot, options), spot.form == "country" or len(signs) > 1
    size = size * 0.86 if plate else size
    pad = 8.0 if plate else 0.0
    wide = per_row * pitch + pad + (width(name, _NAME) + 12 if name else 0)
    high = max(rows * pitch + (2.0 if plate else 0.0), 32.0 if plate else 0.0)

    def draw(rect: Rect) -> Iterator[Simple]:
        if plate:
            yield RoundedRect(spot.name, rect, "#FFFFFF", palette.PLATE, 1.5, min(rect.h / 2, 19))
        yield from sign_row(signs, rect.x + pad / 2 + pitch / 2, rect.y + pitch / 2 + (high - rows * pitch) / 2, size,
                            pitch, per_row)  # fmt: skip
        if name:
            yield _text(name, rect.x + per_row * pitch + pad / 2 + 4, rect)

    return Mark(spot, wide, high, spot.form != "country" and not name, draw, spot.name, bool(name))


def _text(name: str, x: float, rect: Rect) -> Words:
    place = Rect(x, rect.y, width(name, _NAME), rect.h)
    return Words(name, place, ((Run(name),),), _NAME, rect.h, palette.INK)


def _pile(spot: Spot, options: Options) -> Mark:
    """Many at one place: a ring with the count; for black-and-white print a row of symbols with counts."""
    counts, name = spot.counts(), _name(spot, options)
    if options.colours == "print":
        return _pairs(spot, counts, name)
    if name:
        return _ringed(spot, counts, name)
    radius = 30.0 if len(spot.entries) < 20 else 36.0

    def draw(rect: Rect) -> Iterator[Simple]:
        yield from donut(spot.name, *rect.centre, radius, counts)

    return Mark(spot, 2 * radius + 8, 2 * radius + 8, spot.form != "country", draw, spot.name)


def _ringed(spot: Spot, counts: dict[int, int], name: str) -> Mark:
    """A country's plate: a small ring by focus area, the count, the name."""
    count, radius = str(len(spot.entries)), 12.0
    first = 2 * radius + 14 + width(count, _NAME, True)

    def draw(rect: Rect) -> Iterator[Simple]:
        yield RoundedRect(spot.name, rect, "#FFFFFF", palette.PLATE, 1.5, rect.h / 2)
        yield from ring_of(spot.name, rect.x + radius + 6, rect.y + rect.h / 2, radius, 7.0, counts)
        words = Rect(rect.x + 2 * radius + 11, rect.y, first, rect.h)
        yield Words("count", words, ((Run(count, True),),), _NAME, rect.h, palette.INK)
        yield _text(name, rect.x + first + 4, rect)

    return Mark(spot, first + width(name, _NAME) + 18, 36.0, spot.form != "country", draw, spot.name, True)


def _keys(spot: Spot) -> Mark:
    """Many numbers at one place: the name, and a line of numbers a focus area, 6–14, 26."""
    rows = {focus: ranges([e.number for e in spot.entries if e.focus == focus]) for focus in spot.counts()}
    lines = {focus: wrap(text, 300, _NAME) for focus, text in rows.items()}
    name, lead = clean(spot.name), 28.0
    inner = max(width(line, _NAME) for some in lines.values() for line in some) + 30
    wide = max(width(name, _NAME, True), inner) + 24
    high = (1 + sum(map(len, lines.values()))) * lead + 8

    def draw(rect: Rect) -> Iterator[Simple]:
        yield RoundedRect(spot.name, rect, "#FFFFFF", palette.PLATE, 1.5, 16)
        head = Rect(rect.x + 12, rect.y + 3, width(name, _NAME, True), lead)
        yield Words(name, head, ((Run(name, True),),), _NAME, lead, palette.INK)
        y = head.bottom
        for focus, some in lines.items():
            yield Sign("sign", rect.x + 22, y + lead / 2, 20, focus, palette.FOCUS_SIGN[focus])
            words = Rect(rect.x + 40, y, inner - 30, lead * len(some))
            runs = tuple((Run(line),) for line in some)
            yield Words("numbers", words, runs, _NAME, lead, palette.FOCUS_TEXT[focus])
            y = words.bottom

    return Mark(spot, wide, high, spot.form != "country", draw, spot.name, True)


def ranges(numbers: Sequence[int]) -> str:
    """Numbers in short: 6–14, 26."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][-1] + 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ", ".join("–".join(map(str, some)) for some in found)


def _pairs(spot: Spot, counts: dict[int, int], name: str) -> Mark:
    row = _row_width(counts)
    wide = row + 10 + (width(name, _NAME) + 12 if name else 0)

    def draw(rect: Rect) -> Iterator[Simple]:
        yield RoundedRect(spot.name, rect, "#FFFFFF", palette.PLATE, 1.5, rect.h / 2 if spot.form == "country" else 4)
        yield from _counted(counts, rect.x + 6, rect.y, rect.h)
        if name:
            yield _text(name, rect.x + row + 6, rect)

    return Mark(spot, wide, 36.0, spot.form != "country", draw, spot.name)


def _counted(counts: dict[int, int], x: float, y: float, high: float) -> Iterator[Simple]:
    left = x
    for focus, n in counts.items():
        yield Sign("sign", left + 12, y + high / 2, 22, focus, palette.FOCUS_SIGN[focus])
        rect = Rect(left + 27, y, width(str(n), _NAME, True), high)
        yield Words("count", rect, ((Run(str(n), True),),), _NAME, high, palette.INK)
        left += _pair(n)


def _pair(n: int) -> float:
    return 39 + width(str(n), _NAME, True)


def _row_width(counts: dict[int, int]) -> float:
    return sum(_pair(n) for n in counts.values())


def route_lines(spot: Spot, drawn: Sequence[Sequence[tuple[float, float]]]) -> Iterator[Simple]:
    """A route on the page: a white casing under a line that is dashed unless published or surveyed."""
    colour = palette.FOCUS[spot.entries[0].focus]
    for part in drawn:
        yield Polyline(f"{spot.name} (casing)", ring(part), "#FFFFFF", 7)
        yield Polyline(spot.name, ring(part), colour, 3, None if spot.solid else (9, 6))
