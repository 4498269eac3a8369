"""What the map of an edition of many sites asks for: a view's cells and list, the numbers of a filter's options."""

from __future__ import annotations

from functools import partial

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from access.paths import VIEW, base_path
from atlas.errors import AtlasError
from atlas.vocab import LANGS, Lang
from server.refusal import refusal


def many_routes() -> list[Route]:
    """The address of the answers in each language."""
    return [Route(f"{base_path()}{VIEW}{lang}.json", partial(_answer, lang=lang)) for lang in LANGS]


async def _answer(request: Request, lang: Lang) -> Response:
    params = {name: request.query_params.getlist(name) for name in request.query_params}
    try:
        found = await to_thread.run_sync(_found, params, lang)
    except (AtlasError, ValueError):
        return refusal("ready_not")
    return refusal("gate_hidden") if found is None else JSONResponse(found, headers={"Cache-Control": "no-cache"})


def _found(params: dict[str, list[str]], lang: Lang) -> object:
    from ui.data import data_setting
    from ui.edition_cache import edition_cache
    from ui.map.many import answer, options

    atlas = edition_cache(data_setting()).newest().atlas
    if atlas.many is None:
        return None
    facet = params.pop("facet", [""])[-1]
    return options(atlas, params, facet) if facet in atlas.index.members else answer(atlas, params, lang)
