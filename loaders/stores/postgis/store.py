"""PostgreSQL with PostGIS: filters and boxes are worked out there, on a GiST and a GIN index."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from atlas.errors import DataError, Problem
from atlas.filter import Filter
from atlas.geo.box import Box
from loaders.geojson.strictjson import MAX_BYTES
from loaders.stores.base import DOCUMENTS, FEATURES, ORGANISATIONS, Allowed, Contents, Stamp, known
from loaders.stores.lines import bounded, collection
from loaders.stores.postgis.connection import (
    CONNECT_SECONDS,
    DATABASE,
    Connection,
    SharedConnection,
    connected,
    parameters_of,
    sentences,
)
from loaders.stores.postgis.sql import CURRENT, VERSION, Column, Query, query

ASKED_SECONDS: Final = 1.0  # how long an answer about the edition is good for
STAMP_SECONDS: Final = 3.0  # how long the answer may take
MOMENT: Final = 0.5  # how long a page waits for it
AWAY_SECONDS: Final = 5.0  # how long a database that did not answer is left alone
_CHUNK: Final = 500


class Current(NamedTuple):
    """The edition that stands: its number and time, its size in bytes, its bounding box, the codes that occur."""

    number: int
    published: datetime
    bytes: int
    bbox: list[float] | None
    allowed: Mapping[str, list[str]]


class PostgisStore:
    """An edition in a database that `python -m loaders publish` fills."""

    folder = None

    def __init__(self, address: str, name: str = "ATLAS_DATA") -> None:
        self._parameters = parameters_of(address, name)
        self._line = SharedConnection(self._parameters)
        self._asking = threading.Lock()
        self._answered = threading.Event()
        self._known: Stamp | DataError | None = None
        self._until = 0.0

    def __repr__(self) -> str:
        return "PostgisStore()"  # never the address

    def stamp(self) -> Stamp:
        """The number of the edition; asked for once a second at most, behind the pages: they wait a moment at most."""
        if time.monotonic() >= self._until and self._asking.acquire(blocking=False):
            asking = threading.Thread(target=self._ask, daemon=True)
            asking.start()
            asking.join(MOMENT if self._answered.is_set() else None)
        self._answered.wait(2 * (CONNECT_SECONDS + STAMP_SECONDS))  # only before the first answer of all
        if isinstance(self._known, Stamp):
            return self._known
        raise DataError(self._known.problems if self._known else [])

    def _ask(self) -> None:
        try:
            self._know(Stamp(self._line.ask(current, STAMP_SECONDS)[:2]))
        except DataError as error:
            self._know(error)
        finally:
            self._answered.set()
            self._asking.release()

    def _know(self, answer: Stamp | DataError) -> None:
        self._known = answer
        self._until = time.monotonic() + (ASKED_SECONDS if isinstance(answer, Stamp) else AWAY_SECONDS)

    def read(self) -> Contents:
        """The whole edition as the files of a data folder, of one snapshot."""
        try:
            found = self._line.ask(_read)
        except DataError as error:
            self._know(error)  # so that who watches the stamp comes back
            raise
        if isinstance(self._known, DataError):
            self._until = 0.0
        return found

    def allowed(self) -> Allowed:
        """The codes that occur, by facet."""
        return {facet: list(codes) for facet, codes in self._line.ask(current).allowed.items()}

    def select(self, filter_: Filter, box: Box | None = None) -> list[str]:
        """The ids of the sites that a filter shows and a box touches, found by the database."""
        return self._line.ask(lambda line: [key for (key,) in _run(line, _asked(line, "id", filter_, box))])

    def features(self, filter_: Filter, box: Box | None = None) -> Iterator[str]:
        """The same sites as lines of GeoJSON, a few at a time: a million never lie in memory."""
        with sentences(), connected(self._parameters) as line, line.transaction():
            asked = _asked(line, "feature::text", filter_, box)
            with line.cursor("features") as cursor:
                cursor.itersize = _CHUNK
                for (text,) in cursor.execute(asked.text, asked.values):
                    yield text

    def close(self) -> None:
        """End the connection."""
        self._line.close()

    def plan(self, filter_: Filter, box: Box | None = None) -> dict[str, Any]:
        """How the database works `select` out and how long it took: `EXPLAIN (ANALYZE, FORMAT JSON)`."""

        def explained(line: Connection) -> dict[str, Any]:
            asked = _asked(line, "id", filter_, box)
            ((plans,),) = _run(line, Query("EXPLAIN (ANALYZE, FORMAT JSON) " + asked.text, asked.values))
            return dict(plans[0])

        return self._line.ask(explained)


def current(line: Connection) -> Current:
    """The edition that stands; raises DataError for a layout that this atlas does not know, or none."""
    versions = [number for (number,) in line.execute("SELECT number FROM foip_atlas.version")]
    if versions != [VERSION]:
        _refuse(f"the database has another layout than this atlas ({VERSION}); publish into a database of its own")
    row = line.execute(CURRENT).fetchone()
    return Current(*row) if row else _refuse("the database holds no edition yet; python -m loaders publish fills it")


def _refuse(rule: str) -> Any:
    raise DataError([Problem(DATABASE, "", rule)])


def _asked(line: Connection, column: Column, filter_: Filter, box: Box | None) -> Query:
    edition = current(line)
    return query(column, edition.number, known(filter_, edition.allowed), box)


def _run(line: Connection, asked: Query) -> list[tuple[Any, ...]]:
    return line.execute(asked.text, asked.values).fetchall()


def _read(line: Connection) -> Contents:
    edition = current(line)
    if edition.bytes > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        _refuse(
            f"the edition is larger than {limit}, which pages would hold in memory; ask it by python -m loaders query"
        )
    texts = line.execute("SELECT documents, organisations FROM foip_atlas.edition WHERE id = %s", [edition.number])
    documents, organisations = texts.fetchone() or (b"", b"")
    lines = _run(line, query("feature::text", edition.number, Filter(), None))
    features = collection(bounded(text for (text,) in lines), edition.bbox)
    return {FEATURES: features, DOCUMENTS: documents, ORGANISATIONS: organisations}
