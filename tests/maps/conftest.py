"""The committed catalogue as the map takes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest

from atlas import vocab
from atlas.words.phrases import short_names
from loaders.geojson.reader import read_documents, read_features
from maps.payload import payload

Payload = dict[str, Any]
Context = dict[str, dict[str, Any]]


@pytest.fixture(scope="session")
def frame(real_data: Path) -> gpd.GeoDataFrame:
    return read_features(real_data / "initiatives.geojson")


@pytest.fixture(scope="session")
def context(real_data: Path) -> Context:
    found: Context = json.loads((real_data / "basemap" / "context.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="session", params=vocab.LANGS)
def data(request: pytest.FixtureRequest, frame: gpd.GeoDataFrame, context: Context, real_data: Path) -> Payload:
    """What the browser gets, in each language, having been through JSON."""
    names = short_names(read_documents(real_data / "documents.yml"), request.param)
    found: Payload = json.loads(json.dumps(payload(frame, request.param, context, names), allow_nan=False))
    return found
