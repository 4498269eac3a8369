"""Coordinates as people write them."""

from __future__ import annotations

import pytest

from loaders.lists.placing.coordinates import parse_one, parse_pair

SECONDS = 1 / 3600


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("-18.14", -18.14), ("－１８．１４１６", -18.1416), ("−18.14", -18.14), ("ー18.14", -18.14), ("18.14S", -18.14),
        ("S18.14", -18.14), ("18.14 s", -18.14), ("南緯18.14度", -18.14), ("18,14", 18.14), ("35.", 35.0), ("0", 0.0),
        ("18°8'29\"S", -18 - 8 / 60 - 29 * SECONDS), ("南緯１８度８分２９秒", -18 - 8 / 60 - 29 * SECONDS),
        ("18 08 29 S", -18 - 8 / 60 - 29 * SECONDS), ("178-26-30E", 178 + 26 / 60 + 30 * SECONDS),
        ("18º08’29”S", -18 - 8 / 60 - 29 * SECONDS), ("18°8′29″S", -18 - 8 / 60 - 29 * SECONDS),
        ("N35°41′", 35 + 41 / 60), ("18°08.5'S", -18 - 8.5 / 60), ("西経１７５．２", -175.2), ("lat: 3.5", 3.5),
        ("-18.1S", -18.1), ("122°W", -122.0),
    ],
)  # fmt: skip
def test_one(text: str, degrees: float) -> None:
    found = parse_one(text)
    assert found is not None
    assert found.degrees == pytest.approx(degrees, abs=1e-9)


@pytest.mark.parametrize(
    "text",
    ["", "abc", "-18.1N", "18°75'S", "1e5", "500000", "1234.5", "N18S", "18.5°30'", "178.4 18.1 20.5", "未定", "=1+1"],
)
def test_what_cannot_be_read_for_sure_is_not_read(text: str) -> None:
    assert parse_one(text) is None


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("-18.14, 178.44", -18.14, 178.44), ("−18.14，178.44", -18.14, 178.44), ("18,14 178,44", 18.14, 178.44),
        ("35 41 139 41", 35.6833, 139.6833), ("北緯35度41分 東経139度41分", 35.6833, 139.6833),
        ("北緯35度41分東経139度41分", 35.6833, 139.6833), ("35°41′N139°41′E", 35.6833, 139.6833),
        ("N35.68E139.76", 35.68, 139.76), ("(35.68；139.76)", 35.68, 139.76), ("35.68/139.76", 35.68, 139.76),
        ("178.44E, 18.14S", -18.14, 178.44), ("1.30, 103.80", 1.3, 103.8), ("18S 178E", -18, 178),
    ],
)  # fmt: skip
def test_pairs(text: str, lat: float, lon: float) -> None:
    found = parse_pair(text)
    assert found is not None
    assert [one.degrees for one in found] == pytest.approx([lat, lon], abs=1e-4)


@pytest.mark.parametrize("text", ["", "12", "x, y", "1 2 3", "18S 19N", "18S 178", "Suva"])
def test_no_pair(text: str) -> None:
    assert parse_pair(text) is None


@pytest.mark.parametrize(
    ("text", "step"), [("18", 1), ("18.1", 0.1), ("18.1416", 1e-4), ("18°8'", 1 / 60), ("18°8'29\"", 1 / 3600)]
)
def test_how_fine_it_is_written(text: str, step: float) -> None:
    found = parse_one(text)
    assert found is not None
    assert found.step == pytest.approx(step)
