"""Counts for maps, worked out by the database: cells of the grid, focus areas, the codes of a facet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, LiteralString

from atlas.filter import Filter
from atlas.geo.box import Box
from atlas.geo.cells import LEVEL, cell_of, level_at
from loaders.stores.postgis.asking import Current, clause, rows
from loaders.stores.postgis.connection import Connection
from loaders.stores.postgis.crowds import ALL, FINEST, WHOLE
from loaders.stores.postgis.sql import NUMBERS, Query, code_of, codes_of, query
from loaders.stores.view import SINGLE, CountedCell, CountedView, FocusTally

# An initiative counts once in a cell: its sites there are put together first, by one number of cell and initiative.
_CELLS: Final = """
SELECT cell, focus, count(*), sum(n), sum(sx), sum(sy), min(k0), max(k1) FROM (
    SELECT (x >> {h}) * 4096 + (y >> {h}) AS cell, initiative, min(focus) AS focus, count(*) AS n,
           sum(x) AS sx, sum(y) AS sy, min(country) AS k0, max(country) AS k1
    FROM foip_atlas.site{where} GROUP BY 1, initiative
) AS one GROUP BY cell, focus"""
_KNOWN: Final = """
SELECT x * 4096 + y, focus, initiatives, sites, sum_x, sum_y, low, high FROM foip_atlas.crowd
WHERE edition = %s AND word = %s AND level = %s AND x BETWEEN %s AND %s AND y BETWEEN %s AND %s"""
_KNOWN_HEAD: Final = "SELECT FROM foip_atlas.crowd WHERE edition = %s AND word = %s AND level = %s LIMIT 1"
_KNOWN_TALLIES: Final = """
SELECT focus, initiatives, sites, coalesce(wide, 0), coalesce(off, 0) FROM foip_atlas.crowd
WHERE edition = %s AND word = %s AND level = -1"""
_KNOWN_CODES: Final = """
SELECT word, sum(initiatives) FROM foip_atlas.crowd
WHERE edition = %s AND word = ANY(%s) AND level = -1 AND focus = ANY(%s) GROUP BY word"""
_SPAN: Final = "x BETWEEN %s AND %s AND y BETWEEN %s AND %s"
_TALLIES: Final = """
SELECT focus, count(*), sum(n), sum(wide), sum(off) FROM (
    SELECT initiative, min(focus) AS focus, count(*) AS n, count(*) FILTER (WHERE wide) AS wide,
           count(*) FILTER (WHERE x IS NULL) AS off
    FROM foip_atlas.site{where} GROUP BY initiative
) AS one GROUP BY focus"""
_CODES: Final = (
    "SELECT number, code FROM foip_atlas.word WHERE edition = %s AND code >= %s AND code < %s ORDER BY number"
)
# Numbers of one type are looked up in a table, not compared one by one.
_COUNTS: Final = """
SELECT word, count(*) FROM (
    SELECT DISTINCT word, initiative FROM foip_atlas.site, unnest(words) AS word{where} AND word = ANY(%s::integer[])
) AS one GROUP BY word"""
_NAMES: Final = "SELECT number, substr(code, 9) FROM foip_atlas.word WHERE edition = %s AND number = ANY(%s)"


def view(line: Connection, edition: Current, filter_: Filter, zoom: float, box: Box) -> CountedView:
    """What a filter shows in a box of the drawing frame; cells are whole, also those that the box cuts."""
    level = level_at(zoom)
    left = LEVEL - level
    (x0, y0), (x1, y1) = (cell_of(lon, lat) for lon, lat in ((box.west, box.north), (box.east, box.south)))
    full = (1 << left) - 1
    span = (x0 & ~full, x1 | full, y0 & ~full, y1 | full)
    whole = clause(line, edition, filter_, None, Query(_SPAN, span))
    cells = _known_cells(line, edition, filter_, level, tuple(end >> left for end in span))
    if cells is None:
        cells = rows(line, _with(_CELLS, _and(whole, " AND NOT wide"), left))
    boxed = rows(line, _with(_CELLS, _and(whole, " AND wide")))
    every = sum(int(row[3]) for row in (*cells, *boxed))
    if every > SINGLE:
        regions = _cells(line, edition, boxed)
        for one in regions:
            here = clause(line, edition, filter_, None, Query("wide AND x = %s AND y = %s", (one.column, one.row)))
            ((one.line,),) = rows(line, query("feature::text", here, 1))
        return CountedView(level, every, _cells(line, edition, cells), regions, ())
    return CountedView(level, every, (), (), [text for (text,) in rows(line, query("feature::text", whole))])


def _and(where: Query, more: LiteralString) -> Query:
    return Query(where.text + more, where.values)


def _known_cells(
    line: Connection, edition: Current, filter_: Filter, level: int, span: tuple[int, ...]
) -> list[tuple[Any, ...]] | None:
    """The cells of a level where they are counted beforehand."""
    word = _word(line, edition, filter_.without("focus"))
    if level > FINEST or word is None or not rows(line, Query(_KNOWN_HEAD, (edition.number, word, 0))):
        return None
    found = rows(line, Query(_KNOWN, (edition.number, word, level, *span)))
    return [row for row in found if not filter_.focus or str(row[1]) in filter_.focus]


def _word(line: Connection, edition: Current, filter_: Filter) -> int | None:
    """The one word that a filter asks for, ALL for none, None for what no word says."""
    codes = [code for codes in codes_of(filter_).values() for code in codes]
    if filter_.q or len(codes) > 1:
        return None
    return dict(rows(line, Query(NUMBERS, (edition.number, codes)))).get(codes[0]) if codes else ALL


def _cells(line: Connection, edition: Current, found: list[tuple[Any, ...]]) -> list[CountedCell]:
    cells: dict[int, CountedCell] = {}
    names = dict(rows(line, Query(_NAMES, (edition.number, list({key for row in found for key in row[6:] if key})))))
    for cell, focus, initiatives, sites, x, y, first, last in found:
        one = cells.setdefault(cell, CountedCell(cell >> 12, cell & 4095, {}, 0, 0, 0, (None, None)))
        one.parts[str(focus)] = initiatives
        one.x, one.y, one.sites = one.x + int(x), one.y + int(y), one.sites + int(sites)
        one.countries = _ends(*one.countries, names.get(first), names.get(last))
    for one in cells.values():
        one.x, one.y = one.x / one.sites + 0.5, one.y / one.sites + 0.5
    return sorted(cells.values(), key=lambda one: (one.column, one.row))


def _ends(*countries: str | None) -> tuple[str | None, str | None]:
    named = [country for country in countries if country]
    return (min(named), max(named)) if named else (None, None)


def _with(text: LiteralString, where: Query, left: int = 0) -> Query:
    """The statement over a clause; what cells are halved by is one of twelve digits, never a value from outside."""
    digits: tuple[LiteralString, ...] = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")
    return Query(text.replace("{where}", where.text).replace("{h}", digits[left]), where.values)


def tallies(line: Connection, edition: Current, filter_: Filter) -> dict[str, FocusTally]:
    """What the sites of each focus area come to under the rest of a filter."""
    others = filter_.without("focus")
    word = _word(line, edition, others)
    found = [] if word is None else rows(line, Query(_KNOWN_TALLIES, (edition.number, word)))
    found = found or rows(line, _with(_TALLIES, clause(line, edition, others)))
    return {str(focus): FocusTally(*map(int, counted)) for focus, *counted in found}


def facet_counts(line: Connection, edition: Current, filter_: Filter, facet: str) -> dict[str, int]:
    """How many initiatives each code of a facet would give under the other filters."""
    if facet == "focus":
        found = tallies(line, edition, filter_)
        return {code: found[code].initiatives if code in found else 0 for code in edition.allowed[facet]}
    others = filter_.without(facet)
    if facet == "year" and others.status:  # the status that is asked for is the one of each year
        return {code: _initiatives(line, edition, others.with_codes(facet, (code,))) for code in edition.allowed[facet]}
    head = code_of(facet, "", others.until if facet == "status" else None)
    codes = dict(rows(line, Query(_CODES, (edition.number, head, f"{head[:-1]}>"))))
    where = clause(line, edition, others)
    if _word(line, edition, others.without("focus")) == ALL and rows(
        line, Query(_KNOWN_HEAD, (edition.number, ALL, WHOLE))
    ):
        areas = [int(code) for code in others.focus or edition.allowed["focus"]]
        counted = dict(rows(line, Query(_KNOWN_CODES, (edition.number, list(codes), areas))))
        return {code.removeprefix(head): int(counted.get(number, 0)) for number, code in codes.items()}
    asked = _with(_COUNTS, where)
    counted = dict(rows(line, Query(asked.text, (*where.values, list(codes)))))
    return {code.removeprefix(head): counted.get(number, 0) for number, code in codes.items()}


def _initiatives(line: Connection, edition: Current, filter_: Filter) -> int:
    found = tallies(line, edition, filter_)
    return sum(one.initiatives for focus, one in found.items() if focus in (filter_.focus or found))


def first(line: Connection, edition: Current, filter_: Filter, most: int) -> Iterator[str]:
    """The lines of the first sites that a filter shows."""
    found: list[tuple[Any, ...]] = rows(line, query("feature::text", clause(line, edition, filter_), most))
    return (text for (text,) in found)
