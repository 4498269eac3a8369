"""A list read and placed in a process of its own, and packed small for the session that keeps it."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from atlas.records import Text
from loaders.lists.formats.headers import Own
from loaders.lists.formats.package import Kind
from loaders.lists.importing import Imported, import_list
from loaders.lists.placing.gazetteer import index_path
from loaders.lists.placing.world import World, read_world

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


def pack(
    data: bytes, folder: Path, organisations: Mapping[str, Text], progress: Progress, own: Own | None = None
) -> Packed:
    """Reads and places a list with the world of a data folder; raises ListError when it is none.

    `own` has the fields that a person gave to columns.
    """

    def tell(done: int, rows: int) -> None:
        progress(done / rows, f"{done} / {rows}")

    found = import_list(data, _world(folder), organisations, tell, own)
    counts: Counter[str] = Counter(line.placement.outcome for line in found.lines)
    return Packed(found.kind, len(found.lines), dict(counts), zlib.compress(pickle.dumps(found, 5), 1))


def warm() -> None:
    """Have the project's own world ready, unless the index of places is yet to be made."""
    if index_path().is_file():
        _world(DATA)


@cache
def _world(folder: Path) -> World:
    return read_world(folder)
