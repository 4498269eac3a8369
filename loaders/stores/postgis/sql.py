"""The SQL of filters and boxes; every value is a bound parameter, the text is always of these pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, Literal, LiteralString, NamedTuple

import shapely

from atlas.filter import FACETS, Filter
from atlas.geo.box import Box, parts
from atlas.search.words import wanted

VERSION: Final = 3
CURRENT: Final = (
    "SELECT edition.id, published, bytes, bbox, allowed FROM foip_atlas.current"
    " JOIN foip_atlas.edition ON edition.id = current.edition"
)
Column = Literal["id", "feature::text"]
_FROM: Final = " FROM foip_atlas.site"
_WIDE: Final = " JOIN foip_atlas.content USING (edition, position)"
_WHERE: Final = " WHERE edition = %s"
_ORDER: Final = " ORDER BY position"


class Query(NamedTuple):
    """A statement and what is bound to its places."""

    text: LiteralString
    values: tuple[Any, ...]


def code_of(facet: str, code: str, year: str | None = None) -> str:
    """How the column `codes` writes a code of a facet; a status may be the one at the end of a year."""
    return f"{facet}@{year}={code}" if year else f"{facet}={code}"


def query(column: Column, edition: int, filter_: Filter, box: Box | None) -> Query:
    """A column of the sites of an edition that a filter with known codes shows and a box touches, in their order."""
    found = [*_facets(filter_), *_words(filter_), *([_inside(box)] if box else [])]
    wide = column != "id" or wanted(filter_.q)
    text: LiteralString = "SELECT " + column + _FROM + (_WIDE if wide else "") + _WHERE
    for one in found:
        text = text + " AND " + one.text
    return Query(text + _ORDER, (edition, *(value for one in found for value in one.values)))


def _facets(filter_: Filter) -> Iterator[Query]:
    for facet in FACETS:
        year = filter_.until if facet == "status" else None
        if codes := [code_of(facet, code, year) for code in filter_.codes(facet)]:
            yield Query("codes && %s::text[]", (codes,))


def _words(filter_: Filter) -> Iterator[Query]:
    for terms in wanted(filter_.q):
        if any("\0" in term or any("\ud800" <= char <= "\udfff" for char in term) for term in terms):
            yield Query("false", ())  # PostgreSQL holds no such text, nor does an edition
        else:
            yield _any("strpos(folded, %s) > 0", terms)


def _inside(box: Box) -> Query:
    """What touches any part of the box; each part is its own condition, so that each can use the index."""
    shapes = tuple(shapely.to_wkb(part) for part in parts(box))
    return _any("ST_Intersects(geom, ST_GeomFromWKB(%s, 4326))", shapes)


def _any(one: LiteralString, values: tuple[Any, ...]) -> Query:
    return Query("(" + " OR ".join([one] * len(values)) + ")", values)
