"""A real nginx that asks people who they are, before replicas that believe it and nobody else.

`make test-deploy` runs it.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests import catalogue
from tests.deploy.replicas import NAMES, Farm, site
from tests.e2e.visit import SIZE, Visit

WORDS = {"kim": "one", "tanaka": "two"}
PROXY = "127.0.0.9"  # another address of this machine, so that what comes from 127.0.0.1 has gone round nginx


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Farm]:
    """Two replicas behind an nginx that asks for a name and a word; Kim edits."""
    folder = tmp_path_factory.mktemp("login")
    users = folder / "users"
    users.write_text("".join(f"{name}:{{PLAIN}}{word}\n" for name, word in WORDS.items()), encoding="utf-8")
    asks = f'auth_basic "FOIP Atlas"; auth_basic_user_file {users}; proxy_bind {PROXY};'
    rules = {"ATLAS_LOGIN": "proxy", "ATLAS_PROXIES": PROXY, "ATLAS_EDITORS": "kim"}
    with site(folder, "", asks, **rules) as found:
        yield found


def _basic(name: str) -> dict[str, str]:
    return {"Authorization": f"Basic {b64encode(f'{name}:{WORDS[name]}'.encode()).decode()}"}


def _users(two: Farm) -> set[str]:
    lines = [line for name in NAMES for line in (two.folder / f"{name}.log").read_text("utf-8").splitlines()]
    found = [json.loads(line) for line in lines if line.startswith('{"time"')]
    return {one["user"] for one in found if one["event"] == "log-in"}


def test_only_who_was_asked_comes_in(asking: Farm) -> None:
    assert asking.answer("/")[":status"] == "401"
    assert asking.answer("/", **_basic("tanaka"))[":status"] == "200"
    for path in ("/", "/app/static/atlas.js", "/_stcore/stream"):
        assert asking.answer(path, at="a", **{"X-Atlas-User": "kim"})[":status"] == "403", path
    assert asking.answer("/_stcore/health", at="a")[":status"] == "200"


@pytest.mark.parametrize(("name", "uploads"), [("kim", 1), ("tanaka", 0)])
def test_a_name_counts_as_the_proxy_says_it(asking: Farm, browser: Browser, name: str, uploads: int) -> None:
    lie = {"X-Atlas-User": "kim" if name == "tanaka" else "tanaka"}
    context = browser.new_context(
        locale="en-US", viewport=SIZE, extra_http_headers=lie,
        http_credentials={"username": name, "password": WORDS[name]},
    )  # fmt: skip
    visit = Visit(context.new_page(), asking.address)
    visit.page.goto(f"{asking.address}/?lang=en&region=pacific")
    visit.shows(catalogue.sites({"region": ["pacific"]}), "en")
    visit.page.goto(f"{asking.address}/import?lang=en")
    expect(visit.part("foot")).to_be_visible()
    expect(visit.page.locator('input[type="file"]')).to_have_count(uploads)
    context.close()
    assert name in _users(asking)
    assert Path(asking.folder / "nginx.log").read_text("utf-8").count(name) == 0
