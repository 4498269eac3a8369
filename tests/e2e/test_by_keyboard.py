"""Without a mouse, and for those who hear the page."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.conftest import Open
from tests.e2e.visit import Visit

PAGES = (
    "/?id=osa-uav&focus=3&",
    "/regions?region=pacific&",
    "/table?focus=3&",
    "/about?",
    "/initiative?id=osa-uav&",
    "/changes?",
)
MOST_TABS = 150


def _focused(page: Visit) -> str:
    return str(page.map.evaluate("document.activeElement.dataset.key || ''"))


def _tab_to_the_marks(page: Visit) -> None:
    for _ in range(MOST_TABS):
        if _focused(page):
            return
        page.page.keyboard.press("Tab")
    raise AssertionError("no mark was reached with the Tab key")


def _walk_to(page: Visit, key: str) -> None:
    """Arrows only: down and right in turn, as a hand would from the north-west."""
    for step in range(40):
        if _focused(page) == key:
            return
        page.page.keyboard.press("ArrowRight" if step % 2 else "ArrowDown")
    raise AssertionError(f"{key} was not reached, the focus ended at {_focused(page)}")


def test_the_record_of_fiji_is_reached_and_left_by_keys_alone(visit: Open) -> None:
    page = visit("/?lang=en&region=pacific")
    expect(page.map.locator(".mark").first).to_be_visible()
    _tab_to_the_marks(page)
    _walk_to(page, "FJI")
    page.page.keyboard.press("Enter")
    entry = page.popup.locator("button.entry").first
    title = entry.inner_text()
    entry.focus()
    page.page.keyboard.press("Enter")
    expect(page.part("record").locator("h3")).to_have_text(title)
    page.page.keyboard.press("Escape")
    expect(page.popup).to_have_count(0)
    assert _focused(page) == "FJI"
    page.page.keyboard.press("Escape")
    expect(page.part("record")).to_have_count(0)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_the_page_says_its_language(visit: Open, path: str, lang: str) -> None:
    page = visit(f"{path}lang={lang}")
    expect(page.part("foot")).to_be_visible()
    expect(page.page.locator("html")).to_have_attribute("lang", lang)
    page.page.wait_for_timeout(700)  # what still arrives is looked at too
    found = Axe().run(page.page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found] == []
