"""The first look: the map stands on its page before Streamlit does, and gives way to the page's own."""

from __future__ import annotations

import pytest
from playwright.sync_api import ElementHandle, Frame, expect

from atlas.vocab import Lang
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import MAP, SIZE, Visit

FIRST = "#atlas-first"
SIZES = ((768, 1024), (390, 844), (SIZE["width"], SIZE["height"]))
_MARKS = """[...document.querySelectorAll(".atlas-mark")].map((mark) => {
    const box = mark.querySelector(".mark").getBoundingClientRect();
    return [mark.getAttribute("aria-label"), box.left, box.top, box.width];
}).sort()"""

# In a frame: its size and how many marks stand, each time that it is another one, from the first drawing on.
_DRAWN = """if (window.top !== window) { window.drawn = []; setInterval(() => {
    const { shown, marks } = document.documentElement?.dataset ?? {}, told = [innerWidth, innerHeight, marks].join();
    if (shown && told !== window.drawn.at(-1)) window.drawn.push(told);
}, 4); }"""


def _halted(visit: Open, path: str) -> tuple[Visit, Frame]:
    """A page on which Streamlit never starts, and the frame of its first map."""
    page = visit("/_stcore/health")
    page.page.route("**/static/js/index.*.js", lambda route: route.abort())
    page.allowed += ("/static/js/",)
    page.page.goto(page.page.url.replace("/_stcore/health", path))
    handle: ElementHandle = page.page.wait_for_selector(FIRST)  # type: ignore[assignment]
    frame = handle.content_frame()
    assert frame is not None
    frame.wait_for_selector("html[data-shown] .atlas-mark .mark")
    return page, frame


@pytest.mark.parametrize(("lang", "query"), [("ja", ""), ("en", "&focus=3&region=pacific&id=palau-airport")])
def test_the_map_is_there_without_streamlit_and_stays_as_it_is(visit: Open, lang: Lang, query: str) -> None:
    wanted = catalogue.sites({"focus": ["3"], "region": ["pacific"]} if "focus" in query else {})
    page, frame = _halted(visit, f"/?lang={lang}{query}")
    assert frame.evaluate("document.documentElement.dataset.shown") == str(len(wanted))
    marks = frame.evaluate(_MARKS)
    assert len(marks) > (3 if query else 25)
    for _ in range(3):
        page.page.keyboard.press("Tab")
    assert page.page.evaluate("document.activeElement === document.body")
    boxes = [_box(page, FIRST, size) for size in SIZES]
    page.page.unroute_all()
    page.page.reload()
    page.shows(wanted, lang)
    expect(page.page.locator(FIRST)).to_have_count(0)
    if "id" in query:
        page.reads("palau-airport", lang)
    page.rests()
    assert page.map.evaluate(_MARKS) == marks
    for size, box in zip(SIZES, boxes, strict=True):
        assert _box(page, MAP, size, box) == pytest.approx(box, abs=1), f"{size}"


def _box(page: Visit, selector: str, size: tuple[int, int], wanted: dict[str, float] | None = None) -> dict[str, float]:
    """Where something stands in a window of some size, once it does."""
    page.page.set_viewport_size({"width": size[0], "height": size[1]})
    expect(page.page.locator("html")).to_have_js_property("clientWidth", size[0])
    found: dict[str, float] = {}
    for _ in range(20):
        box = page.page.locator(selector).bounding_box()
        found = {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]} if box else {}
        if wanted is None or found == pytest.approx(wanted, abs=1):
            break
        page.page.wait_for_timeout(200)
    return found


def test_the_map_is_drawn_once_in_the_room_that_it_keeps(visit: Open) -> None:
    page = visit("/_stcore/health")
    page.page.add_init_script(_DRAWN)
    for width, height in (*SIZES, (1280, 720)):
        page.page.set_viewport_size({"width": width, "height": height})
        page.page.goto(f"{page.address}/?lang=ja")
        page.shows(catalogue.FEATURES, "ja")
        page.rests()
        expect(page.page.locator(FIRST)).to_have_count(0)
        assert len(page.map.evaluate("window.drawn")) == 1, (width, page.map.evaluate("window.drawn"))
    page.page.close()  # the script stays with the tab
