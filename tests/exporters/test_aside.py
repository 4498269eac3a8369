"""Heavy work in a process of its own."""

from __future__ import annotations

import os
import time
from functools import partial
from pathlib import Path

import pytest

from exporters.aside import Made, Progress, Step, WorkError, aside


def _counts(progress: Progress) -> bytes:
    print("what a library prints is no message")
    progress(0.5, "half")
    return str(os.getpid()).encode()


def _fails(progress: Progress) -> bytes:
    raise ValueError("no such page")


def _dies(progress: Progress) -> bytes:
    os._exit(3)


def _lasts(path: Path, progress: Progress) -> bytes:
    path.write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(60)
    return b""


def test_steps_come_before_the_file_and_from_elsewhere() -> None:
    step, made = aside(_counts)
    assert step == Step(0.5, "half")
    assert isinstance(made, Made) and made.data.isdigit() and int(made.data) != os.getpid()


@pytest.mark.parametrize(("work", "word"), [(_fails, "no such page"), (_dies, "before its work")])
def test_work_that_fails_is_told_once_and_clearly(work: object, word: str) -> None:
    with pytest.raises(WorkError, match=word):
        list(aside(work))  # type: ignore[arg-type]


def test_work_that_nobody_wants_any_more_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "pid"
    assert list(aside(partial(_lasts, path), path.exists)) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(path.read_text(encoding="utf-8")), 0)
