"""One visit of a browser that sees no other host, and everything that it complained about."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import ConsoleMessage, Dialog, ElementHandle, Frame, Locator, Page, ViewportSize, expect

from atlas.vocab import Lang
from tests import catalogue

MAP = 'iframe[title^="streamlit_folium"]'
PATIENCE = 40_000
SIZE: ViewportSize = {"width": 1440, "height": 900}
Box = dict[str, float]


class Visit:
    """A page of the atlas; `complaints` lists foreign requests, console errors and page errors.

    `wait_for_function` polls by eval, which the headers forbid on a page (in the map's frame it works): use `expect`.
    """

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        self.allowed: tuple[str, ...] = ("/_stcore/",)  # sub-pages look for these beside themselves first
        self._own = (f"{address}/", address.replace("http:", "ws:") + "/", "data:", "blob:")
        page.set_default_timeout(PATIENCE)
        self._heard: dict[str, Callable[[Any], None]] = {
            "request": lambda request: self._asked(request.url),
            "websocket": lambda socket: self._asked(socket.url),
            "console": self._said,
            "pageerror": lambda error: self.complaints.append(f"page error: {error}"),
            "dialog": self._interrupted,
        }
        for event, listener in self._heard.items():
            page.on(event, listener)  # type: ignore[call-overload]

    def leave(self) -> None:
        """Leaves the tab to the next visit, which navigates away from here."""
        for event, listener in self._heard.items():
            self.page.remove_listener(event, listener)
        self.page.unroute_all()
        self.page.evaluate("sessionStorage.clear()")
        self.page.set_viewport_size(SIZE)
        self.page.mouse.move(0, 0)

    def _asked(self, url: str) -> None:
        if not url.startswith(self._own):
            self.complaints.append(f"foreign request: {url}")

    def _said(self, message: ConsoleMessage) -> None:
        url = str(message.location.get("url", ""))
        if message.type == "error" and not any(part in url for part in self.allowed):
            self.complaints.append(f"console: {message.text} ({url})")

    def _interrupted(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    @property
    def map(self) -> Frame:
        """The map's frame, once its marks are drawn."""
        frame = self._frame()
        frame.wait_for_url("**/component/**", wait_until="commit")  # until then it is empty, under the page's own rules
        frame.wait_for_function("document.documentElement.dataset.shown !== undefined")
        return frame

    def _frame(self) -> Frame:
        """The frame as it is; one that Streamlit is just replacing has none."""
        for _ in range(50):
            handle: ElementHandle = self.page.wait_for_selector(MAP)  # type: ignore[assignment]
            frame = handle.content_frame()
            if frame is not None:
                return frame
            self.page.wait_for_timeout(100)
        raise AssertionError("the map's frame never came")

    def part(self, key: str) -> Locator:
        """The container with a key."""
        return self.page.locator(f".st-key-{key}")

    def button(self, key: str) -> Locator:
        """The button with a key."""
        return self.page.locator(f'.st-key-{key} button, button[data-key="{key}"]').first

    def mark(self, key: str) -> Locator:
        """The mark of a place on the map."""
        return self.map.locator(f'.atlas-mark[data-key="{key}"] .mark')

    @property
    def popup(self) -> Locator:
        """The open popup."""
        return self.map.locator(".leaflet-popup-content .pop")

    def draws(self, sites: list[catalogue.Feature]) -> None:
        """Waits until the map shows some sites; fails when it never does."""
        self.map.wait_for_function("n => document.documentElement.dataset.shown === n", arg=str(len(sites)))

    def shows(self, sites: list[catalogue.Feature], lang: Lang) -> None:
        """Waits until the map and the list, if it is not a record's turn, show some sites; fails when they never do."""
        self.draws(sites)
        if "id" in self.url():
            return
        of_one = "region" not in self.url() and "," not in self.url().get("country", ",")
        words = re.compile(rf" {catalogue.initiatives(sites)}( |$)") if of_one else counts_text(sites, lang)
        expect(self.page.locator(".atlas-panel .atlas-head h3")).to_contain_text(words)

    @property
    def record(self) -> Locator:
        """The record in the panel."""
        return self.page.locator(".atlas-record")

    def reads(self, initiative: str, lang: Lang) -> None:
        """Waits for the record of an initiative."""
        expect(self.record.locator("h3")).to_have_text(plain(catalogue.title(initiative, lang)))

    def entry(self, initiative: str) -> Locator:
        """An entry of the list."""
        return self.page.locator(f'.atlas-entry[data-id="{initiative}"]')

    def choose(self, facet: str, code: str, behind: str = "") -> None:
        """Choose an option of a filter as a reader does; `behind` is the button of another facet that has it."""
        box = self.page.locator(f'.atlas-options:has([data-key="{facet}-{code}"])')
        self.page.locator(f'.atlas-facet[data-name="{behind or facet}"]').click()
        box.locator(f'[data-key="{facet}-{code}"]').click()
        self.page.keyboard.press("Escape")
        expect(box).to_be_hidden()

    def rests(self) -> None:
        """Waits until the page's script has run."""
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")

    def url(self) -> dict[str, str]:
        """The parameters of the address."""
        return {name: ",".join(values) for name, values in parse_qs(urlsplit(self.page.url).query).items()}

    def url_is(self, pattern: str) -> None:
        """Waits for an address that holds a pattern."""
        self.page.wait_for_url(re.compile(pattern), timeout=PATIENCE, wait_until="commit")

    def view(self) -> tuple[float, float, float]:
        """Latitude, longitude as drawn, and zoom of the map."""
        lat, lon, zoom = self.map.evaluate("[map.getCenter().lat, map.getCenter().lng, map.getZoom()]")
        return lat, lon, zoom

    def places(self) -> dict[str, float]:
        """The longitude as drawn of each mark, by key."""
        script = """(() => { const found = {}; map.eachLayer((layer) => {
            const element = layer.getElement && layer.getElement();
            if (element && element.dataset.key) found[element.dataset.key] = layer.getLatLng().lng; });
            return found; })()"""
        found: dict[str, float] = self.map.evaluate(script)
        return found

    def mark_boxes(self) -> list[Box]:
        """The rectangles of the marks that can be seen."""
        script = """[...document.querySelectorAll(".mark")].map((mark) => {
            const r = mark.getBoundingClientRect();
            const round = Number(mark.matches(".ring, .symbol"));  // discs, with two px of white round them
            return { left: r.left, right: r.right, top: r.top, bottom: r.bottom, round }; }).filter((r) =>
            r.right > 0 && r.bottom > 0 && r.left < window.innerWidth && r.top < window.innerHeight)"""
        found: list[Box] = self.map.evaluate(script)
        return found


def counts_text(sites: list[catalogue.Feature], lang: Lang) -> str:
    """The words of the counts line for some sites."""
    shown, every = catalogue.initiatives(sites), catalogue.initiatives(catalogue.FEATURES)
    if lang == "ja":
        return f"{'' if shown == every else f'全{every}件中 '}{shown}件の取組、{len(sites)}か所"
    where = f"{len(sites)} place{'' if len(sites) == 1 else 's'}"
    return f"{shown}{'' if shown == every else f' of {every}'} initiatives at {where}"


def plain(value: Any) -> str:
    """Text with single spaces, without the word joiners that keep addresses from becoming links."""
    return " ".join(str(value).replace("\u2060", "").split())
