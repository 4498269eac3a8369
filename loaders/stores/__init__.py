"""Stores: where an edition lies that the atlas reads; a GeoJSON file, GeoParquet or PostGIS, chosen by one setting."""

from __future__ import annotations

from loaders.stores.base import DOCUMENTS, FEATURES, ORGANISATIONS, Contents, Stamp, Store
from loaders.stores.choose import store_of

__all__ = ["DOCUMENTS", "FEATURES", "ORGANISATIONS", "Contents", "Stamp", "Store", "store_of"]
