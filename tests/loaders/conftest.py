"""Fixtures of the loaders' tests: a small sound data folder, the command line, the real report."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.check import Report, check_data
from tests.loaders.samples import write_sample

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A data folder without problems: three initiatives, six sites."""
    return write_sample(tmp_path / "data")


@pytest.fixture(scope="session")
def real_report(real_data: Path) -> Report:
    """The check of the committed catalogue."""
    return check_data(real_data)


@pytest.fixture
def command(repository: Path) -> Command:
    """Runs `python -m loaders …` as its users do."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-W", "error", "-m", "loaders", *map(str, arguments)]
        return subprocess.run(line, cwd=repository, capture_output=True, text=True, encoding="utf-8", check=False)

    return run
