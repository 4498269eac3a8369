"""The data of the running atlas, read once for all users and never changed."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import geopandas as gpd
import streamlit as st

from atlas.countries import country_name
from atlas.index import Index, build_index
from atlas.order import in_document_order
from atlas.records import Document, Text
from atlas.vocab import DOCUMENT_SHORT
from loaders.geojson import Edition, edition, read_documents, read_features, read_organisations

ROOT: Final = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Atlas:
    """One edition: the sites with their index, the sources, the partners, the label points of countries."""

    frame: gpd.GeoDataFrame
    index: Index
    documents: Mapping[str, Document]
    organisations: Mapping[str, Text]
    context: Mapping[str, Mapping[str, Any]]
    edition: Edition

    def sources(self) -> dict[str, Document]:
        """The documents that the catalogue covers whole."""
        found = {key: document for key, document in self.documents.items() if document.kind == "document"}
        return dict(sorted(found.items(), key=lambda item: list(DOCUMENT_SHORT).index(item[0])
                           if item[0] in DOCUMENT_SHORT else len(DOCUMENT_SHORT)))  # fmt: skip

    def initiatives(self) -> gpd.GeoDataFrame:
        """One row an initiative: its first site."""
        return self.frame[~self.frame["initiative"].duplicated()]


def data_folder() -> Path:
    """Where the data lies: the setting ATLAS_DATA, else the project's own folder."""
    return Path(os.environ.get("ATLAS_DATA", ROOT / "data"))


@st.cache_resource(show_spinner=False)
def load(folder: Path) -> Atlas:
    """Read an edition; raises DataError when it is not sound."""
    documents = read_documents(folder / "documents.yml")
    organisations = read_organisations(folder / "organisations.yml")
    frame = read_features(folder / "initiatives.geojson", documents)
    frame = frame.iloc[in_document_order(frame, documents)]
    names = {code: (name.ja, name.en, code) for code, name in organisations.items()}
    context = json.loads((ROOT / "data" / "basemap" / "context.json").read_text(encoding="utf-8"))
    stamp = edition(folder / "initiatives.geojson", documents)
    return Atlas(frame, build_index(frame, names), documents, organisations, _known(context), stamp)


def _known(context: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {code: entry for code, entry in context.items() if country_name(code, "en") != code}
