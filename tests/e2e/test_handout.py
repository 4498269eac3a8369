"""The one-file handout as people open it: from a folder, without any network."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from atlas.filter import Filter
from atlas.vocab import Lang
from exporters.site.handout import handout_bytes
from maps.ground import read_ground
from tests import catalogue, hostile
from tests.e2e.readable import faults
from tests.e2e.visit import plain
from tests.exporters.hostile import spoilt
from tests.extracts import DATA, edition, extract

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def folder(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path, ground = tmp_path_factory.mktemp("stick"), read_ground(DATA / "basemap")
    (path / "all.html").write_bytes((pages / "all.html").read_bytes())
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


def _shows(page: Page, wish: catalogue.Wish, text: str = "") -> None:
    expect(page.locator("html")).to_have_attribute("data-shown", str(len(catalogue.sites(wish, text))))


def _title(page: Page, initiative: str, lang: Lang) -> None:
    expect(page.locator(".atlas-record h3")).to_have_text(plain(catalogue.title(initiative, lang)))


def test_filters_list_record_language_and_back_without_a_network(opened: Opened) -> None:
    page = opened("all.html?lang=en&focus=3,9&country=FJI&id=fiji-armed-forces&view=-18,178,5")
    _shows(page, {"focus": ["3"], "country": ["FJI"]})
    expect(page.locator("#notice")).to_contain_text("focus=9")
    _title(page, "fiji-armed-forces", "en")
    page.locator('[data-key="close"]').click()
    page.locator('[data-key="drop-country"]').click()
    page.locator('.atlas-facet[data-name="region"]').click()
    page.locator('[data-key="region-pacific"]').click()
    page.keyboard.press("Escape")
    _shows(page, {"focus": ["3"], "region": ["pacific"]})
    page.locator('.atlas-entry[data-id="osa-tonga-2025"]').click()
    page.locator("[data-speak=ja]").click()
    _title(page, "osa-tonga-2025", "ja")
    expect(page.locator("html")).to_have_attribute("lang", "ja")
    expect(page.locator("#map").get_by_text("フィジー").first).to_be_visible()
    assert "focus=3&region=pacific" in page.url and "id=osa-tonga-2025" in page.url
    page.locator('[data-key="clear"]').click()
    _shows(page, {})
    page.go_back()
    _shows(page, {"focus": ["3"], "region": ["pacific"]})
    assert faults(page) == []


def test_a_mark_opens_its_record_and_the_search_folds_kana(opened: Opened) -> None:
    page = opened("pacific.html")
    field = page.locator(".atlas-search input")
    field.fill("ﾊﾟﾗｵ国際空港")
    expect(page.locator(".atlas-entry[data-id=palau-airport]")).to_be_visible()
    field.fill("ぱらお国際空港")
    mark = page.locator('.atlas-mark[data-kind="symbol"]')
    expect(mark).to_have_count(1)
    mark.locator(".mark").click()
    _title(page, "palau-airport", "ja")
    expect(page.locator(".leaflet-popup")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(".atlas-record")).to_have_count(0)
    field.fill("zzzz")
    expect(page.locator(".atlas-why")).not_to_be_empty()


def test_hostile_words_stay_words(opened: Opened) -> None:
    page = opened("bad.html")
    text = plain(hostile.TEXT)
    page.locator(".atlas-entry").first.click()
    for place in (".atlas-record h3", ".page-head h1", ".marking"):
        expect(page.locator(place).first).to_contain_text("evil.example")
        assert plain(page.locator(place).first.inner_text()) == text
    page.locator('[data-key="close"]').click()
    assert plain(page.locator(".atlas-entry .atlas-title").first.inner_text()) == text
    page.locator(".atlas-mark .mark").first.click()
    expect(page.locator(".atlas-record h3")).to_contain_text("{{7*191}}")
    assert page.evaluate("window.__x === undefined && window.top.__x === undefined")
    assert page.locator('a[href^="javascript"], img[src*=":9/"], img[src="x"], svg[onload]').count() == 0
    assert hostile.EVALUATED not in str(page.evaluate("document.body.innerText"))


PAPERS = {"portrait": (595, 842), "landscape": (842, 595)}


def _letters(text: str) -> str:
    """What is written in letters and figures, whatever signs a font has one shape for."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


@pytest.mark.parametrize(("name", "lang", "wish", "paper"), [
    ("all.html?lang=en", "en", {}, "landscape"), ("pacific.html", "ja", {"region": ["pacific"]}, "portrait"),
])  # fmt: skip
def test_on_paper_the_map_stands_over_the_whole_list_and_nothing_is_cut(
    opened: Opened, name: str, lang: Lang, wish: catalogue.Wish, paper: str
) -> None:
    page = opened(name)
    marks = page.locator("#map [data-id]").count()
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", landscape=paper == "landscape", print_background=True)))
    assert {tuple(int(side) for side in one.mediabox[2:]) for one in reader.pages} == {PAPERS[paper]}
    texts = [_letters(one.extract_text()) for one in reader.pages]
    said = "".join(texts)
    titles = {site["properties"][f"title_{lang}"] for site in catalogue.sites(wish)}
    assert [title for title in titles if _letters(plain(title)) not in said] == []
    assert len(titles) > 10
    counts = page.locator(".atlas-head h3").text_content() or ""
    assert _letters(counts) in texts[0]  # the list begins under the map, on its page
    assert page.locator(".atlas-more").count() > 0 and page.locator("#map [data-id]").count() == marks  # as before


def test_the_map_on_paper_is_the_map_of_the_screen_made_smaller(opened: Opened) -> None:
    page = opened("all.html?lang=en")
    before = page.evaluate("[document.getElementById('map').clientWidth, document.documentElement.layout]")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1030})  # A4 within its margins
    part, drawn = page.locator(".map-part").bounding_box(), page.locator("#map").bounding_box()
    assert part and drawn and drawn["width"] <= part["width"] <= 703 and drawn["height"] <= part["height"] + 1
    assert page.evaluate("[document.getElementById('map').clientWidth, document.documentElement.layout]") == before
    assert page.evaluate("document.documentElement.scrollWidth") <= 703
    buttons = page.locator(".map-part button:visible:not([data-id])")
    assert buttons.count() == 0 and page.locator("#foot details[open]").count() == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#foot details[open]").count() == 0
