"""A server, a Chromium that sees only it, and visits that may not complain."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.e2e.servers import serve
from tests.e2e.visit import PATIENCE, Visit

Open = Callable[..., Visit]
Contexts = dict[str, BrowserContext]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all; it must be there."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("Chromium is missing; install it (Debian: apt-get install chromium): these tests are never skipped")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The atlas with its own data."""
    with serve(tmp_path_factory.mktemp("server") / "log.txt") as address:
        yield address


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[str]:
    """A server that nobody has visited yet."""
    with serve(tmp_path / "log.txt") as address:
        yield address


@pytest.fixture(scope="package")
def contexts(browser: Browser) -> Contexts:
    """One context a browser language, so that Streamlit's own files are fetched once."""
    return {}


@pytest.fixture
def visit(browser: Browser, contexts: Contexts, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens pages: `visit("/?lang=ja")`; afterwards none may have complained."""
    visits: list[Visit] = []

    def run(path: str = "/?lang=en", *, locale: str = "en-US", at: str = "") -> Visit:
        address = at or str(request.getfixturevalue("server"))
        if locale not in contexts:
            contexts[locale] = browser.new_context(locale=locale, viewport={"width": 1440, "height": 900})
        visit = Visit(contexts[locale].new_page(), address)
        visits.append(visit)
        visit.page.goto(f"{address}{path}")
        return visit

    yield run
    complaints = [complaint for visit in visits for complaint in visit.complaints]
    for visit in visits:
        visit.page.close()
    assert complaints == []
