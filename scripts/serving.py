"""What serves on a free port of this machine: how benchmarks, checks and tests wait for it and end it."""

from __future__ import annotations

import socket
import subprocess
import time
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE: Final = 60.0


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait(process: subprocess.Popen[bytes], address: str, patience: float = PATIENCE) -> None:
    """Waits until an address answers 200; raises RuntimeError when the process ends or patience (in seconds) does."""
    end_of_patience = time.monotonic() + patience
    while time.monotonic() < end_of_patience:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended")
        try:
            with urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
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
