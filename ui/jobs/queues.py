"""Where files are made and lists are read: three lines of work in processes of their own, fair to every session."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache, partial
from typing import Any, Final, TypeVar, Unpack

from adapters.streamlit import connected, session
from exporters.jobs.worker_process import Limits, Progress, TooMuchError, Worker, WorkError
from ui import log
from ui.jobs.fair_queue import FairQueue, Ticket

_Thing = TypeVar("_Thing")
_MB: Final = 1_000_000
GRACE: Final = 5.0  # seconds that a session may be without a connection
PATIENCE: Final = 120.0  # seconds without a look at a pack; a browser asks in a hidden tab once a minute
FILES: Final = Limits(120, 60, 600 * _MB, 4_000 * _MB)
PACKS: Final = Limits(1800, 60, 900 * _MB, 4_000 * _MB)
LISTS: Final = Limits(120, 8, 200 * _MB, 330 * _MB)
FRAMES: Final = Limits(180, 60, 700 * _MB, 4_000 * _MB)  # lists and editions as frames, when they were found sound
PAPERS: Final = Limits(180, 90, 700 * _MB, 4_000 * _MB)  # documents, which are read with what the atlas knows
_GROWN: Final = 600 * _MB  # a process of this size is not kept
_DRAWS: Final = ("exporters.print.pictures", "exporters.formats")


class Queues:
    """One for the whole server: files that take a moment, packs, and lists that people bring."""

    def __init__(self) -> None:
        self.files = FairQueue(2, FILES, partial(Worker, *_DRAWS, nice=5), "kept", _GROWN)
        self.packs = FairQueue(1, PACKS, partial(Worker, *_DRAWS), "none")
        self.lists = FairQueue(2, LISTS, partial(Worker, "loaders.lists.opening:warm", nice=5), "fresh")

    def at_once(self, make: Callable[[], _Thing], session: str) -> _Thing:
        """Make something that takes a moment, when the session's turn has come; raises what it ends in."""
        made: _Thing = wait(self.files.ask(partial(_alone, make), session, absence(session)))
        return made

    def close(self) -> None:
        """End the processes that wait for work."""
        for line in (self.files, self.packs, self.lists):
            line.close()


def _alone(make: Callable[[], _Thing], progress: Progress) -> _Thing:
    return make()


def wait(ticket: Ticket, look: Callable[[], None] = lambda: None) -> Any:
    """What a ticket's work made; `look` is called meanwhile, and what it raises gives the work up."""
    try:
        while not ticket.done.wait(0.2):
            look()
            if ticket.left():
                raise WorkError("nobody waits for the work")
    finally:
        ticket.dropped = ticket.open
    return ticket.result()


def trouble(error: Exception | None) -> str:
    """The key of the sentence about work that came to nothing."""
    if isinstance(error, TooMuchError):
        return f"work_{error.what}"
    return "work_failed" if error is None or isinstance(error, WorkError) else "work_busy"


@cache
def queues() -> Queues:
    """The queues of this server; not among Streamlit's caches, which anybody may empty."""
    made = Queues()
    made.files.ready()
    return made


def absence(one: str) -> Callable[[], bool]:
    """Tells whether a session has left: no connection for longer than it takes to come back."""
    lost: list[float] = []

    def absent() -> bool:
        if connected(one):
            lost.clear()
        elif not lost:
            lost.append(time.monotonic())
        return bool(lost) and time.monotonic() - lost[0] > GRACE

    return absent


def export(make: Callable[[], bytes | str], **fields: Unpack[log.Fields]) -> Callable[[], bytes | str]:
    """What makes a file for a download, in its session's turn, with a line in the log; `make` can be pickled."""
    return ordered(lambda: make, **fields)


def ordered(order: Callable[[], Callable[[], bytes | str]], **fields: Unpack[log.Fields]) -> Callable[[], bytes | str]:
    """The same, where it is worked out only when the file is asked for what makes it."""
    own, place = session(), queues()
    return log.exported(lambda: place.at_once(order(), own), **fields)
