"""The base map for drawing: land by country and disputed lines, in the drawing frame (longitude −30..330)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from maps.ground import Ground, read_ground


@dataclass(frozen=True)
class Basemap:
    """Land polygons with the ISO alpha-3 code of each ('' where disputed), dashed lines, and their source text."""

    codes: tuple[str, ...]
    land: tuple[BaseGeometry, ...]
    borders: tuple[BaseGeometry, ...]
    ground: Ground

    @property
    def context(self) -> Mapping[str, Mapping[str, Any]]:
        """A label point per country (lon, lat in real degrees)."""
        return self.ground.context

    def __reduce__(self) -> tuple[Callable[..., Basemap], tuple[str, str]]:
        """Between processes go the texts alone, and one that knows them already does not read them again."""
        return _known, (self.ground.text, json.dumps(self.ground.context))

    @cached_property
    def vertices(self) -> NDArray[np.float64]:
        """Every vertex of the land as (lon, lat), for projections that are reused."""
        return np.asarray(shapely.get_coordinates(list(self.land)), dtype=np.float64)


def read_basemap(folder: Path) -> Basemap:
    """Read the base map of a folder (`data/basemap`)."""
    return basemap_of(read_ground(folder))


def basemap_of(ground: Ground) -> Basemap:
    """The base map that a ground describes."""
    parts = json.loads(ground.text)
    codes = tuple(feature["properties"]["id"] or "" for feature in parts["land"]["features"])
    return Basemap(codes, _shapes(parts["land"]), _shapes(parts["borders"]), ground)


@lru_cache(maxsize=2)
def _known(text: str, context: str) -> Basemap:
    return basemap_of(Ground(text, json.loads(context)))


def _shapes(collection: Mapping[str, Any]) -> tuple[BaseGeometry, ...]:
    return tuple(shape(feature["geometry"]) for feature in collection["features"])
