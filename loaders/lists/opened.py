"""A packed list as a page needs it, and its files; apart from `opening.py`, which has no room for pandas."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

import geopandas as gpd
import pandas as pd

from atlas.index import Index, build_index
from atlas.vocab import Lang
from loaders.geojson.reader import frame_of
from loaders.lists.entries import ListEntry
from loaders.lists.formats.headers import ListColumn
from loaders.lists.opening import Packed, Progress
from loaders.lists.output.features import feature, geojson
from loaders.lists.output.files import catalogue_zip
from loaders.lists.output.report import report_csv
from loaders.lists.remark import Remark

_BLOCK: Final = 500  # rows; another thread has its turn after each


@dataclass(frozen=True)
class Opened:
    """A list as a page needs it: every row in the atlas's terms, as a site of a frame, and the frame's index.

    `drawn` is what a map was sent of it, by language.
    """

    notes: tuple[Remark, ...]
    entries: list[ListEntry]
    frame: gpd.GeoDataFrame
    index: Index
    columns: tuple[ListColumn, ...] = ()
    drawn: dict[Lang, str] = field(default_factory=dict)

    @cached_property
    def places(self) -> dict[int, int]:
        """Where in `entries` each row stands."""
        return {entry.line.number: index for index, entry in enumerate(self.entries)}


def unpack(packed: Packed, choices: Mapping[int, int]) -> Opened:
    """Opens a list with the candidates that a person chose, by row."""
    found = packed.imported().settled(choices)
    entries = found.entries()
    frame = frame_of([feature(entry, "en") for entry in entries])
    return Opened(found.notes, entries, frame, build_index(frame, {}), found.columns)


def folded(packed: Packed, choices: Mapping[int, int], progress: Progress) -> list[bytes]:
    """The same in few bytes, for who opens it elsewhere: in pieces, so that nobody there waits for long."""
    found = unpack(packed, choices)
    parts = [slice(at, at + _BLOCK) for at in range(0, len(found.entries), _BLOCK)]
    blocks = [(found.entries[part], found.frame.iloc[part]) for part in parts]
    return [zlib.compress(pickle.dumps(one, 5), 1) for one in (found.notes, found.index, found.columns, *blocks)]


def unfolded(pieces: Sequence[bytes]) -> Opened:
    """A list from those pieces, which are our own."""
    notes, index, columns, *blocks = (pickle.loads(zlib.decompress(one)) for one in pieces)
    entries = [entry for block, _ in blocks for entry in block]
    return Opened(notes, entries, pd.concat([frame for _, frame in blocks]), index, columns)


def file_of(packed: Packed, choices: Mapping[int, int], name: str, lang: Lang, today: date) -> bytes:
    """A file to take away: `placed.geojson`, `catalogue.zip` or `report.csv`."""
    entries = packed.imported().settled(choices).entries()
    if name == "catalogue.zip":
        return catalogue_zip(entries, lang, today)
    return geojson(entries, lang) if name == "placed.geojson" else report_csv(entries, lang)
