"""The gate before Streamlit: names that are ours, sockets of our own pages, and only what these pages say.

Streamlit answers any name. A socket of another origin makes it ask a host on the internet for its own address while
everybody waits, and any visitor may have it empty its caches.
"""

from __future__ import annotations

from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from access.paths import READY, base_path
from adapters.streamlit import HEALTH, UPLOAD
from adapters.uvicorn import limit_messages
from server.hosts import Hosts, same_origin
from server.messages import MAX_BYTES, Messages
from server.refusal import refusal
from server.uploads import Uploads
from ui.log import Tally

SOCKETS: Final = 250  # at once; a session is some 1.5 MB


class Gate:
    """Passes on what is for the atlas; everything else gets one sentence before Streamlit has seen it."""

    def __init__(self, app: ASGIApp, hosts: Hosts) -> None:
        self._app = app
        self._hosts = hosts
        self._open = {base_path() + path for path in (HEALTH, READY)}  # probes ask by address
        self._sockets = 0
        self._tally = Tally()
        self._uploads = Uploads(app, self._tally)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] not in ("http", "websocket") or (scope["type"] == "http" and scope["path"] in self._open):
            await self._app(scope, receive, send)
        elif fault := self._fault(scope):
            self._tally.refused(fault)
            await _refuse(fault, scope, receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["method"] == "PUT" and UPLOAD in scope["path"]:
            await self._uploads(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _fault(self, scope: Scope) -> str:
        """Which rule a request breaks; an empty text when none."""
        headers = Headers(scope=scope)
        named, origins = headers.getlist("host"), headers.getlist("origin")
        if len(named) != 1 or not self._hosts.allow(named[0]):
            return "gate_host"
        if "/." in scope["path"]:
            return "gate_hidden"
        if scope["type"] == "http":
            return ""
        if len(origins) != 1 or not same_origin(origins[0], named[0], scope.get("scheme") == "wss"):
            return "gate_origin"
        return "gate_sockets" if self._sockets >= SOCKETS else ""

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        limit_messages(receive, MAX_BYTES)
        messages = Messages(receive, self._tally)
        self._sockets += 1
        try:
            await self._app(scope, messages, send)
        finally:
            self._sockets -= 1
        if messages.closing is not None:
            await send({"type": "websocket.close", "code": messages.closing})


async def _refuse(fault: str, scope: Scope, receive: Receive, send: Send) -> None:
    """A handshake is closed (403), for no browser shows what is said there; a request gets its sentence."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
    else:
        await refusal(fault)(scope, receive, send)
