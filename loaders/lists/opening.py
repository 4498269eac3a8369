"""A list read and placed in a process of its own, and packed small for the session that keeps it."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from atlas.records import Text
from atlas.vocab import Lang
from loaders.lists.entries import Entry
from loaders.lists.features import feature, geojson
from loaders.lists.importing import Imported, import_list
from loaders.lists.output import catalogue_zip
from loaders.lists.package import Kind
from loaders.lists.places import index_path
from loaders.lists.report import report_csv
from loaders.lists.said import Said
from loaders.lists.world import World, read_world

if TYPE_CHECKING:
    import geopandas as gpd

    from atlas.index import Index

_BLOCK: Final = 500  # rows; another thread has its turn after each
DATA: Final = Path(__file__).resolve().parents[2] / "data"
Progress = Callable[[float, str], None]


class Packed(NamedTuple):
    """A list that was taken in, as few bytes; `counts` is how many rows ended in each way."""

    kind: Kind
    rows: int
    counts: Mapping[str, int]
    data: bytes

    def imported(self) -> Imported:
        """The list itself."""
        found: Imported = pickle.loads(zlib.decompress(self.data))
        return found


@dataclass(frozen=True)
class Opened:
    """A list as a page needs it: every row in the atlas's terms, as a site of a frame, and the frame's index."""

    notes: tuple[Said, ...]
    entries: list[Entry]
    frame: gpd.GeoDataFrame
    index: Index

    @cached_property
    def places(self) -> dict[int, int]:
        """Where in `entries` each row stands."""
        return {entry.line.number: index for index, entry in enumerate(self.entries)}


def pack(data: bytes, folder: Path, organisations: Mapping[str, Text], progress: Progress) -> Packed:
    """Reads and places a list with the world of a data folder; raises ListError when it is none."""

    def tell(done: int, rows: int) -> None:
        progress(done / rows, f"{done} / {rows}")

    found = import_list(data, _world(folder), organisations, tell)
    counts: Counter[str] = Counter(line.placement.outcome for line in found.lines)
    return Packed(found.kind, len(found.lines), dict(counts), zlib.compress(pickle.dumps(found, 5), 1))


def warm() -> None:
    """Have the project's own world ready, unless the index of places is yet to be made."""
    if index_path().is_file():
        _world(DATA)


@cache
def _world(folder: Path) -> World:
    return read_world(folder)


def unpack(packed: Packed, choices: Mapping[int, int]) -> Opened:
    """Opens a list with the candidates that a person chose, by row."""
    from atlas.index import build_index
    from loaders.geojson import frame_of

    found = packed.imported().settled(choices)
    entries = found.entries()
    frame = frame_of([feature(entry, "en") for entry in entries])
    return Opened(found.notes, entries, frame, build_index(frame, {}))


def folded(packed: Packed, choices: Mapping[int, int], progress: Progress) -> list[bytes]:
    """The same in few bytes, for who opens it elsewhere: in pieces, so that nobody there waits for long."""
    found = unpack(packed, choices)
    blocks = [found.entries[at : at + _BLOCK] for at in range(0, len(found.entries), _BLOCK)]
    return [zlib.compress(pickle.dumps(one, 5), 1) for one in (found.notes, found.frame, found.index, *blocks)]


def unfolded(pieces: Sequence[bytes]) -> Opened:
    """A list from those pieces, which are our own."""
    notes, frame, index, *blocks = (pickle.loads(zlib.decompress(one)) for one in pieces)
    return Opened(notes, [entry for block in blocks for entry in block], frame, index)


def file_of(packed: Packed, choices: Mapping[int, int], name: str, lang: Lang, today: date) -> bytes:
    """A file to take away: `placed.geojson`, `catalogue.zip` or `report.csv`."""
    entries = packed.imported().settled(choices).entries()
    if name == "catalogue.zip":
        return catalogue_zip(entries, lang, today)
    return geojson(entries, lang) if name == "placed.geojson" else report_csv(entries, lang)
