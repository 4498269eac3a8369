"""Small answers leave at once.

Streamlit's server leaves Nagle's algorithm on: the second packet of an answer waits for the browser to acknowledge the
first, some 40 ms, and a page of Streamlit is a hundred small files. Connections inherit what its socket is told.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path
from typing import Final

_OPEN: Final = Path("/dev/fd")


def send_at_once() -> int:
    """Turn Nagle's algorithm off for the sockets on which this process listens; returns how many there are."""
    found = 0
    for name in [int(entry.name) for entry in _OPEN.iterdir()] if _OPEN.is_dir() else []:
        with suppress(OSError), socket.fromfd(name, socket.AF_INET, socket.SOCK_STREAM) as one:
            if one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                found += 1
    return found
