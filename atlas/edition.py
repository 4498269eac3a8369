"""One edition of the data, whole: what pages, exports and stores all work on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np

from atlas.errors import Problem
from atlas.index import Index, Mask
from atlas.progress.rates import Releases
from atlas.records import Document, Text


class EditionId(NamedTuple):
    """Which data this is: the day of its newest source if known, and the start of the file's SHA-256."""

    date: str | None
    digest: str


class EditionThen(NamedTuple):
    """An edition released before: what it is called, its day, its features, which may lack columns of today."""

    name: str
    date: str | None
    frame: gpd.GeoDataFrame


@dataclass(frozen=True, eq=False)
class Edition:
    """The sites in the order of the documents with their index, the sources, the partners, the exchange rates.

    `digests` has the SHA-256 of every file that it was made of, `notes` what was mended while reading.
    """

    frame: gpd.GeoDataFrame
    index: Index
    documents: Mapping[str, Document]
    organisations: Mapping[str, Text]
    rates: Releases
    id: EditionId
    digests: Mapping[str, str]
    notes: tuple[Problem, ...]

    @cached_property
    def key(self) -> str:
        """One word for all digests: what caches tell editions apart by."""
        return hashlib.sha256(repr(sorted(self.digests.items())).encode()).hexdigest()

    @cached_property
    def _rows(self) -> list[dict[Any, Any]]:
        return self.frame.to_dict("records")  # type: ignore[no-any-return]

    def rows(self, mask: Mask) -> list[dict[Any, Any]]:
        """The sites of a mask, each with its columns by name; never to be changed."""
        return [self._rows[number] for number in np.flatnonzero(mask)]

    def initiatives(self) -> gpd.GeoDataFrame:
        """One row an initiative: its first site."""
        return self.frame[~self.frame["initiative"].duplicated()]
