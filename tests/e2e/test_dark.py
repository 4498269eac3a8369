"""Who asks the system for dark gets a dark interface that can be read; the map and paper stay light."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from atlas.palette import SCREEN, SEA
from atlas.vocab import Lang
from atlas.words.i18n import t
from tests.e2e.readable import faults
from tests.e2e.visit import SIZE, Visit

Dark = Callable[[str, str], Visit]
RECORD = "osa-tonga-2025"
PAGES = (
    f"/?focus=3&id={RECORD}&basket={RECORD}&",
    "/overview?",
    "/overview?tab=amounts&",
    "/overview?tab=moves&",
    "/overview?tab=compare&compare=FJI,TON&",
    "/regions?region=pacific&",
    "/table?focus=3&",
    "/briefing?region=pacific&",
    "/changes?",
    "/import?",
    "/intake?",
    "/about?",
    f"/initiative?id={RECORD}&",
)
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


@pytest.fixture
def dark(browser: Browser) -> Iterator[Dark]:
    """Opens pages in a browser whose system asks for dark; afterwards none may have complained."""
    context = browser.new_context(color_scheme="dark", viewport=SIZE)
    visits: list[Visit] = []

    def run(address: str, path: str) -> Visit:
        visits.append(Visit(context.new_page(), address))
        visits[-1].page.goto(f"{address}{path}")
        return visits[-1]

    yield run
    context.close()
    assert [complaint for visit in visits for complaint in visit.complaints] == []


def _rgb(code: str) -> str:
    return f"rgb({', '.join(str(int(code[at : at + 2], 16)) for at in (1, 3, 5))})"


DAY, NIGHT = (_rgb(code) for code in SCREEN["paper"])


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_dark_and_readable_and_light_on_paper(dark: Dark, server: str, path: str) -> None:
    visit = dark(server, f"{path}lang=ja")
    page, ground = visit.page, visit.page.get_by_test_id("stApp")
    _reads(visit, "ja")
    expect(ground).to_have_css("background-color", NIGHT)
    page.set_viewport_size({"width": 390, "height": 844})
    visit.button("lang-en").click()
    _reads(visit, "en")
    page.set_viewport_size(SIZE)
    page.emulate_media(media="print")
    expect(ground).to_have_css("background-color", DAY)
    assert _pale(page) == []
    page.emulate_media(media="screen", color_scheme="light")
    expect(ground).to_have_css("background-color", DAY)


def _reads(visit: Visit, lang: Lang) -> None:
    expect(visit.part("foot")).to_contain_text(t(lang, "foot_sources"))
    expect(visit.page.locator("html")).to_have_attribute("lang", lang)
    visit.rests()
    wordless = ".st-key-panel:not(:has(.atlas-tab span:not(:empty))), .atlas-menu:empty, .atlas-facet:empty"
    expect(visit.page.locator(wordless)).to_have_count(0)
    visit.rests()  # the words may have been the last thing before the map was drawn anew
    assert faults(visit.page) == []


def _pale(page: Page) -> list[tuple[str, str]]:
    """Text that cannot be read where it stands."""
    return [fault for fault in faults(page) if fault[0] == "color-contrast"]


@pytest.mark.parametrize("path", STILL)
def test_site_and_handout_are_dark_and_readable_and_light_on_paper(dark: Dark, web: str, path: str) -> None:
    page = dark(web, f"/{path}").page
    body = page.locator("body")
    for width in (SIZE["width"], 390):
        page.set_viewport_size({"width": width, "height": 844})
        page.wait_for_load_state("networkidle")
        expect(body).to_have_css("background-color", NIGHT)
        assert faults(page) == []
    page.emulate_media(media="print")
    expect(body).to_have_css("background-color", DAY)
    assert _pale(page) == []


def test_the_map_stays_light_and_a_sign_is_drawn_for_the_ground_it_stands_on(dark: Dark, server: str) -> None:
    visit = dark(server, "/?lang=ja&focus=3")
    expect(visit.map.locator(".leaflet-container")).to_have_css("background-color", _rgb(SEA))
    visit.map.locator(".legend summary").click()
    day, night = SCREEN["focus-3"]
    assert _filled(visit.page.locator(".atlas-fold .atlas-sign").first, night)
    assert _filled(visit.map.locator(".legend .columns img").first, day)


def test_the_chart_of_a_region_is_drawn_in_the_colours_of_the_page(dark: Dark, server: str) -> None:
    page = dark(server, "/regions?lang=ja&region=pacific").page
    label = page.locator(".stVegaLiteChart text", has_text="フィジー").first
    expect(label).to_have_css("fill", _rgb(SCREEN["ink"][1]))
    assert _filled(page.locator(".stVegaLiteChart").first, SCREEN["focus-3"][1])


def _filled(part: Locator, code: str) -> bool:
    """Whether a part as it is seen has a colour on a good share of it."""
    image = Image.open(BytesIO(part.screenshot())).convert("RGB")
    wanted = tuple(int(code[at : at + 2], 16) for at in (1, 3, 5))
    return sum(number for number, colour in image.getcolors(1 << 24) or [] if colour == wanted) >= 10


def test_nobody_is_offered_another_theme_than_the_systems(dark: Dark, server: str) -> None:
    page: Page = dark(server, "/about?lang=en").page
    expect(page.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
    expect(page.get_by_test_id("stMainMenu")).to_have_count(0)
