"""Japanese places: their suffixes, their spellings of foreign names, addresses in one, and two places in a cell."""

from __future__ import annotations

import pytest

from atlas.geo.distance import great_circle_km
from loaders.lists.placing.placement import Placement
from loaders.lists.placing.resolve import place_row
from loaders.lists.placing.world import World
from loaders.places.kana import bones, kana_key, likeness


def _row(world: World, country: str, place: str) -> Placement:
    return place_row({"country": country, "place": place}, world)


@pytest.mark.parametrize(
    ("country", "place", "lat", "lon"),
    [
        ("インド", "ヴァドーダラー", 22.3, 73.2),
        ("インド", "バドーダラ", 22.3, 73.2),
        ("ミャンマー", "シットウェー", 20.15, 92.9),
        ("カンボジア", "シェムリアプ", 13.36, 103.86),
        ("ラオス", "パークセー", 15.12, 105.8),
        ("インドネシア", "バリクパパン", -1.24, 116.85),
        ("パプアニューギニア", "マウントハーゲン", -5.86, 144.23),
        ("バヌアツ", "ルガンヴィル", -15.52, 167.17),
        ("モザンビーク", "ベイラ", -19.84, 34.84),
        ("トンガ", "首都ヌクアロファ", -21.14, -175.2),
        ("ケニア", "首都ナイロビ", -1.29, 36.82),
        ("カンボジア", "プノンペン特別市", 11.56, 104.92),
        ("タイ", "バンコク都", 13.75, 100.5),
        ("キリバス", "タラワ環礁", 1.35, 173.0),
        ("フィリピン", "セブ市", 10.32, 123.89),
    ],
)
def test_a_foreign_name_in_kana(world: World, country: str, place: str, lat: float, lon: float) -> None:
    found = _row(world, country, place)
    assert found.outcome == "placed" and found.spot, found
    assert great_circle_km(found.spot.lon, found.spot.lat, lon, lat) < 25


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("愛媛県松山市", "Matsuyama"),
        ("広島県呉市", "Kure"),
        ("東京都港区六本木7-22-1", "Minato"),
        ("京都府舞鶴市", "Maizuru"),
        ("北海道根室市", "Nemuro"),
        ("大阪府大阪市北区中之島4丁目", "Osaka"),
        ("長崎県対馬市厳原町", "Tsushima"),
    ],
)
def test_places_in_japan(world: World, place: str, name: str) -> None:
    found = _row(world, "日本", place)
    assert found.outcome == "placed" and found.spot and found.spot.precision == "city"
    assert name in found.spot.name_en.replace("ō", "o").replace("Ō", "O")


def test_the_part_of_an_address_that_was_found_is_told(world: World) -> None:
    found = _row(world, "日本", "京都府京都市左京区")
    assert found.how and found.how.key == "how_part"
    assert found.how.text("ja") == "地名のうち「京都市」による（GeoNames 1857910）"
    assert "“京都市”" in found.how.text("en")


@pytest.mark.parametrize(
    "place",
    [
        "ラウトカ～ナンディ間",
        "ラウトカ及びナンディ",
        "ラウトカからナンディまで",
        "Lautoka – Nadi",
        "Between Lautoka and Nadi",
    ],
)
def test_two_places_are_both_on_offer(world: World, place: str) -> None:
    found = _row(world, "フィジー", place)
    assert (found.outcome, found.reasons[-1].key) == ("choose", "several_places")
    assert [spot.name_en for spot in found.candidates] == ["Lautoka", "Nadi"]


def test_what_is_not_found_in_a_province_is_asked(world: World) -> None:
    found = _row(world, "インド", "グジャラート州ズブロフカ")
    assert found.outcome == "choose" and [spot.precision for spot in found.candidates] == ["admin1"]


@pytest.mark.parametrize(
    ("one", "other"), [("ヴィエンチャン", "ビエンチャン"), ("ティンプー", "テインプ"), ("ヂョル", "ジヨル")]
)
def test_spellings_of_kana_are_one(one: str, other: str) -> None:
    assert kana_key(one) == kana_key(other)


@pytest.mark.parametrize(
    ("kana", "latin"), [("チッタゴン", "Chittagong"), ("ラロトンガ", "Rarotonga"), ("クアンニン", "Quảng Ninh")]
)
def test_kana_and_latin_sound_alike(kana: str, latin: str) -> None:
    assert bones(kana) == bones(latin) and likeness(kana, latin) > 0.9
    assert likeness(kana, "Springfield") < 0.6
