"""What the browser is sent: one entry a site, placed in the Pacific frame."""

from __future__ import annotations

import json
from itertools import pairwise

import geopandas as gpd
import pytest
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

from atlas import vocab
from maps.payload import payload
from maps.symbols import symbol_files
from tests import catalogue, hostile
from tests.maps.conftest import Context, Payload

TEXTS = ("title", "summary", "place", "how", "name")
COLUMNS = [f"{name}_{lang}" for name in ("title", "summary", "place") for lang in vocab.LANGS]


def test_one_entry_a_site_in_the_order_of_the_frame(data: Payload, frame: gpd.GeoDataFrame) -> None:
    assert [site["id"] for site in data["sites"]] == list(frame.index)
    assert [site["initiative"] for site in data["sites"]] == list(frame["initiative"])


def test_the_words_are_of_the_language_asked_for(data: Payload) -> None:
    lang = data["lang"]
    for site, feature in zip(data["sites"], catalogue.FEATURES, strict=True):
        assert site["title"] == feature["properties"][f"title_{lang}"]
        assert site["summary"] == feature["properties"][f"summary_{lang}"]
        assert all(site[name].strip() for name in TEXTS)
        assert len(site["mentions"]) == len(feature["properties"]["mentions"]) > 0


def test_both_languages_place_the_same_sites_at_the_same_points(frame: gpd.GeoDataFrame, context: Context) -> None:
    ja, en = (payload(frame, lang, context, {}) for lang in vocab.LANGS)
    assert ja.keys() == en.keys() and all(ja[part].keys() == en[part].keys() for part in ("text", "forms"))
    for name in ("id", "focus", "precision", "key", "x", "y", "countries"):
        assert [site[name] for site in ja["sites"]] == [site[name] for site in en["sites"]]
    assert {ja["countries"]["FJI"]["name"], en["countries"]["FJI"]["name"]} == {"フィジー", "Fiji"}


def test_only_sites_without_a_region_have_no_position(data: Payload) -> None:
    nowhere = {site["id"] for site in data["sites"] if site["x"] is None or site["y"] is None}
    assert nowhere == {site["id"] for site in catalogue.FEATURES if site["properties"]["region"] == "global"}


def test_everything_lies_inside_the_frame(data: Payload) -> None:
    placed = [site for site in data["sites"] if site["x"] is not None]
    placed += data["countries"].values()
    assert all(-30 <= place["x"] <= 330 and -90 <= place["y"] <= 90 for place in placed)


@pytest.mark.parametrize("code", ["TON", "CHL"])
def test_tonga_and_chile_lie_east_of_the_date_line(data: Payload, code: str) -> None:
    found = [site for site in data["sites"] if site["countries"] == [code]]
    assert found and all(site["x"] > 180 for site in found)
    assert data["countries"][code]["x"] > 180


def test_fiji_lies_beside_tonga_not_at_the_far_left(data: Payload) -> None:
    """Suva is at 178.4°E: west of the date line on the globe and on the map."""
    found = [site for site in data["sites"] if site["countries"] == ["FJI"]]
    assert found and all(176 < site["x"] < 183 for site in found)


def test_a_country_is_one_place_for_all_its_country_wide_sites(data: Payload) -> None:
    plates = [site for site in data["sites"] if site["precision"] == "country"]
    assert len(plates) > 100
    spots = {(site["key"], site["x"], site["y"]) for site in plates}
    assert len(spots) == len({key for key, _, _ in spots})


def test_routes_do_not_jump_and_carry_their_sign_on_the_line(data: Payload) -> None:
    routes = [site for site in data["sites"] if site["precision"] == "route"]
    assert len(routes) == sum(site["properties"]["precision"] == "route" for site in catalogue.FEATURES) > 3
    for site in routes:
        points = [point for line in site["lines"] for point in line]
        assert all(abs(a[1] - b[1]) < 60 for a, b in pairwise(points))
        assert min(x for _, x in points) <= site["x"] <= max(x for _, x in points)
        assert site["solid"] is False and len(site["landings"]) == 2


def _drawn(frame: gpd.GeoDataFrame, context: Context, geometry: BaseGeometry) -> list[list[list[float]]]:
    route = frame[frame["precision"] == "route"].head(1).copy()
    route["geometry"] = gpd.GeoSeries([geometry], index=route.index, crs=frame.crs)
    lines: list[list[list[float]]] = payload(route, "en", context, {})["sites"][0]["lines"]
    return lines


@pytest.mark.parametrize("backwards", [False, True])
def test_a_route_cut_at_the_date_line_is_drawn_as_one(
    frame: gpd.GeoDataFrame, context: Context, backwards: bool
) -> None:
    parts = [[(170, 0), (180, 1)], [(-180, 1), (-170, 2)]]
    if backwards:
        parts = [part[::-1] for part in parts[::-1]]
    lines = _drawn(frame, context, MultiLineString(parts))
    xs = [170, 180, 190][:: -1 if backwards else 1]
    assert [[x for _, x in line] for line in lines] == [xs]


def test_a_route_across_the_edge_of_the_frame_does_not_run_round_the_world(
    frame: gpd.GeoDataFrame, context: Context
) -> None:
    lines = _drawn(frame, context, LineString([(-10, 0), (-25, 5), (-40, 10)]))
    assert all(abs(a[1] - b[1]) < 60 for line in lines for a, b in pairwise(line))


def test_the_legend_shows_symbols_that_exist(data: Payload) -> None:
    assert len(data["legend"]) == 5
    assert {entry["symbol"] for entry in data["legend"]} <= symbol_files().keys()
    assert all(entry["text"].strip() for entry in data["legend"])


def test_hostile_text_arrives_as_it_is(frame: gpd.GeoDataFrame, context: Context) -> None:
    bad = frame.copy()
    for column in COLUMNS:
        bad.loc["palau-airport/airport", column] = hostile.TEXT
    for lang in vocab.LANGS:
        sent = json.loads(json.dumps(payload(bad, lang, context, {"evolved-foip": hostile.TEXT}), ensure_ascii=False))
        site = next(site for site in sent["sites"] if site["id"] == "palau-airport/airport")
        assert [site["title"], site["summary"], site["name"]] == [hostile.TEXT] * 3
        assert site["place"].startswith(hostile.TEXT)
        assert any(mention.startswith(hostile.TEXT) for mention in site["mentions"])
        assert hostile.EVALUATED not in json.dumps(site)
