"""More sites than a page holds: the database counts for the map, and what the page shows equals the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import expect

from loaders.stores import store_of
from loaders.stores.held import held_of
from loaders.stores.postgis.write import write_postgis
from tests import catalogue
from tests.e2e.conftest import Open
from tests.e2e.servers import serve
from tests.e2e.visit import Visit

IN_CELLS = "[...document.querySelectorAll('[data-kind=cell]')].map((one) => Number(one.dataset.count))"


@pytest.fixture(scope="module")
def many(postgis_server: str, real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The atlas over a database whose edition says that it is of more bytes than pages hold."""
    write_postgis(postgis_server, held_of(store_of(real_data).read()))
    with psycopg.connect(postgis_server) as line:
        line.execute("UPDATE foip_atlas.edition SET bytes = 1000000000")
    with serve(tmp_path_factory.mktemp("many") / "log.txt", ATLAS_DATA=postgis_server) as address:
        yield address


def test_cells_list_options_single_places_and_a_record(visit: Open, many: str) -> None:
    page = visit("/?lang=ja", at=many)
    _counts(page, {})
    page.map.evaluate("() => { map.setView([10, 130], 2, { animate: false }); }")
    page.map.locator('[data-kind="cell"]').first.wait_for()
    assert max(page.map.evaluate(IN_CELLS)) > 10
    page.button("focus-3").click()
    _counts(page, {"focus": ["3"]})
    _options_are_counted(page)
    page.choose("country", "FJI")
    _counts(page, {"focus": ["3"], "country": ["FJI"]})
    page.map.locator('.atlas-mark:not([data-kind="cell"])').first.wait_for()
    assert page.map.evaluate(IN_CELLS) == []
    page.entry("osa-fiji-2023").click()
    page.reads("osa-fiji-2023", "ja")
    page.page.go_back()
    expect(page.record).to_be_hidden()


def _counts(page: Visit, wish: dict[str, list[str]]) -> None:
    """Waits until the head of the list says how many initiatives a filter shows."""
    words = re.compile(rf"\b{catalogue.initiatives(catalogue.sites(wish))}(\b|件)")
    expect(page.page.locator(".atlas-panel .atlas-head h3")).to_contain_text(words)


def _options_are_counted(page: Visit) -> None:
    """The numbers beside the countries, which the database has worked out under the focus area."""
    page.page.locator('.atlas-facet[data-name="country"]').click()
    for code in ("FJI", "PHL", "TON"):
        option = page.page.locator(f'.atlas-options [data-key="country-{code}"]')
        number = catalogue.initiatives(catalogue.sites({"focus": ["3"], "country": [code]}))
        expect(option).to_have_text(re.compile(rf"\D{number}$"))
    page.page.keyboard.press("Escape")
