"""Provinces, districts, islands: told as what they are, at their middle, in both languages; a doubt is asked."""

from __future__ import annotations

import pytest

from atlas.geo.distance import great_circle_km
from loaders.lists.placing.placement import Placement
from loaders.lists.placing.resolve import place_row
from loaders.lists.placing.world import World


def _row(world: World, country: str, place: str) -> Placement:
    return place_row({"country": country, "place": place}, world)


def _km(found: Placement, lat: float, lon: float) -> float:
    assert found.spot, found
    return float(great_circle_km(found.spot.lon, found.spot.lat, lon, lat))


@pytest.mark.parametrize(
    ("country", "place", "lat", "lon"),
    [
        ("Malaysia", "Sarawak", 2.5, 113.0),
        ("マレーシア", "サラワク州", 2.5, 113.0),
        ("Vietnam", "Lâm Đồng", 11.7, 108.1),
        ("Vietnam", "Lam Dong", 11.7, 108.1),
        ("ベトナム", "ゲアン省", 19.2, 104.9),
        ("Indonesia", "West Java", -6.9, 107.6),
        ("インドネシア", "西ジャワ州", -6.9, 107.6),
        ("Papua New Guinea", "Morobe Province", -6.8, 146.6),
        ("Philippines", "Bohol", 9.9, 124.2),
        ("Bangladesh", "Sylhet Division", 24.7, 91.7),
        ("India", "Kerala", 10.4, 76.4),
        ("Iran", "Fars", 29.1, 53.3),
        ("日本", "沖縄県", 26.5, 127.9),
        ("Japan", "Hokkaido", 43.4, 142.5),
        ("Vietnam", "Quang Nam", 15.6, 108.0),
        ("モザンビーク", "ナンプラ州", -15.1, 39.3),
    ],
)
def test_a_province_is_told_as_one(world: World, country: str, place: str, lat: float, lon: float) -> None:
    found = _row(world, country, place)
    assert found.outcome == "placed" and found.spot and found.spot.precision == "admin1"
    assert _km(found, lat, lon) < 100 and found.spot.uncertainty_km


@pytest.mark.parametrize(
    ("country", "place", "lat", "lon"),
    [
        ("フィリピン", "ルソン島", 16.0, 121.3),
        ("Philippines", "Palawan Island", 9.8, 118.6),
        ("Indonesia", "Sulawesi", -2.1, 120.5),
        ("ソロモン諸島", "ガダルカナル島", -9.6, 160.2),
        ("Fiji", "Viti Levu", -17.8, 178.0),
        ("マーシャル諸島", "ジャルート環礁", 6.0, 169.6),
        ("Tanzania", "Pemba Island", -5.2, 39.8),
    ],
)
def test_an_island_is_told_as_one(world: World, country: str, place: str, lat: float, lon: float) -> None:
    found = _row(world, country, place)
    assert found.outcome == "placed" and found.spot and found.spot.precision == "admin1"
    assert _km(found, lat, lon) < 100


@pytest.mark.parametrize(
    ("country", "place", "precision"),
    [
        ("Mozambique", "Tete", "admin1"),
        ("Kenya", "Kisumu", "admin1"),
        ("ラオス", "サワンナケート", "city"),
        ("Mongolia", "Ulaanbaatar", "city"),
    ],
)
def test_a_town_and_its_province_of_one_name_are_one_point(
    world: World, country: str, place: str, precision: str
) -> None:
    found = _row(world, country, place)
    assert found.outcome == "placed" and found.spot and found.spot.precision == precision
    assert found.spot.source.startswith("GeoNames")


@pytest.mark.parametrize(
    ("country", "place"),
    [("Vietnam", "Khánh Hòa"), ("Vietnam", "Phu Yen"), ("USA", "Washington"), ("Brazil", "São Paulo")],
)
def test_a_province_and_a_town_far_from_it_are_asked(world: World, country: str, place: str) -> None:
    found = _row(world, country, place)
    assert found.outcome == "choose" and found.spot is None
    assert {spot.precision for spot in found.candidates} & {"admin1"}


@pytest.mark.parametrize(("country", "place"), [("Malaysia", "Sabak"), ("USA", "Adak"), ("Germany", "Busingen")])
def test_an_alternate_name_a_port_code_and_lost_accents_only_ask(world: World, country: str, place: str) -> None:
    found = _row(world, country, place)
    assert found.outcome in ("choose", "country") and (found.spot is None or found.spot.precision == "country")


@pytest.mark.parametrize(
    ("place", "name"),
    [("Kuching, Sarawak", "Kuching"), ("Sandakan, Sabah", "Sandakan"), ("Ipoh, Perak", "Ipoh")],
)
def test_a_town_beside_its_province_is_the_town(world: World, place: str, name: str) -> None:
    found = _row(world, "Malaysia", place)
    assert found.outcome == "placed" and found.spot
    assert (found.spot.precision, name in found.spot.name_en) == ("city", True)


@pytest.mark.parametrize("place", ["Mekong River", "Kinabatangan River", "ペラ川", "Eastern Economic Corridor"])
def test_a_river_is_not_the_province_of_its_name(world: World, place: str) -> None:
    assert _row(world, "マレーシア", place).outcome in ("choose", "country")
