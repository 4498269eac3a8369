"""Lines, areas and points across 180°, and GeoJSON texts that are a feature or a geometry alone."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from shapely.geometry import LineString, Point, shape

from loaders.geojson.reader import frame_of
from loaders.geojson.strict import parse_collection
from loaders.lists.importing import Imported
from loaders.lists.output.catalogue import catalogue_files
from loaders.lists.output.features import feature, geojson
from loaders.lists.placing.placement import PossiblePlace
from loaders.lists.remark import ListError
from maps.own import own_sites
from tests.loaders.lists.conftest import Take
from tests.loaders.test_rfc7946 import ALLOWED, FORBIDDEN


def _feature(kind: str, coordinates: Any, **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}


def _file(*features: dict[str, Any]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def _spots(found: Imported) -> list[PossiblePlace]:
    spots = [line.placement.spot for line in found.lines]
    return [spot for spot in spots if spot]


BOX = [[179.2, -16.9], [180.4, -16.9], [180.4, -16.3], [179.2, -16.3], [179.2, -16.9]]
HOME = [[x - 360 if x > 180 else x, y] for x, y in BOX]


def test_a_line_is_the_same_however_it_is_counted_past_180(take: Take) -> None:
    path = [[177.4, -17.6], [179.0, -18.6], [181.5, -19.0]]
    home = [[x - 360 if x > 180 else x, y] for x, y in path]
    split = [[path[0], path[1], [180.0, -18.76]], [[-180.0, -18.76], home[2]]]
    found = take(_file(
        _feature("LineString", path, country="Fiji"), _feature("LineString", home, country="Fiji"),
        _feature("MultiLineString", split, country="Fiji"), _feature("LineString", home[::-1], country="Fiji"),
    ))  # fmt: skip
    spots = _spots(found)
    assert [spot.precision for spot in spots] == ["route"] * 4
    whole = LineString(path)
    for spot in spots:
        assert whole.distance(Point(spot.lon % 360, spot.lat)) < 0.001
        assert (spot.lon % 360, spot.lat) == pytest.approx((179.3, -18.65), abs=0.1)
    assert [line.placement.country for line in found.lines] == ["FJI"] * 4
    assert [note.key for note in found.notes] == ["eased_eastward"]


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [("Polygon", [BOX]), ("Polygon", [HOME]),
     ("MultiPolygon", [[[[179.2, -16.9], [180, -16.9], [180, -16.3], [179.2, -16.3], [179.2, -16.9]]],
                       [[[-180, -16.9], [-179.6, -16.9], [-179.6, -16.3], [-180, -16.3], [-180, -16.9]]]])],
)  # fmt: skip
def test_an_area_is_the_same_however_it_is_counted_past_180(take: Take, kind: str, coordinates: Any) -> None:
    (spot,) = _spots(found := take(_file(_feature(kind, coordinates, title="x"))))
    assert (spot.lon, spot.lat) == pytest.approx((179.8, -16.6))
    assert spot.country == "FJI"
    assert "eased_rings" not in [note.key for note in found.notes]


def test_an_area_tells_how_far_it_reaches(take: Take) -> None:
    def square(side: float) -> Any:
        return [
            [[178.0, -18.0], [178.0 + side, -18.0], [178.0 + side, -18.0 + side], [178.0, -18.0 + side], [178.0, -18.0]]
        ]

    spots = _spots(take(_file(*(_feature("Polygon", square(side), country="FJI") for side in (0.005, 0.2, 0.6)))))
    assert [(spot.precision, spot.uncertainty_km) for spot in spots] == [("site", None), ("city", 16), ("admin1", 47)]


def test_the_point_of_a_bent_area_or_line_lies_on_it(take: Take) -> None:
    bent = [[[178, -18], [179, -18], [179, -17.9], [178.1, -17.9], [178.1, -17], [178, -17], [178, -18]]]
    hook = [[178.0, -17.0], [178.0, -18.0], [178.4, -18.0], [178.4, -17.5]]
    area, line = _spots(take(_file(_feature("Polygon", bent), _feature("LineString", hook, country="Fiji"))))
    assert shape({"type": "Polygon", "coordinates": bent}).contains(Point(area.lon, area.lat))
    assert LineString(hook).distance(Point(line.lon, line.lat)) < 1e-6


def test_lines_go_out_as_lines_and_come_back(take: Take) -> None:
    cable = [[178.4, -18.1], [-171.8, -13.8]]
    found = take(_file(_feature("LineString", cable, country="Fiji; Samoa", title="Cable")))
    (entry,) = found.entries()
    data = geojson([entry], "en")
    (drawn,) = parse_collection(data, "placed.geojson")
    assert drawn["geometry"]["type"] == "MultiLineString" and drawn["properties"]["countries"] == ["FJI", "WSM"]
    (back,) = _spots(take(data))
    assert back.line == (((178.4, -18.1), (180.0, -17.397959), (-171.8, -13.8)),)
    assert (back.lon, back.lat) == pytest.approx((_spots(found)[0].lon, _spots(found)[0].lat), abs=0.001)
    frame = frame_of([feature(entry, "en")])
    assert own_sites(frame, {}, "en", {})
    ((_, text),) = catalogue_files([entry], "en", date(2026, 11, 27))
    assert "countries: [FJI, WSM]" in text and "precision: route" in text


def test_a_line_elsewhere_is_asked_and_one_at_sea_needs_no_country(take: Take) -> None:
    inland = [[2.3, 48.8], [4.8, 45.7]]
    found = take(_file(
        _feature("LineString", inland, country="Fiji"), _feature("LineString", [[-30, 40], [-20, 45]]),
        _feature("LineString", inland), _feature("LineString", inland, country="Zubrowka"),
    ))  # fmt: skip
    assert [(line.placement.outcome, line.placement.country) for line in found.lines] == [
        ("choose", None), ("placed", None), ("placed", "FRA"), ("choose", None),
    ]  # fmt: skip
    assert found.lines[0].placement.reasons[0].key == "line_elsewhere"


def test_a_line_of_very_many_positions_is_made_simpler(take: Take) -> None:
    path = [[178 + n / 5_000, -17 - (n % 7) / 1_000] for n in range(5_000)]
    (spot,) = _spots(take(_file(_feature("LineString", path, country="Fiji"))))
    assert 2 <= sum(map(len, spot.line)) <= 500


@pytest.mark.parametrize(
    "given",
    [
        {"type": "Feature", "properties": {"title": "Pier", "country": "Fiji"}, "geometry": {"type": "Point",
        "coordinates": [178.44, -18.14]}},
        {"type": "Point", "coordinates": [178.44, -18.14]},
        {"type": "Polygon", "coordinates": [[[178.4, -18.2], [178.5, -18.2], [178.5, -18.1], [178.4, -18.2]]]},
        {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [178.44, -18.14]}]},
        {"type": "Feature", "properties": None, "geometry": {"type": "Point", "coordinates": [178.44, -18.14]},
         "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}},
    ],
)  # fmt: skip
def test_a_feature_or_geometry_alone_is_a_list_of_one_row(take: Take, given: dict[str, Any]) -> None:
    (line,) = take(json.dumps(given)).lines
    assert (line.number, line.placement.outcome, line.placement.country) == (1, "placed", "FJI")


BARE = [
    {"type": "Point", "coordinates": [1]}, {"type": "Point", "coordinates": ["1", "2"]}, {"type": "LineString",
    "coordinates": [[1, 2]]},
    {"type": "Point"}, {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 2]]]}, {"type": "Circle",
    "coordinates": [1, 2]},
    {"type": "Point", "coordinates": [1, 2], "crs": {"type": "name", "properties": {"name": "EPSG:3857"}}},
    {"type": "Point", "coordinates": [1, 2], "properties": {}}, {"type": "Feature",
    "geometry": None}, {"type": "Feature", "properties": {}},
    {"type": "Feature", "properties": [], "geometry": None}, {"type": "GeometryCollection",
    "geometries": [3]}, [], [{"type": "Point"}],
]  # fmt: skip


@pytest.mark.parametrize("given", BARE, ids=range(len(BARE)))
def test_a_broken_one_alone_is_refused(take: Take, given: Any) -> None:
    with pytest.raises(ListError) as caught:
        take(json.dumps(given))
    assert caught.value.said.key == "geojson_broken"


def test_what_the_standard_allows_is_taken_bare_as_well(take: Take) -> None:
    features = [one for value in ALLOWED for one in value["features"]]
    for given in [*features, *(one["geometry"] for one in features if one["geometry"])]:
        assert len(take(json.dumps(given)).lines) == 1


def test_what_it_forbids_is_refused_bare_as_well(take: Take) -> None:
    for value, rule in FORBIDDEN:
        features = value.get("features") if isinstance(value, dict) else None
        if not isinstance(features, list) or len(features) != 1 or "within" in rule:
            continue
        with pytest.raises(ListError):
            take(json.dumps(features[0]))
