"""What serves on a free port of this machine: how benchmarks, checks and tests wait for it and end it."""

from __future__ import annotations

import socket
import subprocess
import time
from typing import Final
from urllib.error import HTTPError
from urllib.request import urlopen

PATIENCE: Final = 120.0


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait(process: subprocess.Popen[bytes], address: str, patience: float = PATIENCE, status: int = 200) -> None:
    """Waits until an address answers with a status; RuntimeError when the process ends or patience (seconds) does."""
    end_of_patience = time.monotonic() + patience
    while time.monotonic() < end_of_patience:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended")
        try:
            with urlopen(address, timeout=2) as answer:
                found = answer.status
        except HTTPError as error:
            found = error.code
        except OSError:
            found = 0
        if found == status:
            return
        time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer")


def end(process: subprocess.Popen[bytes]) -> None:
    """Asks a process to end, and ends it when it does not."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:  # it waits for a browser that is gone
        process.kill()
        process.wait()
