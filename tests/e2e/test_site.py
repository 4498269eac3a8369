"""The static site under a folder of an ordinary web server, and from a disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests import catalogue
from tests.e2e.conftest import Open


def test_map_filter_record_and_language(visit: Open, web: str) -> None:
    page = visit("/atlas/?lang=en&focus=3", at=web).page
    expect(page).to_have_url(f"{web}/atlas/en/index.html?lang=en&focus=3")
    wanted = catalogue.sites({"focus": ["3"]})
    expect(page.locator("html")).to_have_attribute("data-shown", str(len(wanted)))
    page.locator('.atlas-facet[data-name="region"]').click()
    page.locator('[data-key="region-pacific"]').click()
    page.keyboard.press("Escape")
    wanted = catalogue.sites({"focus": ["3"], "region": ["pacific"]})
    expect(page.locator("html")).to_have_attribute("data-shown", str(len(wanted)))
    page.locator('.atlas-entry[data-id="osa-tonga-2025"]').click()
    expect(page.locator(".atlas-record h3")).to_have_text(catalogue.title("osa-tonga-2025", "en"))
    page.locator("[data-other=ja]").click()
    expect(page.locator(".atlas-record h3")).to_have_text(catalogue.title("osa-tonga-2025", "ja"))
    expect(page.locator("html")).to_have_attribute("data-shown", str(len(wanted)))
    page.locator('.atlas-record a[href*="initiatives/"]').click()
    expect(page.locator("h1")).to_have_text(catalogue.title("osa-tonga-2025", "ja"))
    expect(page.locator(".atlas-mark").first).to_be_visible()


@pytest.mark.parametrize(
    ("path", "page_", "title"),
    [
        ("regions?lang=en&country=FJI", "en/countries/FJI.html", "Fiji"),
        ("regions?lang=ja&region=pacific", "ja/regions/pacific.html", "太平洋島しょ国・地域"),
        ("table?lang=en&focus=3", "en/list.html", "List"),
        ("initiative?lang=en&id=tuvalu-cable", "en/initiatives/tuvalu-cable.html", None),
        ("initiative?lang=en&id=../../x", "en/index.html", "FOIP Atlas"),
        ("about?lang=ja", "ja/about.html", "資料と方法"),
        ("en/index.html?lang=ja&id=tuvalu-cable", "ja/index.html", "FOIPアトラス"),
    ],
)
def test_links_of_the_live_atlas_lead_on(visit: Open, web: str, path: str, page_: str, title: str | None) -> None:
    page = visit(f"/atlas/{path}", at=web).page
    page.wait_for_url(f"{web}/atlas/{page_}*")
    expect(page.locator("h1").first).to_have_text(title or catalogue.title("tuvalu-cable", "en"))


def test_the_list_hides_rows(visit: Open, web: str) -> None:
    page = visit("/atlas/en/list.html?region=pacific", at=web).page
    found = catalogue.sites({"region": ["pacific"]})
    expect(page.locator("#table tbody tr:visible")).to_have_count(catalogue.initiatives(found))
    page.locator(".atlas-search input").fill("ツバル")
    expect(page.locator("#table tbody tr:visible")).to_have_count(
        catalogue.initiatives(catalogue.sites({"region": ["pacific"]}, "ツバル"))
    )
    page.locator('[data-key="clear"]').click()
    expect(page.locator("#table tbody tr:visible")).to_have_count(catalogue.initiatives(catalogue.FEATURES))


def test_a_phone_shows_list_and_map_whole(visit: Open, web: str) -> None:
    page = visit("/atlas/ja/list.html", at=web).page
    page.set_viewport_size({"width": 390, "height": 844})
    cells = "[...document.querySelectorAll('#table tbody tr:first-child *')].map(one => one.getBoundingClientRect())"
    assert page.evaluate(f"{cells}.every(box => box.right <= innerWidth && box.height < 120)")
    page.goto(f"{web}/atlas/ja/index.html")
    expect(page.locator(".atlas-panel .atlas-entry").first).to_be_visible()
    over = "one => { const box = one.getBoundingClientRect(), at = document.elementFromPoint("
    over += "box.x + box.width / 2, box.y + box.height / 2); return Boolean(at && at.closest('.atlas-panel')); }"
    assert page.locator(".atlas-group h4").first.evaluate(over)


def test_it_opens_from_a_disk_without_a_network(browser: Browser, pages: Path) -> None:
    context = browser.new_context(offline=True, locale="ja-JP")
    page = context.new_page()
    page.goto((pages / "atlas" / "index.html").as_uri())
    expect(page.locator("html")).to_have_attribute("data-shown", str(len(catalogue.FEATURES)))
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    page.locator("nav a", has_text="一覧").click()
    expect(page.locator("#table tbody tr").first).to_be_visible()
    context.close()
