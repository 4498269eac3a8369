"""A list from its bytes to placed rows: every row that comes in goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from atlas.records import Text
from atlas.text.folding import fold, seen
from loaders.lists.entries import ListEntry, ListRow, entries_of
from loaders.lists.formats.csvfile import read_delimited
from loaders.lists.formats.geojson import read_geojson
from loaders.lists.formats.grid import MAX_BYTES, Grid, few_enough
from loaders.lists.formats.headers import Header, find_header
from loaders.lists.formats.iati import read_iati
from loaders.lists.formats.package import Kind, kind_of
from loaders.lists.formats.xlsx import read_xlsx
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


@dataclass(frozen=True)
class Imported:
    """A list that was taken in; `notes` are about the file as a whole."""

    kind: Kind
    lines: tuple[ListRow, ...]
    notes: tuple[Remark, ...]
    organisations: Mapping[str, str]

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
    data: bytes, world: World, organisations: Mapping[str, Text], progress: Progress | None = None
) -> Imported:
    """Reads and places a list; raises ListError when it is none. `progress` is told rows done and rows in all."""
    kind = kind_of(data[: MAX_BYTES + 1])
    limit = MAX_XML if kind == "xml" else MAX_BYTES
    if len(data) > limit:
        raise ListError("too_big", limit=limit // 1_000_000)
    found = _seen(_READERS[kind](data))
    if not found.rows:
        raise ListError("no_rows")
    few_enough(len(found.rows))
    lines = tuple(_lines(found.rows, world, progress))
    names = {fold(name): key for key, text in organisations.items() for name in (key, text.ja, text.en)}
    return Imported(kind, lines, (*found.notes, *world.notes), names)


def _seen(found: ListRows) -> ListRows:
    """The rows without characters that nobody sees, and a note when some had any."""
    rows = [(number, {name: seen(value) for name, value in values.items()}) for number, values in found.rows]
    changed = sum(before != after for before, after in zip(found.rows, rows, strict=True))
    return ListRows(rows, [*found.notes, *([Remark("eased_unseen", {"n": changed})] if changed else [])])


def _lines(rows: list[tuple[int, Values]], world: World, progress: Progress | None) -> Iterator[ListRow]:
    for done, (number, values) in enumerate(rows, start=1):
        yield ListRow(number, values, _placed(values, world))
        if progress and (done % 50 == 0 or done == len(rows)):
            progress(done, len(rows))


def _placed(values: Values, world: World) -> Placement:
    if "repeats" in values:
        return Placement("unplaced", reasons=(Remark("repeats_header"),))
    placement = place_row(values, world)
    said = tuple(Remark(key, {name: values[name]}) for name, key in _SAID.items() if values.get(name))
    return replace(placement, reasons=(*said, *placement.reasons))


def _of_grid(grid: Grid) -> ListRows:
    header = find_header(grid)
    if header is None:
        raise ListError("no_header")
    notes = list(grid.notes)
    if header.unread:
        notes.append(Remark("unread_columns", {"columns": ", ".join(header.unread)[:300]}))
    return ListRows(list(_under(header, grid)), notes)


def _under(header: Header, grid: Grid) -> Iterator[tuple[int, Values]]:
    """The rows under the header; one that repeats it, as at the top of a printed page, is marked."""
    head = next(row.cells for row in grid.rows if row.number == header.row)
    for row in grid.rows:
        if row.number > header.row:
            yield row.number, {"repeats": "1"} if row.cells == head else header.values(row.cells)


def _numbered(rows: Iterable[Values], notes: Iterable[Remark] = ()) -> ListRows:
    return ListRows(list(enumerate(rows, start=1)), list(notes))


_READERS: Final[Mapping[Kind, Callable[[bytes], ListRows]]] = {
    "xlsx": lambda data: _of_grid(read_xlsx(data)),
    "csv": lambda data: _of_grid(read_delimited(data)),
    "geojson": lambda data: _numbered(*read_geojson(data)),
    "xml": lambda data: _numbered(*read_iati(data)),
}
