"""Extracts of the committed catalogue, as the page and the command make them."""

from __future__ import annotations

from functools import cache

import geopandas as gpd

from atlas.edition import Edition
from atlas.filter import Filter
from atlas.index import build_index
from atlas.vocab import Lang
from exporters.extract import By, Extract, extract_of
from loaders.stores.edition import edition_of
from loaders.stores.files import FileStore
from maps.basemap import Basemap, read_basemap
from tests.conftest import ROOT

DATA = ROOT / "data"


@cache
def edition() -> Edition:
    """The catalogue, read once."""
    return edition_of(FileStore(DATA).read())


@cache
def base() -> Basemap:
    """The base map, read once."""
    return read_basemap(DATA / "basemap")


@cache
def whole(lang: Lang) -> Extract:
    """All of the catalogue, with its index made once; what it holds is not to be changed."""
    return extract(lang=lang)


def extract(
    filter_: Filter | None = None, lang: Lang = "en", by: By = "sites", sites: gpd.GeoDataFrame | None = None
) -> Extract:
    """What a filter gives; `sites` takes the place of the catalogue."""
    whole, asked = edition(), filter_ or Filter()
    if sites is None:
        return extract_of(whole, whole.index.select(asked), asked, lang, by)
    found = sites[build_index(sites, whole.organisations).select(asked)]
    return Extract(found, asked, lang, by, whole.documents, whole.organisations, *whole.id)
