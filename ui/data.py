"""The data of the running atlas: one edition, built from the bytes of its files and never changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import geopandas as gpd

from atlas.countries import country_name
from atlas.describe import code_name
from atlas.errors import DataError, Problem
from atlas.filter import Filter
from atlas.index import Index, Mask, build_index
from atlas.order import in_document_order
from atlas.records import Document, Text
from atlas.vocab import DOCUMENT_SHORT, Lang
from exporters.extract import By, Extract
from loaders.geojson import Edition, edition_of, parse_documents, parse_features, parse_organisations
from loaders.schema import is_finite
from loaders.stores import DOCUMENTS, FEATURES, ORGANISATIONS, Store, store_of
from loaders.stores.files import read_all
from loaders.strictjson import parse_json
from maps.basemap import Basemap, basemap_of
from maps.coast import COAST
from maps.ground import Ground

ROOT: Final = Path(__file__).resolve().parent.parent
BASEMAP: Final = ("land.json", "borders.json", "context.json")


@dataclass(frozen=True, eq=False)
class Atlas:
    """One edition: the sites with their index, the sources, the partners, the base map.

    `digests` has the SHA-256 of every file that the edition was built from, `land` what the browser is sent of them,
    `coast` the finer coast (a base map need not have one), `notes` what was mended while reading.
    """

    frame: gpd.GeoDataFrame
    index: Index
    documents: Mapping[str, Document]
    organisations: Mapping[str, Text]
    context: Mapping[str, Mapping[str, Any]]
    edition: Edition
    land: bytes
    digests: Mapping[str, str]
    coast: bytes = b""
    notes: tuple[Problem, ...] = ()

    @cached_property
    def key(self) -> str:
        """One word for all digests: what caches tell editions apart by."""
        return hashlib.sha256(repr(sorted(self.digests.items())).encode()).hexdigest()

    def sources(self) -> dict[str, Document]:
        """The documents that the catalogue covers whole."""
        found = {key: document for key, document in self.documents.items() if document.kind == "document"}
        return dict(sorted(found.items(), key=lambda item: list(DOCUMENT_SHORT).index(item[0])
                           if item[0] in DOCUMENT_SHORT else len(DOCUMENT_SHORT)))  # fmt: skip

    def name(self, facet: str, code: str, lang: Lang) -> str:
        """The name of a code of a facet, plain text."""
        return code_name(facet, code, lang, self.organisations)

    @cached_property
    def base(self) -> Basemap:
        """The base map for drawing, read with the first picture."""
        return basemap_of(Ground(self.land.decode(), {code: dict(entry) for code, entry in self.context.items()}))

    def extract(self, mask: Mask, filter_: Filter, lang: Lang, by: By = "sites") -> Extract:
        """The sites of a mask as the exporters want them."""
        return Extract(self.frame[mask], filter_, lang, by, self.documents, self.organisations, *self.edition)

    def initiatives(self) -> gpd.GeoDataFrame:
        """One row an initiative: its first site."""
        return self.frame[~self.frame["initiative"].duplicated()]


def data_setting() -> str:
    """Where the data lies: the setting ATLAS_DATA, else the project's own folder."""
    return os.environ.get("ATLAS_DATA") or str(ROOT / "data")


def data_folder() -> Path:
    """Where released editions lie: the data folder, the project's own for other stores. Raises DataError."""
    return store_of(data_setting()).folder or ROOT / "data"


def basemap_files(store: Store) -> dict[str, Path]:
    """The files of the base map by name; a store that has none of its own uses the project's."""
    own = store.folder / "basemap" if store.folder else None
    base = own if own and own.is_dir() else ROOT / "data" / "basemap"
    return {name: base / name for name in BASEMAP} | {name: base / name for name in [COAST] if (base / name).is_file()}


def read_files(store: Store) -> dict[str, bytes]:
    """What an edition is built from, as it is at this moment; raises DataError with everything that cannot be read."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for read in (store.read, lambda: read_all(basemap_files(store))):
        try:
            found |= read()
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    return found


def digests(contents: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each file."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}


def build(contents: Mapping[str, bytes], before: Atlas | None = None) -> Atlas:
    """The edition that some files make; what did not change since `before` is not read anew. Raises DataError."""
    seen = digests(contents)
    same = {name for name, digest in seen.items() if before and before.digests[name] == digest}
    documents = before.documents if before and DOCUMENTS in same else parse_documents(contents[DOCUMENTS], DOCUMENTS)
    organisations = (
        before.organisations
        if before and ORGANISATIONS in same
        else parse_organisations(contents[ORGANISATIONS], ORGANISATIONS)
    )
    basemap = (before.context, before.land) if before and same >= set(BASEMAP) else _basemap(contents)
    notes: list[Problem] = []
    frame = parse_features(contents[FEATURES], FEATURES, documents, organisations, notes)
    frame = frame.iloc[in_document_order(frame, documents)]
    stamp = edition_of(contents[FEATURES], documents)
    return Atlas(
        frame,
        build_index(frame, organisations),
        documents,
        organisations,
        basemap[0],
        stamp,
        basemap[1],
        seen,
        contents.get(COAST, b""),
        tuple(notes),
    )


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
