"""What a database counts for maps equals a recount of the committed catalogue, one site after the other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg
import pytest

from atlas.counts import counts
from atlas.filter import FACETS, Filter
from atlas.geo.box import Box
from atlas.geo.cells import LEVEL, cell_of, level_at, point_of
from atlas.geo.drawn import drawn
from loaders.stores import Contents
from loaders.stores.postgis import crowds
from loaders.stores.postgis.store import PostgisStore
from loaders.stores.postgis.write import write_postgis
from loaders.stores.view import SINGLE, CountedCell
from tests.atlas.wishes import two_hundred
from tests.loaders.stores import databases
from tests.loaders.stores.conftest import changed, held

WORLD = Box(-30, -85, 330, 85)
Site = dict[Any, Any]


@pytest.fixture(scope="module", params=["counted when asked for", "counted beforehand"])
def store(request: pytest.FixtureRequest, postgis_server: str, edition: Contents) -> Iterator[PostgisStore]:
    """A database with the committed catalogue; as where there are many, with cells that are counted beforehand."""
    many = 20 if request.param == "counted beforehand" else crowds.MANY
    with pytest.MonkeyPatch.context() as patch, databases.database(postgis_server) as home:
        patch.setattr(crowds, "MANY", many)
        write_postgis(home, held(edition))
        with closing(PostgisStore(home)) as found:
            yield found


@pytest.fixture
def counting(store: PostgisStore, monkeypatch: pytest.MonkeyPatch) -> PostgisStore:
    """The same where no view has few sites."""
    monkeypatch.setattr("loaders.stores.postgis.counting.SINGLE", -1)
    return store


def _sites(edition: Contents, filter_: Filter) -> list[Site]:
    whole = held(edition).edition
    frame = whole.frame[whole.index.select(filter_)]
    return [row | {"id": key} | drawn(row, {}) for key, row in zip(frame.index, frame.to_dict("records"), strict=True)]


def _by_cell(sites: list[Site], left: int) -> dict[tuple[int, int], list[Site]]:
    found: dict[tuple[int, int], list[Site]] = {}
    for site in sites:
        column, row = cell_of(site["x"], site["y"])
        found.setdefault((column >> left, row >> left), []).append(site)
    return found


def _parts(sites: list[Site]) -> dict[str, int]:
    return dict(Counter(focus for focus, _ in {(str(site["focus_area"]), site["initiative"]) for site in sites}))


def _told(cells: Any) -> dict[tuple[int, int], tuple[dict[str, int], int]]:
    return {(one.column, one.row): (one.parts, one.sites) for one in cells}


def _recounted(sites: list[Site], left: int) -> dict[tuple[int, int], tuple[dict[str, int], int]]:
    return {at: (_parts(some), len(some)) for at, some in _by_cell(sites, left).items()}


@pytest.mark.parametrize("zoom", [1.7, 3.0, 4.4, 6.0])
def test_cells_of_the_world_equal_a_recount(counting: PostgisStore, edition: Contents, zoom: float) -> None:
    left = LEVEL - level_at(zoom)
    for filter_ in two_hundred()[::4]:
        placed = [site for site in _sites(edition, filter_) if site["x"] is not None]
        found = counting.view(filter_, zoom, WORLD)
        wide = [site for site in placed if site["precision"] == "region"]
        assert found.level == level_at(zoom) and found.sites == len(placed)
        assert _told(found.cells) == _recounted([site for site in placed if site not in wide], left), filter_
        assert _told(found.boxed) == _recounted(wide, 0), filter_


def test_a_view_has_whole_cells_and_nothing_beyond(counting: PostgisStore, edition: Contents) -> None:
    fiji, zoom = Box(176, -20, 182, -15), 5.0
    left = LEVEL - level_at(zoom)
    (west, north), (east, south) = (cell_of(176, -15), cell_of(182, -20))
    sites = [site for site in _sites(edition, Filter()) if site["x"] is not None and site["precision"] != "region"]
    inside = {
        at: told
        for at, told in _recounted(sites, left).items()
        if west >> left <= at[0] <= east >> left and north >> left <= at[1] <= south >> left
    }
    assert inside and _told(counting.view(Filter(), zoom, fiji).cells) == inside


def _cell(store: PostgisStore, filter_: Filter) -> CountedCell:
    [one] = store.view(filter_, 0, WORLD).cells
    return one


def test_a_cell_says_where_its_sites_are_and_in_which_countries(counting: PostgisStore, edition: Contents) -> None:
    one = _cell(counting, Filter(country=("FJI",), precision=("city", "site")))
    sites = _sites(edition, Filter(country=("FJI",), precision=("city", "site")))
    lon, lat = point_of(one.x, one.y)
    assert math.isclose(lon, sum(site["x"] for site in sites) / len(sites), abs_tol=0.1)
    assert math.isclose(lat, sum(site["y"] for site in sites) / len(sites), abs_tol=0.1)
    assert one.countries == ("FJI", "FJI")
    both = _cell(counting, Filter(country=("FJI", "TON"), precision=("city", "site", "country")))
    assert both.countries == ("FJI", "TON")


def test_few_sites_come_as_they_are(store: PostgisStore, edition: Contents) -> None:
    filter_ = Filter(region=("pacific",), precision=("city", "site"))
    sites = _sites(edition, filter_)
    found = store.view(filter_, 5, WORLD)
    assert 0 < len(sites) <= SINGLE and not found.cells and found.sites == len(sites)
    order = store.select(filter_)
    assert list(found.single) == list(store.first(filter_, 1000)) and len(order) == len(sites)
    assert store.view(Filter(), 5, WORLD).single == () and len(store.first(Filter(), 7)) == 7


def test_tallies_and_options_equal_the_index(store: PostgisStore, edition: Contents) -> None:
    whole = held(edition).edition
    for filter_ in two_hundred()[::5]:
        found = store.tallies(filter_)
        rest = whole.frame[whole.index.select(filter_.without("focus"))]
        for focus, tally in found.items():
            told = counts(rest[rest["focus_area"] == int(focus)])
            assert tally == (told.initiatives, told.places, told.wide, told.off), filter_
        assert sum(one.places for one in found.values()) == len(rest)
        for facet in set(FACETS) - {"ids"}:
            assert store.facet_counts(filter_, facet) == whole.index.facet_counts(filter_, facet), (filter_, facet)


def test_an_edition_is_counted_once_and_the_next_one_anew(postgis_server: str, edition: Contents) -> None:
    with databases.database(postgis_server) as home:
        write_postgis(home, held(edition))
        with closing(PostgisStore(home)) as store:
            before = store.tallies(Filter())
            with psycopg.connect(home) as line:
                line.execute("DELETE FROM foip_atlas.content")
                line.execute("DELETE FROM foip_atlas.site")
            assert store.tallies(Filter()) == before
            write_postgis(home, held(changed(edition, lambda properties: properties.update(focus_area=1))))
            assert set(store.tallies(Filter())) == {"1"} != set(before)
