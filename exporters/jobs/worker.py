"""The other side of `worker_process.py`: a process that loads what it needs and does what it is given, in limits."""

from __future__ import annotations

import gc
import math
import os
import pickle
import sys
import time
import traceback
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, BinaryIO

from atlas.errors import AtlasError
from exporters.jobs.worker_process import Failed, Limits, Made, Step, Work

try:
    import resource
except ImportError:
    resource: Any = None  # type: ignore[no-redef]


def main() -> None:
    """Work for whoever started this process; what libraries print goes to the error stream."""
    out, sys.stdout = sys.stdout.buffer, sys.stderr
    if hasattr(os, "nice"):
        os.nice(int(sys.argv[1]))
    for warm in sys.argv[2:]:
        found = resolve_name(warm)
        if callable(found):
            found()
    while True:
        try:
            work, limits = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _say(out, _done(work, limits, out))
        del work
        gc.collect()


def _done(work: Work, limits: Limits, out: BinaryIO) -> Made | Failed:
    try:
        _bound(limits)

        def tell(share: float, doing: str) -> None:
            _bound_processor(limits)
            _say(out, Step(share, doing))

        return Made(work(tell))
    except MemoryError:
        return Failed("", memory=True)
    except AtlasError as error:
        return Failed("", refused=error)
    except Exception:
        return Failed(traceback.format_exc())


def _say(out: BinaryIO, said: Step | Made | Failed) -> None:
    pickle.dump(said, out, protocol=pickle.HIGHEST_PROTOCOL)
    out.flush()


def _bound(limits: Limits) -> None:
    """Let the system end or refuse what goes beyond the limits, counted from now. Windows knows none of this."""
    _bound_processor(limits)
    if resource and (booked := _booked()):
        _soften(resource.RLIMIT_AS, booked + limits.address)


def _bound_processor(limits: Limits) -> None:
    if resource:
        _soften(resource.RLIMIT_CPU, math.ceil(time.process_time()) + limits.processor)


def _soften(kind: int, most: int) -> None:
    """The soft limit may be moved again for the next piece of work; the hard one is the system's."""
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _booked() -> int:
    """The bytes of address space that this process has; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


if __name__ == "__main__":
    main()
