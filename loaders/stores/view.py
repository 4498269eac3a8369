"""What a map shows of more sites than a page holds: counted cells, or few sites themselves, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol, runtime_checkable

from atlas.filter import Filter
from atlas.geo.box import Box
from loaders.stores.base import Contents

SINGLE: Final = 300  # sites in a view that are sent one by one


class FocusTally(NamedTuple):
    """Of some sites: initiatives, places, those in a region's box, those off the map."""

    initiatives: int
    places: int
    wide: int
    off: int


@dataclass
class CountedCell:
    """A cell of a level, or a region's box: initiatives by focus area, its sites, their mean place on the finest grid.

    `countries` are the first and the last of its sites' countries: equal where there is one only. `line` is one of a
    box's sites.
    """

    column: int
    row: int
    parts: dict[str, int]
    sites: int
    x: float
    y: float
    countries: tuple[str | None, str | None]
    line: str = ""


@dataclass(frozen=True)
class CountedView:
    """A box of the map: cells of a level and boxes of regions, or the lines of all its sites where they are few."""

    level: int
    sites: int
    cells: Sequence[CountedCell]
    boxed: Sequence[CountedCell]
    single: Sequence[str]


@runtime_checkable
class ManySites(Protocol):
    """A store that answers for maps what it holds too much of to be read."""

    def is_large(self) -> bool:
        """Whether that is so of the edition that stands."""

    def codes(self) -> Mapping[str, list[str]]:
        """The codes that occur, by facet, but for ids."""

    def outline(self) -> Contents:
        """The files of the edition, without its sites."""

    def view(self, filter_: Filter, zoom: float, box: Box) -> CountedView:
        """What a filter shows in a box of the drawing frame at a zoom of the map."""

    def tallies(self, filter_: Filter) -> Mapping[str, FocusTally]:
        """What the sites of each focus area come to under the rest of a filter."""

    def facet_counts(self, filter_: Filter, facet: str) -> Mapping[str, int]:
        """How many initiatives each code of a facet would give under the other filters."""

    def first(self, filter_: Filter, most: int) -> list[str]:
        """The lines of the first sites that a filter shows."""
