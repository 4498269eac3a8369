"""What a page may say over its socket: the kinds that our pages send, not too long, not too often."""

from __future__ import annotations

import time
from typing import Final

from anyio import sleep
from starlette.types import Message, Receive

from adapters.streamlit import said
from ui.log import Tally

MAX_BYTES: Final = 256_000  # the longest that our pages send has 516
MAX_WIDGETS: Final = 200
MAX_FILES: Final = 4
KINDS: Final = frozenset({"rerun_script", "stop_script", "app_heartbeat", "file_urls_request", "deferred_file"})
BURST: Final = 40  # messages at once, as a visit begins or someone clicks fast
PACE: Final = 5.0  # messages a second after that
_RUBBISH: Final = 1002  # protocol error
_TOO_LONG: Final = 1009


class Messages:
    """The messages of one socket without those that no page of ours sends; `closing` is why it has to end."""

    def __init__(self, receive: Receive, tally: Tally) -> None:
        self._receive = receive
        self._tally = tally
        self._left = float(BURST)
        self._at = time.monotonic()
        self.closing: int | None = None

    async def __call__(self) -> Message:
        """The next message that may be passed on."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            await self._pace()
            if self._passes(message.get("bytes")):
                return message
            if self.closing is not None:
                return {"type": "websocket.disconnect", "code": self.closing}

    def _passes(self, data: bytes | None) -> bool:
        """Whether a message is one of ours; what cannot come of a browser ends the socket."""
        if data is not None and len(data) > MAX_BYTES:
            self.closing = _TOO_LONG
            return False
        found = said(data) if data is not None else None
        if found is None or found.widgets > MAX_WIDGETS or found.files > MAX_FILES:
            self.closing = _RUBBISH
            return False
        if found.kind not in KINDS:
            self._tally.refused("gate_message")
            return False
        return True

    async def _pace(self) -> None:
        """Wait until the next message is due; meanwhile nothing more is read from the network."""
        now = time.monotonic()
        self._left = min(float(BURST), self._left + (now - self._at) * PACE) - 1
        self._at = now
        if self._left < 0:
            await sleep(-self._left / PACE)
