"""Keeps the newest sound edition: what a store holds is shown, what is broken, half-written or gone is not."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Hashable
from typing import NamedTuple

import streamlit as st

from atlas.errors import DataError
from loaders.stores import Stamp, Store, store_of
from loaders.stores.files import stamp_of
from ui import log
from ui.assets import publish
from ui.data import Atlas, basemap_files, build, digests, read_files


class Shown(NamedTuple):
    """The edition to show; `kept` when the store holds something newer that cannot be read, or is away."""

    atlas: Atlas
    kept: bool


class Shelf:
    """The editions of one store, for all users of a process."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._atlas: Atlas | None = None
        self._seen: Hashable = None
        self._refused: DataError | None = None

    def newest(self) -> Shown:
        """The newest sound edition; raises DataError while there has been none. Six stats when no file changed."""
        stamp = self._stamp()
        if stamp is not None and stamp.value != self._seen:
            self._read(stamp)
        if self._atlas is None:
            raise self._refused or DataError([])
        return Shown(self._atlas, self._refused is not None)

    def _stamp(self) -> Stamp | None:
        """The stamp of everything that an edition is built from; None while the store does not answer."""
        try:
            own = self._store.stamp()
        except DataError as error:
            self._refuse(error)
            self._seen = None
            return None
        base = stamp_of(basemap_files(self._store).values())
        return Stamp((own.value, base.value), own.settled and base.settled)

    def _read(self, stamp: Stamp) -> None:
        """Only one reads; the others go on with what they have, if they have anything."""
        if not self._lock.acquire(blocking=self._atlas is None):
            return
        try:
            if stamp.value != self._seen:
                self._take()
                self._seen = stamp.value if stamp.settled else None
        finally:
            self._lock.release()

    def _take(self) -> None:
        begun = time.perf_counter()
        try:
            contents = read_files(self._store)
            if self._atlas is None or digests(contents) != self._atlas.digests:
                atlas = build(contents, self._atlas)
                publish(atlas)
                later, self._atlas = self._atlas is not None, atlas
                if later:  # the first is the server's to settle, when all is loaded that it starts with
                    settle()
                _tell_loaded(atlas, time.perf_counter() - begun)
            elif self._refused:
                log.event("edition restored", digest=self._atlas.edition.digest)
            self._refused = None
        except DataError as error:
            self._refuse(error)
        except Exception as error:  # whatever a file makes fail, the edition on screen stays
            log.failed(error)
            self._refuse(DataError([]))

    def _refuse(self, error: DataError) -> None:
        """Keep what there is; the log is told once of each fault."""
        if self._refused is None or self._refused.problems != error.problems:
            log.event("edition refused", problems=[str(problem) for problem in error.problems])
        self._refused = error


def settle() -> None:
    """What has been loaded stays for long: take it out of the collector's rounds, which else cost every click."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _tell_loaded(atlas: Atlas, seconds: float) -> None:
    date, digest = atlas.edition
    told: log.Fields = {
        "date": date, "digest": digest, "features": atlas.index.size, "initiatives": len(atlas.initiatives()),
        "seconds": round(seconds, 3),
    }  # fmt: skip
    if atlas.notes:
        told["notes"] = [str(note) for note in atlas.notes]
    log.event("edition loaded", **told)


@st.cache_resource(show_spinner=False)
def shelf(setting: str) -> Shelf:
    """The shelf of a store, one for the whole process; raises DataError for a setting that means none."""
    log.configure()
    return Shelf(store_of(setting))
