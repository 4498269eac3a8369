"""Lists on a page: the key of numbered symbols, and what is region-wide, outside the frame or without a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from atlas import palette
from exporters.print.elements.fonts import FLOOR, width, wrap
from exporters.print.elements.items import Item, Polyline, Rect, RoundedRect, Run, Words, ring
from exporters.print.elements.symbols import key_sign

_GAP: Final = 26.0
_HEAD: Final = 38.0
_LEAD: Final = 1.28
_LEAST: Final = 270.0


class PanelRow(NamedTuple):
    """An initiative in a list: its symbol's focus area, form and sign, its title, what is said of it; `strong` ones
    stand out.
    """

    focus: int
    form: str
    sign: str
    numbered: bool
    title: str
    place: str
    news: str
    code: str = ""
    strong: bool = False


class Part(NamedTuple):
    """A heading with its rows; `focus` colours the heading, None is for what is not on the map."""

    heading: str
    focus: int | None
    rows: tuple[PanelRow, ...]


class Level(NamedTuple):
    """How a list looks: its columns, the size of titles, and whether it is `rich`: large symbols, bold titles."""

    columns: int
    title: float
    rich: bool


class Laid(NamedTuple):
    """A list that was laid out: what to draw, what it names, what found no room, how far down it reaches, the
    initiatives in it, and texts that not even a whole page could hold."""

    items: list[Item]
    labels: list[tuple[str, Rect]]
    left: tuple[Part, ...]
    bottom: float
    codes: list[str]
    cut: list[str]


def lay(parts: Sequence[Part], area: Rect, level: Level) -> Laid:
    """Fill columns from the left; a heading never stands alone at the foot of one."""
    wide = (area.w - (level.columns - 1) * _GAP) / level.columns
    done = Laid([], [], (), area.y, [], [])
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
            done.codes.append(row.code)
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
    """As much of a list as fits on a page of its own; a title longer than a page is cut."""
    for columns in range(max(1, min(3, int((area.w + _GAP) / (420 + _GAP)))), 0, -1):
        laid = lay(parts, area, Level(columns, FLOOR, False))
        if laid.codes:
            return laid
    first = parts[0].rows[0]
    room = int((area.h - _HEAD) // (FLOOR * _LEAD)) - 3
    title = "".join(wrap(first.title, area.w - 90, FLOOR)[:room])
    short = parts[0]._replace(rows=(first._replace(title=title, place="", news=""), *parts[0].rows[1:]))
    laid = lay([short, *parts[1:]], area, Level(1, FLOOR, False))
    if not laid.codes:
        raise ValueError("a page too small for its list")
    laid.cut.append(first.code)
    return laid


def _rest(parts: Sequence[Part], number: int, place: int) -> tuple[Part, ...]:
    first = parts[number]
    return (first._replace(rows=first.rows[place:]), *parts[number + 1 :])


def _headed(text: str, focus: int | None, x: float, y: float, wide: float) -> Iterator[Item]:
    fill = "#E9EDF0" if focus is None else palette.FOCUS_TINT[focus]
    colour = palette.INK if focus is None else palette.FOCUS_TEXT[focus]
    yield RoundedRect("heading", Rect(x, y, wide, 31), fill)
    yield Words(text, Rect(x + 10, y, width(text, FLOOR, True), 31), ((Run(text, True),),), FLOOR, 31, colour)


def _indent(row: PanelRow, level: Level) -> float:
    if level.rich:
        return 66.0
    return 76.0 if row.numbered else 42.0


def _lines(row: PanelRow, wide: float, level: Level) -> tuple[list[str], list[tuple[str, bool]]]:
    """The title's lines, and the lines under it, each with whether it is the place."""
    room = wide - _indent(row, level)
    title = wrap(row.title, room, level.title, level.rich or row.strong)
    if not level.rich:
        return title, [
            (line, False) for line in wrap(" · ".join(filter(None, (row.place, row.news))), room, FLOOR) if line
        ]
    below = [(line, True) for line in (wrap(row.place, room, FLOOR) if row.place else [])]
    return title, below + [(line, False) for line in (wrap(row.news, room, FLOOR) if row.news else [])]


def _height(row: PanelRow, wide: float, level: Level) -> float:
    title, below = _lines(row, wide, level)
    text = (len(title) * level.title + len(below) * FLOOR) * _LEAD
    return max(text, 34.0) + 14 if level.rich else max(text, 26.0) + 5


def _row(row: PanelRow, x: float, y: float, wide: float, level: Level) -> Iterator[Item]:
    title, below = _lines(row, wide, level)
    high, indent, lead = _height(row, wide, level), _indent(row, level), level.title * _LEAD
    top = y + (4 if level.rich else 2)
    yield from _symbol(row, x, top + lead / 2, level)
    lines = tuple((Run(line, level.rich or row.strong, rule="under" if row.strong else ""),) for line in title)
    words = Rect(x + indent, top, wide - indent, len(title) * lead)
    whole = ((Run(row.title, level.rich),),)
    yield Words(row.title, words, lines, level.title, lead, palette.INK, flow=whole if len(lines) > 1 else ())
    if below:
        runs = tuple((Run(line, False, palette.NEUTRAL if place else palette.MUTED),) for line, place in below)
        under = Rect(x + indent, words.bottom, wide - indent, len(runs) * FLOOR * _LEAD)
        flow = _told(row, level) if len(runs) > 1 else ()
        yield Words(f"{row.title} (2)", under, runs, FLOOR, FLOOR * _LEAD, palette.NEUTRAL, flow=flow)
    if level.rich:
        yield Polyline("rule", ring([(x, y + high - 4), (x + wide, y + high - 4)]), "#E1E5E9", 1)


def _told(row: PanelRow, level: Level) -> tuple[tuple[Run, ...], ...]:
    """What stands under a title as paragraphs."""
    looks = ((row.place, palette.NEUTRAL), (row.news, palette.MUTED))
    paragraphs = tuple((Run(text, False, colour),) for text, colour in looks if text)
    return paragraphs if level.rich else ((Run(" · ".join(text for text, _ in looks if text), False, palette.MUTED),),)


def _symbol(row: PanelRow, x: float, middle: float, level: Level) -> Iterator[Item]:
    """The symbol as on the map; in a dense list its number stands beside a small one."""
    if level.rich:
        yield from key_sign(row.focus, row.form, x + 29, middle + 2, 30.0, row.sign)
    elif _indent(row, level) > 50:
        rect = Rect(x, middle - 14, 34, 28)
        yield Words("number", rect, ((Run(row.sign, True),),), FLOOR, 28, palette.FOCUS_TEXT[row.focus], "right")
        yield from key_sign(row.focus, row.form, x + 55, middle, 16.0, "")
    else:
        yield from key_sign(row.focus, row.form, x + 19, middle, 19.0, row.sign)
