"""GeoPackage: the features and their sources as layers; sites without a place are rows without geometry."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import pyogrio

from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.geo.geojson import metadata, properties
from exporters.tables.columns import table

_READABLE: Final = {
    "title": "title", "focus": "focus", "places": "places", "precision": "precision_name", "region": "region_name",
}  # fmt: skip
_SOURCES: Final = ("key", "publisher", "title", "date", "address", "read")


def frame(extract: Extract) -> gpd.GeoDataFrame:
    """The export as a frame: readable columns first, then the properties; lists joined, objects as JSON."""
    readable = table(extract, _READABLE)
    entries = extract.entries()
    rows = [
        {"feature_id": entry.id}
        | {_READABLE[key]: value for key, value in words.items()}
        | {name: _flat(value) for name, value in properties(entry, extract).items()}
        for entry, words in zip(entries, readable, strict=True)
    ]
    shapes = gpd.GeoSeries([entry.geometry for entry in entries], crs="EPSG:4326")
    return gpd.GeoDataFrame(_typed(rows, extract), geometry=shapes, crs="EPSG:4326")


def gpkg_bytes(extract: Extract) -> bytes:
    """A GeoPackage with the layer of the features and a table of their sources."""
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": extract.stamp().strftime("%Y-%m-%dT%H:%M:%S.000Z")})
    about = {"IDENTIFIER": f"{t(extract.lang, 'name')}: {extract.words()}", "DESCRIPTION": about_text(extract)}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "atlas.gpkg"
        features = frame(extract)
        pyogrio.write_dataframe(features, path, layer=extract.by, driver="GPKG", layer_options=about)
        pyogrio.write_dataframe(_sources(extract), path, layer="sources", driver="GPKG")
        return path.read_bytes()


def about_text(extract: Extract) -> str:
    """What the file shows and what is to be said with it, in lines."""
    data = metadata(extract)
    edition = f"{t(extract.lang, 'foot_edition')} {data['edition']}"
    return "\n".join([data["filter"], data["counts"], edition, *data["boundaries"], *data["attributions"]])


def _sources(extract: Extract) -> pd.DataFrame:
    rows = [{"key": key, **one} for key, one in metadata(extract)["sources"].items()]
    return pd.DataFrame(rows, columns=list(_SOURCES), dtype=object)


def _flat(value: Any) -> Any:
    if isinstance(value, list):
        texts = all(isinstance(item, str) for item in value)
        return ",".join(value) if texts else json.dumps(value, ensure_ascii=False)
    return value


def _typed(rows: list[dict[str, Any]], extract: Extract) -> pd.DataFrame:
    """Text and JSON stay objects even where a column is empty, so that it keeps its type in the file."""
    names = rows[0] if rows else ["feature_id", *_READABLE.values(), *extract.sites.columns.drop("geometry")]
    found = pd.DataFrame(rows, columns=list(names), dtype=object)
    kinds = {name: extract.sites[name].dtype for name in found if name in extract.sites}
    return found.astype({name: kind for name, kind in kinds.items() if kind.kind != "O"})
