"""Small answers leave at once."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from server.sockets import send_at_once


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lists no open files")
def test_connections_to_this_process_wait_for_nothing() -> None:
    with socket.socket(socket.AF_INET) as ours:  # as Streamlit makes it
        ours.bind(("127.0.0.1", 0))
        ours.listen()
        assert send_at_once() >= 1
        with socket.create_connection(ours.getsockname()), ours.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_what_does_not_listen_is_left_alone() -> None:
    with socket.socket(socket.AF_INET) as idle, Path(__file__).open("rb"):
        send_at_once()
        assert not idle.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
