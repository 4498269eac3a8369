"""Pages open in both languages, on every screen, and ask no other host for anything."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot

import pytest
from playwright.sync_api import expect

from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import MAP, Box, Visit

SMALL = [(768, 1024), (390, 844)]
LOCALES = {"ja": "ja-JP", "en": "en-US"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_map_opens_in_the_browser_s_language_and_no_two_marks_overlap(visit: Open, lang: Lang) -> None:
    """In the language asked for, if another is, as in most tests."""
    page = visit("/", locale=LOCALES[lang])
    page.shows(catalogue.FEATURES, lang)
    expect(page.page.locator(".atlas-facet").first).to_have_text(t(lang, "region"))
    assert page.map.locator(".mark").first.is_visible()
    assert page.map.evaluate("document.documentElement.lang") == lang
    expect(page.map.locator(".legend")).to_contain_text(t(lang, "map_precision"))
    assert str(catalogue.initiatives(catalogue.FEATURES)) in str(page.page.locator(MAP).get_attribute("aria-label"))
    assert len(page.mark_boxes()) > 25
    assert _overlaps(page.mark_boxes()) == []
    page.map.evaluate("() => { map.setView([0, 165], 4.2, { animate: false }); }")
    page.url_is("view=")
    assert len(page.mark_boxes()) > 8
    assert _overlaps(page.mark_boxes()) == []


def test_phone_and_tablet_have_cards_in_a_row_filters_behind_a_button_and_a_sheet(visit: Open) -> None:
    page = visit("/?lang=ja")
    page.shows(catalogue.FEATURES, "ja")
    panel, grip = page.page.locator(".atlas-panel"), page.page.locator(".atlas-grip")
    for width, height in SMALL:
        page.page.set_viewport_size({"width": width, "height": height})
        expect(page.page.locator("html")).to_have_js_property("clientWidth", width)
        cards = [_box(page, f'.atlas-card[data-code="{code}"]') for code in "1230"]
        assert len({card["y"] for card in cards}) == 1 and cards[-1]["x"] + cards[-1]["width"] <= width
        assert all(a["x"] + a["width"] <= b["x"] for a, b in pairwise(cards))
        expect(page.page.locator(".atlas-facet:visible")).to_have_count(0)
        page.button("menu").click()
        expect(page.page.locator(".atlas-facet:visible")).to_have_count(8)
        page.choose("region", "pacific")
        page.button("menu").click()
        expect(page.page.locator(".atlas-facet:visible")).to_have_count(1)  # what is chosen stays
        page.draws(catalogue.sites({"region": ["pacific"]}))
        _stops_at(page, "half", height)
        above = _box(page, ".atlas-panel")["y"] - _box(page, MAP)["y"]
        seen = [box for box in page.mark_boxes() if box["top"] >= 0 and box["bottom"] < above]
        assert len(seen) > 2, "marks over the sheet"
        grip.press("ArrowUp")
        _stops_at(page, "full", height)
        grip.press("ArrowDown")
        _dragged(page, 60)
        _stops_at(page, "low", height)
        expect(panel).to_be_in_viewport()
        page.mark("SLB").click()  # a record comes up by itself
        expect(page.record).to_be_visible()
        _stops_at(page, "half", height)
        _dragged(page, -60)
        _stops_at(page, "full", height)
        expect(page.record.locator("h3")).to_be_in_viewport()
        grip.click()
        _stops_at(page, "low", height)
        grip.click()
        _stops_at(page, "half", height)
        page.button("close").click()
        page.button("clear").click()
        page.shows(catalogue.FEATURES, "ja")


def _stops_at(page: Visit, stop: str, height: int) -> None:
    """The sheet rests at the foot of the window, as high as its stop says."""
    expect(page.page.locator(".atlas-panel")).to_have_attribute("data-stop", stop)
    high = {"low": 56.0, "half": 0.37 * height, "full": height - 60.0}[stop]
    for _ in range(20):
        box = _box(page, ".atlas-panel")
        if abs(box["height"] - high) < 2:
            break
        page.page.wait_for_timeout(100)
    assert box["height"] == pytest.approx(high, abs=2) and box["y"] + box["height"] == pytest.approx(height, abs=2)


def _dragged(page: Visit, by: float) -> None:
    """Drag the sheet by its grip."""
    page.page.wait_for_timeout(250)
    grip = _box(page, ".atlas-grip")
    x, y = grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2
    page.page.mouse.move(x, y)
    page.page.mouse.down()
    page.page.mouse.move(x, y + by, steps=4)
    page.page.mouse.up()


def _gap(disc: Box, plate: Box) -> float:
    """From the middle of a disc to the nearest point of a plate."""
    across = [((disc["left"] + disc["right"]) / 2, plate["left"], plate["right"]),
              ((disc["top"] + disc["bottom"]) / 2, plate["top"], plate["bottom"])]  # fmt: skip
    return hypot(*(max(low - at, 0, at - high) for at, low, high in across))


def _overlaps(boxes: list[Box]) -> list[tuple[Box, Box]]:
    def inside(a: Box, b: Box, low: str, high: str) -> bool:
        return min(a[high], b[high]) - max(a[low], b[low]) > 0.5

    def meet(a: Box, b: Box) -> bool:
        if not (inside(a, b, "left", "right") and inside(a, b, "top", "bottom")):
            return False
        if a["round"] != b["round"]:
            disc, plate = (a, b) if a["round"] else (b, a)
            return _gap(disc, plate) < (disc["right"] - disc["left"]) / 2 - 2
        far = hypot(*(a[low] + a[high] - b[low] - b[high] for low, high in (("left", "right"), ("top", "bottom")))) / 2
        return not a["round"] or far < (a["right"] - a["left"] + b["right"] - b["left"]) / 2 - 4

    return [(a, b) for a, b in combinations(boxes, 2) if meet(a, b)]


def test_the_map_is_the_page(visit: Open) -> None:
    page = visit("/?lang=ja&id=palau-airport")
    page.shows(catalogue.FEATURES, "ja")
    expect(page.record).to_be_visible()
    assert _area(page, MAP) > 2 * _area(page, ".atlas-panel") and _area(page, MAP) > 0.6 * 1440 * 900
    page.button("close").click()
    page.shows(catalogue.FEATURES, "ja")
    assert _area(page, MAP) > 0.6 * 1440 * 900
    page.button("list-tab").click()
    expect(page.page.locator(".atlas-panel")).to_be_hidden()
    expect(page.button("list-tab")).to_have_text(f"{t('ja', 'page_list')}{catalogue.initiatives(catalogue.FEATURES)}件")
    assert _box(page, MAP)["width"] > 1350
    page.mark("LKA").click()  # a record comes up by itself
    expect(page.record).to_be_visible()
    assert _box(page, MAP)["width"] < 1080


def _box(page: Visit, selector: str) -> dict[str, float]:
    box = page.page.locator(selector).bounding_box()
    assert box, f"{selector} is not on the screen"
    return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}


def _area(page: Visit, selector: str) -> float:
    box = _box(page, selector)
    return box["width"] * (min(box["y"] + box["height"], 900) - box["y"])


def test_data_that_cannot_be_fetched_is_said_on_the_map(visit: Open) -> None:
    page = visit("/about?lang=en")
    expect(page.part("foot")).to_be_visible()
    page.allowed = (*page.allowed, "/app/static/", "/component/")
    page.page.route("**/features-*.json", lambda route: route.fulfill(status=503, body="no"))
    page.part("header").get_by_role("link", name=t("en", "page_map")).click()
    notice = page.page.frame_locator(MAP).locator(".map-notice")
    expect(notice).to_have_text(t("en", "map_failed"))
    page.complaints[:] = [one for one in page.complaints if "503" not in one]
