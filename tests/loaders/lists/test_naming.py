"""A place is no country: coordinates decide, codes count in cells about countries alone, and in capitals."""

from __future__ import annotations

import pytest

from loaders.lists.placing.placement import Placement
from loaders.lists.placing.resolve import place_row
from loaders.lists.placing.world import World


def _row(world: World, place: str, lat: str = "", lon: str = "", country: str = "") -> Placement:
    return place_row({"country": country, "place": place, "lat": lat, "lon": lon}, world)


@pytest.mark.parametrize(
    ("place", "lat", "lon", "country"),
    [
        ("Liberia", "10.6346", "-85.4407", "CRI"),
        ("Formosa", "-26.1775", "-58.1781", "ARG"),
        ("Com", "-8.3500", "127.0500", "TLS"),
        ("Habana (la)", "23.1330", "-82.3830", "CUB"),
        ("Peru, Indiana", "40.7537", "-86.0689", "USA"),
        ("Victoria (the)", "-37.0000", "144.0000", "AUS"),
    ],
)
def test_coordinates_decide(world: World, place: str, lat: str, lon: str, country: str) -> None:
    found = _row(world, place, lat, lon)
    assert (found.outcome, found.country) == ("placed", country)
    assert found.spot and found.spot.source == "coordinates"


@pytest.mark.parametrize("place", ["Com", "Suva (la)", "Suva (the)", "Suva, fj", "Suva, FJ", "Mali Losinj (HR)"])
def test_no_code_is_read_beside_a_place(world: World, place: str) -> None:
    assert _row(world, place).outcome in ("choose", "unplaced")


@pytest.mark.parametrize("place", ["Liberia", "Formosa", "Mexico"])
def test_a_country_that_is_also_a_town_is_asked(world: World, place: str) -> None:
    found = _row(world, place)
    assert found.outcome == "choose" and len({spot.country for spot in found.candidates}) > 1


@pytest.mark.parametrize(
    ("place", "country"),
    [("Suva, Fiji", "FJI"), ("スバ（フィジー）", "FJI"), ("Mexico City, Mexico", "MEX"), ("London, UK", "GBR")],
)
def test_a_country_beside_its_town_is_read(world: World, place: str, country: str) -> None:
    found = _row(world, place)
    assert (found.outcome, found.country) == ("placed", country) and found.spot and found.spot.precision != "country"


@pytest.mark.parametrize(
    ("code", "outcome"), [("FJ", "placed"), ("FJI", "placed"), ("fj", "unplaced"), ("Fji", "unplaced")]
)
def test_a_code_counts_in_capitals(world: World, code: str, outcome: str) -> None:
    assert (_row(world, "Suva", country=code).outcome == "placed") == (outcome == "placed")
