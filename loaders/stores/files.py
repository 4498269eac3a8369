"""The GeoJSON file, with its sources and partners beside it."""

from __future__ import annotations

import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from atlas.errors import DataError, Problem
from atlas.filter import Filter
from atlas.geo.box import Box
from loaders.geojson.strictjson import read_bytes
from loaders.stores.base import DOCUMENTS, FEATURES, ORGANISATIONS, Allowed, Contents, Stamp
from loaders.stores.held import Held, held_of

SETTLED: Final = 2.0  # seconds after which a file's time tells every later change of it


def stamp_of(paths: Iterable[Path]) -> Stamp:
    """The stamp of some files: time, size and inode of each."""
    found = tuple(_stamp(path) for path in paths)
    now = time.time()
    # Older than the coarsest clock of a file system, so that no change can hide in it.
    settled = all(one is not None and abs(now - one[0] / 1e9) > SETTLED for one in found)
    return Stamp(found, settled)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def read_all(paths: dict[str, Path]) -> dict[str, bytes]:
    """What files hold at this moment, by name; raises DataError with everything that cannot be read."""
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name, path in paths.items():
        try:
            found[name] = read_bytes(path)
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    return found


class InMemory(ABC):
    """A store on disk that is small enough to be searched in memory; what was read stays until the files change."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: tuple[Stamp, Held] | None = None

    @abstractmethod
    def stamp(self) -> Stamp:
        """Which edition stands."""

    @abstractmethod
    def read(self) -> Contents:
        """The files of one edition by name."""

    def allowed(self) -> Allowed:
        """The codes that occur, by facet."""
        return self._edition().allowed()

    def select(self, filter_: Filter, box: Box | None = None) -> list[str]:
        """The ids of the sites that a filter shows and a box touches."""
        return self._edition().select(filter_, box)

    def features(self, filter_: Filter, box: Box | None = None) -> Iterator[str]:
        """The same sites as lines of GeoJSON."""
        return self._edition().lines(filter_, box)

    def close(self) -> None:
        """Forget what was read."""
        self._held = None

    def _edition(self) -> Held:
        with self._lock:
            stamp = self.stamp()
            if self._held is None or not stamp.settled or self._held[0].value != stamp.value:
                self._held = stamp, held_of(self.read())
            return self._held[1]


class FileStore(InMemory):
    """A data folder, or a GeoJSON file of another name in one."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        single = path.suffix.lower() in (".geojson", ".json")
        self._folder = path.parent if single else path
        self._paths = {name: self._folder / name for name in (FEATURES, DOCUMENTS, ORGANISATIONS)}
        if single:
            self._paths[FEATURES] = path

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._folder

    def stamp(self) -> Stamp:
        """Time, size and inode of the three files."""
        return stamp_of(self._paths.values())

    def read(self) -> dict[str, bytes]:
        """The three files as they are."""
        return read_all(self._paths)
