"""What Streamlit and streamlit-folium do not promise is taken away; map and filters stay."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Route, expect

from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import Visit

FRAME = "**/component/streamlit_folium.st_folium/"


def _opened(visit: Open, pattern: str, change: Callable[[str], str], path: str = "/?lang=en") -> Visit:
    """The map's page with some of its files changed on their way."""
    page = visit("/_stcore/health")

    def answer(route: Route) -> None:
        found = route.fetch()
        route.fulfill(response=found, body=change(found.text()))

    page.page.route(pattern, answer)
    page.page.goto(page.page.url.replace("/_stcore/health", path))
    return page


def _works(page: Visit) -> None:
    page.shows(catalogue.sites({}), "en")
    page.page.locator(".atlas-card").nth(2).click()
    page.shows(catalogue.sites({"focus": ["3"]}), "en")


def _deaf(script: str) -> str:
    assert "eval(feature_group" in script
    return script.replace("eval(feature_group", "void(feature_group")


def test_a_frame_that_no_run_reaches_shows_what_the_front_end_has(visit: Open) -> None:
    _works(
        _opened(visit, f"{FRAME}**/main.*.js", lambda text: text.replace("eval(feature_group", "void(feature_group"))
    )


def test_the_map_runs_under_the_rule_that_stands_in_for_a_script_that_is_not_told(visit: Open) -> None:
    page = visit("/_stcore/health")

    def answer(route: Route) -> None:
        found = route.fetch()
        policy = re.sub(r"'sha256-[^']+'", "'unsafe-inline'", found.headers["content-security-policy"])
        route.fulfill(response=found, headers=found.headers | {"content-security-policy": policy})

    page.page.route(f"{FRAME}index.html*", answer)
    page.page.goto(page.page.url.replace("/_stcore/health", "/?lang=en"))
    _works(page)


def test_a_page_that_tells_no_state_holds_no_click_and_the_first_look_goes(visit: Open) -> None:
    page = _opened(visit, "**/static/js/*.js", lambda text: text.replace("data-test-", "data-other-"))
    _works(page)
    assert page.page.locator("[data-test-script-state]").count() == 0
    expect(page.page.locator("#atlas-first")).to_have_count(0)
