"""What the browser fetches once: scripts, styles, symbols, land and features, as real files under `static/`."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

import streamlit as st

from atlas import vocab
from loaders.atomic import write_atomic
from maps.payload import payload
from maps.symbols import symbol_files
from maps.world import SCRIPTS
from ui.data import ROOT, Atlas

STATIC: Final = ROOT / "static"


class Assets(NamedTuple):
    """The names of the files that carry a content hash: the land, and the features by language."""

    land: str
    features: dict[vocab.Lang, str]


@st.cache_resource(show_spinner=False, hash_funcs={Atlas: lambda atlas: atlas.edition})
def publish(atlas: Atlas) -> Assets:
    """Write the static files of an edition; several servers may do so at once."""
    assets = ROOT / "maps" / "assets"
    leaflet = files("xstatic.pkg.leaflet") / "data"
    for name in ("leaflet.js", "leaflet.css"):
        _put(name, (leaflet / name).read_bytes())
    for name in (*SCRIPTS, "atlas.css"):
        _put(name, (assets / name).read_bytes())
    for name, text in symbol_files().items():
        _put(f"sym/{name}.svg", text.encode())
    return Assets(_hashed("land", _basemap()), {lang: _features(atlas, lang) for lang in vocab.LANGS})


def _features(atlas: Atlas, lang: vocab.Lang) -> str:
    names = {key: short_name(key, lang) for key in atlas.sources()}
    data = payload(atlas.frame, lang, atlas.context, names)
    return _hashed(f"features-{lang}", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def _basemap() -> bytes:
    """Land and disputed lines in one file: `{"land": …, "borders": …}`."""
    parts = {name: (ROOT / "data" / "basemap" / f"{name}.json").read_bytes() for name in ("land", "borders")}
    return b"{" + b",".join(f'"{name}":'.encode() + data for name, data in parts.items()) + b"}"


def _hashed(name: str, data: bytes) -> str:
    file = f"{name}-{hashlib.sha256(data).hexdigest()[:12]}.json"
    _put(file, data)
    return file


def _put(name: str, data: bytes) -> None:
    path: Path = STATIC / name
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, data)


def short_name(document: str, lang: vocab.Lang) -> str:
    """How a source document is called in a mention; the key itself for one without a short name."""
    label = vocab.DOCUMENT_SHORT.get(document)
    return label.text(lang) if label else document
