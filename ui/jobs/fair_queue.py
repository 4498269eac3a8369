"""Work that stands in line: one piece of a session at a time, sessions in turn, each piece in a process with limits."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from atlas.errors import AtlasError
from exporters.jobs.worker_process import Limits, Made, Step, Work, Worker, WorkError
from ui import log

OWN: Final = 12  # pieces of work of one session that may wait
ALL: Final = 48  # of all sessions; a download waits in a thread each, see server.lifespan
Spare = Literal["kept", "fresh", "none"]


class BusyError(AtlasError):
    """Too much stands in line already."""


@dataclass(eq=False)
class Ticket:
    """A place in line: how far the work is (0–1), what is being done, and in the end what it made, or why not."""

    work: Work
    session: str
    gone: Callable[[], bool]
    limits: Limits
    share: float = 0.0
    doing: str = ""
    data: Any = None
    error: Exception | None = None
    dropped: bool = False
    begun: float | None = None
    done: threading.Event = field(default_factory=threading.Event)

    @property
    def open(self) -> bool:
        """Whether there is still something to wait for."""
        return not self.done.is_set() and not self.dropped

    def left(self) -> bool:
        """Whether nobody waits any more: it was given up, or its session has left."""
        self.dropped = self.dropped or self.gone()
        return self.dropped

    def result(self) -> Any:
        """What the work made; raises what it ended in."""
        if self.error:
            raise self.error
        if self.data is None:
            raise WorkError("nobody waited for the work")
        return self.data


class FairQueue:
    """One for a kind of work: so many processes at most, and whether one is kept for the next piece or made anew."""

    def __init__(self, lanes: int, limits: Limits, start: Callable[[], Worker], spare: Spare, most: int = 0) -> None:
        self._lanes, self._limits, self._start, self._spare, self._most = lanes, limits, start, spare, most
        self._waiting: OrderedDict[str, deque[Ticket]] = OrderedDict()
        self._busy: dict[str, Ticket] = {}
        self._idle: list[Worker] = []
        self._lock = threading.Lock()

    def ready(self) -> None:
        """Have a process ready before there is work."""
        with self._lock:
            self._idle = self._idle or [self._start()]

    def ask(
        self, work: Work, session: str, gone: Callable[[], bool] = lambda: False, limits: Limits | None = None
    ) -> Ticket:
        """Stand in line with some work; raises BusyError when the session, or all together, have too much there."""
        ticket = Ticket(work, session, gone, limits or self._limits)
        with self._lock:
            own = self._waiting.get(session, deque())
            if len(own) >= OWN or sum(map(len, self._waiting.values())) >= ALL:
                raise BusyError("too much stands in line")
            own.append(ticket)
            self._waiting[session] = own
            self._serve_next()
        return ticket

    def ahead(self, ticket: Ticket) -> int:
        """How many come before a ticket, those that are being served among them."""
        with self._lock:
            own = self._waiting.get(ticket.session)
            if not own or ticket not in own:
                return 0
            place, order = own.index(ticket), list(self._waiting)
            turn = order.index(ticket.session)
            others = (min(len(self._waiting[one]), place + (at < turn)) for at, one in enumerate(order) if at != turn)
            return len(self._busy) + place + sum(others)

    def _serve_next(self) -> None:
        """Give free processes to those whose turn it is; the lock is held."""
        while len(self._busy) < self._lanes and (ticket := self._next()):
            self._busy[ticket.session] = ticket
            threading.Thread(target=self._serve, args=(ticket,), name="work", daemon=True).start()

    def _next(self) -> Ticket | None:
        for session, own in self._waiting.items():
            if session not in self._busy:
                ticket = own.popleft()
                self._waiting.move_to_end(session)
                if not own:
                    del self._waiting[session]
                return ticket
        return None

    def _serve(self, ticket: Ticket) -> None:
        ticket.begun = time.monotonic()
        try:
            if not ticket.left():
                self._take(ticket)
        except Exception as error:  # whatever fails, the next in line is served
            ticket.error = error
            if not isinstance(error, AtlasError):
                log.failed(error)
        finally:
            ticket.done.set()
            with self._lock:
                del self._busy[ticket.session]
                self._serve_next()

    def _take(self, ticket: Ticket) -> None:
        worker = self._hired()
        try:
            for said in worker.do(ticket.work, ticket.limits, ticket.left):
                match said:
                    case Step(share, doing):
                        ticket.share, ticket.doing = share, doing
                    case Made(data):
                        ticket.data = data
        finally:
            self._back(worker)

    def _hired(self) -> Worker:
        with self._lock:
            worker = self._idle.pop() if self._idle else None
        if worker and worker.alive:
            return worker
        return self._start()

    def _back(self, worker: Worker) -> None:
        """Keep the process, or a new one, for the next; one that has grown too large is ended."""
        if self._spare == "kept" and worker.alive and (not self._most or worker.size < self._most):
            again: Worker | None = worker
        else:
            worker.end()
            again = self._start() if self._spare != "none" else None
        with self._lock:
            if again and not self._idle:
                self._idle.append(again)
                again = None
        if again:
            again.end()

    def close(self) -> None:
        """End the processes that wait for work."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.end()
