"""Lists on a page: the key of numbered symbols, and what is region-wide, outside the frame or without a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from atlas import palette
from exporters.snapshot.shapes import key_sign
from exporters.snapshot.sheet import Box, Item, Line, Rect, Run, Words, ring
from exporters.snapshot.type import FLOOR, cut, width, wrap

_GAP: Final = 26.0
_HEAD: Final = 36.0
_LEAST: Final = 270.0


class Row(NamedTuple):
    """An initiative in a list: its symbol's focus area, form and sign, its title, what is said of it."""

    focus: int
    form: str
    sign: str
    numbered: bool
    title: str
    place: str
    news: str


class Part(NamedTuple):
    """A heading with its rows; `focus` colours the heading, None is for what is not on the map."""

    heading: str
    focus: int | None
    rows: tuple[Row, ...]


class Level(NamedTuple):
    """How much a list says: columns, size of titles, whether places and news have lines."""

    columns: int
    title: float
    place: bool
    news: bool


class Laid(NamedTuple):
    """A list that was laid out: what to draw, what it names, what found no room, and how far down it reaches."""

    items: list[Item]
    labels: list[tuple[str, Rect]]
    left: tuple[Part, ...]
    bottom: float


def lay(parts: Sequence[Part], area: Rect, level: Level) -> Laid:
    """Fill columns from the left; a heading never stands alone at the foot of one."""
    wide = (area.w - (level.columns - 1) * _GAP) / level.columns
    done = Laid([], [], (), area.y)
    column, y = 0, area.y
    for number, part in enumerate(parts):
        for place, row in enumerate(part.rows):
            need = _height(row, wide, level) + (_HEAD if place == 0 else 0)
            if y + need > area.bottom + 0.1 and y > area.y:
                column, y = column + 1, area.y
            if column == level.columns or y + need > area.bottom + 0.1:
                return done._replace(left=_rest(parts, number, place))
            x = area.x + column * (wide + _GAP)
            if place == 0:
                done.items.extend(_headed(part.heading, part.focus, x, y, wide))
                y += _HEAD
            high = _height(row, wide, level)
            done.items.extend(_row(row, x, y, wide, level))
            done.labels.append((row.title, Rect(x, y, wide, high - 2)))
            y += high
            done = done._replace(bottom=max(done.bottom, y))
    return done


def fits(parts: Sequence[Part], area: Rect, level: Level) -> bool:
    """Whether a list fits an area, in columns that are wide enough to read."""
    wide = (area.w - (level.columns - 1) * _GAP) / level.columns
    return (level.columns == 1 or wide >= _LEAST) and not lay(parts, area, level).left


def tight(parts: Sequence[Part], area: Rect, level: Level) -> Rect:
    """The lowest area of the same width that holds a list, its columns about equally long."""
    low, high = 40.0, area.h
    for _ in range(9):
        middle = (low + high) / 2
        low, high = (low, middle) if fits(parts, area._replace(h=middle), level) else (middle, high)
    return area._replace(y=area.bottom - high, h=high)


def full_page(parts: Sequence[Part], area: Rect) -> Laid:
    """As much of a list as fits on a page of its own."""
    columns = max(1, min(3, int((area.w + _GAP) / (420 + _GAP))))
    return lay(parts, area, Level(columns, 18.0, True, False))


def _rest(parts: Sequence[Part], number: int, place: int) -> tuple[Part, ...]:
    first = parts[number]
    return (first._replace(rows=first.rows[place:]), *parts[number + 1 :])


def _headed(text: str, focus: int | None, x: float, y: float, wide: float) -> Iterator[Item]:
    fill = "#E9EDF0" if focus is None else palette.FOCUS_TINT[focus]
    colour = palette.INK if focus is None else palette.FOCUS_TEXT[focus]
    yield Box("heading", Rect(x, y, wide, 30), fill)
    line = cut(text, wide - 20, 18, True)
    yield Words(line, Rect(x + 10, y, width(line, 18, True), 30), ((Run(line, True),),), 18, 30, colour)


def _indent(row: Row, level: Level) -> float:
    if level.place:
        return 66.0
    return 72.0 if row.numbered else 40.0


def _lines(row: Row, wide: float, level: Level) -> tuple[list[str], list[tuple[str, bool]]]:
    """The title's lines, and the lines under it, each with whether it is the place."""
    room = wide - _indent(row, level)
    title = wrap(row.title, room, level.title, level.place)[:8]
    if level.news and not level.place:
        return title, [(line, False) for line in wrap(" · ".join(filter(None, (row.place, row.news))), room, FLOOR)]
    below = [(line, True) for line in (wrap(row.place, room, FLOOR) if row.place and level.place else [])]
    below += [(line, False) for line in (wrap(row.news, room, FLOOR) if row.news and level.news else [])]
    return title, below


def _height(row: Row, wide: float, level: Level) -> float:
    title, below = _lines(row, wide, level)
    text = len(title) * level.title * 1.3 + len(below) * FLOOR * 1.4
    return max(text, 34.0) + 16 if level.place else max(text, 24.0) + 5


def _row(row: Row, x: float, y: float, wide: float, level: Level) -> Iterator[Item]:
    title, below = _lines(row, wide, level)
    high, indent, lead = _height(row, wide, level), _indent(row, level), level.title * 1.3
    top = y + (5 if level.place else 2)
    yield from _symbol(row, x, top + lead / 2, level)
    lines = tuple((Run(line, level.place),) for line in title)
    words = Rect(x + indent, top, wide - indent, len(title) * lead)
    yield Words(row.title, words, lines, level.title, lead, palette.INK)
    if below:
        runs = tuple((Run(line, False, palette.NEUTRAL if place else palette.MUTED),) for line, place in below)
        under = Rect(x + indent, words.bottom + 1, wide - indent, len(runs) * FLOOR * 1.4)
        yield Words(f"{row.title} (2)", under, runs, FLOOR, FLOOR * 1.4, palette.NEUTRAL)
    if level.place:
        yield Line("rule", ring([(x, y + high - 4), (x + wide, y + high - 4)]), "#E1E5E9", 1)


def _symbol(row: Row, x: float, middle: float, level: Level) -> Iterator[Item]:
    """The symbol as on the map; in a dense list its number stands beside a small one."""
    if level.place:
        yield from key_sign(row.focus, row.form, x + 29, middle + 2, 30.0, row.sign)
    elif _indent(row, level) > 50:
        rect = Rect(x, middle - 12, 30, 24)
        yield Words("number", rect, ((Run(row.sign, True),),), FLOOR, 24, palette.FOCUS_TEXT[row.focus], "right")
        yield from key_sign(row.focus, row.form, x + 51, middle, 16.0, "")
    else:
        yield from key_sign(row.focus, row.form, x + 19, middle, 19.0, row.sign)
