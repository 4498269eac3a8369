"""What every store can do."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from atlas.filter import FACETS, Filter
from atlas.geo.box import Box

FEATURES: Final = "initiatives.geojson"
DOCUMENTS: Final = "documents.yml"
ORGANISATIONS: Final = "organisations.yml"
NAMES: Final = (FEATURES, DOCUMENTS, ORGANISATIONS)
Contents = Mapping[str, bytes]
Allowed = Mapping[str, list[str]]


class Stamp(NamedTuple):
    """Tells one edition from the next; `settled` when every later change is sure to give another value."""

    value: Hashable
    settled: bool = True


class Store(Protocol):
    """An edition that others replace as a whole. Everything raises DataError with sentences fit to be shown."""

    @property
    def folder(self) -> Path | None:
        """The data folder, where a base map and released editions of its own may lie; None for other stores."""

    def stamp(self) -> Stamp:
        """Which edition stands; cheap enough to be asked for on every run of a page."""

    def read(self) -> Contents:
        """The files of one edition by name, never of two."""

    def allowed(self) -> Allowed:
        """The codes that occur, by facet: what a filter may name."""

    def select(self, filter_: Filter, box: Box | None = None) -> list[str]:
        """The ids of the sites that a filter shows and a box touches, as ordered in the features."""

    def features(self, filter_: Filter, box: Box | None = None) -> Iterator[str]:
        """The same sites, each a GeoJSON Feature on one line."""

    def close(self) -> None:
        """Let go of what is open; it is opened again when needed."""


def known(filter_: Filter, allowed: Allowed) -> Filter:
    """The filter without codes that do not occur; as a URL's they count as not chosen."""
    for facet in FACETS:
        kept = [code for code in filter_.codes(facet) if code in allowed[facet]]
        filter_ = filter_.with_codes(facet, kept)
    return filter_
