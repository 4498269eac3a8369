"""A server, a Chromium that sees only it, and visits that may not complain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.servers import chromium, locked, serve, served
from tests.e2e.static import hosted, write_pages
from tests.e2e.visit import SIZE, Visit

Open = Callable[..., Visit]
Scheme = Literal["dark", "light"]


class Tabs:
    """Tabs of one context a browser language. The last one is used again: Chromium has the page's scripts compiled."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: dict[str, BrowserContext] = {}
        self._left: dict[str, tuple[Page, str]] = {}

    def take(self, locale: str, address: str) -> Page:
        """A tab of a browser that speaks a language; one that was used shows a page of this very address."""
        if locale not in self._contexts:
            self._contexts[locale] = self._browser.new_context(locale=locale, viewport=SIZE)
        page, where = self._left.pop(locale, (None, ""))
        if page and where != address:
            page.close()
        return page if page and where == address else self._contexts[locale].new_page()

    def give(self, visit: Visit, locale: str, address: str) -> None:
        """Take back a tab; one that complained or was closed is not used again, and one is enough."""
        if visit.complaints or visit.page.is_closed() or locale in self._left:
            visit.page.close()
        else:
            visit.leave()
            self._left[locale] = (visit.page, address)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all; it must be there."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="package")
def tabs(browser: Browser) -> Tabs:
    """The tabs of all tests."""
    return Tabs(browser)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers have in common."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def server(shared: Path) -> Iterator[str]:
    """The atlas with its own data, one for all workers."""
    with served(shared) as address:
        yield address


@pytest.fixture(scope="package")
def pages(shared: Path) -> Path:
    """A folder with the static site (`atlas/`) and the handout (`all.html`), written once for all workers."""
    folder = shared / "pages"
    with locked(folder):
        if not folder.exists():
            folder.mkdir()
            write_pages(folder)
    return folder


@pytest.fixture(scope="package")
def web(pages: Path) -> Iterator[str]:
    """The address of a web server for that folder."""
    with hosted(pages) as address:
        yield address


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[str]:
    """A server that nobody has visited yet."""
    with serve(tmp_path / "log.txt") as address:
        yield address


@pytest.fixture
def visit(tabs: Tabs, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens pages: `visit("/?lang=ja")`; afterwards none may have complained."""
    visits: list[tuple[Visit, str, str]] = []

    def run(path: str = "/?lang=en", *, locale: str = "en-US", at: str = "", scheme: Scheme = "light") -> Visit:
        address = at or str(request.getfixturevalue("server"))
        visit = Visit(tabs.take(locale, address), address)
        visits.append((visit, locale, address))
        visit.page.emulate_media(media="null", color_scheme=scheme)
        visit.page.goto(f"{address}{path}")
        return visit

    yield run
    complaints = [complaint for visit, *_ in visits for complaint in visit.complaints]
    for visit in visits:
        tabs.give(*visit)
    assert complaints == []
