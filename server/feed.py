"""The feed of released editions, in either language, for programs that look whether there is a new one."""

from __future__ import annotations

import hashlib
from functools import partial

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from access.paths import FEED, base_path
from atlas.errors import DataError
from atlas.vocab import LANGS, Lang
from server.refusal import refusal


def feed_routes() -> list[Route]:
    """The address of the feed in each language."""
    return [Route(f"{base_path()}{FEED}{lang}.xml", partial(_answer, lang=lang)) for lang in LANGS]


async def _answer(request: Request, lang: Lang) -> Response:
    """The feed; nothing to who has it already."""
    from ui.changes.feed import feed_of

    try:
        data = await to_thread.run_sync(feed_of, lang)
    except DataError:
        return refusal("ready_not")
    if not data:
        return refusal("gate_hidden")
    tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
    same = request.headers.get("if-none-match") == tag
    told = {"ETag": tag, "Cache-Control": "no-cache"}
    return Response(b"" if same else data, 304 if same else 200, told, "application/atom+xml")
