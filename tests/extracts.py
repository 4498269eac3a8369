"""Extracts of the committed catalogue for tests outside the exporters' own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import geopandas as gpd

from atlas.filter import Filter
from atlas.index import Index, build_index
from atlas.order import in_document_order
from atlas.records import Document, Text
from atlas.vocab import Lang
from exporters.extract import By, Extract
from loaders.geojson import edition, read_documents, read_features, read_organisations
from tests.conftest import ROOT

DATA = ROOT / "data"


@cache
def documents() -> Mapping[str, Document]:
    """The sources, read once."""
    return MappingProxyType(read_documents(DATA / "documents.yml"))


@cache
def organisations() -> Mapping[str, Text]:
    """The names of the partners, read once."""
    return MappingProxyType(read_organisations(DATA / "organisations.yml"))


@cache
def catalogue() -> gpd.GeoDataFrame:
    """The sites in document order."""
    frame = read_features(DATA / "initiatives.geojson")
    return frame.iloc[in_document_order(frame, documents())]


@cache
def whole() -> Index:
    """The index of the catalogue."""
    return build_index(catalogue(), organisations())


def extract(
    filter_: Filter | None = None, lang: Lang = "en", by: By = "initiatives", sites: gpd.GeoDataFrame | None = None
) -> Extract:
    """What a filter gives; `sites` takes the place of the catalogue."""
    rows, found = (catalogue(), whole()) if sites is None else (sites, build_index(sites, organisations()))
    stamp = edition(DATA / "initiatives.geojson", documents())
    asked = filter_ or Filter()
    return Extract(rows[found.select(asked)], asked, lang, by, documents(), organisations(), stamp.date, stamp.digest)
