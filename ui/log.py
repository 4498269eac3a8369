"""The server's log: one JSON object a line. Nothing in it tells from where somebody asked, or for what.

Who asked is told only where people log in: what the provider or the proxy calls them, and nothing else of them.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Final, Literal, TypedDict, Unpack

from access.visitor import visitor
from adapters.streamlit import session

LOGGER: Final = logging.getLogger("atlas")
DETAIL: Final = "ATLAS_LOG_DETAIL"
Event = Literal[
    "start",
    "edition loaded",
    "edition refused",
    "edition restored",
    "log-in",
    "import",
    "export",
    "error",
    "refused",
    "map script unknown",
]
_QUIET: Final = 60.0
_LEVELS: Final[Mapping[str, int]] = {"edition refused": logging.ERROR, "error": logging.ERROR,
                                    "refused": logging.WARNING, "map script unknown": logging.WARNING}  # fmt: skip


class Fields(TypedDict, total=False):
    """What an event may carry: counts, codes and the data's own faults; never a user's words, files or address."""

    format: str
    lang: str
    rows: int
    features: int
    initiatives: int
    outcomes: Mapping[str, int]
    kind: str
    count: int
    seconds: float
    date: str | None
    digest: str
    problems: list[str]
    notes: list[str]
    error: str
    where: list[str]
    detail: str
    versions: Mapping[str, str]
    user: str
    editor: bool


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON in ASCII, so that nothing in it can begin a second line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        head = {"time": when, "level": record.levelname.lower(), "event": record.getMessage()}
        return json.dumps(head | getattr(record, "fields", {}), default=str)


def configure() -> None:
    """Send the atlas's log to standard error, once a process."""
    LOGGER.setLevel(logging.INFO)
    if not any(isinstance(handler.formatter, JsonLines) for handler in LOGGER.handlers):
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(JsonLines())
        LOGGER.addHandler(handler)


def event(name: Event, **fields: Unpack[Fields]) -> None:
    """Log what happened: `event("export", format="pptx", lang="ja", features=31)`."""
    LOGGER.log(_LEVELS.get(name, logging.INFO), name, extra={"fields": whose() | fields})


def whose() -> Fields:
    """Whoever runs this script, where people log in."""
    user = visitor().user if session() else None
    return {"user": user} if user else {}


class Tally:
    """Counts what the gate refuses; the log has a line of each kind a minute at most, however many come."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._told: dict[str, float] = {}

    def refused(self, kind: str) -> None:
        """One more of a kind."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        now = time.monotonic()
        if now - self._told.get(kind, -_QUIET) >= _QUIET:
            self._told[kind] = now
            event("refused", kind=kind, count=self._counts.pop(kind))


def exported(make: Callable[[], bytes | str], **fields: Unpack[Fields]) -> Callable[[], bytes | str]:
    """What makes a file for a download, with a line in the log each time it does."""

    asked = whose()

    def made() -> bytes | str:
        begun = time.perf_counter()
        data = make()
        told: Fields = {**fields, **asked, "seconds": round(time.perf_counter() - begun, 3)}
        event("export", **told)
        return data

    return made


def failed(error: BaseException) -> None:
    """Log an unexpected error: its kind and place. Its words, which may quote a user, only when the operator asks."""
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames[-12:]]
    fields: Fields = {"error": type(error).__name__, "where": where}
    if os.environ.get(DETAIL) == "1":
        fields["detail"] = str(error)
    event("error", **fields)
