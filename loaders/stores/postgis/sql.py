"""The SQL of filters and boxes; every value is a bound parameter, the text is always of these pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal, LiteralString, NamedTuple

import shapely

from atlas.filter import FACETS, Filter
from atlas.geo.box import Box, parts

VERSION: Final = 4
CURRENT: Final = (
    "SELECT edition.id, published, features, bytes, bbox, allowed FROM foip_atlas.current"
    " JOIN foip_atlas.edition ON edition.id = current.edition"
)
NUMBERS: Final = "SELECT code, number FROM foip_atlas.word WHERE edition = %s AND code = ANY(%s)"
IDS: Final = (
    "SELECT substr(code, 5) FROM foip_atlas.word"
    " WHERE edition = %s AND code >= 'ids=' AND code < 'ids>' ORDER BY number"
)
_LINES: Final = "SELECT number FROM foip_atlas.word WHERE edition = %s AND "
_LIKE: Final = "line LIKE %s"
_ANY: Final = "words && %s::integer[]"
_ONE: Final = "EXISTS (SELECT FROM unnest(words) AS one WHERE one = ANY(%s::integer[]))"  # looked up, not compared
_MANY: Final = 500
Column = Literal["id", "feature::text"]
_FROM: Final = " FROM foip_atlas.site"
_WIDE: Final = " JOIN foip_atlas.content USING (edition, position)"
_ORDER: Final = " ORDER BY position"


class Query(NamedTuple):
    """A statement, or a condition, and what is bound to its places."""

    text: LiteralString
    values: tuple[Any, ...]


def code_of(facet: str, code: str, year: str | None = None) -> str:
    """How the column `code` writes a code of a facet; a status may be the one at the end of a year."""
    return f"{facet}@{year}={code}" if year else f"{facet}={code}"


def codes_of(filter_: Filter) -> dict[str, list[str]]:
    """The codes of a filter as written there, by facet."""
    year = filter_.until
    return {
        facet: [code_of(facet, code, year if facet == "status" else None) for code in filter_.codes(facet)]
        for facet in FACETS
        if filter_.codes(facet)
    }


def lines(edition: int, terms: Sequence[str]) -> Query | None:
    """The lines that have one of some terms; None for what no text of a database has."""
    sound = [term for term in terms if not any(char == "\0" or "\ud800" <= char <= "\udfff" for char in term)]
    if not sound:
        return None
    found = any_of(_LIKE, tuple(f"%{_literal(term)}%" for term in sound))
    return Query(_LINES + found.text, (edition, *found.values))


def _literal(term: str) -> str:
    return term.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def having(numbers: Sequence[int]) -> Query:
    """The condition that a site has one of some words; an index finds a few, a great many are looked up."""
    return Query(_ANY if len(numbers) <= _MANY else _ONE, (list(numbers),))


def inside(box: Box) -> Query:
    """What touches any part of the box; each part is its own condition, so that each can use the index."""
    shapes = tuple(shapely.to_wkb(part) for part in parts(box))
    return any_of("ST_Intersects(geom, ST_GeomFromWKB(%s, 4326))", shapes)


def any_of(one: LiteralString, values: tuple[Any, ...]) -> Query:
    """One condition for each value, of which one has to hold."""
    return Query("(" + " OR ".join([one] * len(values)) + ")", values)


def where(edition: int, conditions: Sequence[Query]) -> Query:
    """The clause of the sites of an edition that meet every condition."""
    text: LiteralString = " WHERE edition = %s"
    for one in conditions:
        text = text + " AND " + one.text
    return Query(text, (edition, *_values(conditions)))


def _values(conditions: Sequence[Query]) -> Iterator[Any]:
    return (value for one in conditions for value in one.values)


def query(column: Column, asked: Query, first: int | None = None) -> Query:
    """A column of the sites of a clause in their order, all or the first few."""
    text: LiteralString = "SELECT " + column + _FROM + (_WIDE if column != "id" else "") + asked.text + _ORDER
    return Query(text, asked.values) if first is None else Query(text + " LIMIT %s", (*asked.values, first))
