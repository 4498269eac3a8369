"""Clicks, links, Back and a slow server, as people meet them."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from atlas.vocab import REGIONS
from atlas.words.i18n import t
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import Visit, plain

STILL = "!document.querySelector('.leaflet-zoom-anim')"
SHOWN = [203, 212, 207, 255]  # the tone of land with initiatives
TONES = """(places) => {
    const canvas = document.querySelector(".leaflet-land-pane canvas"), box = canvas.getBoundingClientRect();
    const ctx = canvas.getContext("2d"), k = canvas.width / box.width;
    return places.map(([lon, lat]) => map.latLngToContainerPoint([lat, lon]))
        .map((at) => [...ctx.getImageData((at.x - box.left) * k, (at.y - box.top) * k, 1, 1).data]);
}"""
QUICK = """() => {
    const click = (what) => document.querySelector(what).click();
    click('.atlas-card[data-code="3"]');
    click('.atlas-facet[data-name="region"]');
    click('.atlas-option[data-code="pacific"]');
    click('.atlas-facet[data-name="document"]');
    click('.atlas-option[data-code="stated"]');
    document.querySelector('.atlas-options:popover-open').hidePopover();
}"""


class HeldAnswers:
    """The answers of the server to a page that is about to open, held back when asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._held = False
        self._waiting: list[tuple[WebSocketRoute, str | bytes]] = []
        page.route_web_socket(re.compile("/_stcore/stream"), self._opened)

    def _opened(self, socket: WebSocketRoute) -> None:
        def heard(message: str | bytes) -> None:
            if self._held:
                self._waiting.append((socket, message))
            else:
                socket.send(message)

        socket.connect_to_server().on_message(heard)

    def hold(self) -> None:
        """Nothing arrives from now on."""
        self._held = True

    def answered(self) -> None:
        """Waits until the server has answered in full, which the page does not hear of."""
        before = -1
        while not self._waiting or before < len(self._waiting):
            before = len(self._waiting)
            self._page.wait_for_timeout(700)

    def let_go(self) -> None:
        """What was held arrives, and all that follows."""
        self._held = False
        for socket, message in self._waiting:
            socket.send(message)
        self._waiting.clear()


def _led(page: Visit, link: str) -> dict[str, str]:
    """The parameters of a link that the server has written."""
    found = page.page.locator(f'.st-key-nav a[href*="{link}?"], .st-key-take a[href*="{link}?"]').last
    return dict(parse_qsl(urlsplit(str(found.get_attribute("href"))).query))


def test_quick_clicks_add_up_the_server_follows_and_back_takes_them_away_one_by_one(visit: Open) -> None:
    page = visit("/")
    page.shows(catalogue.FEATURES, "en")
    asked = {"focus": "3", "region": "pacific", "basis": "stated"}
    page.page.evaluate(QUICK)
    page.shows(catalogue.sites({facet: [code] for facet, code in asked.items()}), "en")
    assert page.url() == {"lang": "en", **asked}
    for link in ("table", "regions", "briefing"):
        expect(page.page.locator(f'.st-key-nav a[href*="{link}?"]')).to_have_attribute(
            "href", re.compile("basis=stated")
        )
        assert _led(page, link) == {"lang": "en", **asked}
    page.rests()
    with page.page.expect_download() as picture:
        page.part("take").get_by_role("button", name=t("en", "brief_now")).click()
    assert "focus3-pacific" in picture.value.suggested_filename
    page.page.go_back(wait_until="commit")
    page.shows(catalogue.sites({"focus": ["3"], "region": ["pacific"]}), "en")
    expect(page.button("focus-3")).to_have_attribute("aria-pressed", "true")
    page.page.go_back(wait_until="commit")
    page.shows(catalogue.sites({"focus": ["3"]}), "en")
    page.page.go_back(wait_until="commit")
    page.shows(catalogue.FEATURES, "en")
    expect(page.button("focus-3")).to_have_attribute("aria-pressed", "false")
    assert page.url().get("lang", "en") == "en" and not set(page.url()) & set(asked)
    page.page.go_forward(wait_until="commit")
    page.shows(catalogue.sites({"focus": ["3"]}), "en")
    page.choose("region", "asean")
    page.button("clear").click()
    page.shows(catalogue.FEATURES, "en")
    expect(page.button("clear")).to_be_hidden()
    expect(page.page.locator('.st-key-nav a[href*="table?"]')).not_to_have_attribute("href", re.compile("focus|region"))


def test_clicks_before_and_during_a_slow_answer_are_neither_lost_nor_undone(visit: Open) -> None:
    page = visit("/_stcore/health")
    server = HeldAnswers(page.page)
    page.page.goto(page.page.url.replace("/_stcore/health", "/?lang=en"))
    page.shows(catalogue.FEATURES, "en")
    page.rests()
    server.hold()
    page.button("focus-1").click()
    page.shows(catalogue.sites({"focus": ["1"]}), "en")  # the map does not wait
    server.answered()
    page.button("focus-3").click()
    page.choose("region", "pacific")
    both: dict[str, Any] = {"focus": ["1", "3"], "region": ["pacific"]}
    page.shows(catalogue.sites(both), "en")
    server.let_go()  # the answer to the first click alone
    page.page.wait_for_timeout(300)
    page.shows(catalogue.sites(both), "en")
    expect(page.page.locator('.st-key-nav a[href*="table?"]')).to_have_attribute("href", re.compile("region=pacific"))
    page.rests()
    page.shows(catalogue.sites(both), "en")
    assert page.url() == {"lang": "en", "focus": "1,3", "region": "pacific"}
    server.hold()
    for id_ in ("tuvalu-cable", "osa-tonga-2025"):  # the second before the first has come
        page.page.evaluate("id => window.atlasFront.open(id)", id_)
    page.url_is("id=osa-tonga-2025")
    server.answered()
    server.let_go()
    page.reads("osa-tonga-2025", "en")
    page.page.go_back(wait_until="commit")
    page.reads("tuvalu-cable", "en")
    page.rests()
    page.reads("tuvalu-cable", "en")
    page.page.close()


def test_view_picture_and_slide_follow_a_pan_and_filters_keep_it(visit: Open) -> None:
    page = visit("/?lang=en")
    page.shows(catalogue.FEATURES, "en")
    page.rests()
    start = page.view()
    page.map.evaluate("() => { map.setView([-8, 168], 4.5, { animate: false }); }")
    page.url_is("view=")
    before = page.view()
    page.button("focus-3").click()
    page.shows(catalogue.sites({"focus": ["3"]}), "en")
    slide = page.page.locator('.st-key-take a[href*="briefing?"]').first
    expect(slide).to_have_attribute("href", re.compile("focus=3.*view=-8"))
    assert page.view() == pytest.approx(before, abs=1e-6)
    page.map.evaluate("() => { map.setView([2, 120], 5, { animate: false }); }")
    expect(slide).to_have_attribute("href", re.compile("view=(2|1.99)"))
    page.button("focus-3").click()
    page.shows(catalogue.FEATURES, "en")
    assert page.view() == pytest.approx((2, 120, 5), abs=0.02)
    page.map.get_by_role("button", name="World").click()
    page.map.get_by_role("button", name="Indo-Pacific").click()
    page.map.wait_for_function("zoom => Math.abs(map.getZoom() - zoom) < 0.01", arg=start[2])
    page.page.wait_for_url(lambda url: "view=" not in url, wait_until="commit")
    page.map.evaluate("""() => new Promise((done) => {
        document.querySelector(".tools .in").click();
        const home = () => ["", ""].forEach(() => document.querySelector(".tools .world").click());
        setTimeout(() => { home(); setTimeout(done, 1200); }, 80);
    })""")  # a zoom that is under way does not win over the way home
    assert page.view() == pytest.approx(start, abs=0.01)
    page.map.get_by_role("button", name="Zoom in").click()
    page.map.wait_for_function(f"zoom => map.getZoom() > zoom + 0.9 && {STILL}", arg=start[2])
    page.url_is("view=")


def test_marks_open_records_countries_and_lists(visit: Open) -> None:
    page = visit("/?lang=en&focus=3&region=pacific")
    found = catalogue.sites({"focus": ["3"], "region": ["pacific"]})
    page.shows(found, "en")
    page.mark("palau-airport").click()
    page.reads("palau-airport", "en")
    expect(page.record).to_contain_text(_property("palau-airport/airport", "summary_en"))
    assert page.url() == {"lang": "en", "focus": "3", "region": "pacific", "id": "palau-airport"}
    assert page.popup.count() == 0
    page.shows(found, "en")
    page.button("close").click()
    page.button("clear").click()
    page.shows(catalogue.FEATURES, "en")
    box = page.map.locator('.atlas-mark[data-kind="box"]').filter(has_text=REGIONS["pacific"].en)
    box.locator(".mark").click()
    wide = [one for one in found if one["properties"]["precision"] == "region"]
    whole = [one for one in catalogue.sites({"region": ["pacific"]}) if one["properties"]["precision"] == "region"]
    assert wide
    expect(page.page.locator(".atlas-entry")).to_have_count(catalogue.initiatives(whole))
    assert page.url() == {"lang": "en"}  # a list, not a filter
    page.page.locator(".atlas-head .atlas-back").click()
    page.shows(catalogue.FEATURES, "en")
    here = catalogue.sites({"country": ["SGP"]})  # with the routes that touch it
    badge = page.map.locator('.atlas-mark[data-kind="donut"]').filter(has_text="Singapore")
    assert int(badge.get_attribute("data-count") or 0) == catalogue.initiatives(here) > 30
    badge.locator(".mark").click()
    page.shows(here, "en")
    assert page.url() == {"lang": "en", "country": "SGP"}
    page.page.locator(".atlas-head .atlas-back").click()
    page.shows(catalogue.FEATURES, "en")
    page.button("focus-2").click()
    every = catalogue.sites({"focus": ["2"]})
    placed = {site["properties"]["initiative"] for site in every if site["geometry"]}
    nowhere = {site["properties"]["initiative"] for site in every} - placed
    page.shows(every, "en")
    page.map.get_by_role("button", name=re.compile("^Not on the map")).click()
    expect(page.page.locator(".atlas-entry")).to_have_count(len(nowhere))
    first = sorted(nowhere)[0]
    page.entry(first).click()
    page.reads(first, "en")


def test_the_list_is_searched_sorted_and_left_as_it_was(visit: Open) -> None:
    page = visit("/?lang=en&country=SGP")
    every = catalogue.initiatives(catalogue.sites({"country": ["SGP"]}))
    page.shows(catalogue.sites({"country": ["SGP"]}), "en")
    some, title = page.page.locator(".atlas-entry"), catalogue.title("iot-mutual-recognition", "en")
    page.page.locator(".atlas-panel .atlas-find").fill(title.upper())
    expect(some).to_have_count(1)
    expect(some).to_contain_text(title)
    page.page.locator(".atlas-panel .atlas-find").fill("")
    expect(page.page.locator(".atlas-group .atlas-fold .atlas-n").first).not_to_have_text("1")
    counts = page.page.locator(".atlas-group .atlas-fold .atlas-n").all_inner_texts()
    assert sum(map(int, counts)) == every and page.url() == {"lang": "en", "country": "SGP"}
    page.page.locator(".atlas-head .atlas-back").click()
    field = page.page.locator(".atlas-search input")
    for text in ("ｔｕｖａｌｕ", "つばる"):
        field.fill(text)
        page.url_is(re.escape(quote(text)))
    page.shows(catalogue.sites({}, "つばる"), "en")
    assert page.url() == {"lang": "en", "q": "つばる"}
    page.page.go_back(wait_until="commit")  # typing is one step
    page.draws(catalogue.sites({"country": ["SGP"]}))
    expect(field).to_have_value("")
    page.page.locator(".atlas-drop:visible").click()
    page.shows(catalogue.FEATURES, "en")
    page.page.locator(".atlas-more").first.click()
    body = page.page.locator(".atlas-body")
    body.evaluate("node => { node.scrollTop = 900; }")
    entry = some.nth(20)
    entry.focus()
    id_, top = str(entry.get_attribute("data-id")), body.evaluate("node => node.scrollTop")
    page.page.keyboard.press("Enter")
    page.reads(id_, "en")
    page.button("close").click()
    expect(page.entry(id_)).to_be_focused()
    assert body.evaluate("node => node.scrollTop") == pytest.approx(top, abs=2)


def test_the_language_switch_keeps_filter_record_and_view(visit: Open) -> None:
    page = visit("/?lang=en&focus=3&region=pacific&id=palau-airport&view=5,150,4")
    found = catalogue.sites({"focus": ["3"], "region": ["pacific"]})
    page.shows(found, "en")
    page.reads("palau-airport", "en")
    before = page.view()
    page.button("lang-ja").click()
    page.reads("palau-airport", "ja")
    page.map.wait_for_function("document.documentElement.lang === 'ja'")
    page.shows(found, "ja")
    url = page.url()
    assert (url["lang"], url["focus"], url["region"], url["id"]) == ("ja", "3", "pacific", "palau-airport")
    assert page.view() == pytest.approx(before, abs=1e-6)
    page.button("close").click()
    page.shows(found, "ja")


def test_the_far_side_of_the_date_line_and_values_that_nobody_knows(visit: Open) -> None:
    """Suva lies at 178.4°E; Fiji's land runs on past 180°, Tonga lies wholly beyond it."""
    page = visit("/?lang=en&view=-17,179,8&region=![a](http://127.0.0.1:9/p.png)")
    page.shows(catalogue.FEATURES, "en")
    assert "region=![a](http://127.0.0.1:9/p.png)" in plain(page.page.get_by_role("alert").first.inner_text())
    tones = page.map.evaluate(TONES, [[179.3, -16.6], [179.99, -16.87], [180.02, -16.87], [179.7, -17.9]])
    assert tones == [SHOWN, SHOWN, SHOWN, tones[3]] and tones[3][3] == 0, "Vanua Levu, Taveuni on both sides, the sea"
    assert page.view() == pytest.approx((-17, 179, 8), abs=0.02)
    page.map.evaluate("() => { map.setView([-18, 181], 5, { animate: false }); }")
    marks = page.places()
    assert marks["TON"] > 180
    assert 176 < marks["FJI"] < 183 and marks["TON"] - marks["FJI"] < 10


def _property(site: str, name: str) -> str:
    return next(str(one["properties"][name]) for one in catalogue.FEATURES if one["id"] == site)
