"""Keeps the newest sound edition: what lands on disk is shown, what is broken, half-written or gone is not."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Final, NamedTuple

import streamlit as st

from atlas.errors import DataError
from ui import log
from ui.assets import publish
from ui.data import Atlas, build, digests, files, read_files

SETTLED: Final = 2.0  # seconds after which a file's time tells every later change of it
Signature = tuple[tuple[int, int, int] | None, ...]


class Shown(NamedTuple):
    """The edition to show; `kept` when something newer lies on disk that cannot be read."""

    atlas: Atlas
    kept: bool


class Shelf:
    """The editions of one data folder, for all users of a process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._atlas: Atlas | None = None
        self._seen: Signature | None = None
        self._refused: DataError | None = None

    def newest(self) -> Shown:
        """The newest sound edition; raises DataError while there has been none. Six stats when nothing changed."""
        signature = self._signature()
        if self._seen is None or signature != self._seen:
            self._read(signature)
        if self._atlas is None:
            raise self._refused or DataError([])
        return Shown(self._atlas, self._refused is not None)

    def _signature(self) -> Signature:
        return tuple(map(_stamp, files(self._folder).values()))

    def _read(self, signature: Signature) -> None:
        """Only one reads; the others go on with what they have, if they have anything."""
        if not self._lock.acquire(blocking=self._atlas is None):
            return
        try:
            if self._seen is None or signature != self._seen:
                settled = _settled(signature)  # before reading, which may take long
                self._take()
                self._seen = signature if settled else None
        finally:
            self._lock.release()

    def _take(self) -> None:
        begun = time.perf_counter()
        try:
            contents = read_files(self._folder)
            if self._atlas is None or digests(contents) != self._atlas.digests:
                atlas = build(contents, self._atlas)
                publish(atlas)
                self._atlas = atlas
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


def _tell_loaded(atlas: Atlas, seconds: float) -> None:
    date, digest = atlas.edition
    told: log.Fields = {
        "date": date, "digest": digest, "features": atlas.index.size, "initiatives": len(atlas.initiatives()),
        "seconds": round(seconds, 3),
    }  # fmt: skip
    if atlas.notes:
        told["notes"] = [str(note) for note in atlas.notes]
    log.event("edition loaded", **told)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _settled(signature: Signature) -> bool:
    """Whether every file is older than the coarsest clock of a file system, so that no change can hide in it."""
    now = time.time()
    return all(stamp is not None and abs(now - stamp[0] / 1e9) > SETTLED for stamp in signature)


@st.cache_resource(show_spinner=False)
def shelf(folder: Path) -> Shelf:
    """The shelf of a folder, one for the whole process."""
    log.configure()
    return Shelf(folder)
