"""A list read and placed in a process of its own, and packed small for the session that keeps it."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from atlas.records import Text
from loaders.lists.entries import Entry
from loaders.lists.importing import Imported, import_list
from loaders.lists.package import Kind
from loaders.lists.world import World, read_world

if TYPE_CHECKING:
    import geopandas as gpd

    from atlas.index import Index

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

    imported: Imported
    entries: list[Entry]
    frame: gpd.GeoDataFrame
    index: Index


def pack(data: bytes, folder: Path, organisations: Mapping[str, Text], progress: Progress) -> Packed:
    """Reads and places a list with the world of a data folder; raises ListError when it is none."""

    def tell(done: int, rows: int) -> None:
        progress(done / rows, f"{done} / {rows}")

    found = import_list(data, _world(folder), organisations, tell)
    counts: Counter[str] = Counter(line.placement.outcome for line in found.lines)
    return Packed(found.kind, len(found.lines), dict(counts), zlib.compress(pickle.dumps(found, 5), 1))


@cache
def _world(folder: Path) -> World:
    return read_world(folder)


def unpack(packed: Packed, choices: Mapping[int, int]) -> Opened:
    """Opens a list with the candidates that a person chose, by row."""
    from atlas.index import build_index
    from loaders.geojson import parse_features
    from loaders.lists.features import collection

    found = packed.imported().settled(choices)
    entries = found.entries()
    frame = parse_features(collection(entries, "en"), "list")
    return Opened(found, entries, frame, build_index(frame, {}))
