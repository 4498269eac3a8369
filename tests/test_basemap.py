"""The committed basemap: complete, sane in the Pacific frame, and drawn as the repairs say."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import shapely
import yaml
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from atlas.countries import country_name, is_country, region_of

DATA = Path(__file__).resolve().parents[1] / "data"
BASEMAP = DATA / "basemap"
PACIFIC = [
    "ASM", "COK", "FJI", "FSM", "GUM", "KIR", "MHL", "MNP", "NCL", "NIU", "NRU", "PLW", "PNG", "PYF", "SLB", "TKL",
    "TON", "TUV", "VUT", "WLF", "WSM", "MDV", "SGP", "MUS", "SYC", "TLS", "COM", "AUS", "NZL", "JPN", "TWN",
]  # fmt: skip
TINY = ["COK", "FSM", "GUM", "KIR", "MHL", "NIU", "NRU", "PLW", "TKL", "TON", "TUV", "WSM", "MDV", "SGP", "MUS", "SYC"]


def read(name: str) -> dict[str, Any]:
    """One of the basemap's files."""
    found: dict[str, Any] = json.loads((BASEMAP / name).read_text(encoding="utf-8"))
    return found


LAND = read("land.json")["features"]
CONTEXT = read("context.json")
SHAPES: list[tuple[str | None, BaseGeometry]] = [(f["properties"]["id"], shape(f["geometry"])) for f in LAND]
COUNTRIES: dict[str, BaseGeometry] = {key: geometry for key, geometry in SHAPES if key}


def owners(lon: float, lat: float) -> list[str | None]:
    """The features at a position of the drawing frame."""
    return [key for key, geometry in SHAPES if geometry.covers(Point(lon, lat))]


def rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    """All rings of a MultiPolygon."""
    return [ring for polygon in geometry["coordinates"] for ring in polygon]


def test_every_feature_has_a_known_code_once() -> None:
    """Ids are codes that the atlas knows, each once; the properties hold nothing else."""
    ids = [f["properties"]["id"] for f in LAND if "disputed" not in f["properties"]]
    assert len(ids) == len(set(ids))
    assert not [key for key in ids if not is_country(key)]
    assert all(set(f["properties"]) <= {"id", "disputed"} for f in LAND)


@pytest.mark.parametrize("code", PACIFIC)
def test_pacific_and_indian_ocean_are_complete(code: str) -> None:
    """Every state and territory has land and a name."""
    assert code in COUNTRIES
    assert code in CONTEXT


def test_all_that_is_drawn_has_a_region() -> None:
    """No country or territory on the map falls to none; Western Sahara and the Vatican have a name only."""
    assert set(CONTEXT) - set(COUNTRIES) == {"ESH", "VAT"}
    assert [code for code in {*CONTEXT, *COUNTRIES} if region_of(code) == "global"] == []


def test_land_lies_in_the_drawing_frame() -> None:
    """Nothing outside -30 to 330, nothing of Antarctica, at most four decimals."""
    points = [point for f in LAND for ring in rings(f["geometry"]) for point in ring]
    assert all(-30 <= lon <= 330 and -60 <= lat <= 90 for lon, lat in points)
    assert all(round(value, 4) == value for point in points for value in point)


def test_no_line_runs_round_the_world() -> None:
    """Edges are short; the 49th parallel is the longest."""
    longest = max(abs(b[0] - a[0]) for f in LAND for ring in rings(f["geometry"]) for a, b in pairwise(ring))
    assert longest < 60


def test_the_seam_at_180_is_dissolved() -> None:
    """Chukotka, Wrangel and Taveuni are whole: land runs on across 180 degrees."""
    for lon, lat in [(180.0, 68.0), (180.0, 71.0)]:
        assert owners(lon, lat) == ["RUS"]
    edges = [(a, b) for key in ("RUS", "FJI") for f in LAND if f["properties"]["id"] == key
             for ring in rings(f["geometry"]) for a, b in pairwise(ring)]  # fmt: skip
    assert not [edge for edge in edges if edge[0][0] == edge[1][0] == 180.0]


def test_polygons_are_valid_and_wound_right() -> None:
    """Valid geometry, exterior rings counter-clockwise as RFC 7946 has them."""
    for key, geometry in SHAPES:
        assert geometry.is_valid, key
        assert all(shapely.is_ccw(part.exterior) for part in getattr(geometry, "geoms", [])), key


def test_neighbours_do_not_tear_or_overlap() -> None:
    """Countries overlap by no more than rounding does."""
    geometries = [geometry for _, geometry in SHAPES]
    first, second = shapely.STRtree(geometries).query(geometries, predicate="overlaps")
    worst = max((geometries[i].intersection(geometries[j]).area for i, j in zip(first, second, strict=True)), default=0)
    assert worst < 1e-3


@pytest.mark.parametrize(
    ("place", "lon", "lat", "owner"),
    [
        ("Kunashiri", 145.8, 44.1, "JPN"),
        ("Etorofu", 147.8, 45.0, "JPN"),
        ("Shikotan", 146.75, 43.8, "JPN"),
        ("Habomai", 146.15, 43.505, "JPN"),
        ("Takeshima", 131.862, 37.243, "JPN"),
        ("Uotsuri", 123.475, 25.745, "JPN"),
        ("Taisho", 124.5597, 25.9224, "JPN"),
        ("Suisho", 145.917, 43.433, "JPN"),
        ("Okinotorishima", 136.081, 20.4255, "JPN"),
        ("Minamitorishima", 153.98, 24.288, "JPN"),
        ("where the source has Uotsuri", 123.53, 25.766, "nobody"),
        ("where the source has Minamitorishima twice", 153.952, 24.306, "nobody"),
        ("Urup", 150.0, 46.0, None),
        ("Yuzhno-Sakhalinsk", 142.73, 46.96, None),
        ("just south of 50°N", 143.0, 49.99, None),
        ("just north of 50°N", 143.0, 50.01, "RUS"),
        ("Cape Lopatka", 156.75, 51.1, "RUS"),
        ("Ulleungdo", 130.87, 37.5, "KOR"),
        ("Sevastopol", 33.58, 44.6, "UKR"),
        ("Perekop", 33.7, 46.1, "UKR"),
        ("Hargeisa", 44.06, 9.56, "SOM"),
        ("Kyrenia", 33.32, 35.3, "CYP"),
        ("Siachen", 77.2, 35.4, "IND"),
        ("Pristina", 21.16, 42.66, "XKX"),
        ("Taipei", 121.5, 25.0, "TWN"),
        ("Golan", 35.75, 33.0, None),
        ("Laayoune", -13.0, 27.1, None),
        ("Dakhla inland", -15.0, 23.5, None),
        ("Atafu", 187.5145, -8.564, "TKL"),
        ("Suva", 178.4, -18.1, "FJI"),
        ("Spratly", 114.275, 11.045, "nobody"),
    ],
)
def test_place_belongs_to(place: str, lon: float, lat: float, owner: str | None) -> None:
    """Repairs hold in the simplified land."""
    assert owners(lon, lat) == ([] if owner == "nobody" else [owner]), place


def test_disputed_areas_are_nobodys() -> None:
    """Golan, Western Sahara, southern Sakhalin and the Kurils, and no other, are areas without a country."""
    assert [f["properties"] for f in LAND if not f["properties"]["id"]] == [{"id": None, "disputed": True}] * 4
    assert "ESH" not in COUNTRIES


def test_disputed_lines_lie_on_land_edges() -> None:
    """Dashed lines are edges of the land, so that they cover what they replace; in straits they touch none."""
    edges = [geometry.boundary for _, geometry in SHAPES]
    for feature in read("borders.json")["features"]:
        line = shape(feature["geometry"])
        window = shapely.box(*line.buffer(0.1).bounds)
        near = shapely.union_all([edge.intersection(window) for edge in edges if edge.intersects(window)])
        at_sea = feature["properties"]["id"].endswith("-strait")
        assert near.disjoint(line) if at_sea else near.buffer(0.002).covers(line), feature["properties"]["id"]


def test_americas_and_date_line_states_lie_east_of_180() -> None:
    """Tonga and Chile are right of the date line, Fiji spans it."""
    assert all(COUNTRIES[key].bounds[0] > 180 for key in ("TON", "CHL", "WSM", "COK", "NIU"))
    assert COUNTRIES["FJI"].bounds[0] < 180 < COUNTRIES["FJI"].bounds[2]
    assert COUNTRIES["KIR"].bounds[0] < 180 < COUNTRIES["KIR"].bounds[2]


@pytest.mark.parametrize("code", TINY)
def test_tiny_states_get_a_dot(code: str) -> None:
    """They would vanish at world scale."""
    assert CONTEXT[code]["tiny"] is True


def test_large_states_get_no_dot() -> None:
    """Nobody needs a dot to find them."""
    assert not [key for key in ("FJI", "JPN", "LKA", "NCL", "TLS", "LUX", "BRN", "VUT") if CONTEXT[key]["tiny"]]


def test_label_points_lie_on_their_own_land() -> None:
    """In real longitude, on land or (atolls) within a few kilometres."""
    for key, entry in CONTEXT.items():
        assert -180 <= entry["lon"] <= 180
        assert 0 < entry["rank"] <= 10
        point = Point(entry["lon"] + (360 if entry["lon"] < -30 else 0), entry["lat"])
        assert key in ("ESH", "VAT") or COUNTRIES[key].distance(point) < 0.03, key


def test_gazetteer_countries_agree_with_the_label_points_and_names() -> None:
    """The country entries of the gazetteer are the basemap's label points, under the names of the table."""
    gazetteer = yaml.safe_load((DATA / "gazetteer.yml").read_text(encoding="utf-8"))
    entries = {key: entry for key, entry in gazetteer.items() if key in CONTEXT and entry["precision"] == "country"}
    assert len(entries) >= 32
    for key, entry in entries.items():
        assert abs(entry["lon"] - CONTEXT[key]["lon"]) < 0.01, key
        assert abs(entry["lat"] - CONTEXT[key]["lat"]) < 0.01, key
        assert entry["name"] == {"ja": country_name(key, "ja"), "en": country_name(key, "en")}


def test_the_basemap_is_light() -> None:
    """It travels inside every exported page."""
    assert sum((BASEMAP / f"{name}.json").stat().st_size for name in ("land", "borders", "context")) < 2_000_000
