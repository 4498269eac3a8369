"""Reading the built file back, and refusing what is not sound."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest

from atlas.errors import DataError
from loaders.catalogue.build import build
from loaders.catalogue.check import check_data
from loaders.geojson.reader import read_documents, read_features, read_organisations
from loaders.geojson.schema import PROPERTIES
from loaders.stores.edition import edition_id
from tests.loaders.samples import spoil


@pytest.fixture
def path(sample: Path) -> Path:
    target = sample / "initiatives.geojson"
    target.write_bytes(build(check_data(sample).catalogue))
    return target


def test_the_frame(path: Path) -> None:
    frame = read_features(path)
    assert isinstance(frame, gpd.GeoDataFrame)
    assert list(frame.columns) == [*PROPERTIES, "geometry"]
    assert frame.index.name == "id"
    assert next(iter(frame.index)) == "cable/line"
    assert frame.crs == "EPSG:4326"
    assert frame.loc["dialogue/world", "geometry"] is None
    assert frame.loc["patrol-boats/suva", "themes"] == ["osa-equipment", "coast-guard"]
    assert frame.loc["patrol-boats/suva", "note_ja"] is None
    assert frame.loc["patrol-boats/fji", "milestones"][0]["amount"] == 400000000
    assert frame["focus_area"].dtype == "int64"
    assert frame["uncertainty_km"].dtype == "float64"


def test_an_empty_collection(tmp_path: Path) -> None:
    path = tmp_path / "empty.geojson"
    path.write_text('{"type": "FeatureCollection", "features": []}')
    frame = read_features(path)
    assert len(frame) == 0
    assert list(frame.columns) == [*PROPERTIES, "geometry"]


def refused(path: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_features(path)
    assert all(problem.file == path.name for problem in caught.value.problems)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "not valid JSON"),
        ('{"type": "FeatureCollection", "features": [', "not valid JSON"),
        ("[" * 200_000, "nested too deeply; at most 32 levels"),
        ('{"a": NaN}', "NaN is not a number in JSON"),
        ('{"a": 1, "a": 2}', "stands twice"),
        ('{"a": ' + "9" * 5000 + "}", "not valid JSON"),
        ("[]", "must be a GeoJSON FeatureCollection"),
        ('{"type": "Feature"}', "must be a GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection"}', "must be a list of features"),
        ('{"type": "FeatureCollection", "crs": null, "features": []}', "RFC 7946 has no crs"),
        ('{"type": "FeatureCollection", "features": [5]}', "must be an object of type Feature"),
        ('{"type": "FeatureCollection", "features": [{"type": "Feature"}]}', "needs properties"),
    ],
)
def test_broken_files(tmp_path: Path, text: str, rule: str) -> None:
    path = tmp_path / "x.geojson"
    path.write_text(text)
    assert any(rule in line for line in refused(path))


def test_a_file_that_is_not_utf8_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "x.geojson"
    assert refused(path) == ["x.geojson: missing; run python -m loaders build"]
    path.write_bytes(b'{"type": "\xff"}')
    assert "not valid JSON" in refused(path)[0]


def _with(key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(feature: dict[str, Any]) -> None:
        feature[key] = value

    return change


def _property(key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(feature: dict[str, Any]) -> None:
        feature["properties"][key] = value

    return change


def _position(*values: Any) -> Callable[[dict[str, Any]], None]:
    return _with("geometry", {"type": "Point", "coordinates": list(values)})


SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (_with("id", None), "an id must be a text or a number"),
        (_with("id", 7), "needs an id of its own, a text"),
        (_with("id", "cable/other"), "its id must be its initiative, a stroke and its site"),
        (_property("precision", "route"), "a route is a line, every other site a point"),
        (_with("id", "cable/line"), "needs an id of its own"),
        (_with("type", "feature"), "must be an object of type Feature"),
        (_with("properties", None), "needs properties, an object"),
        (_with("properties", []), "needs properties, an object or null"),
        (_with("bbox", [0, 5, 1, 4]), "a bbox must be"),
        (_with("features", []), "a Feature may not have the member features"),
        (_with("geometry", {"type": "point", "coordinates": [1, 2]}), "geometry must be null or one of"),
        (
            _with("geometry", {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}),
            "geometry must be null or one of",
        ),
        (_with("geometry", {"type": "LineString", "coordinates": [[1, 2]]}), "two or more positions"),
        (_with("geometry", {"type": "MultiLineString", "coordinates": []}), "two or more positions"),
        (_position(1), "two or three finite numbers"),
        (_position(1, "2"), "two or three finite numbers"),
        (_position(1, True), "two or three finite numbers"),
        (_position(1, 10**4000), "two or three finite numbers"),
        (_position([1, 2], 3), "two or three finite numbers"),
        (_position(95, 178), "longitude within ±180, then latitude within ±90"),
        (_position(190, 5), "longitude within ±180, then latitude within ±90"),
        (_property("title_ja", None), "property title_ja must be text"),
        (_property("title_ja", "a\ud800"), "property title_ja must be text"),
        (_property("focus_area", 10**40), "property focus_area must be whole number"),
        (_property("focus_area", True), "property focus_area must be whole number"),
        (_property("themes", "energy"), "property themes must be texts"),
        (_property("milestones", [1]), "property milestones must be objects"),
    ],
)
def test_broken_features(path: Path, change: Callable[[dict[str, Any]], None], rule: str) -> None:
    collection = json.loads(path.read_bytes())
    change(collection["features"][1])
    path.write_text(json.dumps(collection))
    assert any(rule in line for line in refused(path)), refused(path)


def test_faults_name_the_feature(path: Path) -> None:
    collection = json.loads(path.read_bytes())
    for feature in collection["features"]:
        del feature["properties"]["themes"]
    path.write_text(json.dumps(collection))
    assert len(refused(path)) == 6
    assert refused(path)[0] == "initiatives.geojson: feature cable/line: property themes is missing"


def test_documents_and_organisations(sample: Path) -> None:
    documents = read_documents(sample / "documents.yml")
    assert documents["evolved-foip"].outline["D8.2"].label.ja == "警備艇"
    assert read_organisations(sample / "organisations.yml")["adb"].text("ja") == "アジア開発銀行"
    spoil(sample, "documents.yml", "kind: record", "kind: note")
    with pytest.raises(DataError, match=r"documents\.yml: news\.kind: 'note' is not allowed"):
        read_documents(sample / "documents.yml")


def test_edition(path: Path, sample: Path) -> None:
    first = edition_id(path.read_bytes(), {})
    assert first.date is None
    assert len(first.digest) == 12
    assert edition_id(path.read_bytes(), read_documents(sample / "documents.yml")) == ("2026-11-22", first.digest)
    path.write_bytes(path.read_bytes() + b"\n")
    assert edition_id(path.read_bytes(), {}).digest != first.digest
