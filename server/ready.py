"""Whether this server has an edition to show: what a probe and a proxy ask before they send anyone here."""

from __future__ import annotations

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from access.paths import READY, base_path
from atlas.errors import DataError
from server.refusal import refusal


def ready_route() -> Route:
    """The address that answers 200 while there is an edition, else 503."""
    return Route(base_path() + READY, _answer)


async def _answer(_: Request) -> Response:
    if await to_thread.run_sync(_has_edition):
        return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})
    return refusal("ready_not")


def _has_edition() -> bool:
    from ui.data import data_setting
    from ui.edition_cache import edition_cache

    try:
        edition_cache(data_setting()).newest()
    except DataError:
        return False
    return True
