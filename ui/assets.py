"""What the browser fetches once: scripts, styles, symbols, land and features, as real files under `static/`."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NamedTuple

import streamlit as st

from atlas import palette, vocab
from atlas.words.phrases import short_names
from loaders.atomic import write_atomic
from maps.coast import coast_files, coast_of
from maps.payload import payload
from maps.scripts import join
from maps.symbols import symbol_files
from maps.world import ASSETS, ENTRIES
from ui.data import ROOT, Atlas
from web.catalogue import catalogue_file
from web.extents import Extents, extents
from web.index_file import index_file

STATIC: Final = ROOT / "static"
KEPT: Final = 6
KEPT_SECONDS: Final = 86_400


class Assets(NamedTuple):
    """The names of the files that carry a content hash: land and index; features and catalogue by language.

    `coast` is the hash that the files of the finer coast share, None where there is none.
    """

    land: str
    members: str
    features: dict[vocab.Lang, str]
    catalogue: dict[vocab.Lang, str]
    coast: str | None


def publish(atlas: Atlas) -> Assets:
    """The static files of an edition, written when they are not there; several servers may do so at once."""
    atlas = atlas.whole or atlas
    assets = _write(atlas)
    coast = [f"coast-lines-{assets.coast}.json"] if assets.coast else []  # one of them stands for all
    names = (assets.land, assets.members, *assets.features.values(), *assets.catalogue.values(), *coast)
    if not all((STATIC / name).is_file() for name in names):
        _write.clear(atlas)
        assets = _write(atlas)
    return assets


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs={Atlas: lambda atlas: atlas.key})
def _write(atlas: Atlas) -> Assets:
    leaflet = files("xstatic.pkg.leaflet") / "data"
    for name in ("leaflet.js", "leaflet.css"):
        _put(name, (leaflet / name).read_bytes())
    for name, entry in ENTRIES.items():
        _put(name, join(entry).encode())
    _put("atlas.css", palette.scheme().encode() + (ASSETS / "atlas.css").read_bytes())
    for name, text in symbol_files().items():
        _put(f"sym/{name}.svg", text.encode())
    index = _hashed("index", index_file(atlas.index, atlas.frame["region"].tolist(), extents_of(atlas)))
    features = {lang: _hashed(f"features-{lang}", _features(atlas, lang)) for lang in vocab.LANGS}
    catalogue = {
        lang: _hashed(
            f"catalogue-{lang}", catalogue_file(atlas.frame, atlas.index, atlas.organisations, atlas.documents, lang)
        )
        for lang in vocab.LANGS
    }
    for name, rings in coast_files(atlas.coast).items():
        _put(name, rings)
    land = _hashed("land", atlas.land)
    for file in (land, index, *features.values(), *catalogue.values()):
        _tidy(file.rsplit("-", 1)[0])
    written = Assets(land, index, features, catalogue, coast_of(atlas.coast))
    _drop([path for path in STATIC.glob("coast-*.json") if not path.stem.endswith(f"-{written.coast}")])
    return written


@st.cache_resource(show_spinner=False, max_entries=KEPT, hash_funcs={Atlas: lambda atlas: atlas.key})
def extents_of(atlas: Atlas) -> Extents:
    """The extents that filters of an edition frame."""
    return extents(atlas.frame, atlas.index, atlas.context)


def _features(atlas: Atlas, lang: vocab.Lang) -> dict[str, Any]:
    return payload(atlas.frame, lang, atlas.context, short_names(atlas.documents, lang))


def _hashed(name: str, value: bytes | Mapping[str, Any]) -> str:
    data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    file = f"{name}-{hashlib.sha256(data).hexdigest()[:12]}.json"
    _put(file, data)
    return file


def _put(name: str, data: bytes) -> None:
    path: Path = STATIC / name
    if path.is_file() and path.read_bytes() == data:
        with contextlib.suppress(OSError):  # somebody else's, or read-only
            path.touch()  # still in use
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, data)


def _tidy(family: str) -> None:
    """Drop files of editions long gone; the last few stay for pages that are still open, and so does a day's worth."""
    found = [path for path in STATIC.glob(f"{family}-*.json") if path.is_file()]
    _drop(sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT:])


def _drop(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):  # another server was quicker
            if time.time() - path.stat().st_mtime > KEPT_SECONDS:
                path.unlink()
