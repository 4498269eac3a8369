"""From a filter and a box to the clause that finds their sites, by the numbers of its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from atlas.errors import DataError, Problem
from atlas.filter import Filter
from atlas.geo.box import Box
from atlas.search.words import wanted
from loaders.stores.base import known
from loaders.stores.postgis.connection import DATABASE, Connection
from loaders.stores.postgis.sql import CURRENT, NUMBERS, VERSION, Query, codes_of, having, inside, lines, where


class Current(NamedTuple):
    """The edition that stands: its number and time, sites, bytes, bounding box, the codes that occur but for ids."""

    number: int
    published: datetime
    features: int
    bytes: int
    bbox: list[float] | None
    allowed: Mapping[str, list[str]]


def current(line: Connection) -> Current:
    """The edition that stands; raises DataError for a layout that this atlas does not know, or none."""
    versions = [number for (number,) in line.execute("SELECT number FROM foip_atlas.version")]
    if versions != [VERSION]:
        refuse(f"the database has another layout than this atlas ({VERSION}); publish into a database of its own")
    row = line.execute(CURRENT).fetchone()
    return Current(*row) if row else refuse("the database holds no edition yet; python -m loaders publish fills it")


def refuse(rule: str) -> Any:
    """Raise DataError for one fault of the database."""
    raise DataError([Problem(DATABASE, "", rule)])


def rows(line: Connection, asked: Query) -> list[tuple[Any, ...]]:
    """All that a statement finds."""
    return line.execute(asked.text, asked.values).fetchall()


def clause(line: Connection, edition: Current, filter_: Filter, box: Box | None = None, *more: Query) -> Query:
    """Where the sites are that a filter shows, a box touches and other conditions hold; unknown codes count as none."""
    filter_ = known(filter_, {**edition.allowed, "ids": list(filter_.ids)})
    found = [*_facets(line, edition, filter_), *_words(line, edition, filter_), *([inside(box)] if box else []), *more]
    return where(edition.number, found)


def _facets(line: Connection, edition: Current, filter_: Filter) -> Iterator[Query]:
    asked = codes_of(filter_)
    every = [code for codes in asked.values() for code in codes]
    numbers = dict(line.execute(NUMBERS, (edition.number, every)).fetchall()) if every else {}
    for facet, codes in asked.items():
        found = [numbers[code] for code in codes if code in numbers]
        if found or facet != "ids":  # a status that nobody has in a year finds nothing
            yield having(found)


def _words(line: Connection, edition: Current, filter_: Filter) -> Iterator[Query]:
    for terms in wanted(filter_.q):
        asked = lines(edition.number, terms)
        yield having([number for (number,) in rows(line, asked)] if asked else [])
