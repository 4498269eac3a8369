"""Work in processes of its own: it tells how far it is, has limits, and ends when nobody waits for it.

A process gets pickles of our own on its pipes (`exporters/jobs/worker.py`); no other kind of input ever reaches it.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from atlas.errors import AtlasError

Progress = Callable[[float, str], None]
Work = Callable[[Progress], Any]
What = Literal["time", "memory"]
_ROOT: Final = Path(__file__).resolve().parents[2]
_LOOK: Final = 0.1
_FEW: Final = {"MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # memory that threads book


class Limits(NamedTuple):
    """What a piece of work may use.

    Seconds by the clock; seconds of the processor from one step to the next; bytes in memory, and of address space,
    beyond what its process has at rest.
    """

    clock: float
    processor: int
    memory: int
    address: int


class Step(NamedTuple):
    """How far the work is (0–1), and at what."""

    share: float
    doing: str


class Made(NamedTuple):
    """What came of the work."""

    data: Any


class Failed(NamedTuple):
    """The work ended in an error, in words for the log; `refused` when it is a sentence for the user."""

    trace: str
    refused: AtlasError | None = None
    memory: bool = False


class WorkError(Exception):
    """The work did not come to its end."""


class TooMuchError(WorkError):
    """The work met one of its limits."""

    def __init__(self, what: What) -> None:
        super().__init__(f"the work took more {what} than it may")
        self.what: What = what


@dataclass
class _Watch:
    """Looks at a process while it works, and ends it at its limits or when it is unwanted."""

    process: subprocess.Popen[bytes]
    limits: Limits
    unwanted: Callable[[], bool]
    done: threading.Event
    met: What | None = None
    dropped: bool = False

    def run(self) -> None:
        end, most = time.monotonic() + self.limits.clock, resident(self.process.pid) + self.limits.memory
        while not self.done.wait(_LOOK):
            if self.unwanted():
                self.dropped = True
            elif time.monotonic() > end:
                self.met = "time"
            elif resident(self.process.pid) > most:
                self.met = "memory"
            if self.dropped or self.met:
                self.process.kill()
                return


class Worker:
    """A process that does one piece of work after another.

    `warm` names what it loads beforehand (`module` or `module:function`);
    `nice` is how far it stands back behind a click on somebody's map.
    """

    def __init__(self, *warm: str, nice: int = 10) -> None:
        line = [sys.executable, "-m", "exporters.jobs.worker", str(nice), *warm]
        self._process = subprocess.Popen(
            line, cwd=_ROOT, env=os.environ | _FEW, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._in, self._out = self._process.stdin, self._process.stdout

    @property
    def number(self) -> int:
        """What the system calls it."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can take more work."""
        return self._process.poll() is None

    @property
    def size(self) -> int:
        """The bytes that it holds in memory; 0 where the system does not say."""
        return resident(self._process.pid)

    def do(self, work: Work, limits: Limits, unwanted: Callable[[], bool] = lambda: False) -> Iterator[Step | Made]:
        """Do some work, which can be pickled. Ends early when it is unwanted; raises WorkError, or what it refuses."""
        watch = _Watch(self._process, limits, unwanted, threading.Event())
        threading.Thread(target=watch.run, name="watch", daemon=True).start()
        whole = False
        try:
            with suppress(BrokenPipeError):
                pickle.dump((work, limits), self._in)
                self._in.flush()
            for said in self._heard(watch):
                yield said
                whole = isinstance(said, Made)
        except AtlasError:
            whole = True
            raise
        finally:
            watch.done.set()
            if not whole:
                self.end()

    def _heard(self, watch: _Watch) -> Iterator[Step | Made]:
        while True:
            try:
                said = pickle.load(self._out)
            except (EOFError, pickle.UnpicklingError):
                if watch.dropped:
                    return
                raise self._cause(watch) from None
            if isinstance(said, Failed):
                raise said.refused or (TooMuchError("memory") if said.memory else WorkError(said.trace))
            yield said
            if isinstance(said, Made):
                return

    def _cause(self, watch: _Watch) -> WorkError:
        """Why it ended before its work: a limit that the watch met, or the system's own."""
        code = self._process.wait()
        if watch.met or code == -getattr(signal, "SIGXCPU", 0):
            return TooMuchError(watch.met or "time")
        return WorkError(f"the process ended before its work ({code})")

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._in, self._out):
            with suppress(OSError):
                pipe.close()


def resident(number: int) -> int:
    """The bytes that a process holds in memory; 0 where the system does not say (Windows, macOS)."""
    try:
        pages = Path(f"/proc/{number}/statm").read_text().split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
