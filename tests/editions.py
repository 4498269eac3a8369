"""Editions made from the committed GeoJSON by changing pieces of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import geopandas as gpd

from loaders.editions.released import read_edition
from tests import catalogue

Feature = dict[str, Any]
Features = dict[str, Feature]
PLACED = "palau-airport"


def features() -> Features:
    """The committed features by id, to change."""
    return {feature["id"]: feature for feature in copy.deepcopy(catalogue.FEATURES)}


def raw(found: Features) -> bytes:
    """Features as a GeoJSON file."""
    collection = {"type": "FeatureCollection", "features": list(found.values())}
    return json.dumps(collection, ensure_ascii=False).encode()


def frame(found: Features) -> gpd.GeoDataFrame:
    """Features as an edition, read once however often the same is asked for."""
    return _read(raw(found))


@lru_cache(8)
def _read(data: bytes) -> gpd.GeoDataFrame:
    return read_edition(data, "edition.geojson")


def changed(change: Callable[[Features], object]) -> gpd.GeoDataFrame:
    """The committed edition after a change."""
    found = features()
    change(found)
    return frame(found)


def first(found: Features, **wanted: Any) -> Feature:
    """The first feature with some properties."""
    return next(one for one in found.values() if wanted.items() <= one["properties"].items())


def of(found: Features, initiative: str) -> list[Feature]:
    """The features of an initiative."""
    return [one for one in found.values() if one["properties"]["initiative"] == initiative]


def put(feature: Feature, lon: float, lat: float) -> None:
    """Move a feature to a point."""
    feature["geometry"] = {"type": "Point", "coordinates": [lon, lat]}
    feature.pop("bbox", None)
