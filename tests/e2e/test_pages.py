"""Every page fits every screen and can be read, in the dark, by day and on paper; the map stays light."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, ViewportSize, expect

from atlas.palette import SCREEN, SEA
from atlas.vocab import Lang
from atlas.words.i18n import t
from tests import catalogue
from tests.e2e.conftest import Open, Scheme
from tests.e2e.readable import faint, faults
from tests.e2e.visit import SIZE, Visit

RECORD = "osa-tonga-2025"
PAGES = (
    "/overview?",
    "/overview?tab=amounts&",
    "/overview?tab=moves&",
    "/overview?tab=compare&compare=VNM,PHL,asean,pacific&",
    f"/table?focus=3&id={RECORD}&",
    "/briefing?region=pacific&",
    "/changes?",
    "/import?",
    "/intake?",
    f"/initiative?id={RECORD}&",
)
SCREENS = [(1440, 900), (1280, 720), (768, 1024), (720, 450), (390, 844)]  # the fourth is 1440 × 900 at 200 %
STILL = (
    f"atlas/ja/index.html?id={RECORD}",
    "atlas/en/list.html",
    "atlas/ja/regions.html",
    "atlas/en/regions/pacific.html",
    f"atlas/ja/initiatives/{RECORD}.html",
    "atlas/en/about.html",
    "atlas/ja/downloads.html",
    "all.html",
)


def _rgb(code: str) -> str:
    return f"rgb({', '.join(str(int(code[at : at + 2], 16)) for at in (1, 3, 5))})"


PHONE: ViewportSize = {"width": 390, "height": 844}
PALE: tuple[tuple[Literal["print", "screen"], Scheme], ...] = (("print", "dark"), ("screen", "light"))
DAY, NIGHT = (_rgb(code) for code in SCREEN["paper"])


@pytest.mark.parametrize("path", PAGES)
def test_every_page_fits_every_screen_and_can_be_read_in_the_dark_by_day_and_on_paper(visit: Open, path: str) -> None:
    _is_whole(visit(f"{path}lang=ja", scheme="dark"))


def _is_whole(visit: Visit) -> None:
    """In Japanese on a desk and in English on a phone by all rules; by day and on paper by that of colours."""
    page, ground = visit.page, visit.page.get_by_test_id("stApp")
    _rests(visit, "ja")
    expect(ground).to_have_css("background-color", NIGHT)
    assert faults(page) == []
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        _fits(visit)
    visit.button("lang-en").click()
    _rests(visit, "en")
    _fits(visit)
    expect(ground).to_have_css("background-color", NIGHT)
    assert faults(page) == []
    _is_pale(page, ground)


def _fits(visit: Visit) -> None:
    """Nothing sticks out sideways, and where parts stand in one column the foot comes last."""
    width = (visit.page.viewport_size or SIZE)["width"]
    expect(visit.page.locator("html")).to_have_js_property("clientWidth", width)
    assert visit.page.evaluate(_OUT) == [0, 0, 0], visit.page.viewport_size
    if "/?" in visit.page.url:
        assert visit.map.locator(".mark").count() > 0
        assert width < 900 or visit.page.evaluate(_DOWN) <= 0, "the map's screen fits the window"
    assert visit.part("foot").is_visible() and (width > 900 or visit.page.evaluate(_OVER) <= 1), (
        visit.page.viewport_size
    )


_OUT = """["html", "body", "[data-testid=stMain]"].map((name) => document.querySelector(name))
    .map((node) => node.scrollWidth - node.clientWidth)"""
_OVER = """(([last, foot]) => last ? last.getBoundingClientRect().bottom - foot.getBoundingClientRect().top : 0)(
    [[...document.querySelectorAll(".atlas-sheet")].at(-1), document.querySelector(".st-key-foot")])"""
_DOWN = (
    "(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('[data-testid=stMain]'))"
)


def _rests(visit: Visit, lang: Lang) -> None:
    expect(visit.part("foot")).to_contain_text(t(lang, "foot_sources"))
    expect(visit.page.locator("html")).to_have_attribute("lang", lang)
    visit.rests()
    panel = ".st-key-panel:not(:has(.atlas-record, .atlas-tab span:not(:empty)))"
    expect(visit.page.locator(f"{panel}, .atlas-menu:empty, .atlas-facet:empty")).to_have_count(0)
    visit.rests()  # the words may have been the last thing before the map was drawn anew


def _is_pale(page: Page, ground: Locator) -> None:
    """Light on paper and by day, and all text can be read where it stands."""
    page.set_viewport_size(SIZE)
    for media, scheme in PALE:
        page.emulate_media(media=media, color_scheme=scheme)
        expect(ground).to_have_css("background-color", DAY)
        assert faint(page) == [], media


@pytest.mark.parametrize("path", STILL)
def test_site_and_handout_can_be_read_in_the_dark_by_day_and_on_paper(visit: Open, web: str, path: str) -> None:
    page = visit(f"/{path}", at=web, scheme="dark").page
    body = page.locator("body")
    for size in (SIZE, PHONE):
        page.set_viewport_size(size)
        page.wait_for_load_state("networkidle")
        expect(body).to_have_css("background-color", NIGHT)
        assert faults(page) == []
    _is_pale(page, body)


def test_the_map_stays_light_and_a_sign_is_drawn_for_the_ground_it_stands_on(visit: Open) -> None:
    page = visit(f"/?lang=ja&focus=3&basket={RECORD}", scheme="dark")
    expect(page.map.locator(".leaflet-container")).to_have_css("background-color", _rgb(SEA))
    legend = page.map.locator(".legend summary")
    legend.click()
    day, night = SCREEN["focus-3"]
    assert _filled(page.page.locator(".atlas-fold .atlas-sign").first, night)
    assert _filled(page.map.locator(".legend .columns img").first, day)
    legend.click()
    page.page.locator(".atlas-entry").first.click()
    expect(page.record).to_be_visible()
    _is_whole(page)


def test_the_chart_of_a_region_is_drawn_in_the_colours_of_the_page(visit: Open) -> None:
    page = visit("/regions?lang=ja&region=pacific", scheme="dark")
    label = page.page.locator(".stVegaLiteChart text", has_text="フィジー").first
    expect(label).to_have_css("fill", _rgb(SCREEN["ink"][1]))
    assert _filled(page.page.locator(".stVegaLiteChart").first, SCREEN["focus-3"][1])
    _is_whole(page)
    page.page.emulate_media(media="screen")
    page.part("region-focus-3").get_by_text(catalogue.title(RECORD, "en")).click()
    page.reads(RECORD, "en")
    page.rests()
    assert faults(page.page) == []


def _filled(part: Locator, code: str) -> bool:
    """Whether a part as it is seen has a colour on a good share of it."""
    image = Image.open(BytesIO(part.screenshot())).convert("RGB")
    wanted = tuple(int(code[at : at + 2], 16) for at in (1, 3, 5))
    return sum(number for number, colour in image.getcolors(1 << 24) or [] if colour == wanted) >= 10


def test_nobody_is_offered_another_theme_than_the_systems(visit: Open) -> None:
    page = visit("/about?lang=ja", scheme="dark")
    expect(page.page.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
    expect(page.page.get_by_test_id("stMainMenu")).to_have_count(0)
    _is_whole(page)
