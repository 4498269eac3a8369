"""What the standard forbids is refused with file, feature and rule; what it allows is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from atlas.errors import DataError
from loaders.geojson import rfc7946, strictjson
from loaders.geojson.rfc7946 import collection_faults
from loaders.geojson.strictjson import parse_json, read_bytes
from loaders.local import local

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 0]]


def shape(kind: str, coordinates: Any) -> dict[str, Any]:
    return {"type": kind, "coordinates": coordinates}


def feature(geometry: Any, **more: Any) -> dict[str, Any]:
    return {"type": "Feature", "id": "f", "geometry": geometry, "properties": None} | more


def collection(*features: Any, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)} | more


ALLOWED = [
    collection(),
    collection(name="foreign members are allowed", bbox=[170, -20, -170, 10]),
    collection(feature(None), feature(None, id=7), feature(None, properties={"a": 1}, bbox=[0, 0, 0, 1, 1, 1])),
    collection(feature(shape("Point", [180, -90, 5]))),
    collection(feature(shape("MultiPoint", [[1, 2]]))),
    collection(feature(shape("LineString", [[1, 2], [1, 2]]))),
    collection(feature(shape("Polygon", [SQUARE, SQUARE[::-1]]))),
    collection(feature(shape("MultiPolygon", [[SQUARE]]))),
    collection(feature({"type": "GeometryCollection", "geometries": [shape("Point", [1, 2])]})),
]


@pytest.mark.parametrize("value", ALLOWED, ids=range(len(ALLOWED)))
def test_allowed(value: dict[str, Any]) -> None:
    assert list(collection_faults(value)) == []


FORBIDDEN: list[tuple[Any, str]] = [
    (None, "must be a GeoJSON FeatureCollection"),
    ({"type": "featurecollection", "features": []}, "must be a GeoJSON FeatureCollection"),
    (collection() | {"features": None}, "must be a list of features"),
    (collection(crs={"type": "name"}), "no crs member"),
    (collection(properties={}), "may not have the member properties"),
    (collection(coordinates=[1, 2]), "may not have the member coordinates"),
    (collection(bbox=[1, 2, 3]), "a bbox must be"),
    (collection(bbox=[1, 9, 3, 4]), "a bbox must be"),
    (collection(bbox=[1, 2, 3, "4"]), "a bbox must be"),
    (collection(bbox=[-190, 2, 3, 4]), "a bbox must be"),
    (collection([]), "must be an object of type Feature"),
    (collection({"type": "Feature", "properties": {}}), "needs a geometry"),
    (collection({"type": "Feature", "geometry": None}), "needs properties"),
    (collection(feature(None, properties=[])), "needs properties"),
    (collection(feature(None, id=[1])), "an id must be"),
    (collection(feature(None, id=True)), "an id must be"),
    (collection(feature(None, coordinates=[])), "may not have the member coordinates"),
    (collection(feature([])), "geometry must be null or one of"),
    (collection(feature({})), "geometry must be null or one of"),
    (collection(feature(shape("point", [1, 2]))), "geometry must be null or one of"),
    (collection(feature({"type": "GeometryCollection"})), "geometry must be null or one of"),
    (collection(feature({"type": "GeometryCollection", "geometries": [None]})), "geometry must be null or one of"),
    (collection(feature(shape("Point", [1, 2]) | {"properties": {}})), "may not have the member properties"),
    (collection(feature(shape("Point", None))), "a position must be"),
    (collection(feature(shape("Point", []))), "a position must be"),
    (collection(feature(shape("Point", [1]))), "a position must be"),
    (collection(feature(shape("Point", [1, 2, 3, 4]))), "a position must be"),
    (collection(feature(shape("Point", ["1", 2]))), "a position must be"),
    (collection(feature(shape("Point", [None, 2]))), "a position must be"),
    (collection(feature(shape("Point", [181, 2]))), "longitude within"),
    (collection(feature(shape("Point", [2, 91]))), "latitude within"),
    (collection(feature(shape("LineString", [[1, 2]]))), "two or more positions"),
    (collection(feature(shape("LineString", [1, 2]))), "a position must be"),
    (collection(feature(shape("MultiLineString", [[1, 2], [3, 4]]))), "a position must be"),
    (collection(feature(shape("Polygon", []))), "must be a list that is not empty"),
    (collection(feature(shape("Polygon", [SQUARE[:3]]))), "four or more positions"),
    (collection(feature(shape("Polygon", [[*SQUARE[:3], [0, 0.1]]]))), "must end where it begins"),
    (collection(feature(shape("Polygon", SQUARE))), "a position must be"),
    (collection(feature(shape("MultiPolygon", [[SQUARE[:3]]]))), "four or more positions"),
]


@pytest.mark.parametrize(("value", "rule"), FORBIDDEN, ids=range(len(FORBIDDEN)))
def test_forbidden(value: Any, rule: str) -> None:
    faults = list(collection_faults(value))
    assert faults and rule in faults[0][1]


def test_every_fault_is_told_with_its_feature() -> None:
    bad = feature(shape("Point", [200, 0]), properties=5, bbox=[])
    faults = list(collection_faults(collection(bad, feature(None), feature(5, id=3))))
    assert [where for where, _ in faults] == ["feature f"] * 3 + ["features.2"]


def test_limits_are_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(rfc7946, "MAX_FEATURES", 2)
    assert "more than 2 features" in next(collection_faults(collection(*[feature(None)] * 3)))[1]
    monkeypatch.setattr(rfc7946, "MAX_VERTICES", 5)
    lines = feature({"type": "GeometryCollection", "geometries": [shape("MultiLineString", [SQUARE[:3]])] * 2})
    assert next(collection_faults(collection(lines)))[1].startswith("with it the file has more than 5 positions")
    monkeypatch.setattr(strictjson, "MAX_BYTES", 1_000_000)
    (tmp_path / "big.geojson").write_bytes(b" " * 1_000_001)
    with pytest.raises(DataError, match=r"^big\.geojson: larger than 1 MB"):
        read_bytes(tmp_path / "big.geojson")


@pytest.mark.parametrize(("depth", "sound"), [(32, True), (33, False), (200_000, False)])
def test_depth(depth: int, sound: bool) -> None:
    text = b'{"[[[": ' * (depth // 2) + b"[" * (depth - depth // 2) + b"]" * (depth - depth // 2) + b"}" * (depth // 2)
    if sound:
        assert parse_json(text, "x.geojson")
    else:
        with pytest.raises(DataError, match=r"^x\.geojson: nested too deeply; at most 32 levels$"):
            parse_json(text, "x.geojson")


def test_brackets_and_quotes_in_a_text_are_no_depth() -> None:
    value = {"a": "[" * 500, "b": '\\"[' * 500, "c": "\\", "d": ['"', "{" * 99]}
    assert parse_json(json.dumps(value).encode(), "x") == value


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('{"a": 1, "b": 2, "a": 3}', "the name 'a' stands twice"),
        ('{"a": Infinity}', "Infinity is not a number"),
        ('"' + '\\"' * 50_000, "not valid JSON"),
        ('{"a": "' + "[" * 50_000, "not valid JSON"),
        ('{"a": 01}', "not valid JSON"),
        ("\ufeff{}", "not valid JSON"),
    ],
)
def test_bad_json(text: str, rule: str) -> None:
    with pytest.raises(DataError, match=rule):
        parse_json(text.encode(), "x.geojson")


@pytest.mark.parametrize(
    "path",
    [
        "http://127.0.0.1:9/x.geojson", "HTTPS://a/x", "ftp://a/x", "s3://bucket/x", "file:///etc/passwd",
        "/vsicurl/http://127.0.0.1:9/x", "/vsizip/x.zip", "/VSIMEM/x", r"\\host\share\x", "//host/share/x", "a\0b",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", [str, Path])
def test_what_is_elsewhere_is_never_handed_to_a_reader(path: str, kind: type[str] | type[Path]) -> None:
    with pytest.raises(DataError, match="not a path on this machine"):
        local(kind(path))


@pytest.mark.parametrize("path", ["data", "../data", "/srv/atlas", "C:/data", r"C:\data", "x-1.geojson", "/vs/x"])
def test_what_is_here_is_taken(path: str) -> None:
    assert local(path) == Path(path)
