"""The first look: the map stands on its page before Streamlit does, and gives way to the page's own."""

from __future__ import annotations

import pytest
from playwright.sync_api import ElementHandle, Frame, expect

from atlas.vocab import LANGS, Lang
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import MAP, Visit

FIRST = "#atlas-first"
_MARKS = """[...document.querySelectorAll(".atlas-mark")].map((mark) => {
    const box = mark.querySelector(".mark").getBoundingClientRect();
    return [mark.getAttribute("aria-label"), box.left, box.top, box.width];
}).sort()"""


def _halted(visit: Open, path: str) -> tuple[Visit, Frame]:
    """A page on which Streamlit never starts, and the frame of its first map."""
    page = visit("/about")
    page.page.route("**/static/js/index.*.js", lambda route: route.abort())
    page.allowed += ("/static/js/",)
    page.page.goto(page.page.url.replace("/about", path))
    handle: ElementHandle = page.page.wait_for_selector(FIRST)  # type: ignore[assignment]
    frame = handle.content_frame()
    assert frame is not None
    frame.wait_for_selector("html[data-shown] .atlas-mark .mark")
    return page, frame


@pytest.mark.parametrize("lang", LANGS)
def test_the_map_is_there_without_streamlit_and_stays_as_it_is(visit: Open, lang: Lang) -> None:
    page, frame = _halted(visit, f"/?lang={lang}")
    assert frame.evaluate("document.documentElement.dataset.shown") == str(len(catalogue.FEATURES))
    box, marks = page.page.locator(FIRST).bounding_box(), frame.evaluate(_MARKS)
    assert len(marks) > 25
    page.page.unroute_all()
    page.page.reload()
    page.shows(catalogue.FEATURES, lang)
    expect(page.page.locator(FIRST)).to_have_count(0)
    assert page.page.locator(MAP).bounding_box() == pytest.approx(box, abs=1)
    assert page.map.evaluate(_MARKS) == marks


def test_it_shows_the_filter_of_the_address_and_takes_no_focus(visit: Open) -> None:
    page, frame = _halted(visit, "/?lang=en&focus=3&region=pacific")
    wanted = catalogue.sites({"focus": ["3"], "region": ["pacific"]})
    assert frame.evaluate("document.documentElement.dataset.shown") == str(len(wanted))
    for _ in range(3):
        page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement === document.body")


def test_other_pages_come_without_it(visit: Open) -> None:
    page = visit("/regions?lang=en&region=pacific")
    expect(page.page.locator(FIRST)).to_have_count(0)
