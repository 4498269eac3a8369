"""PostgreSQL with PostGIS: filters and boxes are worked out there, on a GiST and a GIN index."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeVar

from atlas.errors import DataError
from atlas.filter import FACETS, Filter
from atlas.geo.box import Box
from loaders.geojson.rfc7946 import MAX_FEATURES
from loaders.geojson.strictjson import MAX_BYTES
from loaders.stores.base import DOCUMENTS, FEATURES, ORGANISATIONS, Allowed, Contents, Stamp
from loaders.stores.lines import bounded, collection, text_of
from loaders.stores.postgis import counting
from loaders.stores.postgis.asking import Current, clause, current, refuse, rows
from loaders.stores.postgis.connection import (
    CONNECT_SECONDS,
    Connection,
    SharedConnection,
    connected,
    parameters_of,
    sentences,
)
from loaders.stores.postgis.remembered import Remembered
from loaders.stores.postgis.sql import IDS, Column, Query, query
from loaders.stores.view import CountedView, FocusTally

ASKED_SECONDS: Final = 1.0  # how long an answer about the edition is good for
STAMP_SECONDS: Final = 3.0  # how long the answer may take
MOMENT: Final = 0.5  # how long a page waits for it
AWAY_SECONDS: Final = 5.0  # how long a database that did not answer is left alone
_CHUNK: Final = 500
T = TypeVar("T")


class PostgisStore:
    """An edition in a database that `python -m loaders publish` fills."""

    folder = None

    def __init__(self, address: str, name: str = "ATLAS_DATA") -> None:
        self._parameters = parameters_of(address, name)
        self._line = SharedConnection(self._parameters)
        self._aside = SharedConnection(self._parameters)  # what may take long keeps no view waiting
        self._tallies, self._options = Remembered(), Remembered()
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
            self._answered.set()  # whatever went wrong
            self._asking.release()

    def _know(self, answer: Stamp | DataError) -> None:
        self._known = answer
        self._until = time.monotonic() + (ASKED_SECONDS if isinstance(answer, Stamp) else AWAY_SECONDS)
        self._answered.set()

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
        return self._line.ask(_allowed)

    def select(self, filter_: Filter, box: Box | None = None) -> list[str]:
        """The ids of the sites that a filter shows and a box touches, found by the database."""
        return self._line.ask(lambda line: [key for (key,) in rows(line, _asked(line, "id", filter_, box))])

    def features(self, filter_: Filter, box: Box | None = None) -> Iterator[str]:
        """The same sites as lines of GeoJSON, a few at a time: a million never lie in memory."""
        with sentences(), connected(self._parameters) as line, line.transaction():
            asked = _asked(line, "feature::text", filter_, box)
            with line.cursor("features") as cursor:
                cursor.itersize = _CHUNK
                for (text,) in cursor.execute(asked.text, asked.values):
                    yield text

    def codes(self) -> Allowed:
        """The same but for ids, of which there may be many."""
        return self._line.ask(lambda line: {facet: list(some) for facet, some in current(line).allowed.items()})

    def outline(self) -> Contents:
        """The edition as those files, without its sites."""
        return self._line.ask(_outline)

    def is_large(self) -> bool:
        """Whether the edition that stands is more than pages hold."""
        return self._line.ask(lambda line: too_large(current(line)))

    def view(self, filter_: Filter, zoom: float, box: Box) -> CountedView:
        """What a filter shows in a box of the drawing frame at a zoom of the map."""
        return self._line.ask(lambda line: counting.view(line, current(line), filter_, zoom, box))

    def tallies(self, filter_: Filter) -> Mapping[str, FocusTally]:
        """What the sites of each focus area come to under the rest of a filter; remembered."""
        return _remembered(self._line, self._tallies, counting.tallies, filter_.without("focus"))

    def facet_counts(self, filter_: Filter, facet: str) -> Mapping[str, int]:
        """How many initiatives each code of a facet would give under the other filters; remembered."""
        return _remembered(self._aside, self._options, counting.facet_counts, filter_.without(facet), facet)

    def first(self, filter_: Filter, most: int) -> list[str]:
        """The lines of the first sites that a filter shows."""
        return self._line.ask(lambda line: list(counting.first(line, current(line), filter_, most)))

    def close(self) -> None:
        """End the connections."""
        self._line.close()
        self._aside.close()

    def plan(self, filter_: Filter, box: Box | None = None) -> dict[str, Any]:
        """How the database works `select` out and how long it took: `EXPLAIN (ANALYZE, FORMAT JSON)`."""

        def explained(line: Connection) -> dict[str, Any]:
            asked = _asked(line, "id", filter_, box)
            ((plans,),) = rows(line, Query("EXPLAIN (ANALYZE, FORMAT JSON) " + asked.text, asked.values))
            return dict(plans[0])

        return self._line.ask(explained)


def _asked(line: Connection, column: Column, filter_: Filter, box: Box | None) -> Query:
    return query(column, clause(line, current(line), filter_, box))


def too_large(edition: Current) -> bool:
    """Whether an edition is more than pages hold."""
    return edition.bytes > MAX_BYTES or edition.features > MAX_FEATURES


def _read(line: Connection) -> Contents:
    edition = current(line)
    if too_large(edition):
        limit = f"{MAX_BYTES // 1_000_000} MB or {MAX_FEATURES:,} sites"
        refuse(f"the edition is larger than {limit}, which pages would hold; ask it by python -m loaders query")
    lines = rows(line, query("feature::text", clause(line, edition, Filter())))
    features = collection(bounded(text for (text,) in lines), edition.bbox)
    return {FEATURES: features, **_texts(line, edition)}


def _outline(line: Connection) -> Contents:
    edition = current(line)
    name = f"{edition.number} {edition.published.isoformat()}"  # else two editions would be one
    empty = {"type": "FeatureCollection", "name": name, "features": []}
    return {FEATURES: text_of(empty).encode(), **_texts(line, edition)}


def _texts(line: Connection, edition: Current) -> Contents:
    texts = line.execute("SELECT documents, organisations FROM foip_atlas.edition WHERE id = %s", [edition.number])
    documents, organisations = texts.fetchone() or (b"", b"")
    return {DOCUMENTS: documents, ORGANISATIONS: organisations}


def _remembered(shared: SharedConnection, known: Remembered, count: Callable[..., T], *asked: Any) -> T:
    """What a count of the edition that stands comes to."""

    def found(line: Connection) -> T:
        edition = current(line)
        counted: T = known.get((edition.number, *asked), lambda: count(line, edition, *asked))
        return counted

    return shared.ask(found)


def _allowed(line: Connection) -> dict[str, list[str]]:
    edition = current(line)
    names = [str(name) for (name,) in rows(line, Query(IDS, (edition.number,)))]
    return {facet: names if facet == "ids" else list(edition.allowed[facet]) for facet in FACETS}
