"""The rules in the response headers: everything of the atlas works under them, and what is slipped in does not."""

from __future__ import annotations

import re
import socket
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from playwright.sync_api import Frame, Page

from tests import catalogue
from tests.e2e.conftest import Open

COMPONENT = "/component/streamlit_folium.st_folium/index.html"
SLIP_IN = """(elsewhere) => new Promise((done) => {
    const told = []; window.__x = undefined;
    document.addEventListener("securitypolicyviolation", (event) => told.push(event.effectiveDirective));
    const box = document.createElement("div");
    box.innerHTML = '<img src="nowhere.png" onerror="window.__x=1"><a id="slip" href="javascript:window.__x=1">x</a>';
    document.body.appendChild(box);
    document.getElementById("slip").click();
    const script = document.createElement("script");
    script.textContent = "window.__x=1";
    document.body.appendChild(script);
    fetch(elsewhere).catch(() => {});
    const picture = new Image(); picture.src = elsewhere;
    setTimeout(() => { box.remove(); done([window.__x === undefined, told]); }, 400);
})"""


def _headers(address: str) -> dict[str, str]:
    try:
        with urlopen(address, timeout=10) as answer:
            return {name.lower(): value for name, value in answer.headers.items()}
    except HTTPError as error:
        return {name.lower(): value for name, value in error.headers.items()}


@pytest.mark.parametrize("path", ["/", "/regions?country=FJI", "/app/static/atlas.js", "/_stcore/health", COMPONENT])
def test_every_answer_names_the_rules(server: str, path: str) -> None:
    headers = _headers(server + path)
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"https?:|\*|ws:", policy), "no host at all"
    assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "SAMEORIGIN"
    assert headers["referrer-policy"] == "same-origin"


FIVE = {"focus": "3", "region": "pacific", "instrument": "oda", "document": "evolved-foip", "basis": "stated"}


def test_a_link_with_five_filters_a_view_and_an_id_opens_exactly_that_though_a_stranger_asked_for_the_frame_first(
    visit: Open, fresh_server: str
) -> None:
    assert _headers(fresh_server + COMPONENT)["content-security-policy"] == "default-src 'none'"
    found = catalogue.sites({facet: [code] for facet, code in FIVE.items()})
    asked = {"lang": "en", **FIVE, "view": "-8.00,175.00,4.50", "id": "palau-airport"}
    assert len(found) > 1
    page = visit(f"/?{urlencode(asked, safe=',')}", at=fresh_server)
    page.shows(found, "en")
    assert page.view() == pytest.approx((-8, 175, 4.5), abs=0.02)
    page.reads("palau-airport", "en")
    assert page.page.locator(".atlas-choice.on").count() == len(FIVE) - 2  # one is a card, two share a button
    assert page.url() == asked
    page.choose("basis", "stated", behind="document")
    page.shows(catalogue.sites({facet: [code] for facet, code in FIVE.items() if facet != "basis"}), "en")
    assert "basis" not in page.url() and page.url()["id"] == "palau-airport"
    page.page.go_back(wait_until="commit")
    page.shows(found, "en")
    assert page.url() == asked
    assert "frame-ancestors 'self'" in _headers(fresh_server + COMPONENT)["content-security-policy"]


def test_what_is_slipped_in_does_not_run_and_other_sites_are_not_framed(visit: Open) -> None:
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        _slip_in(visit, f"http://127.0.0.1:{elsewhere.getsockname()[1]}/")
        elsewhere.settimeout(0.2)
        with pytest.raises(TimeoutError):
            elsewhere.accept()


def _slip_in(visit: Open, elsewhere: str) -> None:
    page = visit("/?lang=en")
    page.map.locator(".atlas-mark").first.wait_for()
    frames: tuple[Page | Frame, ...] = (page.page, page.map)
    for frame in frames:
        harmless, blocked = frame.evaluate(SLIP_IN, elsewhere)
        assert harmless
        assert {"script-src-attr", "script-src-elem", "connect-src", "img-src"} <= set(blocked)
    expected = ("Content Security Policy", "nowhere.png", elsewhere)
    assert all(any(part in one for part in expected) for one in page.complaints), page.complaints
    page.complaints.clear()
    script = "at => { const f = document.createElement('iframe'); f.src = at; document.body.append(f); }"
    page.page.evaluate(script, "http://127.0.0.1:9/")
    page.page.wait_for_timeout(500)
    assert all("frame-src" in one for one in page.complaints) and page.complaints
    page.complaints.clear()
