"""Addresses of earlier releases that lead to where their page has gone."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from access.paths import base_path
from adapters.streamlit import index_page

_PLACES: Final = ("region", "country")  # what the regions page was about says nothing beside a comparison


def moved_route() -> Route:
    """The regions page, whose comparison is a tab of the overview."""
    return Route(f"{base_path()}/regions", _regions)


async def _regions(request: Request) -> Response:
    if "compare" not in request.query_params:
        return HTMLResponse(index_page(), headers={"Cache-Control": "no-cache"})
    kept = [(name, value) for name, value in request.query_params.multi_items() if name not in _PLACES]
    return RedirectResponse(f"overview?{urlencode([*kept, ('tab', 'compare')], safe=',')}")
