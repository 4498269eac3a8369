"""The data of the running atlas: one edition, built from the bytes of its files and never changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final

from atlas.countries import country_name
from atlas.edition import Edition
from atlas.errors import DataError, Problem
from atlas.filter import Filter
from atlas.index import Mask, widened
from atlas.records import Document
from atlas.vocab import Lang
from atlas.words.describe import code_name
from exporters.extract import By, Extract, extract_of
from loaders.geojson.schema import is_finite
from loaders.geojson.strictjson import parse_json
from loaders.rates import RATES, rates_file
from loaders.stores import Contents, Store, store_of
from loaders.stores.edition import edition_of
from loaders.stores.files import read_all
from loaders.stores.view import ManySites
from maps.basemap import Basemap, basemap_of
from maps.coast import COAST
from maps.ground import Ground

ROOT: Final = Path(__file__).resolve().parent.parent
BASEMAP: Final = ("land.json", "borders.json", "context.json")


@dataclass(frozen=True, eq=False)
class Atlas(Edition):
    """An edition with the base map that it is shown on.

    `context` has a label point per country, `land` what the browser is sent of it, `coast` the finer coast, if any.
    `many` answers for an edition of more sites than pages hold: its own are then those of a part, `whole` has none.
    """

    context: Mapping[str, Mapping[str, Any]]
    land: bytes
    coast: bytes
    many: ManySites | None = None
    whole: Atlas | None = None

    def sources(self) -> dict[str, Document]:
        """The documents that the catalogue covers whole."""
        return {key: document for key, document in self.documents.items() if document.kind == "document"}

    def name(self, facet: str, code: str, lang: Lang) -> str:
        """The name of a code of a facet, plain text."""
        return code_name(facet, code, lang, self.organisations, self.documents)

    @cached_property
    def base(self) -> Basemap:
        """The base map for drawing, read with the first picture."""
        return basemap_of(Ground(self.land.decode(), {code: dict(entry) for code, entry in self.context.items()}))

    def extract(self, mask: Mask, filter_: Filter, lang: Lang, by: By = "sites") -> Extract:
        """The sites of a mask as the exporters want them."""
        return extract_of(self, mask, filter_, lang, by)


def data_setting() -> str:
    """Where the data lies: the setting ATLAS_DATA, else the project's own folder."""
    return os.environ.get("ATLAS_DATA") or str(ROOT / "data")


def data_folder() -> Path:
    """Where released editions lie: the data folder, the project's own for other stores. Raises DataError."""
    return store_of(data_setting()).folder or ROOT / "data"


def files_beside(store: Store) -> dict[str, Path]:
    """Base map and exchange rates by name; a store that has none of its own uses the project's."""
    own = store.folder / "basemap" if store.folder else None
    base = own if own and own.is_dir() else ROOT / "data" / "basemap"
    every = {name: base / name for name in BASEMAP} | {RATES: rates_file(store.folder)}
    return every | {name: base / name for name in [COAST] if (base / name).is_file()}


def read_files(store: Store) -> dict[str, bytes]:
    """What an edition is built from, as it is at this moment; raises DataError with everything that cannot be read."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for read in (partial(_edition, store), lambda: read_all(files_beside(store))):
        try:
            found |= read()
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    return found


def _edition(store: Store) -> Contents:
    many = many_of(store)
    return many.outline() if many is not None else store.read()


def many_of(store: Store) -> ManySites | None:
    """The store as what answers for its sites, where it holds more than pages do. Raises DataError."""
    return store if isinstance(store, ManySites) and store.is_large() else None


def build(contents: Mapping[str, bytes], before: Atlas | None = None, many: ManySites | None = None) -> Atlas:
    """The edition that some files make; what did not change since `before` is not read anew. Raises DataError."""
    found = edition_of(contents, before)
    same = before is not None and all(before.digests[name] == found.digests[name] for name in BASEMAP)
    context, land = (before.context, before.land) if before is not None and same else _basemap(contents)
    parts = {field.name: getattr(found, field.name) for field in fields(Edition)}
    if many is not None:
        parts["index"] = widened(found.index, many.codes(), found.organisations)
    return Atlas(**parts, context=context, land=land, coast=contents.get(COAST, b""), many=many)


def _basemap(contents: Mapping[str, bytes]) -> tuple[dict[str, dict[str, Any]], bytes]:
    """The label points, and land with disputed lines in one file: `{"land": …, "borders": …}`."""
    land, borders, context = (parse_json(contents[name], name) for name in BASEMAP)
    if not isinstance(context, dict) or not all(map(_is_label, context.values())):
        raise DataError([Problem(BASEMAP[2], "", "must hold a label point (lon, lat, tiny, rank) for each country")])
    for name, value in zip(BASEMAP[:2], (land, borders), strict=True):
        if not isinstance(value, dict) or value.get("type") != "FeatureCollection" or not value.get("features"):
            raise DataError([Problem(name, "", "must be a GeoJSON FeatureCollection that is not empty")])
    merged = b'{"land":' + contents[BASEMAP[0]] + b',"borders":' + contents[BASEMAP[1]] + b"}"
    return {code: entry for code, entry in context.items() if country_name(code, "en") != code}, merged


def _is_label(entry: Any) -> bool:
    return (
        isinstance(entry, dict) and "tiny" in entry and all(is_finite(entry.get(key)) for key in ("lon", "lat", "rank"))
    )
