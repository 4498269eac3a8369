"""What is measured, running: Streamlit scripts and plain folders on free ports of this machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from scripts.serving import end, free_port, wait

ROOT: Final = Path(__file__).resolve().parent.parent


class Server(NamedTuple):
    """Its address and process id."""

    address: str
    pid: int


@contextmanager
def streamlit(script: str, folder: Path = ROOT, **environment: str) -> Iterator[Server]:
    """Run a Streamlit script, its path told from `folder`; ends it."""
    port = free_port()
    line = ["-m", "streamlit", "run", "--server.address=127.0.0.1", f"--server.port={port}", script]
    with _process(line, folder, environment) as process:
        address = f"http://127.0.0.1:{port}"
        wait(process, f"{address}/_stcore/health")
        yield Server(address, process.pid)


@contextmanager
def plain(folder: Path) -> Iterator[Server]:
    """Serve a folder as it is; ends it."""
    port = free_port()
    with _process(["-m", "http.server", "--bind", "127.0.0.1", str(port)], folder, {}) as process:
        wait(process, f"http://127.0.0.1:{port}/")
        yield Server(f"http://127.0.0.1:{port}", process.pid)


@contextmanager
def _process(line: list[str], folder: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    env = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([sys.executable, *line], cwd=folder, env=env, stdout=quiet, stderr=quiet)
    try:
        yield process
    finally:
        end(process)
