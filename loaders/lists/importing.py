"""A list from its bytes to placed rows: every row that comes in goes out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from atlas.records import Text
from atlas.text.folding import fold, seen
from loaders.lists.entries import ListEntry, ListRow, entries_of
from loaders.lists.formats.csvfile import read_delimited
from loaders.lists.formats.geojson import read_geojson
from loaders.lists.formats.grid import MAX_BYTES, Grid, few_enough
from loaders.lists.formats.headers import ListColumn, Own, columns_of, find_header, likely_columns
from loaders.lists.formats.iati.activities import read_iati
from loaders.lists.formats.listed import listed
from loaders.lists.formats.package import Kind, kind_of
from loaders.lists.formats.sheets import ListSheet
from loaders.lists.formats.wkt import with_shape
from loaders.lists.formats.xlsx import read_xlsx
from loaders.lists.placing.naming.countrynames import read_countries
from loaders.lists.placing.placement import Placement
from loaders.lists.placing.resolve import place_row
from loaders.lists.placing.world import World
from loaders.lists.remark import ListError, Remark

MAX_XML: Final = 200_000_000
# What a reader has to say of a row, by the value in which it says it.
_SAID: Final = {"fault": "fault", "codes": "place_codes", "stands": "place_stands"}
Progress = Callable[[int, int], None]
Values = dict[str, str]


class ListRows(NamedTuple):
    """The rows of a list by number, each with its values by field, and what is to be said about reading them."""

    rows: list[tuple[int, Values]]
    notes: list[Remark]
    columns: tuple[ListColumn, ...] = ()


@dataclass(frozen=True)
class Imported:
    """A list that was taken in; `notes` are about the file as a whole."""

    kind: Kind
    lines: tuple[ListRow, ...]
    notes: tuple[Remark, ...]
    organisations: Mapping[str, str]
    columns: tuple[ListColumn, ...] = ()

    def entries(self) -> list[ListEntry]:
        """The rows in the atlas's terms."""
        return entries_of(self.lines, self.organisations)

    def settled(self, choices: Mapping[int, int]) -> Imported:
        """The same list, some of its rows (by number) placed at a candidate that a person chose."""
        lines = (
            replace(line, placement=line.placement.chosen(choices[line.number])) if line.number in choices else line
            for line in self.lines
        )
        return replace(self, lines=tuple(lines))


def import_list(
    data: bytes, world: World, organisations: Mapping[str, Text], progress: Progress | None = None,
    own: Own | None = None,
) -> Imported:  # fmt: skip
    """Reads and places a list; raises ListError when it is none. `progress` is told rows done and rows in all.

    `own` has the fields that a person gave to columns whose names are not understood.
    """
    kind = kind_of(data[: MAX_BYTES + 1])
    limit = MAX_XML if kind == "xml" else MAX_BYTES
    if len(data) > limit:
        raise ListError("too_big", limit=limit // 1_000_000)
    found = _seen(_READERS[kind](data, own or {}))
    if not found.rows:
        raise ListError("no_rows")
    few_enough(len(found.rows))
    lines = tuple(_lines(found.rows, world, progress))
    names = {fold(name): key for key, text in organisations.items() for name in (key, text.ja, text.en)}
    return Imported(kind, lines, (*found.notes, *world.notes), names, found.columns)


def _seen(found: ListRows) -> ListRows:
    """The rows without characters that nobody sees, and a note when some had any."""
    rows = [(number, {name: seen(value) for name, value in values.items()}) for number, values in found.rows]
    changed = sum(before != after for before, after in zip(found.rows, rows, strict=True))
    return found._replace(
        rows=rows, notes=[*found.notes, *([Remark("eased_unseen", {"n": changed})] if changed else [])]
    )


def _lines(rows: list[tuple[int, Values]], world: World, progress: Progress | None) -> Iterator[ListRow]:
    for done, (number, values) in enumerate(rows, start=1):
        yield ListRow(number, values, _placed(values, world))
        if progress and (done % 50 == 0 or done == len(rows)):
            progress(done, len(rows))


def _placed(values: Values, world: World) -> Placement:
    if "repeats" in values:
        return Placement("unplaced", reasons=(Remark("repeats_header"),))
    placement = place_row(values, world)
    said = [Remark(key, {name: values[name]}) for name, key in _SAID.items() if values.get(name)]
    said += [Remark("country_above", {"text": values["above"][:80]})] if values.get("above") else []
    return replace(placement, reasons=(*said, *placement.reasons)) if said else placement


def _of_sheets(sheets: Sequence[ListSheet], own: Own) -> ListRows:
    """The rows of one sheet or of several, whose rows then have numbers apart: the second's 3 is 103."""
    rows, notes, columns = list[tuple[int, Values]](), list[Remark](), list[ListColumn]()
    apart = 10 ** len(str(max((row.number for one in sheets for row in one.grid.rows), default=0)))
    for at, (title, grid) in enumerate(sheets):
        header = find_header(grid, own)
        if header is None:
            raise _no_header(grid)
        found, told = listed(header, grid, title if len(read_countries(title).codes) == 1 else "")
        rows += [(at * apart + number, with_shape(values)) for number, values in found]
        notes += [*grid.notes, *told]
        columns += columns_of(header, grid)
    return ListRows(
        rows, [*notes, *_unread(columns)], tuple({one.name: one for one in reversed(columns)}.values())[::-1]
    )


def _no_header(grid: Grid) -> ListError:
    """What is said, with the columns that a person may say the meaning of."""
    columns = likely_columns(grid)
    if not columns:
        return ListError("no_header")
    told = {"names": [one.name for one in columns], "examples": [one.example for one in columns]}
    return ListError("columns_unknown", columns=", ".join(told["names"])[:300], told=json.dumps(told))


def _unread(columns: Iterable[ListColumn]) -> Iterator[Remark]:
    names = list(dict.fromkeys(one.name for one in columns if not one.field))
    if names:
        yield Remark("unread_columns", {"columns": ", ".join(names)[:300]})


def _numbered(rows: Iterable[Values], notes: Iterable[Remark] = ()) -> ListRows:
    return ListRows(list(enumerate(rows, start=1)), list(notes))


_READERS: Final[Mapping[Kind, Callable[[bytes, Own], ListRows]]] = {
    "xlsx": lambda data, own: _of_sheets(read_xlsx(data, own), own),
    "csv": lambda data, own: _of_sheets([ListSheet("", read_delimited(data))], own),
    "geojson": lambda data, own: _numbered(*read_geojson(data, own)),
    "xml": lambda data, own: _numbered(*read_iati(data)),
}
