"""The committed catalogue and its GeoJSON."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geojson_validator
import geopandas as gpd
import pytest
from geojson_pydantic import FeatureCollection

from atlas import vocab
from atlas.countries import is_country
from loaders.catalogue.build import build
from loaders.catalogue.check import CheckReport
from loaders.geojson.geometry import bbox
from loaders.geojson.reader import read_documents, read_features, read_organisations
from loaders.geojson.schema import PROPERTIES
from loaders.stores.edition import edition_id
from tests.conftest import ROOT
from tests.loaders.conftest import Command

RECORDS = sorted((ROOT / "data" / "catalogue").glob("*.yml"))


@pytest.fixture(scope="module")
def committed(real_data: Path) -> Path:
    return real_data / "initiatives.geojson"


@pytest.fixture(scope="module")
def collection(committed: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(committed.read_bytes())
    return found


@pytest.fixture(scope="module")
def frame(committed: Path) -> gpd.GeoDataFrame:
    return read_features(committed)


def test_every_record_is_read_and_no_file_has_problems(real_report: CheckReport) -> None:
    assert [str(problem) for problem in real_report.problems] == []
    assert {path.stem for path in RECORDS} == set(real_report.catalogue.initiatives)


def test_nothing_is_unused_but_countries(real_report: CheckReport) -> None:
    assert [str(warning) for warning in real_report.warnings if not is_country(warning.field)] == []


def test_nothing_is_left_out(real_report: CheckReport) -> None:
    assert real_report.uncovered == 0
    assert len(real_report.catalogue.initiatives) >= 110
    assert real_report.sites >= 150
    documents = real_report.catalogue.documents
    outlines = {key: document.outline for key, document in documents.items() if document.kind == "document"}
    assert {"evolved-foip", "japan-singapore-2026"} <= set(outlines)
    headings = {item.split(".")[0] for item in outlines["evolved-foip"] if item.startswith("D")}
    assert headings == {f"D{number}" for number in range(1, 10)}


def test_the_command_agrees(command: Command) -> None:
    run = command("check")
    assert run.returncode == 0, run.stderr
    assert run.stdout.endswith(" items: every item is covered\n")


def test_a_rebuild_gives_the_committed_bytes(real_report: CheckReport, committed: Path) -> None:
    assert build(real_report.catalogue) == committed.read_bytes()


def _positions(geometry: dict[str, Any] | None) -> Iterator[list[list[float]]]:
    """Each line (or point) of a geometry, as a list of positions."""
    if geometry is None:
        return
    coordinates = geometry["coordinates"]
    if geometry["type"] == "Point":
        yield [coordinates]
    elif geometry["type"] == "LineString":
        yield coordinates
    else:
        yield from coordinates


def test_our_own_rules(collection: dict[str, Any]) -> None:
    assert list(collection) == ["type", "bbox", "features"]
    assert [feature["id"] for feature in collection["features"]] == sorted(f["id"] for f in collection["features"])
    for feature in collection["features"]:
        assert list(feature["properties"]) == list(PROPERTIES)
        assert feature["id"] == f"{feature['properties']['initiative']}/{feature['properties']['site']}"
        assert feature["geometry"] is None or feature["geometry"]["type"] in ("Point", "LineString", "MultiLineString")
        for line in _positions(feature["geometry"]):
            assert all(value == round(value, 6) for position in line for value in position), feature["id"]
            assert all(abs(a[0] - b[0]) <= 180 for a, b in pairwise(line)), feature["id"]


def test_bounding_boxes(collection: dict[str, Any]) -> None:
    assert collection["bbox"] == bbox(feature["geometry"] for feature in collection["features"])
    for feature in collection["features"]:
        assert feature.get("bbox") == bbox([feature["geometry"]])
        for holder in (collection["bbox"], feature.get("bbox") or collection["bbox"]):
            west, south, east, north = holder
            for lon, lat in (position for line in _positions(feature["geometry"]) for position in line):
                assert south <= lat <= north
                # A cut line stands at +180 and -180 at once; both are inside a box that crosses.
                assert west <= lon <= east if west <= east else lon >= west or lon <= east


def test_geojson_validator(collection: dict[str, Any]) -> None:
    assert geojson_validator.validate_structure(collection) == {}
    placed = {**collection, "features": [feature for feature in collection["features"] if feature["geometry"]]}
    found = geojson_validator.validate_geometries(placed)
    assert {kind: faults for kind, faults in found.items() if kind in ("invalid", "problematic") and faults} == {}


def test_geojson_pydantic(collection: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="BBOX crossing the Antimeridian")
        FeatureCollection.model_validate(collection)


def test_codes_are_in_the_vocabularies(frame: gpd.GeoDataFrame) -> None:
    assert set(frame["focus_area"]) == set(vocab.FOCUS_AREAS)
    assert set(frame["region"]) <= set(vocab.REGIONS)
    assert set(frame["precision"]) <= set(vocab.PRECISIONS)
    assert {theme for themes in frame["themes"] for theme in themes} <= set(vocab.THEMES)
    assert set(frame["status"].dropna()) <= set(vocab.STATUSES)


def test_facts_of_the_pacific(frame: gpd.GeoDataFrame) -> None:
    pacific = frame[frame["region"] == "pacific"]
    countries = {code for codes in pacific["countries"] for code in codes}
    assert {"FJI", "TON", "TUV", "KIR", "NRU", "FSM"} <= countries
    security = pacific[pacific["focus_area"] == 3]
    assert "FJI" in set(security["country"])
    fiji = pacific[(pacific["country"] == "FJI") & (pacific["precision"] != "route")]
    assert ((fiji.geometry.y > -21) & (fiji.geometry.y < -12)).all()


def test_facts_of_the_other_regions(frame: gpd.GeoDataFrame) -> None:
    assert {"BGD", "FJI", "IDN", "CHL", "MYS", "SGP"} <= set(frame["country"].dropna())
    assert (frame["country"] == "SGP").sum() >= 40
    assert {"route", "country", "region", "city"} <= set(frame["precision"])
    assert frame.loc[frame.geometry.isna(), "region"].eq("global").all()


def test_the_sources_can_be_read(real_data: Path, committed: Path) -> None:
    documents = read_documents(real_data / "documents.yml")
    assert {"evolved-foip", "japan-singapore-2026"} <= set(documents)
    assert len(read_organisations(real_data / "organisations.yml")) > 5
    assert edition_id(committed.read_bytes(), documents).date is not None


@pytest.mark.parametrize("lang", vocab.LANGS)
def test_every_record_has_a_short_title_of_its_own_in_its_country(collection: dict[str, Any], lang: str) -> None:
    """In a box on a slide the heading names the country, and nothing else tells two entries apart."""
    found: dict[tuple[str, str], set[str]] = {}
    for feature in collection["features"]:
        row = feature["properties"]
        assert row[f"short_title_{lang}"], feature["id"]
        for country in row["countries"]:
            found.setdefault((country, row[f"short_title_{lang}"]), set()).add(row["initiative"])
    assert not {key: names for key, names in found.items() if len(names) > 1}
