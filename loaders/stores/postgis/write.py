"""Fills PostGIS with an edition in one transaction: readers go on with the old one until all of the new one stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, LiteralString, NamedTuple

import psycopg
import shapely

from atlas.errors import DataError, Problem
from atlas.geo.cells import cell_of
from atlas.geo.drawn import drawn
from loaders.geojson import geometry
from loaders.stores.base import DOCUMENTS, ORGANISATIONS
from loaders.stores.held import Held
from loaders.stores.lines import normal, text_of
from loaders.stores.postgis.connection import DATABASE, NO_POSTGIS, Connection, connected, parameters_of, sentences
from loaders.stores.postgis.crowds import count_crowds
from loaders.stores.postgis.sql import VERSION
from loaders.stores.postgis.words import NumberedWords

_SECONDS: Final = 600
_LOCK: Final = 4_207_197_335  # a number of our own: two publishers take turns
_SCHEMA: Final = Path(__file__).with_name("schema.sql")
_EDITION: Final = (
    "INSERT INTO foip_atlas.edition (features, bytes, bbox, allowed, documents, organisations)"
    " VALUES (%s, %s, %s, %s, %s, %s) RETURNING id"
)
_COLUMNS: Final = "position, id, words, initiative, country, focus, wide, x, y, geom"
_INCOMING: Final = """
CREATE TEMPORARY TABLE incoming (position integer, id text, words integer[], initiative integer, country integer,
    focus smallint, wide boolean, x smallint, y smallint, geom geometry, feature json) ON COMMIT DROP"""
_WORDS: Final = "COPY foip_atlas.word (edition, number, code, line) FROM STDIN"
_COPY: Final = f"COPY incoming ({_COLUMNS}, feature) FROM STDIN"
_SPREAD: Final[tuple[LiteralString, ...]] = (
    f"INSERT INTO foip_atlas.site (edition, {_COLUMNS}) SELECT %s, {_COLUMNS} FROM incoming ORDER BY geom",
    "INSERT INTO foip_atlas.content (edition, position, feature)"
    " SELECT %s, position, feature FROM incoming ORDER BY geom",
)
_EXTENSION: Final = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
_TRIGRAMS: Final = (
    "CREATE INDEX IF NOT EXISTS word_line ON foip_atlas.word USING gin (line gin_trgm_ops) WITH (fastupdate = off)"
    " WHERE line IS NOT NULL"
)
_POINT: Final = (
    "INSERT INTO foip_atlas.current (edition) VALUES (%s) ON CONFLICT (one) DO UPDATE SET edition = EXCLUDED.edition"
)
_DROP: Final[tuple[LiteralString, ...]] = (
    "DELETE FROM foip_atlas.content WHERE edition <> %s",
    "DELETE FROM foip_atlas.site WHERE edition <> %s",
    "DELETE FROM foip_atlas.word WHERE edition <> %s",
    "DELETE FROM foip_atlas.crowd WHERE edition <> %s",
    "DELETE FROM foip_atlas.edition WHERE id <> %s",
)


class Published(NamedTuple):
    """How many sites an edition is, and whether free text in it has an index."""

    sites: int
    indexed: bool


def write_postgis(address: str, held: Held, name: str = "the target") -> Published:
    """Replace what a database holds by an edition. After a DataError all is as before."""
    features, parameters = [normal(feature) for feature in held.features], parameters_of(address, name)
    with sentences(), connected(parameters, write=True, seconds=_SECONDS) as line, line.transaction():
        line.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        _prepare(line)
        indexed = _index_lines(line)
        number = _edition(line, held, features)
        words = NumberedWords.of(held.edition.index)
        _copy(line, _WORDS, ((number, *word) for word in words.rows()))
        line.execute(_INCOMING)
        _copy(line, _COPY, _rows(held, features, words))
        for step in (*_SPREAD, _POINT, *_DROP):
            line.execute(step, [number])
        line.execute("ANALYZE foip_atlas.site, foip_atlas.content, foip_atlas.word")
        count_crowds(line, number)
    return Published(len(features), indexed)


def _prepare(line: Connection) -> None:
    """See that the schema stands in the layout that this atlas knows."""
    if line.info.parameter_status("server_encoding") != "UTF8":
        raise DataError([Problem(DATABASE, "", "the database must be of encoding UTF8; create it anew")])
    ((there,),) = line.execute("SELECT to_regclass('foip_atlas.version') IS NOT NULL").fetchall()
    if not there:
        ((spatial,),) = line.execute("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'postgis')").fetchall()
        if not spatial:
            _add_postgis(line)
        line.execute(_SCHEMA.read_bytes())
        line.execute("INSERT INTO foip_atlas.version VALUES (%s)", [VERSION])
    if line.execute("SELECT number FROM foip_atlas.version").fetchall() != [(VERSION,)]:
        rule = f"the database has another layout than this atlas ({VERSION}); publish into a database of its own"
        raise DataError([Problem(DATABASE, "", rule)])


def _add_postgis(line: Connection) -> None:
    try:
        line.execute("CREATE EXTENSION postgis")
    except psycopg.Error:  # not installed, or not for this user to add
        raise DataError([Problem(DATABASE, "", f"the database {NO_POSTGIS}")]) from None


def _index_lines(line: Connection) -> bool:
    """See that free text has an index, where the database can have one; whether it has, for Japanese too."""
    with suppress(psycopg.Error), line.transaction():  # not installed, or not for this user to add
        line.execute(_EXTENSION)
        line.execute(_TRIGRAMS)
        ((known,),) = line.execute("SELECT cardinality(show_trgm('フィジー')) > 0").fetchall()
        return bool(known)
    return False


def _edition(line: Connection, held: Held, features: Sequence[dict[str, Any]]) -> int:
    size = sum(len(text_of(feature).encode()) for feature in features)
    bbox = geometry.bbox([feature["geometry"] for feature in features])
    allowed = {facet: codes for facet, codes in held.allowed().items() if facet != "ids"}  # of which there may be many
    texts = (held.contents[DOCUMENTS], held.contents[ORGANISATIONS])
    values = (len(features), size, json.dumps(bbox), json.dumps(allowed), *texts)
    ((number,),) = line.execute(_EDITION, values).fetchall()
    return int(number)


def _copy(line: Connection, statement: LiteralString, rows: Iterator[tuple[Any, ...]]) -> None:
    with line.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _rows(held: Held, features: Sequence[dict[str, Any]], words: NumberedWords) -> Iterator[tuple[Any, ...]]:
    """A row a site: what filters ask for is taken from the index that the pages use, so that both mean the same."""
    index, frame = held.edition.index, held.edition.frame
    flat = shapely.set_srid(shapely.force_2d(frame.geometry.to_numpy()), 4326)
    shapes = shapely.to_wkb(flat, hex=True, include_srid=True)
    for row, (at, site) in enumerate(zip(held.order, frame.to_dict("records"), strict=True)):
        initiative, country = words.of_site(site)
        where = drawn(site, {})
        cell = (None, None) if where["x"] is None else cell_of(where["x"], where["y"])
        yield (at, features[at]["id"], words.sites[row], initiative, country, site["focus_area"], bool(index.wide[row]),
               *cell, shapes[row], text_of(features[at]))  # fmt: skip
