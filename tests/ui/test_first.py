"""The page of the map comes with the map that its address asks for."""

from __future__ import annotations

import base64
import json
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import streamlit as st

import adapters.streamlit
import ui.assets
from server.first_look import page_for, routes
from tests import catalogue


def _scene(page: str) -> dict[str, Any]:
    """The scene that the frame on a page is given."""
    inside = unescape(page.split('srcdoc="')[1].split('"')[0])
    found: dict[str, Any] = json.loads(unescape(inside.split('data-scene="')[1].split('"')[0]))
    return found


def _shown(scene: dict[str, Any]) -> set[str]:
    sites = json.loads((ui.assets.STATIC / scene["features"]).read_text(encoding="utf-8"))["sites"]
    on = np.unpackbits(np.frombuffer(base64.b64decode(scene["bits"]), dtype=np.uint8))
    return {site["id"] for site, bit in zip(sites, on, strict=False) if bit}


@pytest.mark.parametrize("wish", [{}, {"focus": "3", "region": "pacific"}, {"country": "SGP"}])
def test_it_shows_the_sites_that_the_page_will_show(data_copy: Path, wish: dict[str, str]) -> None:
    scene = _scene(page_for({name: [value] for name, value in wish.items()}, ""))
    assert _shown(scene) == catalogue.ids(catalogue.sites({facet: [code] for facet, code in wish.items()}))


def test_a_search_counts_too(data_copy: Path) -> None:
    found = _shown(_scene(page_for({"q": ["Palau International"]}, "")))
    assert found and all(one.startswith("palau-airport/") for one in found)


@pytest.mark.parametrize(
    ("asked", "spoken", "lang"), [("", "ja,en;q=0.8", "ja"), ("", "en-GB", "en"), ("ja", "en", "ja")]
)
def test_it_speaks_the_language_of_the_address_else_the_browser_s(
    data_copy: Path, asked: str, spoken: str, lang: str
) -> None:
    scene = _scene(page_for({"lang": [asked]} if asked else {}, spoken))
    assert scene["features"].startswith(f"features-{lang}-")


def test_what_it_fetches_is_there_and_asked_for_first(data_copy: Path) -> None:
    page = page_for({}, "ja")
    scene = _scene(page)
    for name in (scene["features"], scene["land"], "atlas-first.js", "leaflet.js"):
        assert (ui.assets.STATIC / name).is_file()
    assert page.index(scene["land"]) < page.index('rel="modulepreload"')


def test_it_leaves_room_for_a_record_that_is_open(data_copy: Path) -> None:
    assert 'class="beside"' in page_for({"id": ["palau-airport"]}, "ja")
    assert 'class="beside"' not in page_for({"id": ["no-such-thing"]}, "ja")


@pytest.mark.parametrize("name", ["id", "q", "lang", "view", "focus", "country"])
def test_nothing_of_an_address_reaches_the_page(data_copy: Path, name: str) -> None:
    page = page_for({name: ['"></iframe><script>alert(1)</script>']}, '"><script>alert(2)</script>')
    assert "alert(" not in page


def test_broken_data_is_left_for_the_page_to_tell(data_copy: Path) -> None:
    (data_copy / "initiatives.geojson").write_text("{", encoding="utf-8")
    page = page_for({}, "ja")
    assert '<div id="root">' in page and "atlas-first" not in page


@pytest.mark.parametrize("place", ["<head>", "<body>"])
def test_a_page_that_streamlit_writes_otherwise_is_sent_as_it_is(
    data_copy: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    other = adapters.streamlit.index_page().replace(place, "")
    monkeypatch.setattr(adapters.streamlit, "index_page", lambda: other)
    assert page_for({}, "ja") == other


@pytest.mark.parametrize(("base", "path"), [("", "/"), ("foip/atlas", "/foip/atlas/"), ("/foip/", "/foip/")])
def test_it_answers_at_the_address_of_the_map_alone(monkeypatch: pytest.MonkeyPatch, base: str, path: str) -> None:
    monkeypatch.setattr(st, "get_option", lambda _: base)
    assert [route.path for route in routes()] == [
        path,
        *(f"{path}{name}" for name in ("regions", "ready", "changes-ja.xml", "changes-en.xml")),
        *(f"{path}view-{lang}.json" for lang in ("ja", "en")),
    ]
