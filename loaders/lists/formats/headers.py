"""Finds the header of a list, of one row or two, and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from loaders.lists.cells.amounts import MoneyUnit, unit_of
from loaders.lists.formats.columns import ColumnMeaning, column_of, key_of
from loaders.lists.formats.grid import Grid, Row

SEARCHED: Final = 40  # rows in which a header is looked for
_TELLING: Final = frozenset({"title", "title_ja", "title_en", "country", "place", "area", "lat", "lon", "coordinates"})
# Of several columns of one field all count, or each where the one before is empty; of any other field only the first.
_JOINED: Final = frozenset({"themes", "instruments", "partners", "note"})
_ANY: Final = frozenset(
    {"title", "title_ja", "title_en", "summary", "country", "place", "area", "region", "coordinates"}
)
# Names that say something only under the one above them.
_PARTS: Final = re.compile(
    r"開始|終了|始期|終期|自|至|名称?|コード|和文?|英文?|日本語|英語|番号|種別|"
    r"start|end|from|to|name|code|date|year|amount|type|english|japanese|id",
    re.IGNORECASE,
)
_LONGEST: Final = 80  # characters of a column's name
Own = Mapping[str, str]  # the field that a person gave to a column, by the key of its name; "" for none


class Header(NamedTuple):
    """A header: its last row, the names of its columns, the field of each that has one, in what its amounts count."""

    row: int
    names: tuple[str, ...]
    fields: dict[int, str]
    order: tuple[int, ...]
    unit: str = ""

    @property
    def unread(self) -> tuple[str, ...]:
        """The names of the columns that no field takes."""
        return tuple(dict.fromkeys(name for at, name in enumerate(self.names) if name and at not in self.fields))

    def values(self, cells: Sequence[str]) -> dict[str, str]:
        """A row's values by field."""
        found: dict[str, str] = {}
        for column in self.order:
            field, cell = self.fields[column], cells[column] if column < len(cells) else ""
            if cell and field in _JOINED and found.get(field, cell) != cell:
                found[field] += f"; {cell}"
            elif cell and field not in found:
                found[field] = cell
                if field == "amount":
                    found |= self._unit(self.names[column])
        return found

    def _unit(self, name: str) -> dict[str, str]:
        unit = name if unit_of(name) != MoneyUnit() else self.unit
        return {"unit": unit} if unit else {}


class ListColumn(NamedTuple):
    """A column of a list: its name, the field that it is read as, empty for none, and what one of its cells has."""

    name: str
    field: str
    example: str


def columns_of(header: Header, grid: Grid) -> list[ListColumn]:
    """Every named column of a list."""
    under = [row.cells for row in grid.rows if row.number > header.row][:SEARCHED]
    examples = [
        next((cells[at] for cells in under if at < len(cells) and cells[at]), "") for at in range(len(header.names))
    ]
    return [
        ListColumn(name, header.fields.get(at, ""), examples[at][:_LONGEST])
        for at, name in enumerate(header.names)
        if name
    ]


def find_header(grid: Grid, own: Own | None = None) -> Header | None:
    """The row that names the most columns, the lower of two equal neighbours; None without one."""
    best: tuple[tuple[bool, int], Header] | None = None
    rows = grid.rows[:SEARCHED]
    for at, row in enumerate(rows):
        above = rows[at - 1] if at and rows[at - 1].number == row.number - 1 else None
        header = _read(row.number, _names(row, above), own or {})
        score = _score(header, own or {})
        if score is None:
            continue
        if best is None or score > best[0] or (score == best[0] and row.number == best[1].row + 1):
            best = (score, header)
    return best[1]._replace(unit=_above(rows, best[1].row)) if best else None


def likely_columns(grid: Grid) -> list[ListColumn]:
    """The columns of the first row that may be a header though none of its names is understood; none without one."""
    for row in grid.rows[:SEARCHED]:
        names = [cell for cell in row.cells if cell]
        if len(set(names)) > 1 and not any(len(name) > _LONGEST or re.fullmatch(r"[\W\d_]*", name) for name in names):
            return columns_of(Header(row.number, row.cells, {}, ()), grid)
    return []


def properties(values: Mapping[str, str], own: Own | None = None) -> dict[str, str]:
    """The values of an object whose keys name fields, as a GeoJSON feature's properties do."""
    names = list(values)
    return _read(0, tuple(names), own or {}).values([values[name] for name in names])


def _score(header: Header, own: Own) -> tuple[bool, int] | None:
    """How much of a list a header makes: whether it tells what and where, then how many fields it has."""
    fields = set(header.fields.values())
    telling = len(_TELLING & fields)
    given = any(own.get(key_of(name)) for name in header.names)
    if not telling or (telling < 2 and len(fields) < 3 and not given):
        return None
    return telling > 1, len(fields)


def _read(number: int, names: tuple[str, ...], own: Own) -> Header:
    found = {at: column for at, name in enumerate(names) if (column := _column(name, own))}
    order = sorted(found, key=lambda at: (found[at].rank, at))
    kept: dict[int, str] = {}
    for at in order:
        field = found[at].field
        if field in _JOINED | _ANY or field not in kept.values():
            kept[at] = field
    return Header(number, names, dict(sorted(kept.items())), tuple(at for at in order if at in kept))


def _column(name: str, own: Own) -> ColumnMeaning | None:
    if len(name) > _LONGEST:
        return None
    given = own.get(key_of(name))
    return column_of(name) if given is None else ColumnMeaning(given, -1) if given else None


def _names(row: Row, above: Row | None) -> tuple[str, ...]:
    """The names of a row, those of the row above it with it where the two make one header."""
    if above is None or not _second(row.cells, above.cells):
        return row.cells
    return tuple(_together(upper, lower) for upper, lower in _pairs(row.cells, above.cells))


def _pairs(cells: Sequence[str], above: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Upper and lower name of each column; an upper one stands for those to its right that have none."""
    upper = ""
    for at in range(max(len(cells), len(above))):
        lower = cells[at] if at < len(cells) else ""
        own = above[at] if at < len(above) else ""
        upper = own or (upper if lower else "")
        yield upper, lower


def _together(upper: str, lower: str) -> str:
    part = lower and upper != lower and (_PARTS.fullmatch(lower) or not column_of(lower))
    return f"{upper} {lower}".strip() if part else lower or upper


def _second(cells: Sequence[str], above: Sequence[str]) -> bool:
    """Whether a row is the second of a header: it holds names, and leaves to the row above what that has."""
    told = [cell for at, cell in enumerate(cells) if cell and (at >= len(above) or cell != above[at])]
    known = [cell for cell in told if column_of(cell) or _PARTS.fullmatch(cell)]
    upper = {cell for cell in above if cell and column_of(cell)}
    return len(upper) > 1 and bool(known) and len(known) * 2 > len(told) and not any(cell.isdigit() for cell in told)


def _above(rows: Sequence[Row], number: int) -> str:
    """In what the amounts of a list count, where that stands over it: （単位：百万円）."""
    cells = (cell for row in rows if row.number < number for cell in row.cells if len(cell) <= _LONGEST)
    return next((cell for cell in cells if unit_of(cell) != MoneyUnit() and re.search(r"単位|\bunit|\bin\b", cell)), "")
