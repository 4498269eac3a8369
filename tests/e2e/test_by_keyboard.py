"""Without a mouse, and for those who hear the page."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from atlas.vocab import Lang
from atlas.words.i18n import t
from tests.e2e.conftest import Open
from tests.e2e.visit import Visit

PAGES = (
    "/?id=osa-tonga-2025&focus=3&",
    "/regions?region=pacific&",
    "/table?focus=3&",
    "/about?",
    "/initiative?id=osa-tonga-2025&",
    "/changes?",
    "/briefing?region=pacific&",
)
SKIPS = {"map": "Go to the map", "record": "Go to the record"}


def _focused(page: Visit) -> str:
    return str(page.map.evaluate("document.activeElement.dataset.key || ''"))


def _skip_to(page: Visit, name: str) -> None:
    """Tab from wherever the page is to the link past the filters, and follow it."""
    for _ in range(6):
        page.page.keyboard.press("Tab")
        if page.page.evaluate("document.activeElement.textContent") == SKIPS[name]:
            break
    expect(page.page.locator(".atlas-skip a:focus")).to_have_text(SKIPS[name])
    page.page.keyboard.press("Enter")


def _walk_to(page: Visit, key: str) -> None:
    """Arrows only: down and right in turn, as a hand would from the north-west."""
    for step in range(40):
        if _focused(page) == key:
            return
        page.page.keyboard.press("ArrowRight" if step % 2 else "ArrowDown")
    raise AssertionError(f"{key} was not reached, the focus ended at {_focused(page)}")


def test_the_record_of_fiji_is_reached_and_left_by_keys_alone(visit: Open) -> None:
    """Nothing but keys from the first Tab on: no click, no focus() of the test's own."""
    page = visit("/?lang=en&region=pacific")
    expect(page.map.locator(".mark").first).to_be_visible()
    page.rests()
    _skip_to(page, "map")
    _walk_to(page, "FJI")
    page.page.keyboard.press("Enter")
    entry = page.popup.locator("button.entry").first
    expect(entry).to_be_focused()
    title = entry.inner_text()
    page.page.keyboard.press("Enter")
    expect(page.part("record").locator("h3")).to_have_text(title)
    page.page.keyboard.press("Escape")
    expect(page.popup).to_have_count(0)
    assert _focused(page) == "FJI"
    page.page.keyboard.press("Escape")
    expect(page.part("record")).to_have_count(0)


def test_the_links_past_the_filters_follow_the_language_and_the_page(visit: Open) -> None:
    page = visit("/initiative?lang=ja&id=osa-tonga-2025")
    expect(page.map.locator(".mark").first).to_be_visible()
    page.rests()
    page.page.keyboard.press("Tab")
    expect(page.page.locator(".atlas-skip a:focus")).to_have_text(t("ja", "go_map"))
    page.page.keyboard.press("Tab")
    expect(page.page.locator(".atlas-skip a:focus")).to_have_text(t("ja", "go_record"))
    page.page.keyboard.press("Enter")
    assert page.page.evaluate("Boolean(document.activeElement.closest('.st-key-record-page'))")


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_the_page_says_its_language(visit: Open, path: str) -> None:
    page = visit(f"{path}lang=ja")
    _is_accessible(page, "ja")
    page.button("lang-en").click()
    _is_accessible(page, "en")


def _is_accessible(page: Visit, lang: Lang) -> None:
    expect(page.part("foot")).to_contain_text(t(lang, "foot_sources"))
    expect(page.page.locator("html")).to_have_attribute("lang", lang)
    page.page.wait_for_timeout(700)  # what still arrives is looked at too
    found = Axe().run(page.page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
