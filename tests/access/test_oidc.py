"""Log-in against a real provider on loopback, in Chromium: nothing is seen before it, and readers bring no lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import BrowserContext, expect

from scripts.serving import free_port
from tests import catalogue
from tests.access.provider import CLIENT, Provider, provider
from tests.conftest import ROOT
from tests.e2e.servers import chromium, serve
from tests.e2e.visit import SIZE, Visit

EDITOR, READER = "u-2002", "u-1001"


class LoginSite(NamedTuple):
    """The atlas, its provider, its log, and a browser that has never been here."""

    address: str
    provider: Provider
    log: Path
    browser: BrowserContext

    def visit(self, path: str) -> Visit:
        """A tab; the provider is another host, which the page itself must not ask."""
        visit = Visit(self.browser.new_page(), self.address)
        visit.page.goto(f"{self.address}{path}")
        return visit

    def enter(self, user: str, path: str = "/?lang=en") -> Visit:
        """Log in."""
        self.provider.user = user
        visit = self.visit(path)
        visit.button("log-in").click()
        visit.page.wait_for_url(f"{self.address}/**")
        visit.part("log-out").wait_for()
        visit.complaints.clear()  # the way to the provider
        visit.page.goto(f"{self.address}{path}")
        return visit

    def status(self, path: str, **headers: str) -> int:
        """What a request without a browser gets."""
        try:
            with urlopen(Request(f"{self.address}{path}", headers=headers), timeout=10) as answer:
                return int(answer.status)
        except HTTPError as error:
            return error.code

    def logged(self) -> list[dict[str, Any]]:
        """The atlas's own lines."""
        lines = self.log.read_text("utf-8", "replace").splitlines()
        return [json.loads(line) for line in lines if line.startswith('{"time"')]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[LoginSite]:
    """The atlas with a log-in."""
    port, log = free_port(), tmp_path / "log.txt"
    with provider() as found, chromium() as browser:
        secrets = tmp_path / "secrets.toml"
        given = {
            "redirect_uri": f"http://127.0.0.1:{port}/oauth2callback",
            "cookie_secret": "for this test alone, and long enough",
            "server_metadata_url": f"{found.address}/.well-known/openid-configuration",
        }
        lines = [f'{name} = "{value}"' for name, value in (given | CLIENT).items()]
        secrets.write_text("\n".join(["[auth]", *lines]), encoding="utf-8")
        rules = {"ATLAS_LOGIN": "oidc", "ATLAS_EDITORS": EDITOR}
        with serve(log, f"--secrets.files={secrets}", port=port, **rules) as address:
            context = browser.new_context(locale="en-US", viewport=SIZE)
            yield LoginSite(address, found, log, context)
            context.close()


def test_nothing_is_seen_before_the_log_in_and_lists_are_the_editors(site: LoginSite) -> None:
    data = next((ROOT / "static").glob("features-*.json")).name
    outside = site.visit("/?lang=ja&id=palau-airport")
    expect(outside.part("outside")).to_contain_text("ログインが必要")
    words = outside.page.content()
    assert "palau" not in words.lower().replace("id=palau-airport", "") and "パラオ" not in words
    assert outside.complaints == []
    for path in (f"/app/static/{data}", "/changes-ja.xml", "/media/x.pptx", "/_stcore/metrics", "/_stcore/agent/x"):
        assert site.status(path) in (403, 404), path
        forged = f"_streamlit_user={json.dumps({'is_logged_in': True, 'sub': EDITOR})}"
        assert site.status(path, Cookie=forged) in (403, 404), path

    reader = site.enter(READER)
    reader.shows(catalogue.sites({}), "en")
    assert reader.page.request.get(f"{site.address}/app/static/{data}").status == 200
    expect(reader.part("header").get_by_role("link", name="Briefing")).to_have_count(1)
    expect(reader.part("header").get_by_role("link", name="Import")).to_have_count(0)
    reader.page.goto(f"{site.address}/import?lang=en")
    expect(reader.page.get_by_text("Only editors may bring lists")).to_be_visible()
    expect(reader.page.locator('input[type="file"]')).to_have_count(0)
    reader.button("log-out").click()
    expect(reader.part("outside")).to_be_visible()
    assert reader.page.request.get(f"{site.address}/app/static/{data}").status == 403

    editor = site.enter(EDITOR, "/import?lang=en")
    expect(editor.page.locator('input[type="file"]')).to_be_attached()
    expect(editor.part("header").get_by_role("link", name="Import")).to_have_count(1)

    told = dict.fromkeys((one["user"], one["editor"]) for one in site.logged() if one["event"] == "log-in")
    assert list(told) == [(READER, False), (EDITOR, True)]
    assert "ministry.example" not in site.log.read_text("utf-8", "replace")
