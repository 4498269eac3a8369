"""The table in a real browser: choosing a row, the way back, the files."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pandas as pd
from playwright.sync_api import expect

from atlas.filter import Filter
from atlas.words.i18n import t
from exporters.formats import FORMATS
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.readable import faults
from tests.e2e.visit import PATIENCE, Visit
from tests.extracts import extract

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


def test_a_row_opens_its_record_back_closes_it_and_a_row_means_the_same_after_sorting(visit: Open) -> None:
    here = visit(f"/table?lang=en&{FILTER}")
    _press(here, 1)
    here.url_is("id=")
    title = catalogue.title(here.url()["id"], "en")
    expect(here.record).to_contain_text(title)
    _press(here, 2)
    expect(here.record).not_to_contain_text(title)
    here.page.go_back()
    expect(here.record).to_contain_text(title)
    _press(here, 0)
    _press(here, 1)
    titles = sorted(catalogue.title(site["properties"]["initiative"], "en") for site in FOUND)
    assert titles[0] != title
    expect(here.record).to_contain_text(titles[0])


def test_ticked_rows_are_gathered_for_a_briefing_and_back_keeps_them(visit: Open) -> None:
    ids = list(extract(Filter(focus=("3",), region=("pacific",))).groups)
    here = visit(f"/table?lang=ja&{FILTER}")
    _press(here, 1, x=17)
    _press(here, 3, x=17)
    expect(here.button("basket-chosen")).to_have_text(t("ja", "basket_chosen", n=2))
    _press(here, 2)
    expect(here.record).to_contain_text(catalogue.title(ids[1], "ja"))
    here.button("basket-chosen").click()
    expect(here.part("basket").locator("b")).to_have_text(t("ja", "basket", n=2))
    expect(here.button("basket-chosen")).to_have_count(0)
    here.rests()
    assert here.url()["basket"] == f"{ids[0]},{ids[2]}" and faults(here.page) == []
    here.page.go_back()
    expect(here.record).to_have_count(0)
    here.button("basket-all").click()
    expect(here.part("basket").locator("b")).to_have_text(t("ja", "basket", n=len(ids)))
    assert here.url()["basket"] == ",".join([ids[0], ids[2], ids[1], *ids[3:]])


def test_any_five_come_from_home_to_a_slide_in_four_clicks_more(visit: Open) -> None:
    here, ids = visit("/?lang=en"), list(extract().groups)
    here.shows(catalogue.FEATURES, "en")
    here.page.evaluate("addEventListener('click', () => { window.clicks = (window.clicks || 0) + 1; }, true)")
    here.part("nav").get_by_role("link", name="List").click()
    rows = (1, 4, 9, 14, 18)
    for row in rows:
        _press(here, row, x=17)
    expect(here.button("basket-chosen")).to_have_text(t("en", "basket_chosen", n=5))
    here.button("basket-chosen").click()
    here.button("basket-brief").click()
    here.url_is("/briefing")
    assert here.url()["ids"] == ",".join(ids[row - 1] for row in rows)
    expect(here.part("preview").locator("img")).to_be_visible()
    here.rests()
    with here.page.expect_download():
        here.part("downloads").get_by_role("button", name="PowerPoint").click()
    assert here.page.evaluate("window.clicks") == 5 + 4


def test_the_keyboard_walks_through_the_rows_and_the_way_to_the_map_keeps_filter_and_record(visit: Open) -> None:
    here = visit(f"/table?lang=en&{FILTER}&id=palau-airport")
    here.page.wait_for_selector(READY)
    here.page.wait_for_timeout(500)
    before = here.record.locator("h3").inner_text()
    here.button("basket-load").focus()
    here.page.keyboard.press("Tab")
    here.page.keyboard.press("ArrowDown")
    expect(here.record.locator("h3")).not_to_have_text(before, timeout=PATIENCE)
    here.rests()
    there = here.url()
    here.part("table-bar").get_by_role("link").click()
    here.shows(FOUND, "en")
    assert here.url() == there and there == {"lang": "en", "focus": "3", "region": "pacific", "id": there["id"]}


def test_the_choice_of_rows_outlives_a_change_of_language(visit: Open) -> None:
    here = visit(f"/table?lang=en&{FILTER}")
    here.rests()
    here.part("table-bar").get_by_text("Places", exact=True).click()
    here.url_is("by=sites")
    here.rests()
    with here.page.expect_download() as waiting:
        here.button("download-csv").click()
    assert waiting.value.suggested_filename.endswith("_focus3-pacific_en.csv")
    here.button("lang-ja").click()
    expect(here.part("downloads")).to_contain_text("ダウンロード", timeout=PATIENCE)
    here.rests()
    with here.page.expect_download() as waiting:
        here.button("download-csv").click()
    assert waiting.value.suggested_filename.endswith("_focus3-pacific_ja.csv")


def test_a_filter_of_the_front_end_is_what_every_file_holds(visit: Open, tmp_path: Path) -> None:
    here = visit("/table?lang=ja&region=pacific")
    here.page.wait_for_selector(READY)
    here.rests()
    here.button("focus-3").click()
    expect(here.page.locator('.st-key-nav a[href*="regions?"]')).to_have_attribute("href", re.compile("focus=3"))
    here.rests()
    ids = {site["properties"]["initiative"] for site in FOUND}
    files = {name: _download(here, name, tmp_path) for name in FORMATS}
    assert set(pd.read_csv(io.BytesIO(files["csv"]), encoding="utf-8-sig").iloc[:, -1]) == ids
    assert {feature["id"] for feature in json.loads(files["geojson"])["features"]} == ids
    assert all(len(content) > 5_000 for content in files.values())
    assert here.url() == {"lang": "ja", "region": "pacific", "focus": "3"}


def _download(here: Visit, name: str, folder: Path) -> bytes:
    with here.page.expect_download() as waiting:
        here.button(f"download-{name}").click()
    assert waiting.value.suggested_filename.endswith(f"_focus3-pacific_initiatives_ja.{name}")
    waiting.value.save_as(folder / name)
    return (folder / name).read_bytes()
