"""A new edition, a broken one and a mended one under an open page."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from atlas.words.i18n import t
from loaders.atomic import write_atomic
from tests import catalogue
from tests.conftest import ROOT
from tests.e2e.conftest import Open
from tests.e2e.servers import serve
from tests.e2e.visit import Visit

TITLE = "A title of the next edition"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    target = tmp_path / "data"
    shutil.copytree(catalogue.DATA, target, ignore=shutil.ignore_patterns("catalogue", "editions"))
    yield target
    for file in (ROOT / "static").glob("features-*.json"):
        if TITLE in file.read_text(encoding="utf-8"):
            file.unlink()


def test_the_first_visit_may_be_to_another_page_and_an_open_page_follows_the_data(visit: Open, folder: Path) -> None:
    file = folder / "initiatives.geojson"
    data = file.read_bytes()
    collection = json.loads(data)
    for feature in collection["features"]:
        feature["properties"]["title_en"] = TITLE
    with serve(folder.parent / "log.txt", ATLAS_DATA=str(folder)) as address:
        _about_comes_first(visit, address)
        page = visit("/?lang=en", at=address)
        page.shows(catalogue.FEATURES, "en")
        file.write_bytes(data[:100_000])
        page.button("focus-3").click()
        expect(page.page.get_by_text("the previous edition")).to_be_visible()
        page.shows(catalogue.sites({"focus": ["3"]}), "en")
        write_atomic(file, json.dumps(collection).encode())
        page.button("focus-3").click()
        _is_loaded(page, folder.parent / "log.txt")
        page.shows(catalogue.FEATURES, "en")
        page.button("focus-3").click()  # a page waits some seconds for an edition; the next click has it
        page.shows(catalogue.sites({"focus": ["3"]}), "en")
        page.button("focus-3").click()
        expect(page.page.get_by_text("the previous edition")).to_have_count(0)
        page.shows(catalogue.FEATURES, "en")
        expect(page.map.locator(f'.atlas-mark[aria-label^="{TITLE}"]').first).to_be_attached()
        page.page.close()
    lines = [line for line in (folder.parent / "log.txt").read_text("utf-8").splitlines() if line.startswith("{")]
    events = [json.loads(line)["event"] for line in lines]
    assert events == ["start", "edition loaded", "edition refused", "edition loaded"]


def _is_loaded(page: Visit, log: Path) -> None:
    """Waits until the server has the second edition."""
    for _ in range(600):
        if log.read_text("utf-8").count('"edition loaded"') == 2:
            return
        page.page.wait_for_timeout(100)
    raise AssertionError("the edition is never loaded")


def _about_comes_first(visit: Open, address: str) -> None:
    page = visit("/about", locale="ja-JP", at=address)
    expect(page.page.locator("h2")).to_contain_text(t("ja", "about_title"))
    expect(page.part("foot")).to_contain_text("国境・境界線は参考表示")
    page.part("header").get_by_role("link", name=t("ja", "page_map")).click()
    page.shows(catalogue.FEATURES, "ja")
    page.page.close()
