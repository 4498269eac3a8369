"""Two replicas behind nginx, and visitors in a Chromium that may not complain."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.deploy.replicas import Farm, site
from tests.e2e.servers import chromium
from tests.e2e.visit import Visit

Visitor = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all; it must be there."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Farm]:
    """The replicas `a` and `b`."""
    with site(tmp_path_factory.mktemp("site")) as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never been here."""
    found = browser.new_context(locale="en-US", viewport={"width": 1440, "height": 900})
    yield found
    found.close()


@pytest.fixture
def visitor(context: BrowserContext) -> Iterator[Visitor]:
    """Opens tabs of one browser: `visitor(two, "/?lang=en")`; afterwards none may have complained."""
    visits: list[Visit] = []

    def run(where: Farm, path: str) -> Visit:
        visit = Visit(context.new_page(), where.address)
        visits.append(visit)
        visit.page.goto(f"{where.address}{path}")
        return visit

    yield run
    assert [complaint for visit in visits for complaint in visit.complaints] == []
