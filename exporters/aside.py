"""Heavy work in a process of its own: it tells how far it is, and ends when nobody waits for it.

The process is this module run with pickles of our own on its pipes; no other kind of input ever reaches it.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

Progress = Callable[[float, str], None]
Work = Callable[[Progress], bytes]
_ROOT: Final = Path(__file__).resolve().parent.parent
_LOOK: Final = 0.25
_NICE: Final = 10


class Step(NamedTuple):
    """How far the work is (0–1), and at what."""

    share: float
    doing: str


class Made(NamedTuple):
    """What came of the work."""

    data: bytes


class Failed(NamedTuple):
    """The work ended in an error, in words for the log."""

    trace: str


class WorkError(Exception):
    """The work did not come to its end."""


def aside(work: Work, unwanted: Callable[[], bool] = lambda: False) -> Iterator[Step | Made]:
    """Do some work elsewhere; `work` can be pickled. Ends early when it is unwanted; raises WorkError."""
    line = [sys.executable, "-m", __name__]
    with subprocess.Popen(line, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        watch = threading.Thread(target=_watch, args=(process, unwanted), daemon=True)
        watch.start()
        try:
            with process.stdin as pipe:
                pickle.dump(work, pipe)
            yield from _heard(process.stdout, unwanted)
        finally:
            process.kill()


def _heard(pipe: Any, unwanted: Callable[[], bool]) -> Iterator[Step | Made]:
    while True:
        try:
            said = pickle.load(pipe)
        except EOFError:
            if unwanted():
                return
            raise WorkError("the process ended before its work") from None
        if isinstance(said, Failed):
            raise WorkError(said.trace)
        yield said
        if isinstance(said, Made):
            return


def _watch(process: subprocess.Popen[bytes], unwanted: Callable[[], bool]) -> None:
    while True:
        try:
            process.wait(_LOOK)
        except subprocess.TimeoutExpired:
            if unwanted():
                process.kill()
        else:
            return


def _main() -> None:
    """Work for whoever started this process; what libraries print goes to the error stream."""
    import traceback

    out, sys.stdout = sys.stdout.buffer, sys.stderr
    if hasattr(os, "nice"):
        os.nice(_NICE)  # a click on somebody's map goes first

    def say(said: Step | Made | Failed) -> None:
        pickle.dump(said, out)
        out.flush()

    try:
        work: Work = pickle.load(sys.stdin.buffer)
        say(Made(work(lambda share, doing: say(Step(share, doing)))))
    except Exception:
        say(Failed(traceback.format_exc()))


if __name__ == "__main__":
    from exporters import aside as itself  # classes pickled here carry the module's own name, not __main__

    itself._main()
