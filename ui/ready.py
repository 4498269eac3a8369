"""Whether this server has an edition to show: what a probe and a proxy ask before they send anyone here."""

from __future__ import annotations

from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from atlas.errors import DataError
from ui.refusal import refusal

READY: Final = "/ready"


def ready_route(base: str) -> Route:
    """The address that answers 200 while there is an edition, else 503."""
    return Route(f"/{base}{READY}" if base else READY, _answer)


async def _answer(_: Request) -> Response:
    if await to_thread.run_sync(_has_edition):
        return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})
    return refusal("ready_not")


def _has_edition() -> bool:
    from ui.data import data_setting
    from ui.shelf import shelf

    try:
        shelf(data_setting()).newest()
    except DataError:
        return False
    return True
