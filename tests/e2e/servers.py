"""Streamlit servers as people start them, on free ports."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.conftest import ROOT

PATIENCE = 60.0


@contextmanager
def serve(log: Path, **environment: str) -> Iterator[str]:
    """Runs the atlas; yields its address and ends it."""
    port = free_port()
    line = [sys.executable, "-m", "streamlit", "run", "--server.address=127.0.0.1", f"--server.port={port}", "serve.py"]
    with (
        log.open("wb") as output,
        subprocess.Popen(
            line, cwd=ROOT, env=os.environ | environment, stdout=output, stderr=subprocess.STDOUT
        ) as process,
    ):
        try:
            _wait(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:  # it waits for a browser that is gone
        process.kill()


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        assert process.poll() is None, f"the server stopped:\n{log.read_text('utf-8', 'replace')}"
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"the server does not answer:\n{log.read_text('utf-8', 'replace')}")
