"""A server, a Chromium that sees only it, and visits that may not complain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.e2e.servers import chromium, serve
from tests.e2e.visit import Visit

Open = Callable[..., Visit]
Contexts = dict[str, BrowserContext]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all; it must be there."""
    with chromium() as found:
        yield found


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
