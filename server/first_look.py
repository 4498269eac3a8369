"""The first look: the map's page comes with its map, which stands there until Streamlit has drawn its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from access.gate import lets_in
from access.paths import FEED, base_path
from adapters.streamlit import index_page, page_with
from atlas.errors import DataError
from atlas.words.i18n import t
from server.feed import feed_routes
from server.many import many_routes
from server.moved import moved_route
from server.ready import ready_route

_FILES: Final = "app/static/"
_STYLE: Final = Path(__file__).with_name("first_look.css")
_FEED: Final = f'<link rel="alternate" type="application/atom+xml" title="{{title}}" href="{FEED[1:]}{{lang}}.xml">'
_PRELOAD: Final = f'<link rel="preload" as="fetch" crossorigin href="{_FILES}{{name}}">'


def routes() -> list[Route]:
    """The map's page, in place of Streamlit's own answer to its address, what has moved, probes, the feed, views."""
    return [Route(f"{base_path()}/", _answer), moved_route(), ready_route(), *feed_routes(), *many_routes()]


async def _answer(request: Request) -> HTMLResponse:
    params = {name: request.query_params.getlist(name) for name in request.query_params}
    if lets_in(request):
        page = await to_thread.run_sync(page_for, params, request.headers.get("accept-language", ""))
    else:
        page = index_page()
    return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


def page_for(params: Mapping[str, list[str]], spoken: str) -> str:
    """Streamlit's own page with the map that an address asks for; without while there is no sound edition."""
    from ui.data import data_setting
    from ui.edition_cache import edition_cache
    from ui.state import state_of

    try:
        atlas = edition_cache(data_setting()).newest().atlas
    except DataError:
        return index_page()
    if atlas.many is not None:
        return index_page()
    from maps.world import asked
    from ui.map.scene import scene_of

    state = state_of(atlas, params, spoken)
    scene = scene_of(atlas, state)
    ahead = "".join(_PRELOAD.format(name=name) for name in (scene.features, scene.land))
    kinds = {"beside": state.selected, "filtered": state.filter}
    ahead += _FEED.format(lang=state.lang, title=escape(t(state.lang, "feed_title")))
    frame = _frame(asked(atlas.index.select(state.filter), scene), " ".join(kind for kind in kinds if kinds[kind]))
    return page_with(ahead, frame)


def _frame(scene: str, kind: str) -> str:
    """The map as a frame that nobody can reach; its kind says what else takes room on the page."""
    inside = _document().replace("SCENE", escape(scene))
    told = f'id="atlas-first" class="{kind}" inert aria-hidden="true" tabindex="-1"'
    frame = f'<iframe {told} srcdoc="{escape(inside)}"></iframe>'
    return f"<style>{_style()}</style>{frame}"


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


@cache
def _document() -> str:
    """The frame's document but for its scene."""
    from maps.world import FIRST, PLAIN, SCRIPT, STYLES

    styles = "".join(f'<link rel="stylesheet" href="{_FILES}{name}">' for name in STYLES)
    scripts = "".join(f'<script src="{_FILES}{name}"></script>' for name in ("leaflet.js", SCRIPT, FIRST))
    given = f'data-files="{_FILES}" data-map="{escape(json.dumps(PLAIN))}" data-scene="SCENE"'
    return f'<!doctype html><html class="atlas" {given}>{styles}<body><div id="map_div"></div>{scripts}</body></html>'
