"""Reads the built GeoJSON and the sources back for the app; a file that is not sound is refused with its faults."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import shape

from atlas.errors import DataError, Problem
from atlas.records import Document, Text
from loaders.catalogue.messages import M, validate
from loaders.catalogue.yamlfile import parse_yaml, read_yaml
from loaders.geojson.domain import domain_problems
from loaders.geojson.schema import PROPERTIES
from loaders.geojson.strict import MAX_PROBLEMS, parse_collection
from loaders.geojson.strictjson import read_bytes


def read_features(
    path: Path, documents: Mapping[str, Document] | None = None, organisations: Collection[str] | None = None
) -> gpd.GeoDataFrame:
    """The features as a frame: the properties and geometry (EPSG:4326, null allowed), index = feature id.

    Text and list columns are objects (None where null), `uncertainty_km` is float. With `documents`, values that no
    vocabulary or source knows are refused too, with `organisations` unknown partners. Raises DataError.
    """
    return parse_features(read_bytes(path), path.name, documents, organisations)


def parse_features(
    data: bytes,
    file: str,
    documents: Mapping[str, Document] | None = None,
    organisations: Collection[str] | None = None,
    notes: list[Problem] | None = None,
) -> gpd.GeoDataFrame:
    """The same of the bytes of a file that messages call `file`; what was mended on the way is added to `notes`."""
    features = parse_collection(data, file, notes=notes)
    if documents is not None and (faults := domain_problems(features, documents, organisations, file)):
        raise DataError(faults[:MAX_PROBLEMS])
    return frame_of(features)


def frame_of(features: Sequence[Mapping[str, Any]]) -> gpd.GeoDataFrame:
    """Sound features as a frame; a property that any of them lacks is no column of it."""
    known = [name for name in PROPERTIES if all(name in feature["properties"] for feature in features)]
    columns = {name: _column(name, [feature["properties"][name] for feature in features]) for name in known}
    shapes = [shape(feature["geometry"]) if feature["geometry"] else None for feature in features]
    frame = gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries(shapes, crs="EPSG:4326"), crs="EPSG:4326")
    frame.index = pd.Index([feature["id"] for feature in features], dtype=object, name="id")
    return frame


def read_documents(path: Path) -> dict[str, Document]:
    """The sources of a `documents.yml`, by key; raises DataError with every problem."""
    return _sound(Document, path.name, *read_yaml(path, path.name))


def parse_documents(data: bytes, file: str) -> dict[str, Document]:
    """The same of the bytes of a file."""
    return _sound(Document, file, *parse_yaml(data, file))


def read_organisations(path: Path) -> dict[str, Text]:
    """The names of an `organisations.yml`, by key; raises DataError with every problem."""
    return _sound(Text, path.name, *read_yaml(path, path.name))


def parse_organisations(data: bytes, file: str) -> dict[str, Text]:
    """The same of the bytes of a file."""
    return _sound(Text, file, *parse_yaml(data, file))


def _sound(model: type[M], file: str, raw: dict[str, Any] | None, problems: list[Problem]) -> dict[str, M]:
    found: dict[str, M] = {}
    for key, value in (raw or {}).items():
        record, faults = validate(model, value, file, (key,))
        problems += faults
        if record is not None:
            found[key] = record
    if problems:
        raise DataError(problems)
    return found


def _column(name: str, values: list[Any]) -> pd.Series[Any]:
    match PROPERTIES[name]:
        case "whole number":
            return pd.Series(values, dtype="int64")
        case "number or null":
            return pd.Series(values, dtype="float64")
        case _:
            return pd.Series(values, dtype=object)
