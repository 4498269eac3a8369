"""The index of the committed catalogue, built as the app builds it."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest

from atlas.index import Index, build_index
from loaders.geojson.reader import read_features, read_organisations


@pytest.fixture(scope="session")
def frame(real_data: Path) -> gpd.GeoDataFrame:
    return read_features(real_data / "initiatives.geojson")


@pytest.fixture(scope="session")
def index(frame: gpd.GeoDataFrame, real_data: Path) -> Index:
    organisations = read_organisations(real_data / "organisations.yml")
    return build_index(frame, organisations)
