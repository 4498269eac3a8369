"""An edition in memory with the features as they stand in the file, searched by filter and box."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from atlas.edition import Edition
from atlas.filter import Filter
from atlas.geo.box import Box, parts
from loaders.stores.base import Allowed, Contents, known
from loaders.stores.edition import assembled, parts_of
from loaders.stores.lines import line_of


@dataclass(frozen=True, eq=False)
class Held:
    """The features in the order of the file, and the edition that they make."""

    contents: Contents
    features: Sequence[Mapping[str, Any]]
    edition: Edition

    @cached_property
    def order(self) -> list[int]:
        """For each row of the edition where its feature stands in the file."""
        places = {feature["id"]: place for place, feature in enumerate(self.features)}
        return [places[id_] for id_ in self.edition.frame.index]

    def allowed(self) -> Allowed:
        """The codes that occur, by facet."""
        return self.edition.index.allowed()

    def places(self, filter_: Filter, box: Box | None) -> list[int]:
        """Where the features stand in the file that a filter shows and a box touches."""
        mask = self.edition.index.select(known(filter_, self.allowed()))
        if box is not None:
            shapes = self.edition.frame.geometry.to_numpy()
            mask = mask & np.logical_or.reduce([shapely.intersects(shapes, part) for part in parts(box)])
        return sorted(self.order[row] for row in np.flatnonzero(mask))

    def select(self, filter_: Filter, box: Box | None) -> list[str]:
        """The ids of those features."""
        return [str(self.features[place]["id"]) for place in self.places(filter_, box)]

    def lines(self, filter_: Filter, box: Box | None) -> Iterator[str]:
        """Those features, one line each."""
        return (line_of(self.features[place]) for place in self.places(filter_, box))


def held_of(contents: Contents) -> Held:
    """Read and index an edition; raises DataError with what is not sound."""
    found = parts_of(contents)
    return Held(contents, found.features, assembled(contents, found))
