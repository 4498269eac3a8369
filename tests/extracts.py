"""Extracts of the committed catalogue for tests outside the exporters' own."""

from __future__ import annotations

from functools import cache

import geopandas as gpd

from atlas.filter import Filter
from atlas.index import build_index
from atlas.order import in_document_order
from atlas.vocab import Lang
from exporters.extract import By, Extract
from loaders.geojson import edition, read_documents, read_features, read_organisations
from tests.conftest import ROOT

DATA = ROOT / "data"


@cache
def catalogue() -> gpd.GeoDataFrame:
    """The sites in document order."""
    frame = read_features(DATA / "initiatives.geojson")
    return frame.iloc[in_document_order(frame, read_documents(DATA / "documents.yml"))]


def extract(
    filter_: Filter | None = None, lang: Lang = "en", by: By = "initiatives", sites: gpd.GeoDataFrame | None = None
) -> Extract:
    """What a filter gives; `sites` takes the place of the catalogue."""
    documents, names = read_documents(DATA / "documents.yml"), read_organisations(DATA / "organisations.yml")
    rows = catalogue() if sites is None else sites
    found = build_index(rows, names)
    stamp = edition(DATA / "initiatives.geojson", documents)
    asked = filter_ or Filter()
    return Extract(rows[found.select(asked)], asked, lang, by, documents, names, stamp.date, stamp.digest)
