"""The rows under a header: headings, sums and notes are none; marks for "as above" say what they mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from loaders.lists.formats.grid import Grid, Row
from loaders.lists.formats.headers import Header
from loaders.lists.placing.naming.countrynames import Named, read_countries
from loaders.lists.remark import Remark

Values = dict[str, str]
_DITTO: Final = re.compile(
    r'[〃々”“"″]{1,2}|\'\'|同(?:上|前)?|上に?同じ?|-?do\.?-|do\.|ditto\.?|same as above|as above', re.IGNORECASE
)
_SUM: Final = re.compile(
    r"[【\[(]?(?:.{0,20}[^\w]|.{0,16})?(?:合\s?計|小\s?計|総\s?計|累\s?計)(?:額|値)?[】\])]?(?:[\s:：(].*)?|計(?:\s?\(.*\))?|"
    r"(?:grand |sub[- ]?|overall )?totals?(?:[\s:(].*)?|sum",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(
    r"[※＊*†]|[(\[【]?(?:注|備考|出典|出所|資料|典拠)\s?\d*\s?(?:[)\]】:：.、\s]|$)|[(\[]?(?:notes?|sources?|remarks?|n\.?b\.?)\s?\d*\s?(?:[)\]:.]|$)",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(
    r"^[\W_]*(?:\(?[\dIVX]{1,3}\)?[.．、)\s]\s*)?(.*?)(?:\s*\(\s*(?:計\s*)?\d+\s*(?:件|cases?|projects?)?\s*\))?[\W_]*$"
)
_WHERE: Final = ("place", "place_ja", "place_en", "lat", "lon", "coordinates")
_TOLD: Final = 8


@dataclass
class _Reading:
    """What is known while the rows of a sheet are gone through."""

    header: Header
    country: str = ""  # of the heading that the rows stand under
    before: Sequence[str] = ()
    carried: bool = False  # whether the country of the row before was one by "as above"
    left: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)


def listed(header: Header, grid: Grid, country: str = "") -> tuple[list[tuple[int, Values]], list[Remark]]:
    """The list's rows by number, and what was left out; `country` is that of the whole sheet where it has one."""
    head = next((row.cells for row in grid.rows if row.number == header.row), ())
    rows = [row for row in grid.rows if row.number > header.row]
    column = next((at for at in header.order if header.fields[at] == "country"), None)
    first_only = column is not None and _first_only([_cell(row.cells, column) for row in rows])
    reading, found = _Reading(header, country), list[tuple[int, Values]]()
    for at, row in enumerate(rows):
        if row.cells == head:
            found.append((row.number, {"repeats": "1"}))
        elif not _aside(row, rows[at + 1 : at + 4], column, reading):
            found.append((row.number, _values(row, column, first_only, reading)))
    return found, list(_told(reading))


def _values(row: Row, column: int | None, first_only: bool, reading: _Reading) -> Values:
    """A row's values, what it has "as above" filled in; `above` tells that the country is from a row above."""
    cells = list[str]()
    for at, cell in enumerate(row.cells):
        cells.append(cells[-1] if cell == "同左" and cells else _above(reading, at, cell))
    told = _cell(cells, column)
    ditto = bool(told) and told != _cell(row.cells, column)
    filled = column is not None and not told and (first_only or reading.carried) and bool(_cell(reading.before, column))
    if filled and column is not None:
        cells += [""] * (column + 1 - len(cells))
        cells[column] = reading.before[column]
    reading.before, reading.carried = cells, ditto or (reading.carried and filled)
    values = reading.header.values(cells)
    if filled:
        values["above"] = values["country"]
    elif reading.country and "country" not in values:
        values["country"] = reading.country
    if "area" in values and not any(name in values for name in ("place", "place_ja", "place_en")):
        values["place"] = values["area"]
    return values


def _above(reading: _Reading, at: int, cell: str) -> str:
    """A cell, or the one above it where it only says so; right under a heading that is none."""
    if not _DITTO.fullmatch(cell):
        return cell
    return _cell(reading.before, at) if reading.before or reading.country else cell


def _cell(cells: Sequence[str], at: int | None) -> str:
    return cells[at] if at is not None and at < len(cells) else ""


def _aside(row: Row, after: Sequence[Row], column: int | None, reading: _Reading) -> bool:
    """Whether a row is a heading, a sum or a note, which is kept in mind."""
    filled = [unicodedata.normalize("NFKC", cell).strip() for cell in row.cells if cell]
    texts = list(dict.fromkeys(filled))
    alone = len(texts) == 1 and len(filled) != 2  # one cell, or one that is merged over the row
    if alone and (heading := _heading(texts[0])) and _heads(heading, after, column):
        reading.country, reading.before = heading, ()
        reading.headings.append(heading)
        return True
    values = reading.header.values(row.cells)
    sums = [] if any(values.get(name) for name in _WHERE) else [text for text in texts[:2] if _is_sum(text)]
    notes = [text for text in texts[:1] if len(texts) <= 2 and _NOTE.match(text) and not _DITTO.fullmatch(text)]
    reading.left += [f"{row.number} “{text[:24]}”" for text in (sums + notes)[:1]]
    return bool(sums or notes)


def _is_sum(text: str) -> bool:
    """Whether a cell names a sum, of all or of one country: フィジー計, Fiji total."""
    of = re.fullmatch(r"(.{2,40}?)\s?(?:計|total)", text, re.IGNORECASE)
    return bool(_SUM.fullmatch(text) or (of and _heading(of[1])))


def _heads(heading: str, after: Sequence[Row], column: int | None) -> bool:
    """Whether a country or region alone is a heading: a row is below it that has no country, or one that fits."""
    row = next((one for one in after if sum(map(bool, one.cells)) > 1), None)
    if row is None:
        return False
    below = _cell(row.cells, column)
    return not below or not read_countries(heading).codes or read_countries(below) == read_countries(heading)


def _heading(text: str) -> str:
    """The country or region that a row alone names: 【フィジー】, 1. Fiji, フィジー（3件）."""
    match = _HEADING.match(text) if len(text) <= 60 else None
    named = read_countries(match[1]) if match and match[1] else None
    return match[1] if match and named and (len(named.codes) == 1 or _is_region(named)) else ""


def _is_region(named: Named) -> bool:
    """Whether a name is a region's, though several may be meant or none is as wide: 大洋州, アジア."""
    return not named.codes and named != Named()


def _first_only(cells: Sequence[str]) -> bool:
    """Whether a column names a thing only in the first of its rows: never twice in turn, and mostly blank."""
    filled = [at for at, cell in enumerate(cells) if cell]
    twice = any(one == other for one, other in pairwise(cells) if one)
    return len(filled) > 1 and filled[0] == 0 and not twice and len(cells) >= 2 * len(filled)


def _told(reading: _Reading) -> Iterator[Remark]:
    for key, found in (("left_out", reading.left), ("headings", reading.headings)):
        if found:
            rows = ", ".join(found[:_TOLD]) + (" …" if len(found) > _TOLD else "")
            yield Remark(key, {"n": len(found), "rows": rows})
