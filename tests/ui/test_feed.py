"""The feed of released editions as the server gives it out."""

from __future__ import annotations

from pathlib import Path

import anyio
import httpx
import pytest
from starlette.applications import Starlette

from atlas.vocab import LANGS, Lang
from loaders.editions.released import release
from server.feed import feed_routes
from server.first_look import page_for
from tests.editions import features, raw


def get(lang: str, **headers: str) -> httpx.Response:
    """What the server answers to who asks for a feed."""

    async def ask() -> httpx.Response:
        way = httpx.ASGITransport(app=Starlette(routes=feed_routes()))
        async with httpx.AsyncClient(transport=way, base_url="http://atlas") as client:
            return await client.get(f"/changes-{lang}.xml", headers=headers)

    return anyio.run(ask)


@pytest.mark.parametrize("lang", LANGS)
def test_a_release_is_an_entry_at_once_and_sent_once(data_copy: Path, lang: Lang) -> None:
    assert get(lang).status_code == 404  # nothing is released
    assert release(data_copy, raw(features()), "2026-10-01") is not None
    first = get(lang)
    assert (first.status_code, first.headers["content-type"]) == (200, "application/atom+xml")
    assert first.text.count("<entry>") == 1 and "2026-10-01T00:00:00Z" in first.text
    again = get(lang, **{"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    fewer = {key: one for key, one in features().items() if not key.startswith("rcep/")}
    assert release(data_copy, raw(fewer), "2026-11-01") is not None
    news = get(lang, **{"If-None-Match": first.headers["etag"]})
    assert news.status_code == 200 and news.text.count("<entry>") == 2
    assert ("取組の削除1件" if lang == "ja" else "1 initiative removed") in news.text


def test_a_damaged_edition_is_told_and_an_unknown_language_is_none(data_copy: Path) -> None:
    entry = release(data_copy, raw(features()), "2026-10-01")
    assert entry is not None and get("fr").status_code == 404
    (data_copy / "editions" / f"{entry.name}.geojson.gz").write_bytes(b"\x1f\x8b")
    assert get("en").status_code == 503


@pytest.mark.parametrize("lang", LANGS)
def test_the_map_s_page_names_it(data_copy: Path, lang: Lang) -> None:
    page = page_for({"lang": [lang]}, "")
    assert page.count("application/atom+xml") == 1 and f'href="changes-{lang}.xml"' in page
