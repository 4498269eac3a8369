"""Keeps the newest sound edition: what a store holds is shown, what is broken, half-written or gone is not."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Hashable
from typing import Final, NamedTuple

import streamlit as st

from atlas.errors import DataError, Problem, cause
from loaders.editions.shrunk import shrunk, told
from loaders.stores import FEATURES, Stamp, Store, store_of
from loaders.stores.edition import digests_of
from loaders.stores.files import stamp_of
from ui import log
from ui.assets import publish
from ui.data import Atlas, build, files_beside, many_of, read_files
from ui.retry import Retry

PATIENCE: Final = 5.0  # seconds that a page waits for an edition that is newer than the one it has


class Shown(NamedTuple):
    """The edition to show; `kept` when the store holds something newer that cannot be read, or is away."""

    atlas: Atlas
    kept: bool


class EditionCache:
    """The editions of one store, for all users of a process."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._atlas: Atlas | None = None
        self._seen: Hashable = None
        self._refused: DataError | None = None
        self._retry = Retry()

    def newest(self) -> Shown:
        """The newest sound edition; raises DataError while there has been none. A few stats when no file changed."""
        stamp = self._stamp()
        if stamp is not None and stamp.value != self._seen and self._retry.due(stamp.value):
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
            self._retry.met()
            return None
        base = stamp_of(files_beside(self._store).values())
        return Stamp((own.value, base.value), own.settled and base.settled)

    def _read(self, stamp: Stamp) -> None:
        """One reads, and waits a little while for it; the others go on with what they have, if they have anything."""
        if not self._lock.acquire(blocking=self._atlas is None):
            return
        if self._atlas is None:
            self._settle(stamp)
            return
        reading = threading.Thread(target=self._settle, args=(stamp,), daemon=True)
        reading.start()
        reading.join(PATIENCE)

    def _settle(self, stamp: Stamp) -> None:
        """Take what the store holds, unless another just did; what failed is tried again later."""
        try:
            if stamp.value == self._seen or not self._retry.due(stamp.value):
                return
            if self._take():
                self._retry.met()
                self._seen = stamp.value if stamp.settled else None
            elif stamp.settled:
                self._retry.missed(stamp.value)
        finally:
            self._lock.release()

    def _take(self) -> bool:
        """Whether what the store holds is in the cache now."""
        begun = time.perf_counter()
        try:
            contents = read_files(self._store)
            if self._atlas is None or digests_of(contents) != self._atlas.digests:
                self._put(build(contents, self._atlas, many_of(self._store)), begun)
            elif self._refused:
                log.event("edition restored", digest=self._atlas.id.digest)
            self._refused = None
            return True
        except DataError as error:
            self._refuse(error)
        except OSError as error:  # a full disk, say
            self._refuse(DataError([Problem("static", "", f"cannot be written: {cause(error)}; see to the disk")]))
        except Exception as error:  # whatever a file makes fail, the edition on screen stays
            log.failed(error)
            self._refuse(DataError([]))
        return False

    def _put(self, atlas: Atlas, begun: float) -> None:
        last, size = self._atlas, atlas.index.size
        before = last.index.size if last else 0
        if atlas.many is None and shrunk(before, size):
            raise DataError([Problem(FEATURES, "", _shrunk(before, size))])
        publish(atlas)
        self._atlas = atlas
        if last:  # the first is the server's to settle, when all is loaded that it starts with
            settle()
        _tell_loaded(atlas, time.perf_counter() - begun)

    def _refuse(self, error: DataError) -> None:
        """Keep what there is; the log is told once of each fault."""
        if self._refused is None or self._refused.problems != error.problems:
            log.event("edition refused", problems=[str(problem) for problem in error.problems])
        self._refused = error


def _shrunk(before: int, after: int) -> str:
    return f"{told(before, after)}; restart the server to take it if that is meant" if after else told(before, after)


def settle() -> None:
    """What has been loaded stays for long: take it out of the collector's rounds, which else cost every click."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _tell_loaded(atlas: Atlas, seconds: float) -> None:
    date, digest = atlas.id
    told: log.Fields = {
        "date": date, "digest": digest, "features": atlas.index.size, "initiatives": len(atlas.initiatives()),
        "seconds": round(seconds, 3),
    }  # fmt: skip
    if atlas.notes:
        told["notes"] = [str(note) for note in atlas.notes]
    log.event("edition loaded", **told)


@st.cache_resource(show_spinner=False)
def edition_cache(setting: str) -> EditionCache:
    """The cache of a store, one for the whole process; raises DataError for a setting that means none."""
    log.configure()
    return EditionCache(store_of(setting))
