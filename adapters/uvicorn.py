"""What the gate needs of uvicorn that its documents do not promise; tried with 0.54 and websockets 17.4.

A websocket's message is gathered whole before the application sees it, up to the 200 MB that Streamlit sets for both
ways. The `receive` that uvicorn hands over belongs to the connection, whose own limit can be made smaller.

A connection that begins a request and does not end its head may stay for ever: uvicorn's one clock runs between the
requests of a connection. Every connection is an `AutoHTTPProtocol`, with its latest request in `cycle`.

`tests/adapters/test_uvicorn.py` says which of these no longer holds after an upgrade.
"""

from __future__ import annotations

import socket
import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from uvicorn.protocols.http.auto import AutoHTTPProtocol


def limit_messages(receive: Any, most: int) -> bool:
    """Let the connection behind `receive` refuse messages of more bytes; whether it could be told."""
    connection: Any = getattr(getattr(receive, "__self__", None), "conn", None)
    if not hasattr(connection, "max_message_size"):
        return False
    connection.max_message_size = most
    return True


def send_at_once() -> None:
    """Turn Nagle's algorithm off: asyncio does so only for sockets that name their protocol, and Streamlit's does not.

    With it the second packet of an answer waits for the browser to acknowledge the first, some 40 ms, and a page of
    Streamlit is a hundred small files.
    """
    _with_each(_without_delay)


def _without_delay(_: Any, transport: Any) -> None:
    with suppress(OSError):  # no connection of TCP
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def end_half_open(seconds: float) -> None:
    """Hang up on whoever sends no whole request head for so long, twice that on a used connection."""
    _with_each(lambda one, _: one.loop.call_later(seconds, _look, weakref.ref(one), seconds, None))


def _with_each(act: Callable[[Any, Any], object]) -> None:
    """Do something with each connection that comes afterwards, and its transport."""
    kind: Any = AutoHTTPProtocol
    made = kind.connection_made

    def connection_made(one: Any, transport: Any) -> None:
        made(one, transport)
        act(one, transport)

    kind.connection_made = connection_made


def _look(known: Any, seconds: float, before: Any) -> None:
    """Hang up when no request has come since the one that was answered `before`."""
    one: Any = known()
    if one is None or one.transport.is_closing() or one.transport.get_protocol() is not one:
        return  # it is gone, or a websocket now
    if one.cycle is before:
        one.transport.abort()
        return
    answered = one.cycle if one.cycle.response_complete else object()
    one.loop.call_later(seconds, _look, known, seconds, answered)
