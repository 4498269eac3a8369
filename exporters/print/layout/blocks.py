"""The boxes round a map, measured and drawn: a country's in a column, a region's in the band under the map."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from atlas import palette
from exporters.print.content.callouts import Callout, CalloutItem
from exporters.print.elements.fonts import FLOOR, width, wrap
from exporters.print.elements.items import Group, Paragraph, Rect, RoundedRect, Run, Sign, Simple, TextBox, Words

LEAD: Final = 27.0
_PAD: Final = 12.0
_SIGN: Final = 22.0
_TEXT: Final = 42.0
_RIGHT: Final = 8.0
_HEAD: Final = 32.0
_FOOT: Final = 6.0
_STRIP: Final = 36.0


class BlockItem(NamedTuple):
    """An item broken into lines: its title, what is said of it."""

    said: CalloutItem
    title: tuple[str, ...]
    news: tuple[str, ...]
    bold: bool

    @property
    def h(self) -> float:
        """How high it is."""
        return (len(self.title) + len(self.news)) * LEAD


class Block(NamedTuple):
    """A box measured for a width: its heading's lines, its items in columns; `single` puts all on one line."""

    callout: Callout
    w: float
    h: float
    heading: tuple[str, ...]
    columns: tuple[tuple[BlockItem, ...], ...]
    single: bool = False


def entry_of(said: CalloutItem, room: float, news: bool) -> BlockItem:
    """An item for a width; titles are bold where something is said of some, and where one stands out."""
    told, bold = tuple(wrap(said.news, room, FLOOR)) if news and said.news else (), news or said.strong
    return BlockItem(said, tuple(wrap(said.title, room, FLOOR, bold, even=True)), told, bold)


def block_of(callout: Callout, wide: float, news: bool) -> Block:
    """A country's box."""
    heading = tuple(wrap(callout.heading, wide - 2 * _PAD, FLOOR, True))
    entries = tuple(entry_of(said, wide - _TEXT - _RIGHT, news) for said in callout.items)
    if len(entries) == 1 and not entries[0].news and _one_line(callout, wide) <= wide:
        return Block(callout, wide, 42.0, heading, (entries,), True)
    high = _HEAD + (len(heading) - 1) * LEAD + sum(entry.h for entry in entries) + _FOOT
    return Block(callout, wide, high, heading, (entries,))


def natural(block: Block) -> float:
    """How wide a box has to be for its lines as they are broken."""
    lines = [(line, entry.bold) for column in block.columns for entry in column for line in entry.title]
    lines += [(line, False) for column in block.columns for entry in column for line in entry.news]
    inner = max(width(line, FLOOR, bold) for line, bold in lines) + _TEXT + _RIGHT
    head = max(width(line, FLOOR, True) for line in block.heading) + 2 * _PAD
    return block.w if block.single else min(block.w, max(inner, head) + 1)


def _one_line(callout: Callout, wide: float) -> float:
    return width(callout.heading, FLOOR, True) + width(callout.items[0].title, FLOOR, True) + 2 * _PAD + 46


def band_of(callouts: Sequence[Callout], wide: float, news: bool) -> list[Block]:
    """Regions' boxes side by side, in as many rows as they need: all of a row equally high."""
    most = max(1, int(wide // 300))
    if len(callouts) > most:
        return [*band_of(callouts[:most], wide, news), *band_of(callouts[most:], wide, news)]
    shares = [1] * len(callouts)
    while sum(shares) < most and any(len(c.items) > n for c, n in zip(callouts, shares, strict=True)):
        longest = max(range(len(shares)), key=lambda i: len(callouts[i].items) / shares[i])
        shares[longest] += 1
    room = wide - 9 * (len(callouts) - 1)
    found = [_region(c, room * n / sum(shares), n, news) for c, n in zip(callouts, shares, strict=True)]
    high = max((block.h for block in found), default=0.0)
    return [block._replace(h=high) for block in found]


def _region(callout: Callout, wide: float, columns: int, news: bool) -> Block:
    entries = [entry_of(said, wide / columns - _TEXT - _RIGHT, news) for said in callout.items]
    heading = tuple(wrap(callout.heading, wide - 2 * _PAD, FLOOR, True))
    split = _split(entries, columns)
    high = max(sum(entry.h for entry in column) for column in split)
    return Block(callout, wide, _STRIP + (len(heading) - 1) * LEAD + high + _FOOT, heading, split)


def _split(entries: Sequence[BlockItem], columns: int) -> tuple[tuple[BlockItem, ...], ...]:
    """The items in columns in their order, the highest column as low as may be."""
    most = max(entry.h for entry in entries)
    most = max(most, -(-sum(entry.h for entry in entries) // (columns * LEAD)) * LEAD)
    while len(split := _filled(entries, most)) > columns:
        most += LEAD
    return split


def _filled(entries: Sequence[BlockItem], most: float) -> tuple[tuple[BlockItem, ...], ...]:
    columns: list[list[BlockItem]] = [[]]
    for entry in entries:
        if columns[-1] and sum(one.h for one in columns[-1]) + entry.h > most:
            columns.append([])
        columns[-1].append(entry)
    return tuple(map(tuple, columns))


def rows_of(blocks: Sequence[Block], area_x: float, y: float, wide: float) -> list[Rect]:
    """Where the boxes of a band stand: rows from left to right."""
    rects: list[Rect] = []
    x = area_x
    for block in blocks:
        if x > area_x and x + block.w > area_x + wide + 1:
            x, y = area_x, y + rects[-1].h + 9
        rects.append(Rect(x, y, block.w, block.h))
        x += block.w + 9
    return rects


def draw_block(block: Block, rect: Rect) -> TextBox | Group:
    """A box with its heading and items; square with a strip for regions, round for countries."""
    if not block.callout.countries:
        return _region_box(block, rect)
    frame = RoundedRect(block.callout.heading, rect, "#FFFFFF", palette.PLATE, 1.5, 5)
    entries = block.columns[0]
    if block.single:
        head = _heading(block, rect, 0, 42.0)
        paragraph = _line(block.callout.heading, entries[0])
        return _text_box(frame, (paragraph,), (head, *_single(block, head.rect)), (rect.h - LEAD) / 2, 0)
    head = _heading(block, rect, 4, LEAD)
    parts = (head, *_column(entries, rect.x, rect.y + _HEAD + (len(block.heading) - 1) * LEAD))
    said = (Paragraph((Run(block.callout.heading, True),)), *_paragraphs(entries))
    return _text_box(frame, said, parts, 4, _TEXT - _PAD)


def _region_box(block: Block, rect: Rect) -> Group:
    """A region's box: a strip with its heading, under it its items in columns."""
    name, top = block.callout.heading, _STRIP + (len(block.heading) - 1) * LEAD
    strip = Rect(rect.x + 0.75, rect.y + 0.75, rect.w - 1.5, top - 3)
    each = rect.w / len(block.columns)
    places = [Rect(rect.x + number * each, rect.y + top, each, rect.h - top) for number in range(len(block.columns))]
    columns = (_text_box(RoundedRect(name, place, None), tuple(_paragraphs(entries)),
                         (*_column(entries, place.x, place.y),), 0, _TEXT - _PAD)
               for entries, place in zip(block.columns, places, strict=True))  # fmt: skip
    frame = RoundedRect(name, rect, "#FFFFFF", palette.LEADER, 1.5)
    return Group(name, (frame, RoundedRect(name, strip, "#E9EDF0"), _heading(block, rect, 4, LEAD), *columns))


def _text_box(
    frame: RoundedRect, said: tuple[Paragraph, ...], parts: tuple[Simple, ...], top: float, indent: float
) -> TextBox:
    return TextBox(frame.name, frame, said, parts, FLOOR, LEAD, _PAD, top, indent)


def _heading(block: Block, rect: Rect, top: float, leading: float) -> Words:
    wide = max(width(line, FLOOR, True) for line in block.heading)
    words = Rect(rect.x + _PAD, rect.y + top, wide, len(block.heading) * leading)
    lines = tuple((Run(line, True),) for line in block.heading)
    flow = ((Run(block.callout.heading, True),),) if len(lines) > 1 else ()
    return Words(block.callout.heading, words, lines, FLOOR, leading, palette.INK, flow=flow)


def _column(entries: Sequence[BlockItem], x: float, y: float) -> Iterator[Simple]:
    for entry in entries:
        yield from _entry(entry, x, y)
        y += entry.h


def _paragraphs(entries: Iterable[BlockItem]) -> Iterator[Paragraph]:
    """Items as flowing text: the title, under it what is said of it."""
    for entry in entries:
        said = entry.said
        yield Paragraph((_title(said, entry.bold),), said.focus)
        if entry.news:
            yield Paragraph((Run(said.news),), under=True)


def _line(heading: str, entry: BlockItem) -> Paragraph:
    """The heading and the only item on one line, the shape between them."""
    said = entry.said
    shape = Run(f"\u3000{palette.FOCUS_GLYPH[said.focus]}\u2002", False, palette.FOCUS[said.focus])
    return Paragraph((Run(heading, True), shape, _title(said, entry.bold)))


def _title(said: CalloutItem, bold: bool) -> Run:
    return Run(said.title, bold, palette.FOCUS_TEXT[said.focus], rule=_rule(said))


def _rule(said: CalloutItem) -> Literal["", "under"]:
    return "under" if said.strong else ""


def _single(block: Block, heading: Rect) -> Iterator[Simple]:
    said = block.columns[0][0].said
    x = heading.right + 22
    yield Sign(said.title, x, heading.y + 21, 20, said.focus, palette.FOCUS_SIGN[said.focus])
    bold = block.columns[0][0].bold
    rect = Rect(x + 18, heading.y, width(said.title, FLOOR, bold), 42)
    yield Words(
        said.title, rect, ((Run(said.title, bold, rule=_rule(said)),),), FLOOR, 42, palette.FOCUS_TEXT[said.focus]
    )


def _entry(entry: BlockItem, x: float, y: float) -> Iterator[Simple]:
    said = entry.said
    yield Sign(said.title, x + _SIGN, y + LEAD / 2, 20, said.focus, palette.FOCUS_SIGN[said.focus])
    lines = [(Run(line, entry.bold, rule=_rule(said)),) for line in entry.title] + [
        (Run(line, False, palette.INK),) for line in entry.news
    ]
    wide = max(width(run.text, FLOOR, run.bold) for line in lines for run in line)
    rect = Rect(x + _TEXT, y, wide, len(lines) * LEAD)
    yield Words(said.title, rect, tuple(lines), FLOOR, LEAD, palette.FOCUS_TEXT[said.focus])
