"""Attacks on a real server over loopback, each with its figure: `make attack`. Not part of `make test`."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.load import User, busy, resident
from benchmarks.servers import Server, streamlit

HERE = Path(__file__).parent
FIGURES = pytest.StashKey[list[str]]()
Figure = Callable[[str], None]
CLICK_MS = 300  # on a machine that has nothing else to do; on a busy one, twice what clicks took before
MEMORY_MB = 700
THINK = 0.1
CALM = 25  # clicks before an attack, to know what the machine can do
RESTING_MS = 100  # of processor time a second


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.attack)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for line in config.stash.get(FIGURES, []):
        terminalreporter.write_line(line)


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Figure:
    """Notes a figure, which is printed at the end: `figure("5,000 handshakes: …")`."""
    return request.config.stash.setdefault(FIGURES, []).append


@pytest.fixture
def victim() -> Iterator[Server]:
    """The atlas as people start it, in a process of its own."""
    with streamlit("serve.py") as server:
        yield server


class Clicks:
    """Another visitor, who clicks filters while an attack runs."""

    def __init__(self, server: Server) -> None:
        self.user = User(random.Random(1))
        self.calm = 0.0
        self._server = server
        self._until = time.monotonic() + 600
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._loop = asyncio.new_event_loop()

    def _run(self) -> None:
        self._task = self._loop.create_task(self.user.run(self._server.address, THINK, self._until))
        try:
            self._loop.run_until_complete(self._task)
        except asyncio.CancelledError:
            self._loop.close()

    def start(self) -> None:
        """Come in and click a little, until a server knows what it learns once and we know how quick it is."""
        self._thread.start()
        for clicks in (5, CALM):
            self.user.took.clear()
            while len(self.user.took) < clicks and not self.user.failures:
                time.sleep(0.05)
        self.calm = self.p95()
        self.user.took.clear()

    def stop(self) -> None:
        """Leave."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._task.cancel)
            self._thread.join(30)

    def p95(self) -> float:
        """The click that 95 of 100 are quicker than, in ms."""
        took = sorted(self.user.took)
        return took[int(len(took) * 0.95)] * 1000

    def told(self, what: str) -> str:
        """One line for the summary."""
        clicks, slowest = len(self.user.took), max(self.user.took) * 1000
        took = f"p95 {self.p95():.0f} ms (before: {self.calm:.0f}), slowest {slowest:.0f} ms"
        return f"{what}: {clicks} clicks, {took}, {resident(self._server.pid):.0f} MB"

    def unharmed(self) -> bool:
        """Whether every click was answered, soon enough."""
        soon = max(CLICK_MS, 2 * self.calm)
        return not self.user.failures and len(self.user.took) > 5 and self.p95() < soon


def rests(server: Server, within: float = 15.0) -> bool:
    """Whether the server has nothing left to do some seconds after an attack."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        before = busy(server.pid)
        time.sleep(1)
        if busy(server.pid) - before < RESTING_MS:
            return True
    return False


@contextmanager
def clicking(server: Server) -> Iterator[Clicks]:
    """A visitor who clicks for as long as the block runs."""
    clicks = Clicks(server)
    clicks.start()
    try:
        yield clicks
    finally:
        clicks.stop()
