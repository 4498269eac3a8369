"""The rules in the response headers: everything of the atlas works under them, and what is slipped in does not."""

from __future__ import annotations

import re
import socket
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.e2e.conftest import Open
from tests.e2e.visit import MAP

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


def test_the_map_survives_a_stranger_who_asks_for_its_frame_first(visit: Open, fresh_server: str) -> None:
    assert _headers(fresh_server + COMPONENT)["content-security-policy"] == "default-src 'none'"
    page = visit("/?lang=ja", at=fresh_server)
    expect(page.map.locator(".atlas-mark").first).to_be_visible()
    assert "frame-ancestors 'self'" in _headers(fresh_server + COMPONENT)["content-security-policy"]


def test_what_is_slipped_in_does_not_run(visit: Open) -> None:
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


def test_the_atlas_may_not_frame_other_sites(visit: Open) -> None:
    page = visit("/about?lang=en")
    script = "at => { const f = document.createElement('iframe'); f.src = at; document.body.append(f); }"
    page.page.evaluate(script, "http://127.0.0.1:9/")
    page.page.wait_for_timeout(500)
    assert all("frame-src" in one for one in page.complaints) and page.complaints
    page.complaints.clear()
    assert page.page.locator(MAP).count() == 0
