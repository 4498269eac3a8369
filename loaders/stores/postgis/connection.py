"""Connections to PostgreSQL: short waits, one snapshot, and errors as sentences that quote nothing of the address."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar

import psycopg
from psycopg.conninfo import conninfo_to_dict

from atlas.errors import DataError, Problem

T = TypeVar("T")
DATABASE: Final = "PostGIS"
CONNECT_SECONDS: Final = 3
STATEMENT_SECONDS: Final = 30
NO_POSTGIS: Final = "has no PostGIS; its keeper installs it and runs CREATE EXTENSION postgis"
_PUBLISH: Final = "python -m loaders publish fills it"
_CODES: Final = {
    "28": "the database refuses this user or password; correct the address or ~/.pgpass",
    "3D": "the database has no database of this name; create it or correct the address",
    "3F": f"the database holds no edition yet; {_PUBLISH}",
    "42P01": f"the database holds no edition yet; {_PUBLISH}",
    "42883": f"the database {NO_POSTGIS}",
    "42704": f"the database {NO_POSTGIS}",
    "42501": "the database does not let this user do that; grant it, as docs/operating.md says",
    "25006": "the database lets nothing be written here; name the primary server",
    "53": "the database has no room left for this; see its log",
    "55P03": "the database is being published to by another; try again when that is done",
    "57014": "the database took too long to answer",
    "57P": "the database is starting or stopping; try again",
}
_AWAY: Final = "the database cannot be reached; see that it runs and that address, user and password are right"
# Before a session stands the library gives no code, only the server's words, which are in English or not.
_WORDS: Final = {"authentication failed": "28", "no password supplied": "28", "pg_hba.conf": "28", "too many": "53",
                 "starting up": "57P", "shutting down": "57P", "wait timeout expired": "57014"}  # fmt: skip
_NO_DATABASE: Final = re.compile(r'database "[^"]*" does not exist')
_OPTIONS: Final = "SELECT set_config(name, value, false) FROM unnest(%s::text[], %s::text[]) AS options (name, value)"


class Connection(psycopg.Connection[tuple[Any, ...]]):
    """A connection that waits no longer than its patience (seconds): a server that is frozen keeps none of its own."""

    patience: float | None = None

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        """What the server answers; raises OperationalError, and is closed, when that takes too long."""
        try:
            return super().wait(gen, interval, self.patience if timeout is None else timeout)
        except psycopg.errors._WaitTimeout:
            self.pgconn.finish()
            raise


def told(error: psycopg.Error) -> DataError:
    """What an error means, in one sentence of our own: the library's may quote the address with its password."""
    state = error.sqlstate or _state(str(error))
    found = next((_CODES[state[:size]] for size in (5, 3, 2) if state[:size] in _CODES), None)
    rule = found or (f"the database answers with an error (SQLSTATE {state})" if state else _AWAY)
    return DataError([Problem(DATABASE, "", rule)])


def _state(words: str) -> str:
    """The code, or the start of it, that the words of a refused connection stand for."""
    if _NO_DATABASE.search(words):
        return "3D"
    return next((state for part, state in _WORDS.items() if part in words), "")


def parameters_of(address: str, name: str) -> dict[str, Any]:
    """What to connect with; raises DataError, which calls the address `name`, for one that is none."""
    try:
        return {"connect_timeout": CONNECT_SECONDS, "application_name": "foip-atlas", **conninfo_to_dict(address)}
    except (psycopg.Error, ValueError):
        raise DataError([Problem(name, "", "is no address like postgresql://user@host:5432/database")]) from None


def connected(parameters: dict[str, Any], *, write: bool = False, seconds: int = STATEMENT_SECONDS) -> Connection:
    """A connection; a reader's transactions are one snapshot and change nothing. Raises DataError."""
    try:
        timeout = 1000 * (seconds + CONNECT_SECONDS)
        connection = Connection.connect(
            **{"tcp_user_timeout": timeout, **parameters}, autocommit=True, prepare_threshold=None
        )
        connection.patience = seconds + CONNECT_SECONDS
        connection.read_only = not write
        if not write:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        # Compiling a query or starting workers for it takes longer than what a box finds.
        options = {"statement_timeout": f"{seconds}s", "lock_timeout": f"{CONNECT_SECONDS}s",
                   "client_encoding": "UTF8", "jit": "off", "max_parallel_workers_per_gather": "0",
                   "work_mem": "64MB"}  # fmt: skip
        connection.execute(_OPTIONS, [list(options), list(options.values())])
    except psycopg.Error as error:
        raise told(error) from None
    return connection


@contextmanager
def sentences() -> Iterator[None]:
    """Errors of the database inside become DataError."""
    try:
        yield
    except psycopg.Error as error:
        raise told(error) from None


class SharedConnection:
    """One connection for readers of a process; a server that was restarted meanwhile is called anew."""

    def __init__(self, parameters: dict[str, Any]) -> None:
        self._parameters = parameters
        self._lock = threading.Lock()
        self._connection: Connection | None = None

    def ask(self, work: Callable[[Connection], T], seconds: float = STATEMENT_SECONDS) -> T:
        """What `work` finds in one read-only snapshot, each step of it in so many seconds; raises DataError."""
        with self._lock, sentences():
            if self._connection is not None:
                try:
                    return self._within(self._connection, work, seconds)
                except psycopg.errors._WaitTimeout:
                    raise  # another connection would wait as long again
                except psycopg.Error:
                    if not self._connection.closed:
                        raise
            self._connection = connected(self._parameters)
            return self._within(self._connection, work, seconds)

    def close(self) -> None:
        """End the connection; the next question makes another."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()

    def __del__(self) -> None:
        self.close()

    @staticmethod
    def _within(connection: Connection, work: Callable[[Connection], T], seconds: float) -> T:
        connection.patience = seconds
        with connection.transaction():
            return work(connection)
