"""Rows one at a time: each ends placed, at its country, with a choice, or with a reason."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from loaders.lists.placing.gazetteer import PlaceIndex, make_index
from loaders.lists.placing.placement import Placement
from loaders.lists.placing.resolve import place_row
from loaders.lists.placing.world import World
from loaders.places.offline import Candidate, candidates


def _row(world: World, country: str = "", place: str = "", lat: str = "", lon: str = "", **more: str) -> Placement:
    return place_row({"country": country, "place": place, "lat": lat, "lon": lon} | more, world)


@pytest.mark.parametrize(
    ("country", "place", "precision", "source"),
    [
        ("フィジー", "スバ", "city", "GeoNames 2198148"), ("Fiji", "Suva City, Fiji", "city", "GeoNames 2198148"),
        ("FJI", "スバ（フィジー）", "city", "GeoNames 2198148"), ("FSM", "ポンペイ州", "admin1", "GeoNames"),
        ("パラオ", "パラオ国際空港", "site", "Airport ROR"), ("日本", "横浜港", "city", "UN/LOCODE JPYOK"),
        ("Palau", "Palau International Airport", "site", "Airport ROR"),
        ("ベトナム", "ホーチミン市", "city", "GeoNames"),
        ("LKA", "Colombo", "city", "GeoNames 1248991"), ("Brazil", "Colombo", "city", "GeoNames"),
        ("米国", "ニューヨーク", "city", "GeoNames 5128581"), ("", "スバ（フィジー）", "city", "GeoNames 2198148"),
        ("", "Suva, Fiji", "city", "GeoNames 2198148"), ("タイ", "Lak Si, Bangkok", "city", "GeoNames"),
    ],
)  # fmt: skip
def test_by_name(world: World, country: str, place: str, precision: str, source: str) -> None:
    found = _row(world, country, place)
    assert found.outcome == "placed" and found.spot and found.how
    assert (found.spot.precision, found.spot.source[: len(source)]) == (precision, source)


@pytest.mark.parametrize(
    ("country", "place", "reason"),
    [
        ("USA", "Springfield", "place_unsure"), ("ベトナム", "ハノイ、ダナン", "several_places"),
        ("フィジー・トンガ", "", "several_countries"), ("", "Suva", "no_country_but_place"),
        ("Korea", "", "several_countries"),
        ("Fiji", "Suva Airport", "place_unsure"),
        ("Austalia", "Sydney", "country_unknown"),
    ],
)  # fmt: skip
def test_a_person_has_to_choose(world: World, country: str, place: str, reason: str) -> None:
    found = _row(world, country, place)
    assert found.outcome == "choose" and found.spot is None
    assert found.reasons[-1].key == reason
    assert 1 <= len(found.candidates) <= 3
    chosen = found.chosen(0)
    assert chosen.spot == found.candidates[0] and chosen.how is not None and chosen.country


@pytest.mark.parametrize("place", ["", "全国", "Nationwide", "フィジー", "-", "{{7*191}}", "Xyzzy"])
def test_at_the_country(world: World, place: str) -> None:
    found = _row(world, "Fiji", place)
    assert (found.outcome, found.country) == ("country", "FJI")
    assert found.spot and found.spot.precision == "country" and found.reasons


@pytest.mark.parametrize(
    ("lat", "lon", "precision"),
    [("-18.1416", "178.4415", "site"), ("-18.14", "178.44", "city"), ("18°08′S", "178°26′E", "city"),
     ("-18", "178", "admin1"),
     ("178°26′30″E", "18°08′29″S", "site"), ("-16.8", "-179.97", "city")],
)  # fmt: skip
def test_by_coordinates_no_more_precise_than_they_are_written(world: World, lat: str, lon: str, precision: str) -> None:
    found = _row(world, "フィジー", "", lat, lon)
    assert found.outcome == "placed" and found.spot and found.spot.precision == precision


def test_longitudes_that_run_all_the_way_round(world: World) -> None:
    found = _row(world, "サモア", "", "-13.83", "188.23")
    assert found.spot and found.spot.lon == pytest.approx(-171.77)


def test_a_list_may_say_that_a_point_is_less_precise(world: World) -> None:
    found = _row(world, "フィジー", "", "-18.1416", "178.4415", precision="都市・おおよそ")
    assert found.spot and found.spot.precision == "city"


@pytest.mark.parametrize(("lat", "lon"), [("178.4415", "-18.1416"), ("139.76", "35.68")])
def test_a_swap_is_offered_and_placed_only_when_accepted(world: World, lat: str, lon: str) -> None:
    found = _row(world, "フィジー" if lat.startswith("178") else "日本", "スバ", lat, lon)
    assert found.outcome == "swap" and found.spot is None and len(found.candidates) == 1
    accepted = found.chosen(0)
    assert accepted.outcome == "placed" and accepted.spot
    assert [accepted.spot.lon, accepted.spot.lat] == [float(lat), float(lon)]


@pytest.mark.parametrize(
    ("lat", "lon", "reason"),
    [("35.68", "139.76", "outside_in"), ("-40", "-100", "outside_at_sea"), ("0", "0", "zero_zero"),
     ("95", "200", "out_of_range"), ("約18度", "不明", "unread"), ("-18.1", "", "unread")],
)  # fmt: skip
def test_bad_coordinates_stay_at_the_country_with_the_reason(world: World, lat: str, lon: str, reason: str) -> None:
    found = _row(world, "ケニア", "", lat, lon)
    assert (found.outcome, found.country) == ("country", "KEN")
    assert reason in [said.key for said in found.reasons]


def test_a_lost_minus_and_the_named_place_are_proposed(world: World) -> None:
    found = _row(world, "ニュージーランド", "ウェリントン", "41.29", "174.78")
    assert found.outcome == "country"
    assert [(spot.lat, spot.source) for spot in found.candidates] == [
        (-41.29, "coordinates"), (pytest.approx(-41.29, abs=0.01), "GeoNames 2179537"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lat", "lon", "country"), [("-8.52", "179.2", "TUV"), ("1.3", "103.8", "SGP"), ("48.85", "2.35", "FRA")]
)
def test_coordinates_alone_tell_the_country(world: World, lat: str, lon: str, country: str) -> None:
    found = _row(world, "", "", lat, lon)
    assert (found.outcome, found.country) == ("placed", country)


def test_coordinates_alone_in_a_strait_or_on_land_in_dispute_tell_none(world: World) -> None:
    assert _row(world, "", "", "10", "-140").outcome == "unplaced"
    assert _row(world, "", "", "24.5", "-13.5").outcome == "unplaced"


def test_the_northern_territories_are_not_found_under_russia(world: World) -> None:
    found = _row(world, "ロシア", "Yuzhno-Kurilsk")
    assert found.outcome == "country" and not found.candidates


@pytest.mark.parametrize(
    ("country", "outcome"), [("ASEAN", "placed"), ("太平洋島嶼国", "placed"), ("Worldwide", "unplaced")]
)
def test_regions(world: World, country: str, outcome: str) -> None:
    found = _row(world, country)
    assert found.outcome == outcome and found.country is None and found.region


def test_the_index_never_answers_for_another_country(world: World) -> None:
    index = world.finder._index
    assert isinstance(index, PlaceIndex)
    assert {one.country for name in ("Victoria", "San Jose", "Hamilton") for one in index.named(name, "AUS")} <= {"AUS"}


def test_the_index_is_made_whole(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "places.sqlite"
    town = Candidate("Suva", ("Suva", "スバ", "Сува"), "FJI", 178.44, -18.14, "city", "GeoNames 1", 77_366)
    make_index(path, [town])
    index = PlaceIndex(path)
    assert [one.names for one in index.named("スバ", "FJI")] == [("Suva", "スバ")]
    assert index.named("Suva", "TON") == [] and index.countries("SUVA") == ["FJI"]
    assert [file.name for file in path.parent.iterdir()] == ["places.sqlite"]
    assert path.stat().st_mode & 0o777 == 0o644, "made when an image is built, read by another user"


def test_the_index_needs_no_ports_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """As after `make run`, which does not install it."""
    known = metadata.version

    def missing(name: str) -> str:
        if name == "searoute":
            raise metadata.PackageNotFoundError(name)
        return known(name)

    monkeypatch.setattr(metadata, "version", missing)
    found = [one.source for one in candidates(ports=False)]
    assert len(found) > 200_000 and not any(source.startswith("UN/LOCODE") for source in found)
