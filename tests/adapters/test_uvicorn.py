"""What `adapters/uvicorn.py` leans on still holds."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from websockets.sync.client import connect

from adapters.uvicorn import _with_each, end_half_open, send_at_once

SECONDS = 0.4
DELAYS: list[int] = []  # of connections: whether Nagle's algorithm is off
HALF = b"GET / HTTP/1.1\r\nHost: a\r\nX: "
WHOLE = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
SLOW = b"GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"


async def _app(scope: Any, receive: Any, send: Any) -> None:
    """Answers soon, late, or with an echo over a websocket."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        await receive()
        await send({"type": "websocket.send", "text": "x"})
        return
    if scope["path"] == "/slow":
        await asyncio.sleep(4 * SECONDS)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@pytest.fixture(scope="module")
def place() -> Iterator[tuple[str, int]]:
    """Where a server of uvicorn's listens that knows of half requests."""
    with pytest.MonkeyPatch.context() as patch, socket.create_server(("127.0.0.1", 0)) as listening:
        patch.setattr(AutoHTTPProtocol, "connection_made", AutoHTTPProtocol.connection_made)
        end_half_open(SECONDS)
        send_at_once()
        _with_each(lambda _, transport: DELAYS.append(_delay(transport)))
        server = uvicorn.Server(uvicorn.Config(_app, lifespan="off", log_config=None, ws="websockets-sansio"))
        thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield listening.getsockname()
        server.should_exit = True
        thread.join(10)


def _delay(transport: Any) -> int:
    return int(transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


@pytest.fixture
def line(place: tuple[str, int]) -> Iterator[socket.socket]:
    with socket.create_connection(place, timeout=5) as one:
        yield one


def _hung_up(line: socket.socket, drip: bytes = b"") -> float:
    """The seconds until the server hangs up, while a byte comes now and then."""
    begun = time.monotonic()
    line.settimeout(SECONDS / 4)
    while time.monotonic() - begun < 10:
        try:
            line.send(drip)
            if not line.recv(100):
                break
        except TimeoutError:
            continue
        except OSError:
            break
    return time.monotonic() - begun


@pytest.mark.parametrize("sent", [b"", HALF])
@pytest.mark.parametrize("drip", [b"", b"y"])
def test_a_head_that_does_not_end_is_ended(line: socket.socket, sent: bytes, drip: bytes) -> None:
    line.sendall(sent)
    assert SECONDS / 2 < _hung_up(line, drip) < 5 * SECONDS, "end_half_open() no longer sees a half request"


def test_nor_may_the_second_request_of_a_connection_stay_half(line: socket.socket) -> None:
    line.sendall(WHOLE)
    assert line.recv(1000).startswith(b"HTTP/1.1 200")
    line.sendall(HALF)
    assert _hung_up(line, b"y") < 5 * SECONDS, "end_half_open() no longer sees when a request was answered"


def test_an_answer_may_take_longer_and_a_websocket_may_stay(line: socket.socket, place: tuple[str, int]) -> None:
    line.sendall(SLOW)
    with connect(f"ws://{place[0]}:{place[1]}") as other:
        time.sleep(3 * SECONDS)
        other.send("x")
        assert other.recv(5) == "x", "end_half_open() takes a websocket for a half request"
    assert line.recv(1000).startswith(b"HTTP/1.1 200"), "end_half_open() takes a late answer for a half request"


def test_answers_leave_at_once(line: socket.socket) -> None:
    line.sendall(WHOLE)
    assert line.recv(1000).startswith(b"HTTP/1.1 200")
    assert DELAYS and all(DELAYS), "send_at_once() no longer reaches a connection: what calls connection_made now?"
