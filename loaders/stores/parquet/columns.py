"""The columns of GeoParquet: the properties of a feature with their types, its id and its geometry as WKB."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import shapely
from shapely.geometry import mapping, shape

from loaders.geojson.schema import PROPERTIES, STEP, Kind
from loaders.stores.lines import assembled

GEOMETRY: Final = "geometry"
_TYPES: Final[Mapping[Kind, pa.DataType]] = {
    "text": pa.string(), "text or null": pa.string(), "whole number": pa.int64(), "whole number or null": pa.int64(),
    "number or null": pa.float64(), "yes or no": pa.bool_(), "texts": pa.list_(pa.string()),
}  # fmt: skip
_STEPS: Final = pa.list_(pa.struct([(name, _TYPES[kind]) for name, kind in STEP.items()]))
COLUMNS: Final[Mapping[str, pa.DataType]] = {
    "id": pa.string(), **{name: _TYPES.get(kind, _STEPS) for name, kind in PROPERTIES.items()},
}  # fmt: skip


def frame_of_columns(features: Sequence[Mapping[str, Any]]) -> gpd.GeoDataFrame:
    """Normal features as a frame whose columns keep their Arrow types, also where a column is empty."""
    rows = [{"id": feature["id"], **feature["properties"]} for feature in features]
    columns = {
        name: pd.Series(pd.arrays.ArrowExtensionArray(pa.array([row[name] for row in rows], kind)))
        for name, kind in COLUMNS.items()
    }
    shapes = [shape(feature["geometry"]) if feature["geometry"] else None for feature in features]
    return gpd.GeoDataFrame(columns, geometry=gpd.GeoSeries(shapes, crs="EPSG:4326"), crs="EPSG:4326")


def features_of(batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
    """The features in some rows; raises KeyError, TypeError or a shapely error for what is none."""
    rows = batch.select([*COLUMNS, GEOMETRY]).to_pylist()
    for row in rows:
        key, wkb = row.pop("id"), row.pop(GEOMETRY)
        steps = [{**step, "amount": _plain(step["amount"])} for step in row["milestones"]]
        properties = {name: _plain(value) for name, value in row.items()} | {"milestones": steps}
        yield assembled(key, _mapping(wkb), properties)


def _mapping(wkb: bytes | None) -> dict[str, Any] | None:
    return dict(mapping(shapely.from_wkb(wkb))) if wkb is not None else None


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value
