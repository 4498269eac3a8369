"""Empty databases in the tests' own server, and its users."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import psycopg
from psycopg import sql

from tests.conftest import PASSWORD

READER = "atlas_reader"
_NUMBERS = itertools.count()


def address(server: str, database: str, user: str = "postgres") -> str:
    """The address of a database for a user."""
    return server.replace("//postgres:", f"//{user}:").replace("@/postgres?", f"@/{database}?")


def run(server: str, text: sql.SQL | sql.Composed | str) -> None:
    """Run one statement as the server's owner."""
    with psycopg.connect(server, autocommit=True) as line:
        line.execute(text.encode() if isinstance(text, str) else text)


@cache
def _template(server: str) -> str:
    """A database with PostGIS to copy from, which is quicker than adding it each time."""
    run(server, "CREATE DATABASE atlas_template TEMPLATE template0")
    run(address(server, "atlas_template"), "CREATE EXTENSION postgis")
    return "atlas_template"


@contextmanager
def database(server: str, *, spatial: bool = True) -> Iterator[str]:
    """An empty database, with PostGIS in it or without; yields its owner's address."""
    name = f"atlas{next(_NUMBERS)}"
    here = address(server, name)
    run(server, f"CREATE DATABASE {name} TEMPLATE {_template(server) if spatial else 'template0'}")
    try:
        yield here
    finally:
        run(server, f"DROP DATABASE {name} WITH (FORCE)")


def reader(server: str, here: str) -> str:
    """The address for a user who may only read, as docs/operating.md grants it."""
    with psycopg.connect(server, autocommit=True) as line:
        if not line.execute("SELECT FROM pg_roles WHERE rolname = %s", [READER]).rowcount:
            line.execute(sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(READER), PASSWORD))
    run(here, f"GRANT USAGE ON SCHEMA foip_atlas TO {READER}")
    run(here, f"GRANT SELECT ON ALL TABLES IN SCHEMA foip_atlas TO {READER}")
    return here.replace("//postgres:", f"//{READER}:")
