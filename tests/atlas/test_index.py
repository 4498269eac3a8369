"""The index gives what a naive recount of the GeoJSON gives."""

from __future__ import annotations

import random

import geopandas as gpd
import numpy as np
import pytest

from atlas.filter import FACETS, Filter
from atlas.index import Index
from tests import catalogue
from tests.atlas.wishes import random_filter


def _naive(filter_: Filter) -> list[catalogue.Feature]:
    return catalogue.sites({facet: filter_.codes(facet) for facet in FACETS}, filter_.q)


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_selection_and_counts_equal_a_naive_recount(index: Index, frame: gpd.GeoDataFrame, seed: int) -> None:
    for one in range(seed, seed + 20):
        filter_ = random_filter(index.allowed(), random.Random(one))
        expected = _naive(filter_)
        mask = index.select(filter_)
        assert set(frame.index[mask]) == catalogue.ids(expected), filter_
        assert index.count(mask) == catalogue.initiatives(expected), filter_


@pytest.mark.parametrize("seed", range(60))
def test_facet_counts_equal_a_naive_recount_under_the_other_filters(index: Index, seed: int) -> None:
    filter_ = random_filter(index.allowed(), random.Random(1000 + seed))
    for facet in FACETS:
        if facet == "year" and filter_.status:  # each year has statuses of its own
            expected = {
                code: catalogue.initiatives(_naive(filter_.with_codes(facet, [code])))
                for code in index.allowed()[facet]
            }
        else:
            others, until = _naive(filter_.without(facet)), int(filter_.until) if filter_.until else None
            of = [(site["properties"]["initiative"], catalogue.codes(site, facet, until)) for site in others]
            expected = {code: len({one for one, codes in of if code in codes}) for code in index.allowed()[facet]}
        assert index.facet_counts(filter_, facet) == expected


def test_the_random_filters_find_something_often_enough_to_mean_something(index: Index) -> None:
    sizes = [int(index.select(random_filter(index.allowed(), random.Random(seed))).sum()) for seed in range(200)]
    assert sum(0 < size < index.size for size in sizes) > 60


def test_every_code_of_the_geojson_can_be_asked_for_and_no_other(index: Index) -> None:
    for facet in FACETS:
        found = {code for site in catalogue.FEATURES for code in catalogue.codes(site, facet)}
        if facet == "status":  # also what a status once was, for the years
            found = {step["status"] for site in catalogue.FEATURES for step in catalogue.done(site)}
        assert set(index.allowed()[facet]) == found


def test_no_filter_shows_everything(index: Index) -> None:
    assert index.size == len(catalogue.FEATURES)
    assert index.select(Filter()).all()
    assert index.count(index.select(Filter())) == catalogue.initiatives(catalogue.FEATURES)
    assert index.count(np.zeros(index.size, dtype=np.bool_)) == 0


def test_security_in_the_pacific_is_what_the_geojson_has(index: Index, frame: gpd.GeoDataFrame) -> None:
    expected = {
        site["id"]
        for site in catalogue.FEATURES
        if site["properties"]["focus_area"] == 3 and site["properties"]["region"] == "pacific"
    }
    assert len(expected) > 5
    assert set(frame.index[index.select(Filter(focus=("3",), region=("pacific",)))]) == expected


def test_a_country_does_not_take_in_region_wide_sites(index: Index, frame: gpd.GeoDataFrame) -> None:
    for code in index.allowed()["country"]:
        assert "region" not in set(frame["precision"][index.select(Filter(country=(code,)))])


def test_a_country_takes_in_the_routes_that_cross_it(index: Index, frame: gpd.GeoDataFrame) -> None:
    found = set(frame.index[index.select(Filter(country=("KIR",)))])
    assert "east-micronesia-cable/line" in found


def test_a_route_counts_for_every_region_that_it_joins(index: Index, frame: gpd.GeoDataFrame) -> None:
    """Singapore–Tokyo: ASEAN's in the GeoJSON, and East Asia's by its countries."""
    line = "green-digital-shipping-corridor/line"
    assert frame.loc[line, "region"] == "asean"
    found = [code for code in index.allowed()["region"] if line in set(frame.index[index.members["region"][code]])]
    assert found == ["asean", "east-asia"]
