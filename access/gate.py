"""The gate before the server: who is not let in gets no file of the atlas, and behind a proxy nothing at all."""

from __future__ import annotations

from typing import Final

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from access.paths import FEED, READY, VIEW, base_path
from access.rules import Rules, rules
from adapters.streamlit import HEALTH, claims

_OPEN: Final = (HEALTH, READY)
_FILES: Final = ("/app/static/", "/media/", "/_stcore/upload_file/", FEED, VIEW)
_KEEPERS: Final = ("/_stcore/metrics", "/_stcore/agent")
_BARE: Final = (".js", ".css")
_CLOSED: Final = (
    "このページを見るには、所属先のログインが必要です。管理者にお問い合わせください。\n"
    "You need to be logged in to see this page. Please ask whoever keeps the atlas.\n"
)


class Access:
    """Lets a request pass when its sender may see what it asks for; the server's own figures are nobody's."""

    def __init__(self, app: ASGIApp, given: Rules) -> None:
        self._app = app
        self._rules = given

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with 403 and a sentence."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
        elif not self._rules.metrics and _path(scope).startswith(_KEEPERS):
            await PlainTextResponse("", 404)(scope, receive, send)
        elif self._passes(HTTPConnection(scope)):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await PlainTextResponse(_CLOSED, 403, {"Cache-Control": "no-store"})(scope, receive, send)

    def _passes(self, request: HTTPConnection) -> bool:
        path = _path(request.scope)
        if not self._rules.way or path in _OPEN:
            return True
        if self._rules.way == "oidc" and (path.endswith(_BARE) or not path.startswith(_FILES)):
            return True  # pages ask by themselves, and hold nothing until somebody is known
        return self._rules.lets_in(sender(request, self._rules))


def _path(scope: Scope) -> str:
    """A path without the one under which the whole atlas lives."""
    return str(scope["path"]).removeprefix(base_path())


def sender(request: HTTPConnection, known: Rules) -> str | None:
    """Who sends a request, as far as it can be trusted."""
    if known.way == "oidc":
        return str(claims(request.cookies).get(known.name) or "") or None
    peer = request.client.host if request.client else None
    return request.headers.get(known.name) or None if known.trusts(peer) else None


def lets_in(request: HTTPConnection) -> bool:
    """Whether a page may come with its map at once."""
    known = rules()
    return known.lets_in(sender(request, known) if known.way else None)
