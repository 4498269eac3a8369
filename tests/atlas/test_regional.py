"""Regions and countries: every count is what a naive recount of the GeoJSON gives."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest

from atlas import regional as reg
from atlas import vocab
from atlas.countries import region_of
from atlas.filter import Filter
from atlas.geo.bounds import bounds_of
from atlas.geo.pacific import to_frame
from atlas.index import Index
from tests import catalogue

REGIONS = sorted({code for site in catalogue.FEATURES for code in catalogue.codes(site, "region")})
COUNTRIES = sorted({code for site in catalogue.FEATURES for code in catalogue.codes(site, "country")})
SUBJECTS = [*REGIONS, *COUNTRIES]
FILTERS = (Filter(), Filter(focus=("3",)), Filter(theme=("human-resources", "energy")), Filter(q="ASEAN"))
TODAY = date(2026, 3, 10)
SINCE = reg.months_before(TODAY, 24)


def _wish(code: str, filter_: Filter) -> list[catalogue.Feature]:
    facet = "region" if code in vocab.REGIONS else "country"
    return catalogue.sites({"focus": filter_.focus, "theme": filter_.theme, facet: [code]}, filter_.q)


def _names(sites: list[catalogue.Feature]) -> set[str]:
    return {site["properties"]["initiative"] for site in sites}


def _wide(code: str, filter_: Filter) -> set[str]:
    """The initiatives that stand for a whole region."""
    return _names([site for site in _wish(code, filter_) if site["properties"]["precision"] == "region"])


@pytest.mark.parametrize("filter_", FILTERS)
def test_what_a_subject_owns_is_what_the_geojson_has(index: Index, frame: gpd.GeoDataFrame, filter_: Filter) -> None:
    for code in SUBJECTS:
        mask, sites = reg.own(index, filter_, reg.subject(code)), _wish(code, filter_)
        assert set(frame.index[mask]) == catalogue.ids(sites), code
        assert index.count(mask) == len(_names(sites)), code


@pytest.mark.parametrize("filter_", FILTERS)
def test_region_wide_initiatives_stand_apart(index: Index, frame: gpd.GeoDataFrame, filter_: Filter) -> None:
    for about in map(reg.subject, SUBJECTS):
        found = set(frame["initiative"][reg.region_wide(index, filter_, about)])
        expected = set() if about.region == "global" else _wide(about.region, filter_)
        if about.facet == "country":
            expected -= _names(_wish(about.code, filter_))
        assert found == expected, about


def test_a_country_never_counts_what_is_region_wide(index: Index) -> None:
    for about in map(reg.subject, COUNTRIES):
        own, wide = reg.own(index, Filter(), about), reg.region_wide(index, Filter(), about)
        assert not (own & index.members["precision"]["region"]).any(), about
        assert not set(index.initiative[own]) & set(index.initiative[wide]), about


@pytest.mark.parametrize("filter_", FILTERS)
@pytest.mark.parametrize("code", REGIONS)
def test_the_countries_of_a_region_count_as_their_own_pages_do(index: Index, code: str, filter_: Filter) -> None:
    counts = {country: len(_names(_wish(country, filter_))) for country in COUNTRIES if region_of(country) == code}
    found = reg.members(index, filter_, code)
    assert found == {country: n for country, n in counts.items() if n}
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert reg.members(index, reg.subject(code).narrow(filter_), code) == found


@pytest.mark.parametrize("facet", ["focus", "theme", "partner", "instrument", "precision"])
def test_tallies_equal_a_recount(index: Index, facet: str) -> None:
    for code in SUBJECTS:
        expected: dict[str, set[str]] = {}
        for site in _wish(code, Filter()):
            for one in catalogue.codes(site, facet):
                expected.setdefault(one, set()).add(site["properties"]["initiative"])
        found = reg.tally(index, reg.own(index, Filter(), reg.subject(code)), facet)
        assert found == {one: len(names) for one, names in expected.items()}, code


def _expected_steps(code: str, today: date) -> list[tuple[str, str]]:
    """Every milestone whose day, or the first of its month or year, lies between two years ago and today."""
    start, found = today.replace(year=today.year - 2), set()
    for site in _wish(code, Filter()):
        for step in catalogue.done(site):
            if start.isoformat() <= f"{step['date']}-01-01"[:10] <= today.isoformat():
                key = json.dumps([step[k] for k in ("date", "status", "source", "note_en", "amount", "sites")])
                found.add((site["properties"]["initiative"], key, step["date"]))
    return sorted((initiative, day) for initiative, _, day in found)


@pytest.mark.parametrize("code", ["pacific", "asean", "FJI", "SGP", "TUV", "global"])
def test_recent_milestones_are_those_of_the_last_24_months(index: Index, frame: gpd.GeoDataFrame, code: str) -> None:
    steps = reg.recent(frame[reg.own(index, Filter(), reg.subject(code))].to_dict("records"), SINCE, TODAY, "en")
    found = [(step.site["initiative"], str(step.told.step["date"])) for step in steps]
    assert sorted(found) == _expected_steps(code, TODAY)
    assert [day for _, day in found] == sorted((day for _, day in found), reverse=True)


def _one_step(day: str) -> list[dict[str, Any]]:
    step = {"date": day, "status": "signed", "source": "s", "note_en": None, "amount": None}
    return [{"initiative": "a", "site": "fji", "place_en": "Fiji", "milestones": [step]}]


@pytest.mark.parametrize(
    ("day", "counts"),
    [("2024-03-10", True), ("2024-03-09", False), ("2024-03", False), ("2024-04", True), ("2024", False),
     ("2025", True), ("2026-03-10", True), ("2026-03-11", False), ("2026", True), ("2026-04", False), ("2023", False)],
)  # fmt: skip
def test_the_edges_of_24_months(day: str, counts: bool) -> None:
    assert bool(reg.recent(_one_step(day), SINCE, TODAY, "en")) is counts


def test_24_months_before_a_leap_day() -> None:
    assert reg.recent(_one_step("2022-02-28"), reg.months_before(date(2024, 2, 29), 24), date(2024, 2, 29), "en")
    assert not reg.recent(_one_step("2022-02-27"), reg.months_before(date(2024, 2, 29), 24), date(2024, 2, 29), "en")


def test_a_step_of_several_sites_is_one_step() -> None:
    twice = [*_one_step("2025-05"), *_one_step("2025-05")]
    (step,) = reg.recent(twice, SINCE, TODAY, "en")
    assert step.site is twice[0] and step.told.rows == (0, 1)


@pytest.fixture(scope="module")
def context(real_data: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((real_data / "basemap" / "context.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("code", SUBJECTS)
def test_the_frame_holds_the_places_of_its_subject(
    index: Index, frame: gpd.GeoDataFrame, context: dict[str, dict[str, Any]], code: str
) -> None:
    about = reg.subject(code)
    sites = frame[reg.own(index, Filter(), about)]
    bounds = bounds_of(sites, context, about)
    if code == "global":
        assert bounds is None
        return
    assert bounds is not None
    west, south, east, north = bounds
    assert -30 <= west < east <= 330 and -60 <= south < north <= 75
    labels = [
        context[country] for row in sites["countries"] for country in row if code in (country, region_of(country))
    ]
    points = [(to_frame(entry["lon"]), entry["lat"]) for entry in labels]
    exact = sites[sites["precision"].isin(["site", "city", "admin1"]) & (sites["region"] == about.region)]
    points += [(to_frame(point.x), point.y) for point in exact.geometry if about.facet == "region"]
    assert points or about.facet == "region"
    assert all(west < x < east and south < y < north for x, y in points)


def test_the_pacific_is_framed_over_the_antimeridian_with_its_region_box(
    index: Index, frame: gpd.GeoDataFrame, context: dict[str, dict[str, Any]]
) -> None:
    about = reg.subject("pacific")
    sites = frame[reg.own(index, Filter(), about)]
    bounds = bounds_of(sites, context, about)
    assert bounds is not None
    assert 110 < bounds[0] < 134 and 200 < bounds[2] < 240
    box = sites[sites["precision"] == "region"].geometry.iloc[0]
    assert bounds[0] < to_frame(box.x) < bounds[2]


def test_a_route_to_another_region_does_not_widen_the_frame(
    index: Index, frame: gpd.GeoDataFrame, context: dict[str, dict[str, Any]]
) -> None:
    about = reg.subject("SGP")
    bounds = bounds_of(frame[reg.own(index, Filter(), about)], context, about)
    assert bounds is not None and bounds[2] < 120 and bounds[3] < 15


@pytest.mark.parametrize(
    ("filter_", "code"),
    [(Filter(), "asean"), (Filter(region=("pacific", "asean")), "pacific"), (Filter(country=("TON", "FJI")), "TON"),
     (Filter(region=("asean",), country=("FJI",)), "FJI")],
)  # fmt: skip
def test_the_subject_is_the_first_country_else_the_first_region(filter_: Filter, code: str) -> None:
    assert reg.subject_of(filter_).code == code


def test_a_subject_replaces_region_and_country_and_keeps_the_rest() -> None:
    filter_ = Filter(region=("asean",), country=("FJI",), theme=("energy",), q="x")
    assert reg.subject("pacific").narrow(filter_) == Filter(region=("pacific",), theme=("energy",), q="x")
    assert reg.subject("TON").narrow(filter_) == Filter(country=("TON",), theme=("energy",), q="x")
    assert reg.subject("TON").region == "pacific"
    assert reg.subject("TON").name("ja") == "トンガ"


def test_initiatives_stand_in_the_order_of_the_focus_areas(frame: gpd.GeoDataFrame) -> None:
    rows = reg.in_focus_order(frame.to_dict("records"))
    assert len(rows) == frame["initiative"].nunique()
    order = [reg.FOCUS_ORDER.index(focus) for focus in (row["focus_area"] for row in rows)]
    assert order == sorted(order)
    assert {row["initiative"] for row in rows} == set(frame["initiative"])
