"""Two replicas behind nginx: a session stays, and when its replica is killed the next click goes on at the other.

`make test-deploy` runs it; a plain run of pytest does not collect it: it needs nginx and takes two minutes.
"""

from __future__ import annotations

import csv
import io
import re
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, expect

from tests import catalogue
from tests.conftest import ROOT
from tests.deploy.conftest import Visitor
from tests.deploy.replicas import NAMES, Farm, site
from tests.e2e.visit import Visit

FILTER = {"focus": ["3"], "region": ["pacific"]}
LINK = "/?lang=en&region=pacific&view=-8.00,170.00,4.50"
STATE = {"lang": "en", "region": "pacific", "view": "-8.00,170.00,4.50"}


@pytest.fixture(autouse=True)
def whole(two: Farm) -> Iterator[None]:
    """Whoever was killed comes back for the next test."""
    yield
    for name in NAMES:
        two.revive(name)


def _home(context: BrowserContext) -> str:
    """The replica that the browser's cookie names."""
    cookies: list[Any] = context.cookies()
    (found,) = [cookie for cookie in cookies if cookie["name"] == "atlas_replica"]
    assert found["httpOnly"] and found["sameSite"] == "Lax" and not found["secure"]
    return str(found["value"])


def _other(name: str) -> str:
    return next(one for one in NAMES if one != name)


def _focus(page: Visit) -> None:
    """Click focus area 3, and see that the address, the words and the map follow."""
    page.button("focus-3").click()
    page.url_is("focus=3")
    page.shows(catalogue.sites(FILTER), "en")
    assert page.url() == STATE | {"focus": "3"}


def test_a_session_stays_with_its_replica(two: Farm, visitor: Visitor, context: BrowserContext) -> None:
    before = len(two.requests())
    page = visitor(two, LINK)
    page.shows(catalogue.sites({"region": ["pacific"]}), "en")
    home = _home(context)
    _focus(page)
    page.button("lang-ja").click()
    page.shows(catalogue.sites(FILTER), "ja")
    page.page.reload()
    page.shows(catalogue.sites(FILTER), "ja")
    second = visitor(two, "/regions?lang=en&region=asean")
    expect(second.part("region-lists")).to_be_visible()
    assert _home(context) == home
    assert two.sessions(home) == 2 and two.sessions(_other(home)) == 0
    asked = two.requests()[before:]
    assert {one["home"] for one in asked} == {home} and len(asked) > 20
    assert not [one for one in asked if "," in one["tried"]], "nobody had to stand in"


def test_new_visitors_are_spread(two: Farm) -> None:
    drawn = [two.answer("/")["set-cookie"] for _ in range(40)]
    named = [re.match(r"atlas_replica=([ab]); Path=/; HttpOnly; SameSite=Lax$", cookie) for cookie in drawn]
    assert {found[1] for found in named if found} == set(NAMES) and all(named)


def test_the_next_click_after_a_kill_works_on_the_other(two: Farm, visitor: Visitor, context: BrowserContext) -> None:
    page, second = visitor(two, LINK), visitor(two, "/table?lang=en&region=pacific")
    page.shows(catalogue.sites({"region": ["pacific"]}), "en")
    second.button("download-csv").wait_for()
    home = _home(context)
    two.kill(home)
    _focus(page)
    assert page.view() == pytest.approx((-8, 170, 4.5), abs=0.02), "the map was not drawn anew"
    assert _home(context) == _other(home) and two.sessions(_other(home)) == 2
    second.button("lang-ja").click()
    second.url_is("lang=ja")

    two.revive(home)
    _downloads(second)  # of the session on the other replica: its cookie keeps it there
    page.button("focus-3").click()
    page.shows(catalogue.sites({"region": ["pacific"]}), "en")
    assert _home(context) == _other(home) and two.sessions(home) == 0


def test_a_mark_clicked_while_the_server_is_gone_opens(two: Farm, visitor: Visitor, context: BrowserContext) -> None:
    page = visitor(two, "/?lang=en&focus=3&region=pacific")
    page.shows(catalogue.sites(FILTER), "en")
    mark = page.mark("palau-airport")
    mark.wait_for()
    home = _home(context)
    two.kill(home)
    mark.click()
    expect(page.record.locator("h3")).to_have_text(catalogue.title("palau-airport", "en"))
    assert page.url()["id"] == "palau-airport" and _home(context) == _other(home)


def test_who_was_killed_is_used_again_by_new_visitors(two: Farm, visitor: Visitor, context: BrowserContext) -> None:
    two.kill("b")
    assert {two.answer("/")["set-cookie"][14] for _ in range(12)} == {"a"}, "only who answers is handed out"
    two.revive("b")
    for _ in range(40):
        context.clear_cookies()
        context.request.get(f"{two.address}/")
        if _home(context) == "b":
            break
    page = visitor(two, LINK)
    _focus(page)
    assert _home(context) == "b" and two.sessions("b") == 1


def _downloads(page: Visit) -> None:
    with page.page.expect_download() as download:
        page.button("download-csv").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"), newline="")))
    assert len(rows) == catalogue.initiatives(catalogue.sites({"region": ["pacific"]}))


def test_files_go_through_both_ways(two: Farm, visitor: Visitor, tmp_path: Path) -> None:
    table = visitor(two, "/table?lang=en&region=pacific")
    _downloads(table)
    path = tmp_path / "list.csv"  # larger than what nginx keeps in memory
    rows = "".join(f"橋{number},フィジー,スバ,{'x' * 400}\n" for number in range(500))
    path.write_text(f"事業名,国,場所,備考\n{rows}", encoding="utf-8-sig")
    page = visitor(two, "/import?lang=en")
    page.page.locator('input[type="file"]').set_input_files(path)
    expect(page.part("import-stage")).to_be_visible(
        timeout=60_000
    )  # the index of place names may have to be made first
    page.map.locator('.atlas-mark[data-key="own:suva"] .mark').wait_for()
    picture = visitor(two, "/briefing?lang=en&region=pacific")
    expect(picture.part("preview").locator("img")).to_be_visible(timeout=60_000)


PATHS = ("/", "/regions?country=FJI", "/app/static/atlas.js", "/_stcore/health", "/app/static/none.js",
         "/component/streamlit_folium.st_folium/index.html")  # fmt: skip
RULES = ("content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy")


@pytest.mark.parametrize("path", PATHS)
def test_the_headers_arrive_untouched(two: Farm, path: str) -> None:
    for name in NAMES:
        through = two.answer(path, Cookie=f"atlas_replica={name}")
        direct = two.answer(path, at=name)
        assert {rule: through[rule] for rule in RULES} == {rule: direct[rule] for rule in RULES}
        assert "default-src 'none'" in through["content-security-policy"]


def test_what_never_changes_is_kept_and_the_rest_is_asked_for(two: Farm) -> None:
    hashed = next((ROOT / "static").glob("land-*.json")).name
    land = two.answer(f"/app/static/{hashed}", **{"Accept-Encoding": "gzip"})
    assert land["cache-control"] == "public, max-age=31536000, immutable" and land["content-encoding"] == "gzip"
    assert two.answer("/app/static/atlas.js")["cache-control"] == "no-cache"
    assert two.answer("/")["cache-control"] == "no-cache"
    assert "cache-control" not in two.answer("/app/static/land-000000000000.json")


def test_what_is_for_the_keeper_alone_stays_inside(two: Farm) -> None:
    assert two.answer("/_stcore/metrics")[":status"] == "404"
    assert two.answer("/_stcore/metrics", at="a")[":status"] == "200"


def test_nobody_gets_anything_under_another_name(two: Farm) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example"):
        with pytest.raises(ConnectionResetError):
            two.answer("/", Host=host)
    assert two.answer("/", at="a", Host="evil.example")[":status"] == "421", "nor from a replica itself"
    assert two.answer("/ready", at="a", Host="10.244.0.7")[":status"] == "200"
    assert two.answer("/app/static/.hidden")[":status"] == "404"


def test_files_are_asked_for_at_a_pace(two: Farm) -> None:
    statuses = (two.answer("/media/none.png")[":status"] for _ in range(2000))
    assert next(filter("429".__eq__, statuses), None), "nginx lets one address ask for files without end"
    assert two.answer("/ready")[":status"] == "200", "pages have no such limit"


def test_half_a_request_is_hung_up_on(two: Farm) -> None:
    with socket.create_connection(("127.0.0.1", two.port), timeout=30) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: ")
        begun = time.monotonic()
        with suppress(ConnectionResetError):
            assert not line.recv(100)
    assert time.monotonic() - begun < 15


def test_the_log_has_no_words_of_a_user(two: Farm) -> None:
    two.answer("/?q=harbour-of-nobody&lang=en")
    for name in NAMES:
        two.kill(name)
    gone = two.answer("/?q=harbour-of-nobody")
    assert gone[":status"] == "503" and "default-src 'none'" in gone["content-security-policy"]
    for file in two.folder.glob("*.log"):
        assert "harbour-of-nobody" not in file.read_text("utf-8"), file.name
    assert {"kind", "status", "home"} < set(two.requests()[-1])


def test_the_atlas_lives_under_a_path_too(tmp_path: Path, visitor: Visitor) -> None:
    with site(tmp_path, "/foip") as here:
        page = visitor(here, LINK)
        _focus(page)
        page.part("header").get_by_role("link", name="List").click()
        _downloads_any(page)
        with urlopen(f"{here.address}/_stcore/health") as answer:
            assert answer.status == 200


def _downloads_any(page: Visit) -> None:
    with page.page.expect_download() as download:
        page.button("download-geojson").click()
    assert Path(download.value.path()).stat().st_size > 1000
