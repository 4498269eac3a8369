"""Files that visitors give: only to a page that asks for one, few at once, and so much in all."""

from __future__ import annotations

import re
import time
from typing import Final

from anyio import move_on_after
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adapters.streamlit import UPLOAD, drop, held, takes_files
from server.refusal import refusal
from ui.log import Tally

FILES: Final = 2  # of a session; our pages ask for one at a time
SESSION_BYTES: Final = 40_000_000
ALL_BYTES: Final = 160_000_000
AT_ONCE: Final = 6
SECONDS: Final = 120.0
READ_SECONDS: Final = 60.0  # after which its page has long read a file
_PLACE: Final = re.compile(re.escape(UPLOAD) + r"([^/]+)/([^/]+)\Z")


class Uploads:
    """Takes the files of sessions whose page asks for one; a session's older ones make room."""

    def __init__(self, app: ASGIApp, tally: Tally) -> None:
        self._app = app
        self._tally = tally
        self._coming: set[str] = set()
        self._came: dict[str, float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a file on, or refuse it before a byte of it is read."""
        place = _PLACE.search(scope["path"])
        session, file = (place[1], place[2]) if place else ("", "")
        if fault := self._fault(session):
            self._tally.refused(fault)
            await refusal(fault)(scope, receive, send)
            return
        self._coming.add(session)
        try:
            await self._take(scope, receive, send)
            self._came[file] = time.monotonic()
        finally:
            self._coming.discard(session)
        self._keep_few(session, file)

    def _fault(self, session: str) -> str:
        if not session or not takes_files(session):
            return "gate_no_upload"
        if session in self._coming or len(self._coming) >= AT_ONCE or not self._room():
            return "gate_uploads"
        return ""

    async def _take(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def answer(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        with move_on_after(SECONDS) as late:
            await self._app(scope, receive, answer)
        if late.cancelled_caught and not begun:
            self._tally.refused("gate_slow")
            await refusal("gate_slow")(scope, receive, send)

    def _room(self) -> bool:
        """Whether there is room for another file, if need be in place of the oldest that have been read."""
        files = sorted(held(), key=lambda one: self._came.get(one[1], 0.0))
        self._came = {file: self._came[file] for _, file, _ in files if file in self._came}
        total = sum(size for *_, size in files)
        for session, file, size in files:
            if total < ALL_BYTES or time.monotonic() - self._came.get(file, 0.0) < READ_SECONDS:
                break
            drop(session, file)
            total -= size
        return total < ALL_BYTES

    def _keep_few(self, session: str, newest: str) -> None:
        """Drop what a session gave before, beyond its share."""
        own = [(file, size) for whose, file, size in held() if whose == session and file != newest]
        own.sort(key=lambda one: self._came.get(one[0], 0.0))
        while own and (len(own) >= FILES or sum(size for _, size in own) > SESSION_BYTES // FILES):
            drop(session, own.pop(0)[0])
