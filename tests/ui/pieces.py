"""Pieces of work for the queues; apart from the tests, so that a process need not load what they use."""

from __future__ import annotations

import time
from pathlib import Path

from exporters.jobs.worker_process import Progress


def takes(seconds: float, progress: Progress) -> float:
    """Take so long, and tell when it ended."""
    time.sleep(seconds)
    return time.monotonic()


def never(path: Path, progress: Progress) -> None:
    """Say that it has begun, and come to no end."""
    path.write_text("begun", encoding="utf-8")
    time.sleep(60)


def fails(progress: Progress) -> None:
    """Fail."""
    raise ValueError("whatever")
