"""Free memory goes back to the system."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from tests.conftest import ROOT

SCRIPT = """
import os
from server.memory import give_back
from exporters.jobs.worker_process import resident
TOLD
for _ in range(3):  # from the first ones glibc learns to keep the next
    large = [b"x" * (20_000_000 + n) for n in range(4)]
    small, before = b"x" * 100_000, resident(os.getpid())
    del large
print((before - resident(os.getpid())) // 1_000_000)
"""


def _given_back(told: str) -> int:
    line = [sys.executable, "-c", SCRIPT.replace("TOLD", told)]
    return int(subprocess.run(line, cwd=ROOT, capture_output=True, check=True, text=True).stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library keeps its memory in its own way")
def test_large_blocks_go_back_to_the_system() -> None:
    assert _given_back("assert give_back()") >= 79, "glibc no longer does what it is told"
    assert _given_back("") < 40, "glibc gives memory back by itself: server/memory.py is no longer needed"
