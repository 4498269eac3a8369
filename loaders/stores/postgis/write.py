"""Fills PostGIS with an edition in one transaction: readers go on with the old one until all of the new one stands."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, LiteralString

import psycopg
import shapely

from atlas.errors import DataError, Problem
from loaders.geojson import geometry
from loaders.stores.base import DOCUMENTS, ORGANISATIONS
from loaders.stores.held import Held
from loaders.stores.lines import normal, text_of
from loaders.stores.postgis.connection import DATABASE, NO_POSTGIS, Connection, connected, parameters_of, sentences
from loaders.stores.postgis.sql import VERSION, code_of

_SECONDS: Final = 600
_LOCK: Final = 4_207_197_335  # a number of our own: two publishers take turns
_SCHEMA: Final = Path(__file__).with_name("schema.sql")
_EDITION: Final = (
    "INSERT INTO foip_atlas.edition (features, bytes, bbox, allowed, documents, organisations)"
    " VALUES (%s, %s, %s, %s, %s, %s) RETURNING id"
)
_INCOMING: Final = """
CREATE TEMPORARY TABLE incoming (position integer, id text, codes text[], folded text, feature json, geom geometry)
ON COMMIT DROP"""
_COPY: Final = "COPY incoming (position, id, codes, folded, feature, geom) FROM STDIN"
_SPREAD: Final[tuple[LiteralString, ...]] = (
    "INSERT INTO foip_atlas.site (edition, position, id, codes, geom)"
    " SELECT %s, position, id, codes, geom FROM incoming ORDER BY geom",
    "INSERT INTO foip_atlas.content (edition, position, folded, feature)"
    " SELECT %s, position, folded, feature FROM incoming ORDER BY geom",
)
_POINT: Final = (
    "INSERT INTO foip_atlas.current (edition) VALUES (%s) ON CONFLICT (one) DO UPDATE SET edition = EXCLUDED.edition"
)
_DROP: Final[tuple[LiteralString, ...]] = (
    "DELETE FROM foip_atlas.content WHERE edition <> %s",
    "DELETE FROM foip_atlas.site WHERE edition <> %s",
    "DELETE FROM foip_atlas.edition WHERE id <> %s",
)


def write_postgis(address: str, held: Held, name: str = "the target") -> int:
    """Replace what a database holds by an edition; returns how many sites it is. After a DataError all is as before."""
    features, parameters = [normal(feature) for feature in held.features], parameters_of(address, name)
    with sentences(), connected(parameters, write=True, seconds=_SECONDS) as line, line.transaction():
        line.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        _prepare(line)
        number = _edition(line, held, features)
        line.execute(_INCOMING)
        with line.cursor() as cursor, cursor.copy(_COPY) as copy:
            for row in _rows(held, features):
                copy.write_row(row)
        for step in (*_SPREAD, _POINT, *_DROP):
            line.execute(step, [number])
        line.execute("ANALYZE foip_atlas.site, foip_atlas.content")
    return len(features)


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


def _edition(line: Connection, held: Held, features: Sequence[dict[str, Any]]) -> int:
    size = sum(len(text_of(feature).encode()) for feature in features)
    bbox = geometry.bbox([feature["geometry"] for feature in features])
    texts = (held.contents[DOCUMENTS], held.contents[ORGANISATIONS])
    values = (len(features), size, json.dumps(bbox), json.dumps(held.allowed()), *texts)
    ((number,),) = line.execute(_EDITION, values).fetchall()
    return int(number)


def _rows(held: Held, features: Sequence[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """A row a site: what filters ask for is taken from the index that the pages use, so that both mean the same."""
    codes: list[list[str]] = [[] for _ in features]
    index = held.edition.index
    for facet, members in index.members.items():
        _note(codes, members, facet, None)
    for year, members in index.statuses.items():
        _note(codes, members, "status", year)
    flat = shapely.set_srid(shapely.force_2d(held.edition.frame.geometry.to_numpy()), 4326)
    shapes = shapely.to_wkb(flat, hex=True, include_srid=True)
    for row, at in enumerate(held.order):
        yield at, features[at]["id"], codes[row], index.haystack[row], text_of(features[at]), shapes[row]


def _note(codes: list[list[str]], members: Any, facet: str, year: str | None) -> None:
    for code, mask in members.items():
        for row in mask.nonzero()[0]:
            codes[row].append(code_of(facet, code, year))
