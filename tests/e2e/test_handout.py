"""The one-file handout as people open it: from a folder, without any network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from atlas.filter import Filter
from exporters.site.handout import handout_bytes
from maps.ground import read_ground
from tests import catalogue, hostile
from tests.exporters.hostile import SITE, spoilt
from tests.extracts import DATA, edition, extract

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path, ground = tmp_path_factory.mktemp("stick"), read_ground(DATA / "basemap")
    (path / "all.html").write_bytes(handout_bytes(extract(by="initiatives"), ground, marking="DRAFT"))
    (path / "pacific.html").write_bytes(
        handout_bytes(extract(Filter(region=("pacific",)), "ja", "initiatives"), ground)
    )
    bad = extract(by="initiatives", sites=spoilt(edition().frame, hostile.TEXT))
    (path / "bad.html").write_bytes(handout_bytes(bad, ground, title=hostile.TEXT, marking=hostile.TEXT))
    return path


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Opened]:
    """`opened("all.html?focus=3")`; the network is off, and the page may not complain."""
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    complaints: list[str] = []

    def run(name: str) -> Page:
        page = context.new_page()
        page.on("request", lambda one: complaints.append(one.url) if one.url[:5] not in ("file:", "data:") else None)
        page.on("console", lambda one: complaints.append(one.text) if one.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{folder.as_uri()}/{name}")
        page.wait_for_function("document.documentElement.dataset.marks !== undefined")
        return page

    yield run
    context.close()
    assert complaints == []


def _counts(page: Page, wish: catalogue.Wish) -> None:
    sites = catalogue.sites(wish)
    n, every = catalogue.initiatives(sites), catalogue.initiatives(catalogue.FEATURES)
    expect(page.locator("#counts")).to_have_text(f"{n} of {every} initiatives at {len(sites)} places")
    expect(page.locator("html")).to_have_attribute("data-shown", str(len(sites)))


def test_filters_lists_record_and_language(opened: Opened) -> None:
    page = opened("all.html")
    assert page.locator(".atlas-mark").count() > 20
    page.locator(".card.focus-3").click()
    _counts(page, {"focus": ["3"]})
    page.locator("[data-facet=region][data-code=pacific]").click()
    _counts(page, {"focus": ["3"], "region": ["pacific"]})
    fiji = catalogue.sites({"focus": ["3"], "region": ["pacific"], "country": ["FJI"]})
    expect(page.locator("[data-code=FJI] .n")).to_have_text(str(catalogue.initiatives(fiji)))
    page.locator('.entry[data-id="osa-tonga-2025"]').click()
    expect(page.locator("#record h2")).to_have_text(catalogue.title("osa-tonga-2025", "en"))
    expect(page.locator("#record h2")).to_be_focused()
    page.locator("[data-speak=ja]").click()
    expect(page.locator("#record h2")).to_have_text(catalogue.title("osa-tonga-2025", "ja"))
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.locator("#map").get_by_text("フィジー").first).to_be_visible()
    assert "focus=3&region=pacific" in page.url and "id=osa-tonga-2025" in page.url
    page.locator(".clear").click()
    expect(page.locator("html")).to_have_attribute("data-shown", str(len(catalogue.FEATURES)))
    page.go_back()
    expect(page.locator("[data-code=pacific]")).to_have_attribute("aria-pressed", "true")


def test_a_mark_opens_its_record_and_the_search_folds_kana(opened: Opened) -> None:
    page = opened("pacific.html")
    page.locator("#q").fill("ﾂﾊﾞﾙ")
    expect(page.locator(".entry[data-id=tuvalu-cable]")).to_be_visible()
    page.locator("#q").fill("つばる")
    mark = page.locator('.atlas-mark[data-kind="symbol"]')
    expect(mark).to_have_count(1)
    mark.locator(".mark").click()
    expect(page.locator("#record h2")).to_have_text(catalogue.title("tuvalu-cable", "ja"))
    page.keyboard.press("Escape")
    expect(page.locator(".leaflet-popup")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator("#record")).to_be_hidden()
    page.locator("#q").fill("zzzz")
    expect(page.locator("#empty")).not_to_be_empty()


def test_an_address_opens_the_same_screen_and_names_what_it_does_not_know(opened: Opened) -> None:
    page = opened("all.html?lang=en&focus=3,9&country=FJI&id=fiji-armed-forces&view=-18,178,5")
    _counts(page, {"focus": ["3"], "country": ["FJI"]})
    expect(page.locator("#notice")).to_contain_text("focus=9")
    expect(page.locator("#record h2")).to_have_text(catalogue.title("fiji-armed-forces", "en"))


def test_hostile_words_stay_words(opened: Opened) -> None:
    page = opened(f"bad.html?id={SITE.split('/')[0]}")
    text = " ".join(hostile.TEXT.split())
    for place in ("#record h2", ".page-head h1", ".marking", ".entry .title"):
        assert " ".join(page.locator(place).first.inner_text().split()) == text
    page.locator(".atlas-mark .mark").first.click()
    expect(page.locator(".leaflet-popup-content h2")).to_contain_text("{{7*191}}")
    assert page.evaluate("window.__x === undefined && window.top.__x === undefined")
    assert page.locator('a[href^="javascript"], img[src*=":9/"], img[src="x"], svg[onload]').count() == 0
    assert hostile.EVALUATED not in str(page.evaluate("document.body.innerText"))


def test_axe_finds_nothing(opened: Opened) -> None:
    page = opened("all.html?lang=ja&id=osa-tonga-2025&focus=3")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
