"""Filters, clicks, links and Back, as people use them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from atlas import vocab
from atlas.words.phrases import mention_text, place_text, precision_text
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import plain

AI = catalogue.sites({"focus": ["1"]})
SECURITY_IN_THE_PACIFIC = catalogue.sites({"focus": ["3"], "region": ["pacific"]})
STILL = "!document.querySelector('.leaflet-zoom-anim')"
ADDRESS = "/?lang=en&focus=3&region=pacific"


def test_a_card_filters_map_and_words_and_back_undoes_it(visit: Open) -> None:
    page = visit("/?lang=en")
    page.shows(catalogue.FEATURES, "en")
    page.button("focus-1").click()
    page.shows(AI, "en")
    assert page.url() == {"lang": "en", "focus": "1"}
    page.page.go_back(wait_until="commit")
    page.shows(catalogue.FEATURES, "en")
    assert page.url() == {"lang": "en"}


FIVE = {"focus": "3", "region": "pacific", "instrument": "oda", "document": "evolved-foip", "basis": "stated"}


def test_a_link_with_five_filters_a_view_and_an_id_opens_exactly_that_on_a_fresh_server(
    visit: Open, fresh_server: str
) -> None:
    found = catalogue.sites({facet: [code] for facet, code in FIVE.items()})
    asked = {"lang": "en", **FIVE, "view": "-8.00,175.00,4.50", "id": "palau-airport"}
    assert len(found) > 1
    page = visit(f"/?{urlencode(asked, safe=',')}", at=fresh_server)
    page.shows(found, "en")
    assert page.view() == pytest.approx((-8, 175, 4.5), abs=0.02)
    expect(page.part("record").locator("h3")).to_have_text(catalogue.title("palau-airport", "en"))
    assert page.part("chips").locator("button").count() == len(FIVE) + 1
    assert page.url() == asked
    page.button("chip-basis-stated").click()
    page.shows(catalogue.sites({facet: [code] for facet, code in FIVE.items() if facet != "basis"}), "en")
    assert "basis" not in page.url()
    page.page.go_back(wait_until="commit")
    page.shows(found, "en")
    assert page.url() == asked


def test_the_map_keeps_its_view_when_a_filter_changes(visit: Open) -> None:
    page = visit("/?lang=en")
    page.shows(catalogue.FEATURES, "en")
    page.map.evaluate("() => { map.setView([-8, 168], 4.5, { animate: false }); }")
    page.url_is("view=")
    before = page.view()
    page.button("focus-3").click()
    page.shows(catalogue.sites({"focus": ["3"]}), "en")
    assert page.view() == pytest.approx(before, abs=1e-6)
    assert page.url()["view"].startswith("-8.0")
    page.button("focus-3").click()
    page.shows(catalogue.FEATURES, "en")
    assert page.view() == pytest.approx(before, abs=1e-6)


def test_the_zoom_buttons_have_names_and_zoom(visit: Open) -> None:
    page = visit("/?lang=ja")
    page.shows(catalogue.FEATURES, "ja")
    page.rests()
    before = page.view()[2]
    page.map.get_by_role("button", name="拡大").click()
    page.map.wait_for_function(f"zoom => map.getZoom() > zoom + 0.9 && {STILL}", arg=before)
    page.url_is("view=")
    page.map.get_by_role("button", name="世界全体").click()
    page.map.get_by_role("button", name="インド太平洋").click()
    page.map.wait_for_function("zoom => Math.abs(map.getZoom() - zoom) < 0.01", arg=before)
    page.page.wait_for_url(lambda url: "view=" not in url, wait_until="commit")


def test_home_wins_over_a_zoom_that_is_under_way(visit: Open) -> None:
    page = visit("/?lang=en")
    page.shows(catalogue.FEATURES, "en")
    page.rests()
    before = page.view()
    page.map.evaluate("""() => new Promise((done) => {
        document.querySelector(".tools .in").click();
        const home = () => ["", ""].forEach(() => document.querySelector(".tools .world").click());
        setTimeout(() => { home(); setTimeout(done, 1200); }, 80);
    })""")
    assert page.view() == pytest.approx(before, abs=0.01)


def test_a_click_on_a_symbol_opens_popup_and_record(visit: Open) -> None:
    page = visit(ADDRESS)
    page.shows(SECURITY_IN_THE_PACIFIC, "en")
    row = _properties("palau-airport/airport")
    page.mark("palau-airport").click()
    expect(page.popup.locator("h2")).to_have_text(row["title_en"])
    said = plain(page.popup.inner_text())
    assert row["summary_en"] in said and place_text(row, "en") in said and precision_text(row, "en") in said
    names = {key: label.en for key, label in vocab.DOCUMENT_SHORT.items()}
    assert all(mention_text(mention, names) in said for mention in row["mentions"])
    expect(page.part("record").locator("h3")).to_have_text(row["title_en"])
    expect(page.part("record")).to_contain_text(row["summary_en"])
    assert page.url() == {"lang": "en", "focus": "3", "region": "pacific", "id": "palau-airport"}
    page.shows(SECURITY_IN_THE_PACIFIC, "en")


def test_singapore_is_one_badge_that_opens_to_a_list(visit: Open) -> None:
    page = visit("/?lang=en")
    page.shows(catalogue.FEATURES, "en")
    here = catalogue.sites({"country": ["SGP"]})  # with the route that touches it, as its own page counts
    badge = page.map.locator('.atlas-mark[data-kind="donut"]').filter(has_text="Singapore")
    assert int(badge.get_attribute("data-count") or 0) == catalogue.initiatives(here) > 30
    badge.locator(".mark").click()
    assert page.popup.locator(".entry").count() == catalogue.initiatives(here)
    entry = page.popup.locator(".entry").nth(3)
    title = entry.inner_text()
    entry.click()
    expect(page.part("record").locator("h3")).to_have_text(title)


def test_what_has_no_place_is_listed_and_opens(visit: Open) -> None:
    page = visit("/?lang=en&focus=2")
    every = catalogue.sites({"focus": ["2"]})
    placed = {site["properties"]["initiative"] for site in every if site["geometry"]}
    nowhere = [site for site in every if site["properties"]["initiative"] not in placed]
    page.shows(catalogue.sites({"focus": ["2"]}), "en")
    listed = page.part("not-placed")
    expect(listed.locator("h4")).to_contain_text(str(catalogue.initiatives(nowhere)))
    for site in nowhere:
        expect(listed).to_contain_text(site["properties"]["title_en"])
    listed.get_by_text(nowhere[0]["properties"]["title_en"]).first.click()
    expect(page.part("record").locator("h3")).to_have_text(nowhere[0]["properties"]["title_en"])


def test_the_language_switch_keeps_filter_record_and_view(visit: Open) -> None:
    page = visit(f"{ADDRESS}&id=palau-airport&view=5,150,4")
    page.shows(SECURITY_IN_THE_PACIFIC, "en")
    before = page.view()
    page.button("lang-ja").click()
    page.shows(SECURITY_IN_THE_PACIFIC, "ja")
    expect(page.part("record").locator("h3")).to_have_text(catalogue.title("palau-airport", "ja"))
    page.map.wait_for_function("document.documentElement.lang === 'ja'")
    url = page.url()
    assert (url["lang"], url["focus"], url["region"], url["id"]) == ("ja", "3", "pacific", "palau-airport")
    assert page.view() == pytest.approx(before, abs=1e-6)


def test_fiji_tonga_and_chile_are_drawn_on_the_far_side_of_the_date_line(visit: Open) -> None:
    """Suva lies at 178.4°E; Fiji's land runs on past 180°, Tonga and Chile lie wholly beyond it."""
    page = visit("/?lang=en&view=-18,178,8")
    page.shows(catalogue.FEATURES, "en")
    script = """(() => { const found = {}; map.eachLayer((layer) => {
        const id = layer.feature && layer.feature.properties.id, bounds = id && layer.getBounds();
        if (id) found[id] = [bounds.getWest(), bounds.getEast()]; }); return found; })()"""
    land = page.map.evaluate(script)
    assert 170 < land["FJI"][0] < 180 < land["FJI"][1] < 190
    assert land["TON"][0] > 180 and land["CHL"][0] > 180
    assert page.view() == pytest.approx((-18, 178, 8), abs=0.02)
    page.map.evaluate("() => { map.setView([-18, 181], 5, { animate: false }); }")
    marks = page.places()
    assert marks["TON"] > 180
    assert 176 < marks["FJI"] < 183 and marks["TON"] - marks["FJI"] < 10


def test_an_unknown_value_is_named_and_nothing_is_lost(visit: Open) -> None:
    page = visit("/?lang=en&region=![a](http://127.0.0.1:9/p.png)")
    page.shows(catalogue.FEATURES, "en")
    note = page.page.get_by_role("alert").first
    expect(note).to_contain_text("region=![a]")
    assert "region=![a](http://127.0.0.1:9/p.png)" in plain(note.inner_text())


def _properties(id_: str) -> dict[str, Any]:
    return next(dict(site["properties"]) for site in catalogue.FEATURES if site["id"] == id_)
