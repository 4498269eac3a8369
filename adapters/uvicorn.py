"""What the gate needs of uvicorn that its documents do not promise; tried with 0.54 and websockets 17.4.

A websocket's message is gathered whole before the application sees it, up to the 200 MB that Streamlit sets for both
ways. The `receive` that uvicorn hands over belongs to the connection, whose own limit can be made smaller.
"""

from __future__ import annotations

from typing import Any


def limit_messages(receive: Any, most: int) -> bool:
    """Let the connection behind `receive` refuse messages of more bytes; whether it could be told."""
    connection: Any = getattr(getattr(receive, "__self__", None), "conn", None)
    if not hasattr(connection, "max_message_size"):
        return False
    connection.max_message_size = most
    return True
