"""Fixtures of the loaders' tests: a small sound data folder, the command line, the real report."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.catalogue.check import CheckReport, check_data
from tests.loaders.samples import write_sample

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A data folder without problems: three initiatives, six sites."""
    return write_sample(tmp_path / "data")


@pytest.fixture(scope="session")
def real_report(real_data: Path) -> CheckReport:
    """The check of the committed catalogue."""
    return check_data(real_data)


@pytest.fixture
def command() -> Command:
    """Runs `python -m loaders …` in this process, which is quick; `as_process` starts one as its users do."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                status = main(list(map(str, arguments)))
            except SystemExit as end:
                status = end.code if isinstance(end.code, int) else 1
        return subprocess.CompletedProcess(list(arguments), status, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def as_process(repository: Path) -> Command:
    """Runs `python -m loaders …` as its users do."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-W", "error", "-m", "loaders", *map(str, arguments)]
        return subprocess.run(line, cwd=repository, capture_output=True, text=True, encoding="utf-8", check=False)

    return run
