"""Response headers: what a page of the atlas may load, and that it loads nothing from elsewhere.

Nothing here may import streamlit_folium before the server runs, or the map's component would not be found.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Iterable, MutableMapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from anyio import to_thread
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.scripts import SCRIPTS

_INLINE: Final = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
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
    page = (files("streamlit") / "static" / "index.html").read_bytes()
    scripts = [*_INLINE.findall(page), *(script.encode() for script in SCRIPTS)]
    return f"{_COMMON}; script-src 'self' 'wasm-unsafe-eval' {_hashes(scripts)}; {_PAGE}"


async def _map_policy() -> str:
    """Nothing may be loaded until a page has made its map: to import the component here first would lose it."""
    return await to_thread.run_sync(map_policy) if "streamlit_folium" in sys.modules else "default-src 'none'"


@cache
def map_policy() -> str:
    """The rules for the map's frame: its one constant script, and the call that each rerun sends (by eval)."""
    import streamlit_folium

    from maps.world import world_map

    world: Any = world_map()
    world.get_root().render()
    world.render()
    script = streamlit_folium._get_map_string(world) + "window.map = map_div; window.initComponent(map_div, false);"
    return f"{_COMMON}; script-src 'self' 'unsafe-eval' {_hashes([script.encode()])}"


def _hashes(scripts: Iterable[bytes]) -> str:
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'" for script in scripts)
