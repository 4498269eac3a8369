"""Watches a server under attack: another visitor's clicks, its memory, and what of it is at work."""

from __future__ import annotations

import asyncio
import os
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.load import User, busy, resident

PAUSE: Final = 0.25  # seconds between two clicks
_TREE_LOOK: Final = 2.0


@dataclass
class ClickTimes:
    """How long the clicks of another visitor took, in milliseconds, and what failed."""

    took: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"click p95 {self.p95():.0f} ms of {len(self.took)}"

    def p95(self) -> float:
        """The time that 95 of 100 clicks took at most."""
        return sorted(self.took)[int(len(self.took) * 0.95)]


@contextmanager
def clicking(address: str) -> Iterator[ClickTimes]:
    """Another visitor clicks filters of the map for as long as this lasts."""
    seen, over, user = ClickTimes(), threading.Event(), User(random.Random(7))

    async def run() -> None:
        while not over.is_set():
            await user.run(address, PAUSE, time.monotonic() + 3600 if not user.failures else 0)

    async def until() -> None:
        work = asyncio.create_task(run())
        while not over.is_set():
            await asyncio.sleep(0.1)
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work

    thread = threading.Thread(target=lambda: asyncio.run(until()), daemon=True)
    thread.start()
    while not user.took and not user.failures:
        time.sleep(0.1)
    user.took.clear()  # the first runs of all
    try:
        yield seen
    finally:
        over.set()
        thread.join(30)
        seen.took, seen.failures = [value * 1000 for value in user.took], user.failures


def tree(pid: int) -> list[int]:
    """A process and all that it started."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(path.parent.name))
    found = [pid]
    for one in found:
        found += parents.get(one, [])
    return found


def at_work(pid: int) -> float:
    """How much of one processor a server and all that it started use, over two seconds."""
    before = {one: _busy(one) for one in tree(pid)}
    time.sleep(_TREE_LOOK)
    return sum(_busy(one) - before.get(one, 0.0) for one in tree(pid)) / 1000 / _TREE_LOOK


def rests(pid: int, seconds: float, most: float = 0.2) -> bool:
    """Whether a server comes to rest within some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if at_work(pid) < most:
            return True
    return False


def _busy(pid: int) -> float:
    try:
        return busy(pid)
    except OSError:
        return 0.0


class Memory:
    """The most memory (MB) that a process held while this lasted."""

    def __init__(self, pid: int) -> None:
        self.most, self._pid, self._over = 0.0, pid, threading.Event()

    def __enter__(self) -> Memory:
        threading.Thread(target=self._look, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()

    def _look(self) -> None:
        while not self._over.wait(0.1):
            self.most = max(self.most, resident(self._pid))


def server_of(port: int) -> int:
    """The process that serves on a port."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if f"--server.port={port}".encode() in words and int(path.parent.name) != os.getpid():
            return int(path.parent.name)
    raise LookupError(f"nobody serves on port {port}")
