"""Records into features: properties, geometry, bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loaders.catalogue.build import build
from loaders.catalogue.check import check_data
from loaders.geojson.schema import PROPERTIES


@pytest.fixture
def content(sample: Path) -> bytes:
    return build(check_data(sample).catalogue)


@pytest.fixture
def features(content: bytes) -> dict[str, dict[str, Any]]:
    return {feature["id"]: feature for feature in json.loads(content)["features"]}


def test_one_feature_per_site_sorted_by_id(features: dict[str, dict[str, Any]]) -> None:
    assert list(features) == [
        "cable/line", "cable/pacific", "dialogue/world", "patrol-boats/fji", "patrol-boats/jetty", "patrol-boats/suva",
    ]  # fmt: skip
    assert all(list(feature["properties"]) == list(PROPERTIES) for feature in features.values())


def test_a_city(features: dict[str, dict[str, Any]]) -> None:
    feature = features["patrol-boats/suva"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [178.44149, -18.14161]}
    assert feature["bbox"] == [178.44149, -18.14161, 178.44149, -18.14161]
    properties = feature["properties"]
    assert (properties["place_ja"], properties["place_en"]) == ("スバ", "Suva")
    assert (properties["country"], properties["countries"], properties["region"]) == ("FJI", ["FJI"], "pacific")
    assert (properties["uncertainty_km"], properties["place"], properties["source"]) == (10, "suva", "news")
    assert properties["documents"] == ["evolved-foip"]
    assert (properties["exactness"], properties["location_reach"], properties["location_class"]) == (2, 1, 2)
    assert (properties["note_ja"], properties["focus_area_reason_en"], properties["priority_area"]) == (None,) * 3


def test_milestones_belong_to_their_sites(features: dict[str, dict[str, Any]], content: bytes) -> None:
    suva, fiji = features["patrol-boats/suva"]["properties"], features["patrol-boats/fji"]["properties"]
    assert [one["date"] for one in suva["milestones"]] == ["2023-12-18", "2026-03"]
    assert (suva["status"], fiji["status"]) == ("delivered", "signed")
    assert fiji["milestones"] == [
        {
            "date": "2023-12-18", "status": "signed", "expected": False, "dated_ja": None, "dated_en": None,
            "predecessor": False, "candidate": False,
            "sites": [], "recipient": None, "fiscal_year": None, "amount": 400000000, "currency": "JPY",
            "amount_of_ja": None, "amount_of_en": None,
            "source": "news", "event": None, "note_ja": "注", "note_en": "Note",
        }
    ]  # fmt: skip
    assert b'"amount": 400000000,' in content


def test_reach_and_class_follow_from_the_role_and_the_kind_of_place(features: dict[str, dict[str, Any]]) -> None:
    """A country that is helped is who it is for; a town in it is where the work is; who did not say is not guessed."""
    found = {name: features[f"patrol-boats/{name}"]["properties"] for name in ("fji", "suva", "jetty")}
    codes = {name: (row["location_reach"], row["location_class"]) for name, row in found.items()}
    assert codes == {"fji": (2, 1), "suva": (1, 2), "jetty": (None, None)}
    assert (
        features["cable/line"]["properties"]["location_class"],
        features["cable/pacific"]["properties"]["role"],
    ) == (None, None)


def test_a_site_and_its_uncertainty(features: dict[str, dict[str, Any]]) -> None:
    jetty = features["patrol-boats/jetty"]
    assert jetty["properties"]["uncertainty_km"] == 0.5
    assert jetty["geometry"]["coordinates"] == [178.421235, -18.13]
    assert features["patrol-boats/fji"]["properties"]["uncertainty_km"] is None


def test_a_route_is_cut(features: dict[str, dict[str, Any]]) -> None:
    route = features["cable/line"]
    assert route["geometry"]["type"] == "MultiLineString"
    west, east = route["geometry"]["coordinates"]
    assert west[-1][0] == 180.0
    assert east[0][0] == -180.0
    assert west[-1][1] == east[0][1]
    assert route["bbox"] == [178.44149, -18.14161, -171.76666, -13.83333]
    properties = route["properties"]
    assert (properties["place_ja"], properties["place_en"]) == ("スバ〜アピア", "Suva – Apia")
    assert (properties["country"], properties["countries"], properties["region"]) == (None, ["FJI", "WSM"], "pacific")
    assert (properties["place"], properties["route_basis"]) == ("pacific", "schematic")


def test_regions(features: dict[str, dict[str, Any]]) -> None:
    pacific, world = features["cable/pacific"], features["dialogue/world"]
    assert pacific["geometry"]["coordinates"] == [-170.0, 6.0]
    assert world["geometry"] is None
    assert "bbox" not in world
    assert world["properties"]["place_en"] == "No single region"
    assert world["properties"]["countries"] == []


def test_the_text_of_the_file(content: bytes) -> None:
    text = content.decode()
    assert text.endswith("}\n]\n}\n")
    assert "フィジー" in text
    assert "\\u" not in text
    lines = text.splitlines()
    assert sum(line.startswith('{"type": "Feature", "id": ') for line in lines) == 6
    assert list(json.loads(text)) == ["type", "bbox", "features"]


def test_the_same_bytes_every_time(sample: Path, content: bytes) -> None:
    for _ in range(3):
        assert build(check_data(sample).catalogue) == content
