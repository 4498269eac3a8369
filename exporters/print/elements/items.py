"""The things that a page is made of, in units of 1/144 inch from the top left; every format draws the same list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

PER_INCH: Final = 144
CHAPTER: Final = "#"  # how a link to a chapter of the same deck begins
Points = NDArray[np.float64]
Align = Literal["left", "center", "right"]


class Rect(NamedTuple):
    """A rectangle: left, top, width, height in units."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def meets(self, other: Rect, room: float = 0.0) -> bool:
        """Whether two rectangles overlap, or come nearer than `room`."""
        apart = self.right + room <= other.x or other.right + room <= self.x
        return not (apart or self.bottom + room <= other.y or other.bottom + room <= self.y)

    def holds(self, other: Rect) -> bool:
        """Whether another rectangle lies inside, to a twentieth of a unit."""
        inside = other.x >= self.x - 0.05 and other.y >= self.y - 0.05
        return inside and other.right <= self.right + 0.05 and other.bottom <= self.bottom + 0.05

    def shrunk(self, room: float) -> Rect:
        """The rectangle without a margin on every side; a negative margin makes it larger."""
        return Rect(self.x + room, self.y + room, self.w - 2 * room, self.h - 2 * room)


class Area(NamedTuple):
    """Closed rings filled by the even-odd rule, each an array of (x, y)."""

    name: str
    rings: tuple[Points, ...]
    fill: str | None
    stroke: str | None = None
    width: float = 0.0


class RoundedRect(NamedTuple):
    """A rectangle with square or round corners (`radius`)."""

    name: str
    rect: Rect
    fill: str | None
    stroke: str | None = None
    width: float = 0.0
    radius: float = 0.0


class Polyline(NamedTuple):
    """An open line; `dash` is on and off in units."""

    name: str
    points: Points
    stroke: str
    width: float
    dash: tuple[float, float] | None = None


class Run(NamedTuple):
    """Text of one look; `link` is where a click on it leads, `rule` a line through or under it."""

    text: str
    bold: bool = False
    colour: str | None = None
    link: str = ""
    rule: Literal["", "through", "under"] = ""


class Words(NamedTuple):
    """Lines of text in a block; `rect` is the block, each line `leading` high. `halo` is a colour around letters.

    `turned` text runs upwards: its lines stand side by side, `rect` is the room that they take on the page.
    `flow` is the paragraphs that lines were broken from, for a format that breaks them itself.
    """

    name: str
    rect: Rect
    lines: tuple[tuple[Run, ...], ...]
    size: float
    leading: float
    colour: str
    align: Align = "left"
    halo: str | None = None
    turned: bool = False
    flow: tuple[tuple[Run, ...], ...] = ()

    def plain(self) -> str:
        """The text, lines joined by line feeds."""
        return "\n".join("".join(run.text for run in line) for line in self.lines)


class Sign(NamedTuple):
    """A focus area's symbol: its shape, filled, open or dashed (`unsure`), text in it; `size` is nominal."""

    name: str
    x: float
    y: float
    size: float
    focus: int
    text: str
    opened: bool = False
    unsure: bool = False


class LaidCell(NamedTuple):
    """A cell of a table: its lines at their place, and the paragraphs that they were broken from.

    A focus area's `sign` is drawn before the first line; the paragraphs say it with a letter of its own.
    """

    words: Words
    paragraphs: tuple[tuple[Run, ...], ...]
    fill: str | None = None
    span: int = 1
    sign: int | None = None


class LaidRow(NamedTuple):
    """A row of a table, its height in units, and whether there is a rule under it."""

    high: float
    cells: tuple[LaidCell, ...]
    rule: bool = True


class LaidTable(NamedTuple):
    """A table: the widths of its columns in units, its rows, of which `heads` are headings."""

    name: str
    x: float
    y: float
    widths: tuple[float, ...]
    rows: tuple[LaidRow, ...]
    heads: int

    @property
    def rect(self) -> Rect:
        """The whole table."""
        return Rect(self.x, self.y, sum(self.widths), sum(row.high for row in self.rows))


class Bars(NamedTuple):
    """Stacked bars from left to right: names and colours of the series, and each bar's name with its values."""

    name: str
    rect: Rect
    series: tuple[tuple[str, str], ...]
    bars: tuple[tuple[str, tuple[float, ...]], ...]


Simple = Area | RoundedRect | Polyline | Words | Sign


class Paragraph(NamedTuple):
    """Flowing text; that of an initiative begins with its focus area's shape, what is said of it stands `under` it."""

    runs: tuple[Run, ...]
    focus: int | None = None
    under: bool = False


class TextBox(NamedTuple):
    """A frame with flowing text, letters `size` and lines `leading` high, the first line `top` below the edge.

    Paragraphs begin `pad` from the left, those of an initiative `indent` further in. `parts` is the same text laid out.
    """

    name: str
    frame: RoundedRect
    paragraphs: tuple[Paragraph, ...]
    parts: tuple[Simple, ...]
    size: float
    leading: float
    pad: float
    top: float
    indent: float


class Connector(NamedTuple):
    """A line between two things, which it touches and stays tied to when they are moved; under it a white `casing`."""

    name: str
    points: Points
    stroke: str
    width: float
    casing: float


class Group(NamedTuple):
    """Things that move together; connectors that touch the first are tied to it."""

    name: str
    items: tuple[Simple | TextBox, ...]


Item = Simple | LaidTable | Bars | TextBox | Connector | Group


def flat(items: Iterable[Item]) -> Iterator[Simple | LaidTable | Bars]:
    """The same things, groups, boxes and connectors taken apart."""
    for item in items:
        match item:
            case Group():
                yield from flat(item.items)
            case TextBox():
                yield item.frame
                yield from item.parts
            case Connector():
                yield Polyline(f"{item.name} (casing)", item.points, "#FFFFFF", item.casing)
                yield Polyline(item.name, item.points, item.stroke, item.width)
            case _:
                yield item


def ring(points: Sequence[tuple[float, float]]) -> Points:
    """Points as an array."""
    return np.asarray(points, dtype=np.float64)
