"""Extracts of the committed catalogue, as the page and the command make them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import geopandas as gpd
import pytest

from atlas.filter import Filter
from atlas.index import build_index
from atlas.order import in_document_order
from atlas.records import Document, Text
from atlas.vocab import Lang
from exporters.extract import By, Extract
from loaders.geojson import edition, read_documents, read_features, read_organisations

Make = Callable[..., Extract]


@pytest.fixture(scope="session")
def documents(real_data: Path) -> Mapping[str, Document]:
    return read_documents(real_data / "documents.yml")


@pytest.fixture(scope="session")
def organisations(real_data: Path) -> Mapping[str, Text]:
    return read_organisations(real_data / "organisations.yml")


@pytest.fixture(scope="session")
def frame(real_data: Path, documents: Mapping[str, Document]) -> gpd.GeoDataFrame:
    frame = read_features(real_data / "initiatives.geojson")
    return frame.iloc[in_document_order(frame, documents)]


@pytest.fixture(scope="session")
def make(
    frame: gpd.GeoDataFrame, documents: Mapping[str, Document], organisations: Mapping[str, Text], real_data: Path
) -> Make:
    """`make(Filter(...), lang="ja", by="initiatives")`; `sites` takes the place of the catalogue."""
    stamp = edition(real_data / "initiatives.geojson", documents)
    whole = build_index(frame, organisations)

    def extract(
        filter_: Filter | None = None, lang: Lang = "en", by: By = "sites", sites: gpd.GeoDataFrame | None = None
    ) -> Extract:
        rows, index = (frame, whole) if sites is None else (sites, build_index(sites, organisations))
        found = rows[index.select(filter_ or Filter())]
        return Extract(found, filter_ or Filter(), lang, by, documents, organisations, stamp.date, stamp.digest)

    return extract
