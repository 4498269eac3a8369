"""A page as a list of things to draw, in units of 1/144 inch from the top left; every format draws the same list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

PER_INCH: Final = 144
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

    def plain(self) -> str:
        """The text, lines joined by line feeds."""
        return "\n".join("".join(run.text for run in line) for line in self.lines)


class Sign(NamedTuple):
    """A focus area's symbol: its shape, filled or open, with a sign or number in it; `size` is nominal."""

    name: str
    x: float
    y: float
    size: float
    focus: int
    text: str
    opened: bool = False


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
Item = Simple | LaidTable | Bars


@dataclass
class Layer:
    """Things that belong together; `alt` says what they show to who can't see them."""

    name: str
    items: list[Item] = field(default_factory=list)
    alt: str = ""

    def add(self, *items: Item) -> None:
        """Put things on top."""
        self.items.extend(items)


class Leader(NamedTuple):
    """A line that leads from a box to a mark, or (`tie`) from a mark to its point."""

    name: str
    path: tuple[tuple[float, float], ...]
    tie: bool


@dataclass
class Sheet:
    """A page: its size in units, its layers from the bottom up, its title and notes.

    The `bookmark` is what the page is found by, its title where there is none; pages in turn may have the same.

    For the report `labels` (what may not overlap), `dots` (what else no line may run over), `leaders`, `tally` (which
    initiatives were placed, continued, listed) and `cut` texts.
    """

    width: float
    height: float
    title: Words
    lang: str
    layers: list[Layer] = field(default_factory=list)
    alt: str = ""
    notes: str = ""
    bookmark: str = ""
    labels: list[tuple[str, Rect]] = field(default_factory=list)
    dots: list[Rect] = field(default_factory=list)
    leaders: list[Leader] = field(default_factory=list)
    tally: dict[str, list[str]] = field(default_factory=dict)
    cut: list[str] = field(default_factory=list)

    @property
    def page(self) -> Rect:
        """The whole page."""
        return Rect(0, 0, self.width, self.height)

    def layer(self, name: str, alt: str = "") -> Layer:
        """A new layer on top."""
        self.layers.append(Layer(name, alt=alt))
        return self.layers[-1]

    def items(self) -> Iterable[Item]:
        """Everything on the page, from the bottom up."""
        yield self.title
        for layer in self.layers:
            yield from layer.items


def ring(points: Sequence[tuple[float, float]]) -> Points:
    """Points as an array."""
    return np.asarray(points, dtype=np.float64)
