"""An edition of more sites than pages hold: what the map is answered equals a recount, and other pages say it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import streamlit as st

import ui.assets
from atlas.geo.box import BoxError
from loaders.stores import store_of
from loaders.stores.files import FileStore
from loaders.stores.held import held_of
from loaders.stores.postgis import store as postgis
from loaders.stores.postgis.write import write_postgis
from server.first_look import page_for
from server.many import many_routes
from tests import catalogue
from tests.loaders.stores import databases
from tests.ui.conftest import PAGES, Open
from tests.ui.reading import mounted, record, texts
from ui.data import Atlas, build, many_of, read_files
from ui.map.many import FILED, answer, options

WORLD = {"box": ["-30,-85,330,85"], "zoom": ["3"]}
FIJI = {"box": ["176,-20,182,-15"], "zoom": ["6"]}


@pytest.fixture(scope="module")
def home(postgis_server: str, real_data: Path) -> Iterator[str]:
    """A database with the committed catalogue."""
    with databases.database(postgis_server) as address:
        write_postgis(address, held_of(FileStore(real_data).read()))
        yield address


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Pages hold a hundred sites, a view shows ten by themselves."""
    monkeypatch.setattr(postgis, "MAX_FEATURES", 100)
    monkeypatch.setattr("loaders.stores.postgis.counting.SINGLE", 10)
    monkeypatch.setattr(ui.assets, "STATIC", tmp_path / "static")
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def atlas(home: str) -> Iterator[Atlas]:
    """That edition as pages have it."""
    with closing(store_of(home)) as store:
        yield build(read_files(store), None, many_of(store))


def test_the_world_is_counted_and_the_list_says_how_many(atlas: Atlas) -> None:
    found, wish = answer(atlas, WORLD | {"focus": ["3"]}, "ja"), catalogue.sites({"focus": ["3"]})
    assert found["features"]["counted"] and not found["single"]
    assert found["counts"]["i"] == catalogue.initiatives(wish) and found["counts"]["s"] == len(wish)
    assert found["counts"]["all"] == catalogue.initiatives(catalogue.FEATURES)
    assert found["areas"] == {
        code: catalogue.initiatives(catalogue.sites({"focus": [code]})) for code in ("1", "2", "3", "0")
    }
    assert {row["focus"] for row in found["rows"]} == {"3"}
    boxed = {one["key"]: one["total"] for one in found["features"]["boxed"]}
    wide = [site for site in wish if site["properties"]["precision"] == "region" and site["geometry"]]
    assert boxed == {
        region: catalogue.initiatives(site for site in wide if site["properties"]["region"] == region)
        for region in {site["properties"]["region"] for site in wide}
    }
    for cell in found["features"]["cells"]:
        west, south, east, north = cell["bounds"]
        assert west <= cell["x"] <= east and south <= cell["y"] <= north
        assert cell["total"] == sum(part["n"] for part in cell["parts"])


def test_few_sites_come_with_all_that_the_map_says_of_them(atlas: Atlas) -> None:
    found = answer(atlas, FIJI | {"precision": ["site", "city"]}, "en")
    assert not found["features"]["counted"] and 0 < len(found["single"]) <= 10
    sites = [found["features"]["sites"][row] for row in found["single"]]
    assert {"FJI"} <= {code for site in sites for code in site["countries"]}
    assert all(176 <= site["x"] <= 182 and site["title"] and site["place"] for site in sites)


def test_options_are_counted_under_the_other_filters(atlas: Atlas) -> None:
    found = options(atlas, {"focus": ["3"], "region": ["pacific"]}, "region")
    for code in ("pacific", "asean"):
        assert found[code] == catalogue.initiatives(catalogue.sites({"focus": ["3"], "region": [code]}))


def test_chosen_initiatives_are_there_whatever_the_filter(atlas: Atlas) -> None:
    found = answer(atlas, WORLD | {"focus": ["1"], "id": ["osa-fiji-2023"], "basket": ["afcfta"]}, "ja")
    assert {"osa-fiji-2023", "afcfta"} <= {row["id"] for row in found["rows"]}


@pytest.mark.parametrize("wrong", [{"box": ["1,2,3"]}, {"zoom": ["nan"]}, {"zoom": ["99"]}, {"box": ["a,b,c,d"]}])
def test_a_view_that_is_none_is_refused(atlas: Atlas, wrong: dict[str, list[str]]) -> None:
    with pytest.raises(BoxError):
        answer(atlas, wrong, "ja")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_map_page_opens_with_record_and_files_and_others_say_why_not(
    open_page: Open, home: str, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv("ATLAS_DATA", home)
    at = open_page(lang=lang, id="osa-fiji-2023", focus="3")
    assert not at.exception and not at.error and not at.warning
    assert mounted(at)["filters"]["given"]["many"] is True
    found = record(at)
    assert found and found["id"] == "osa-fiji-2023" and found["milestones"]
    for page in set(PAGES) - {"app.py", "pages/initiative.py"}:
        other = open_page(page, lang=lang)
        assert not other.exception and str(len(catalogue.FEATURES)) in texts(other), page
    assert page_for({}, lang).count("atlas-first") == 0
    assert {route.path for route in many_routes()} == {"/view-ja.json", "/view-en.json"}


def test_files_are_made_of_a_part_up_to_a_limit_that_is_told(
    open_page: Open, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_DATA", home)
    at = open_page(lang="en", focus="3")
    assert at.button(key="part-make") and len(at.get("download_button")) == 0
    at.button(key="part-make").click().run()
    assert not at.exception and len(at.get("download_button")) > 3
    monkeypatch.setattr("ui.explore.part.FILED", 20)
    over = open_page(lang="en", focus="3")
    assert "more than the 20" in texts(over) and len(over.get("download_button")) == 0 and FILED == 5_000
