"""A page: its layers of things to draw, and what is known of it for the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from atlas.vocab import Lang
from exporters.print.elements.items import Bars, Item, LaidTable, Rect, Simple, Words, flat


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

    The `bookmark` is what the page is found by, its title where there is none; pages in turn may have the same. Those
    with one `chapter` are a section of a deck, `number` is where the page's number stands.

    For the report `labels` (what may not overlap), `dots` (what else no line may run over), `leaders`, `tally` (which
    initiatives were placed, continued, listed) and `cut` texts.
    """

    width: float
    height: float
    title: Words
    lang: Lang
    layers: list[Layer] = field(default_factory=list)
    alt: str = ""
    notes: str = ""
    bookmark: str = ""
    chapter: str = ""
    number: Rect | None = None
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

    def said(self, name: str) -> str:
        """The texts of a layer, one a line."""
        layers = (layer for layer in self.layers if layer.name == name)
        return "\n".join(item.plain() for layer in layers for item in flat(layer.items) if isinstance(item, Words))

    def items(self) -> Iterator[Simple | LaidTable | Bars]:
        """Everything on the page, from the bottom up."""
        yield self.title
        for layer in self.layers:
            yield from flat(layer.items)
