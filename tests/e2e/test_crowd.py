"""Many sites: counted on a grid at world zoom, opened by zooming in; a filter shows before the page answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from benchmarks import seeded
from tests.catalogue import Feature
from tests.e2e.conftest import Open
from tests.e2e.servers import serve
from tests.e2e.visit import Visit

SITES = 2_000
MEETING = """(() => {
    const rings = [...document.querySelectorAll('[data-kind=cell] .donut')].map((one) => {
        const r = one.getBoundingClientRect();
        return { x: (r.left + r.right) / 2, y: (r.top + r.bottom) / 2, r: r.width / 2 - 2 };
    });
    const meet = (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - 2;
    return rings.filter((a, i) => rings.some((b, j) => j > i && meet(a, b))).length;
})()"""
STILL = "!document.querySelector('.leaflet-zoom-anim')"


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("crowd")
    seeded.write(folder, SITES)
    with serve(folder / "log.txt", ATLAS_DATA=str(folder)) as address:
        yield address, folder


def _shows(page: Visit, sites: int) -> None:
    page.map.wait_for_function("n => document.documentElement.dataset.shown === n", arg=str(sites))


def _kinds(page: Visit) -> list[str]:
    found: list[str] = page.map.evaluate("[...document.querySelectorAll('.atlas-mark')].map((one) => one.dataset.kind)")
    return found


def test_a_crowd_is_counted_whole_opened_and_filtered(visit: Open, crowd: tuple[str, Path]) -> None:
    address, folder = crowd
    features = json.loads((folder / "initiatives.geojson").read_text("utf-8"))["features"]
    page = visit("/?lang=en", at=address)
    _shows(page, SITES)
    _every_site_is_counted_and_no_two_cells_meet(page, features)
    _a_filter_shows_before_the_page_answers(page, features)
    _cells_open_by_click_and_by_key(page)
    page.map.evaluate("() => { map.setView([13.75, 100.5], 9.5, { animate: false }); }")
    page.map.wait_for_function("document.documentElement.layout")
    assert "cell" not in _kinds(page), "close up every place stands by itself"


def _every_site_is_counted_and_no_two_cells_meet(page: Visit, features: list[Feature]) -> None:
    assert 20 < len(_kinds(page)) < 200
    placed = [one["properties"]["initiative"] for one in features if one["geometry"]]
    sum_ = page.map.evaluate(
        "[...document.querySelectorAll('.atlas-mark')].reduce((n, one) => n + Number(one.dataset.count), 0)"
    )
    assert len(set(placed)) <= sum_ <= len(placed)  # an initiative counts once in each cell that it has a site in
    assert page.map.evaluate(MEETING) == 0


def _a_filter_shows_before_the_page_answers(page: Visit, features: list[Feature]) -> None:
    wanted = sum(one["properties"]["focus_area"] == 1 for one in features)
    page.rests()
    page.map.evaluate("() => { window.answer = atlas.show; atlas.show = () => {}; }")  # the page's is held back
    page.button("focus-1").click()
    _shows(page, wanted)
    page.url_is("focus=1")
    page.rests()
    assert page.map.evaluate("document.documentElement.dataset.shown") == str(wanted)
    page.map.evaluate("() => { atlas.show = window.answer; }")
    page.button("focus-1").click()
    _shows(page, SITES)


def _cells_open_by_click_and_by_key(page: Visit) -> None:
    zoom = page.view()[2]
    page.map.locator("[data-kind=cell] .mark").last.click()
    page.map.wait_for_function(f"{STILL} && map.getZoom() > {zoom + 0.5}")
    page.map.evaluate("() => { map.setView([1.3, 103.8], 4, { animate: false }); }")
    page.map.wait_for_function(STILL)
    cell = page.map.locator("[data-kind=cell]").first
    expect(cell).to_have_attribute("aria-label", re.compile(r": \d+ initiatives; opens by zooming in$"))
    cell.focus()
    page.page.keyboard.press("Enter")
    page.map.wait_for_function(f"{STILL} && map.getZoom() > 4.4")
    assert page.map.evaluate("document.activeElement.classList.contains('atlas-mark')")
