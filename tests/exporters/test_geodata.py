"""GeoJSON, GeoPackage and KML, reopened: every row, Japanese intact, nothing without a place dropped."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import geojson_validator
import geopandas as gpd
import pyogrio
import pytest

from atlas.filter import Filter
from atlas.vocab import LANGS, Lang
from exporters.extract import BYS, By, Extract
from exporters.geo.geojson import geojson_bytes
from exporters.geo.geopackage import gpkg_bytes
from exporters.geo.kml import kml_bytes
from loaders.geojson.reader import read_features
from tests import catalogue
from tests.exporters import hostile
from tests.exporters.conftest import Make

SECURITY = Filter(focus=("3",), region=("pacific",))
EMPTY = Filter(q="nothing at all like this")


def _reopened(data: bytes, path: Path, layer: str | None = None) -> gpd.GeoDataFrame:
    path.write_bytes(data)
    return pyogrio.read_dataframe(path, layer=layer)


def _json(extract: Extract) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(geojson_bytes(extract))
    return found


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize("filter_", [Filter(), SECURITY])
def test_geojson_is_valid(make: Make, by: By, filter_: Filter) -> None:
    collection = _json(make(filter_, by=by))
    assert geojson_validator.validate_structure(collection) == {}
    placed = {**collection, "features": [one for one in collection["features"] if one["geometry"]]}
    assert not geojson_validator.validate_geometries(placed)["invalid"]
    assert "crs" not in collection and len(collection["bbox"]) == 4


def test_geojson_has_the_features_of_the_catalogue(make: Make, tmp_path: Path) -> None:
    collection = _json(make())
    own = {feature["id"]: feature for feature in catalogue.FEATURES}
    assert {feature["id"]: feature for feature in collection["features"]} == own
    assert list(collection["features"][0]["properties"]) == list(catalogue.FEATURES[0]["properties"])
    path = tmp_path / "atlas.geojson"
    path.write_bytes(geojson_bytes(make()))
    assert len(read_features(path)) == len(own)


def test_geojson_keeps_what_has_no_place(make: Make) -> None:
    nowhere = {feature["id"] for feature in catalogue.FEATURES if feature["geometry"] is None}
    found = {feature["id"] for feature in _json(make())["features"] if feature["geometry"] is None}
    assert found == nowhere and nowhere


def test_the_bbox_crosses_the_date_line_where_that_is_shorter(make: Make) -> None:
    west, _, east, _ = _json(make(SECURITY))["bbox"]
    assert west > 130 and east < -140


def test_an_initiative_is_one_feature_with_its_sites(make: Make) -> None:
    features = {one["id"]: one for one in _json(make(by="initiatives"))["features"]}
    assert len(features) == catalogue.initiatives(catalogue.FEATURES)
    sites = [f"{id_}/{site['site']}" for id_, one in features.items() for site in one["properties"]["sites"]]
    assert set(sites) == catalogue.ids(catalogue.FEATURES) and len(sites) == len(catalogue.FEATURES)


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize("lang", LANGS)
def test_geopackage(make: Make, tmp_path: Path, lang: Lang, by: By) -> None:
    extract = make(lang=lang, by=by)
    found = _reopened(gpkg_bytes(extract), tmp_path / "atlas.gpkg", by)
    entries = extract.entries()
    assert list(found["feature_id"]) == [entry.id for entry in entries]
    assert list(found["title"]) == [entry.rows[0][f"title_{lang}"] for entry in entries]
    assert int(found.geometry.isna().sum()) == sum(entry.geometry is None for entry in entries) > 0
    assert found["focus_area"].dtype.kind == "i" and found.crs == "EPSG:4326"
    assert set(pyogrio.list_layers(tmp_path / "atlas.gpkg")[:, 0]) == {by, "sources"}
    sources = pyogrio.read_dataframe(tmp_path / "atlas.gpkg", layer="sources")
    assert list(sources["title"]) == [one.title.text(lang) for one in extract.cited().values()]


@pytest.mark.parametrize("by", BYS)
@pytest.mark.parametrize("lang", LANGS)
def test_kml(make: Make, tmp_path: Path, lang: Lang, by: By) -> None:
    extract = make(lang=lang, by=by)
    data = kml_bytes(extract)
    found = _reopened(data, tmp_path / "atlas.kml")
    entries = extract.entries()
    assert list(found["Name"]) == [entry.rows[0][f"title_{lang}"] for entry in entries]
    assert list(found["feature_id"]) == [entry.id for entry in entries]
    assert int(found.geometry.isna().sum()) == sum(entry.geometry is None for entry in entries) > 0
    assert extract.words() in data.decode() and extract.counts() in data.decode()


def test_kml_pins_nothing_that_is_known_to_the_country_only(make: Make) -> None:
    text = kml_bytes(make(Filter(precision=("country", "region")))).decode()
    used = {part.split("<")[0] for part in text.split("<styleUrl>#")[1:]}
    assert used and all(style.endswith("-wide") for style in used)
    wide = text.split('id="focus1-wide">')[1].split("</IconStyle>")[0]
    assert "<scale>0</scale>" in wide


@pytest.mark.parametrize("text", [text.strip() for text in hostile.TEXTS])
def test_hostile_text_stays_text(make: Make, frame: gpd.GeoDataFrame, tmp_path: Path, text: str) -> None:
    extract = make(sites=hostile.spoilt(frame, text))
    assert _json(extract)["features"][0]["properties"]["title_ja"] == text
    assert _reopened(gpkg_bytes(extract), tmp_path / "atlas.gpkg", "sites")["summary_en"][0] == text
    found = _reopened(kml_bytes(extract), tmp_path / "atlas.kml")
    assert found["Name"][0] == found["summary_ja"][0] == text
    shown = found["description"][0]
    assert text in html.unescape(shown) and "<img" not in shown


@pytest.mark.parametrize("by", BYS)
def test_an_empty_filter_result_is_a_whole_file(make: Make, tmp_path: Path, by: By) -> None:
    extract = make(EMPTY, by=by)
    assert _json(extract)["features"] == [] and "bbox" not in _json(extract)
    assert len(_reopened(gpkg_bytes(extract), tmp_path / "atlas.gpkg", by)) == 0
    assert b"<Placemark" not in kml_bytes(extract)


@pytest.mark.parametrize("write", [geojson_bytes, gpkg_bytes, kml_bytes])
def test_the_same_bytes_every_time(make: Make, write: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert write(make()) == write(make())
