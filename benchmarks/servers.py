"""What is measured, running: Streamlit scripts and plain folders on free ports of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

ROOT: Final = Path(__file__).resolve().parent.parent
PATIENCE: Final = 60.0


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
        _wait(process, f"{address}/_stcore/health")
        yield Server(address, process.pid)


@contextmanager
def plain(folder: Path) -> Iterator[Server]:
    """Serve a folder as it is; ends it."""
    port = free_port()
    with _process(["-m", "http.server", "--bind", "127.0.0.1", str(port)], folder, {}) as process:
        _wait(process, f"http://127.0.0.1:{port}/")
        yield Server(f"http://127.0.0.1:{port}", process.pid)


@contextmanager
def _process(line: list[str], folder: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    env = os.environ | {"PYTHONPATH": str(ROOT)} | environment
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([sys.executable, *line], cwd=folder, env=env, stdout=quiet, stderr=quiet)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:  # it waits for a browser that is gone
            process.kill()
            process.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError("the server stopped")
        try:
            with urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the server does not answer")
