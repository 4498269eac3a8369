"""The table in a real browser: choosing a row, the way back, the files."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import expect

from atlas.vocab import LANGS, Lang
from exporters.tables import FORMATS
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.visit import PATIENCE, Visit

FILTER = "focus=3&region=pacific"
FOUND = catalogue.sites({"focus": ["3"], "region": ["pacific"]})
ROW = 31
READY = '.st-key-table [data-testid="stDataFrame"] canvas'


def _press(visit: Visit, row: int, x: float = 150) -> None:
    """Press a row of the table; 0 is the header."""
    canvas = visit.page.wait_for_selector(READY)
    visit.page.wait_for_timeout(500)  # the grid takes clicks a moment after it is drawn
    box = canvas.bounding_box() if canvas else None
    assert box is not None
    visit.page.mouse.click(box["x"] + x, box["y"] + (row + 0.5) * ROW)


def test_a_row_opens_its_record_and_back_closes_it(visit: Open) -> None:
    here = visit(f"/table?lang=en&{FILTER}")
    _press(here, 1)
    here.url_is("id=")
    title = catalogue.title(here.url()["id"], "en")
    expect(here.part("record")).to_contain_text(title, timeout=PATIENCE)
    _press(here, 2, x=17)
    expect(here.part("record")).not_to_contain_text(title, timeout=PATIENCE)
    here.page.go_back()
    expect(here.part("record")).to_contain_text(title, timeout=PATIENCE)


def test_unticking_a_row_closes_its_record(visit: Open) -> None:
    here = visit(f"/table?lang=en&{FILTER}")
    _press(here, 3, x=17)
    here.url_is("id=")
    _press(here, 3, x=17)
    expect(here.part("record")).to_have_count(0, timeout=PATIENCE)
    assert "id" not in here.url()


def test_the_keyboard_walks_through_the_rows(visit: Open) -> None:
    here = visit(f"/table?lang=en&{FILTER}&id=palau-airport")
    here.page.wait_for_selector(READY)
    here.page.wait_for_timeout(500)
    before = here.part("record").locator("h3").inner_text()
    here.button("download-kml").focus()
    here.page.keyboard.press("Tab")
    here.page.keyboard.press("ArrowDown")
    expect(here.part("record").locator("h3")).not_to_have_text(before, timeout=PATIENCE)


def test_the_choice_of_rows_outlives_a_change_of_language(visit: Open) -> None:
    here = visit(f"/table?lang=en&{FILTER}")
    here.part("table-bar").get_by_text("Places", exact=True).click()
    with here.page.expect_download() as waiting:
        here.page.wait_for_timeout(1000)
        here.button("download-csv").click()
    assert waiting.value.suggested_filename.endswith("_focus3-pacific_en.csv")
    here.button("lang-ja").click()
    expect(here.part("downloads")).to_contain_text("ダウンロード", timeout=PATIENCE)
    with here.page.expect_download() as waiting:
        here.page.wait_for_timeout(1000)
        here.button("download-csv").click()
    assert waiting.value.suggested_filename.endswith("_focus3-pacific_ja.csv")


def test_a_row_means_the_same_after_sorting(visit: Open) -> None:
    here = visit(f"/table?lang=en&{FILTER}")
    _press(here, 0)
    _press(here, 1)
    here.url_is("id=")
    titles = sorted(catalogue.title(site["properties"]["initiative"], "en") for site in FOUND)
    assert catalogue.title(here.url()["id"], "en") == titles[0]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1280, 720), (768, 1024)])
def test_it_fits_the_screen(visit: Open, lang: Lang, width: int, height: int) -> None:
    here = visit(f"/table?lang={lang}")
    here.page.set_viewport_size({"width": width, "height": height})
    here.page.wait_for_selector(READY)
    assert here.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    box = here.part("table").bounding_box()
    assert box is not None and box["height"] >= 400 and box["x"] + box["width"] <= width


def test_the_way_to_the_map_keeps_filter_and_record(visit: Open) -> None:
    here = visit(f"/table?lang=en&{FILTER}&id=palau-airport")
    here.part("table-bar").get_by_role("link").click()
    here.shows(FOUND, "en")
    assert here.url() == {"lang": "en", "focus": "3", "region": "pacific", "id": "palau-airport"}


@pytest.mark.parametrize("name", FORMATS)
def test_every_file_holds_what_is_shown(visit: Open, tmp_path: Path, name: str) -> None:
    here = visit(f"/table?lang=ja&{FILTER}")
    here.page.wait_for_selector(READY)
    with here.page.expect_download() as waiting:
        here.button(f"download-{name}").click()
    assert waiting.value.suggested_filename.endswith(f"_focus3-pacific_initiatives_ja.{name}")
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    ids = {site["properties"]["initiative"] for site in FOUND}
    if name == "csv":
        assert set(pd.read_csv(io.BytesIO(path.read_bytes()), encoding="utf-8-sig").iloc[:, -1]) == ids
    elif name == "geojson":
        assert {feature["id"] for feature in json.loads(path.read_bytes())["features"]} == ids
    else:
        assert path.stat().st_size > 5_000
