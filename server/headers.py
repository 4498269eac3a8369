"""Response headers: what a page of the atlas may load, and that it loads nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, MutableMapping
from functools import cache
from importlib.metadata import version
from typing import Any, Final

from anyio import to_thread
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from adapters.streamlit import inline_scripts
from adapters.streamlit_folium import inline_script, registered
from ui import log
from ui.scripts import SCRIPTS

_COMMON: Final = (
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'"
)
_PAGE: Final = "font-src 'self' data:; frame-src 'self'; manifest-src 'self'; media-src 'self'"
_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Headers:
    """Adds the headers to every response; the map's frame gets rules of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and its response back with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        framed = "/component/" in scope["path"]
        policy = await _map_policy() if framed else page_policy()

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(message, policy)
            await send(message)

        await self._app(scope, receive, answer)


def _add(message: MutableMapping[str, Any], policy: str) -> None:
    headers = MutableHeaders(scope=message)
    headers["Content-Security-Policy"] = policy
    for name, value in _ALWAYS.items():
        headers[name] = value


@cache
def page_policy() -> str:
    """The rules for pages: Streamlit's own files, its one inline script and ours, by their hashes."""
    return f"{_COMMON}; script-src 'self' 'wasm-unsafe-eval' {_hashes([*inline_scripts(), *SCRIPTS])}; {_PAGE}"


async def _map_policy() -> str:
    """Nothing may be loaded until a page has made its map: to import the component here first would lose it."""
    return await to_thread.run_sync(map_policy) if registered() else "default-src 'none'"


@cache
def map_policy() -> str:
    """The rules for the map's frame: its one constant script, and the call that each rerun sends (by eval).

    When that script is not known any inline script is let in, for a frame that the browser stops shows no map.
    """
    from maps.world import world_map

    script = inline_script(world_map())
    if script is None:
        log.event("map script unknown", versions={"streamlit-folium": version("streamlit-folium")})
    allowed = _hashes([script]) if script else "'unsafe-inline'"
    return f"{_COMMON}; script-src 'self' 'unsafe-eval' {allowed}"


def _hashes(scripts: Iterable[str]) -> str:
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
