"""The feed of the released editions, made when they are others than before."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from access.paths import FEED
from atlas.compare.values import Names
from atlas.vocab import LANGS, Lang
from exporters.feed import feed_bytes
from loaders.editions.history import history
from loaders.editions.released import Released, released
from ui.data import data_folder, data_setting
from ui.edition_cache import edition_cache


def feed_of(lang: Lang) -> bytes:
    """The feed of the editions as they are now, empty where none is released; raises DataError."""
    folder = data_folder()
    entries = tuple(released(folder).values())
    return _made(folder, entries, edition_cache(data_setting()).newest().atlas.key, lang) if entries else b""


@lru_cache(maxsize=len(LANGS))
def _made(folder: Path, entries: tuple[Released, ...], key: str, lang: Lang) -> bytes:
    """The feed of these entries; `key` is of the edition that names their sources and partners."""
    atlas = edition_cache(data_setting()).newest().atlas
    news = history(folder, lang, Names(atlas.organisations, atlas.documents))
    return feed_bytes(news, lang, f"{FEED[1:]}{lang}.xml", "changes")
