"""What the browser fetches once: scripts, styles, symbols, land and features, as real files under `static/`."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

import streamlit as st

from atlas import vocab
from loaders.atomic import write_atomic
from maps.coast import coast_files, coast_of
from maps.codes import codes
from maps.payload import payload
from maps.scripts import join
from maps.symbols import symbol_files
from maps.world import ASSETS, ENTRIES
from ui.data import ROOT, Atlas

STATIC: Final = ROOT / "static"
KEPT: Final = 6
KEPT_SECONDS: Final = 86_400


class Assets(NamedTuple):
    """The names of the files that carry a content hash: the land, the codes, and the features by language.

    `coast` is the hash that the files of the finer coast share, None where there is none.
    """

    land: str
    codes: str
    features: dict[vocab.Lang, str]
    coast: str | None


def publish(atlas: Atlas) -> Assets:
    """The static files of an edition, written when they are not there; several servers may do so at once."""
    assets = _write(atlas)
    coast = [f"coast-lines-{assets.coast}.json"] if assets.coast else []  # one of them stands for all
    names = (assets.land, assets.codes, *assets.features.values(), *coast)
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
    _put("atlas.css", (ASSETS / "atlas.css").read_bytes())
    for name, text in symbol_files().items():
        _put(f"sym/{name}.svg", text.encode())
    members = json.dumps(codes(atlas.index), separators=(",", ":")).encode()
    features = {lang: _features(atlas, lang) for lang in vocab.LANGS}
    for name, rings in coast_files(atlas.coast).items():
        _put(name, rings)
    written = Assets(_hashed("land", atlas.land), _hashed("codes", members), features, coast_of(atlas.coast))
    for family in ("land", "codes", *(f"features-{lang}" for lang in vocab.LANGS)):
        _tidy(family)
    _drop([path for path in STATIC.glob("coast-*.json") if not path.stem.endswith(f"-{written.coast}")])
    return written


def _features(atlas: Atlas, lang: vocab.Lang) -> str:
    names = {key: short_name(key, lang) for key in atlas.sources()}
    data = payload(atlas.frame, lang, atlas.context, names)
    return _hashed(f"features-{lang}", json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def _hashed(name: str, data: bytes) -> str:
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


def short_name(document: str, lang: vocab.Lang) -> str:
    """How a source document is called in a mention; the key itself for one without a short name."""
    label = vocab.DOCUMENT_SHORT.get(document)
    return label.text(lang) if label else document
