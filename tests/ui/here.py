"""Work of the queues done in the test's own process: a fresh one costs two seconds, and its libraries are here."""

from __future__ import annotations

import pickle
import threading
import traceback
from collections.abc import Callable, Iterator

import pytest

from atlas.errors import AtlasError
from exporters.jobs.worker_process import Limits, Made, Step, Work, WorkError
from ui.jobs.fair_queue import FairQueue

_ONE = threading.Lock()


class Here:
    """Does what a process would: it gets a pickle and gives one, piece by piece, without limits."""

    alive, size = False, 0

    def do(self, work: Work, limits: Limits, unwanted: Callable[[], bool]) -> Iterator[Step | Made]:
        """Do the work; as in a process, only a refusal comes out as it is."""
        given: Work = pickle.loads(pickle.dumps(work))
        try:
            with _ONE:
                made = given(lambda share, doing: None)
        except AtlasError:
            raise
        except Exception:
            raise WorkError(traceback.format_exc()) from None
        if not unwanted():
            yield pickle.loads(pickle.dumps(Made(made)))

    def end(self) -> None:
        """There is nothing to end."""


def work_here(patch: pytest.MonkeyPatch) -> None:
    """Let the queues start no process."""
    patch.setattr(FairQueue, "ready", lambda queue: None)
    patch.setattr(FairQueue, "_hired", lambda queue: Here())
    patch.setattr(FairQueue, "_back", lambda queue, worker: None)
