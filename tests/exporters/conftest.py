"""Extracts of the committed catalogue, as the page and the command make them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import geopandas as gpd
import pytest

from atlas.records import Document, Text
from exporters.extract import Extract
from maps.basemap import Basemap
from tests.extracts import base as read_base
from tests.extracts import edition, extract

Make = Callable[..., Extract]


@pytest.fixture(scope="session")
def documents() -> Mapping[str, Document]:
    return edition().documents


@pytest.fixture(scope="session")
def organisations() -> Mapping[str, Text]:
    return edition().organisations


@pytest.fixture(scope="session")
def frame() -> gpd.GeoDataFrame:
    return edition().frame


@pytest.fixture(scope="session")
def base() -> Basemap:
    return read_base()


@pytest.fixture(scope="session")
def make() -> Make:
    """`make(Filter(...), lang="ja", by="initiatives")`; `sites` takes the place of the catalogue."""
    return extract
