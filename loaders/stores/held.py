"""An edition in memory: read strictly, indexed, and searched by filter and box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from atlas.box import Box, parts
from atlas.errors import DataError, Problem
from atlas.filter import Filter
from atlas.index import Index, build_index
from loaders.domain import domain_problems
from loaders.geojson import frame_of, parse_documents, parse_organisations
from loaders.stores.base import DOCUMENTS, FEATURES, ORGANISATIONS, Allowed, Contents, known
from loaders.stores.lines import line_of
from loaders.strict import MAX_PROBLEMS, parse_collection


@dataclass(frozen=True, eq=False)
class Held:
    """The features as they stand in the file, a row each in the frame and in the index; `notes`: what was mended."""

    contents: Contents
    features: Sequence[Mapping[str, Any]]
    frame: gpd.GeoDataFrame
    index: Index
    notes: Sequence[Problem]

    def allowed(self) -> Allowed:
        """The codes that occur, by facet."""
        return self.index.allowed()

    def rows(self, filter_: Filter, box: Box | None) -> list[int]:
        """The rows that a filter shows and a box touches."""
        mask = self.index.select(known(filter_, self.allowed()))
        if box is not None:
            shapes = self.frame.geometry.to_numpy()
            mask = mask & np.logical_or.reduce([shapely.intersects(shapes, part) for part in parts(box)])
        return [int(row) for row in np.flatnonzero(mask)]

    def select(self, filter_: Filter, box: Box | None) -> list[str]:
        """The ids of those rows."""
        return [str(self.features[row]["id"]) for row in self.rows(filter_, box)]

    def lines(self, filter_: Filter, box: Box | None) -> Iterator[str]:
        """The features of those rows, one line each."""
        return (line_of(self.features[row]) for row in self.rows(filter_, box))


def held_of(contents: Contents) -> Held:
    """Read and index an edition; raises DataError with what is not sound."""
    documents = parse_documents(contents[DOCUMENTS], DOCUMENTS)
    organisations = parse_organisations(contents[ORGANISATIONS], ORGANISATIONS)
    notes: list[Problem] = []
    features = parse_collection(contents[FEATURES], FEATURES, notes=notes)
    if faults := domain_problems(features, documents, organisations, FEATURES):
        raise DataError(faults[:MAX_PROBLEMS])
    frame = frame_of(features)
    return Held(contents, features, frame, build_index(frame, organisations), notes)
