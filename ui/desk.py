"""Where files are made: one picture or slide at a time, and packs one after another in a process of their own."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Final, TypeVar, Unpack

import streamlit as st

from exporters.aside import Made, Step, Work, aside
from ui import log

_Thing = TypeVar("_Thing")
PATIENCE: Final = 120.0  # seconds; a browser asks in a hidden tab once a minute


@dataclass(eq=False)
class Ticket:
    """A place in the queue: how far the work is (0–1), what is being done, and in the end the file or `failed`."""

    work: Work
    share: float = 0.0
    doing: str = ""
    data: bytes | None = None
    failed: bool = False
    dropped: bool = False
    seen: float = field(default_factory=time.monotonic)

    @property
    def open(self) -> bool:
        """Whether there is still something to wait for."""
        return self.data is None and not self.failed and not self.dropped

    def left(self) -> bool:
        """Whether nobody waits any more: it was given up, or nobody asked for a long time."""
        return self.dropped or time.monotonic() - self.seen > PATIENCE


class Desk:
    """One for the whole server: everyone's packs stand in one line, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._line: deque[Ticket] = deque()
        self._lock = threading.Lock()
        self._quick = ThreadPoolExecutor(1, "export")

    def at_once(self, make: Callable[[], _Thing]) -> _Thing:
        """Make something that takes a moment, after what others asked for before."""
        return self._quick.submit(make).result()

    def ask(self, work: Work) -> Ticket:
        """Stand in line with some work."""
        ticket = Ticket(work)
        with self._lock:
            self._line.append(ticket)
            if len(self._line) == 1:
                threading.Thread(target=self._serve, name="packs", daemon=True).start()
        return ticket

    def ahead(self, ticket: Ticket) -> int:
        """How many stand before a ticket, the one that is being served among them; tells that somebody waits."""
        ticket.seen = time.monotonic()
        with self._lock:
            return self._line.index(ticket) if ticket in self._line else 0

    def _serve(self) -> None:
        while True:
            self._take(self._line[0])
            with self._lock:
                self._line.popleft()
                if not self._line:
                    return

    @staticmethod
    def _take(ticket: Ticket) -> None:
        try:
            if ticket.left():
                return
            for said in aside(ticket.work, ticket.left):
                match said:
                    case Step(share, doing):
                        ticket.share, ticket.doing = share, doing
                    case Made(data):
                        ticket.data = data
        except Exception as error:  # whatever fails, the next in line is served
            log.failed(error)
        finally:
            ticket.failed = ticket.data is None


@st.cache_resource(show_spinner=False)
def desk() -> Desk:
    """The desk of this server."""
    return Desk()


def export(make: Callable[[], bytes | str], **fields: Unpack[log.Fields]) -> Callable[[], bytes | str]:
    """What makes a file for a download: in its turn, with a line in the log each time."""
    place = desk()
    return log.exported(lambda: place.at_once(make), **fields)
