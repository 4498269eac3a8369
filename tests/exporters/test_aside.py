"""Work in processes of its own: what it tells, how it ends, and what it may not do."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from atlas.errors import DataError, Problem
from exporters.jobs.worker_process import Limits, Made, Progress, Step, TooMuchError, Worker, WorkError

MB = 1_000_000
USUAL = Limits(30, 20, 300 * MB, 600 * MB)


@pytest.fixture
def worker() -> Iterator[Worker]:
    found = Worker()
    yield found
    found.end()


def _counts(progress: Progress) -> bytes:
    print("what a library prints is no message")
    progress(0.5, "half")
    return str(os.getpid()).encode()


def _fails(progress: Progress) -> bytes:
    raise ValueError("no such page")


def _dies(progress: Progress) -> bytes:
    os._exit(3)


def _refuses(progress: Progress) -> bytes:
    raise DataError([Problem("x.geojson", "id", "is not a key")])


def _lasts(path: Path, progress: Progress) -> bytes:
    path.write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(60)
    return b""


def _spins(progress: Progress) -> bytes:
    while True:
        pass


def _hoards(progress: Progress) -> bytes:
    return b"".join(bytes(MB) for _ in range(2_000))


def _steps(progress: Progress) -> bytes:
    """More than twice the limit of the processor, with a sign of life from time to time."""
    end = time.process_time() + 2.2
    while time.process_time() < end:
        progress(0.5, "on")
        time.sleep(0.01)
        sum(range(300_000))
    return b"done"


def _hoards_slowly(progress: Progress) -> bytes:
    held = []
    while True:
        held.append(bytearray(os.urandom(MB)))
        time.sleep(0.002)


def test_steps_come_before_the_file_and_from_elsewhere(worker: Worker) -> None:
    step, made = worker.do(_counts, USUAL)
    assert step == Step(0.5, "half")
    assert isinstance(made, Made) and made.data.isdigit() and int(made.data) != os.getpid()


def test_a_process_does_one_piece_after_another(worker: Worker) -> None:
    first, second = (list(worker.do(_counts, USUAL))[-1] for _ in range(2))
    assert first == second and worker.alive


@pytest.mark.parametrize(("work", "word"), [(_fails, "no such page"), (_dies, "before its work")])
def test_work_that_fails_is_told_once_and_clearly(worker: Worker, work: object, word: str) -> None:
    with pytest.raises(WorkError, match=word):
        list(worker.do(work, USUAL))  # type: ignore[arg-type]
    assert not worker.alive


def test_what_the_work_refuses_comes_as_it_is(worker: Worker) -> None:
    with pytest.raises(DataError, match="id: is not a key") as refused:
        list(worker.do(_refuses, USUAL))
    assert len(refused.value.problems) == 1 and worker.alive


@pytest.mark.parametrize(
    ("work", "limits", "what"),
    [
        (_spins, Limits(30, 1, 300 * MB, 600 * MB), "time"),
        (partial(_lasts, Path(os.devnull)), Limits(0.5, 20, 300 * MB, 600 * MB), "time"),
        (_hoards, USUAL, "memory"),
        (_hoards_slowly, USUAL, "memory"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems know only the clock")
def test_work_that_takes_too_much_is_ended_and_says_of_what(
    worker: Worker, work: object, limits: Limits, what: str
) -> None:
    begun = time.monotonic()
    with pytest.raises(TooMuchError) as ended:
        list(worker.do(work, limits))  # type: ignore[arg-type]
    assert ended.value.what == what
    assert time.monotonic() - begun < 10


def test_work_that_goes_forward_may_take_its_time(worker: Worker) -> None:
    assert list(worker.do(_steps, Limits(30, 1, 300 * MB, 600 * MB)))[-1] == Made(b"done")


def test_work_that_nobody_wants_any_more_is_ended(worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "pid"
    assert list(worker.do(partial(_lasts, path), USUAL, path.exists)) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(path.read_text(encoding="utf-8")), 0)
