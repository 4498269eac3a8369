"""What the map is sent to draw the changes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from atlas.compare.editions import compare
from atlas.geo.pacific import to_frame
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from maps.changes import bounds_of_changes, scene_of, unplaced
from tests.editions import Features, features, first, frame, of, put


@pytest.fixture(scope="module")
def context(real_data: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((real_data / "basemap" / "context.json").read_text(encoding="utf-8"))
    return found


def scene(found: Features, context: dict[str, Any], lang: Lang = "en") -> dict[str, Any]:
    return scene_of(compare(frame(features()), frame(found)), lang, context)


@pytest.mark.parametrize("lang", LANGS)
def test_a_move_has_both_ends_in_the_drawing_frame(context: dict[str, Any], lang: Lang) -> None:
    found = features()
    site = first(found, precision="city", place="suva")
    old = site["geometry"]["coordinates"]
    put(site, -171.75, -13.8)
    [mark] = scene(found, context, lang)["marks"]
    assert (mark["kind"], mark["x"], mark["y"]) == ("moved", to_frame(-171.75), -13.8)
    assert (mark["fx"], mark["fy"]) == (pytest.approx(old[0]), pytest.approx(old[1]))
    assert abs(mark["x"] - mark["fx"]) < 20  # over the antimeridian, not round the world
    assert mark["open"] and mark["title"] == site["properties"][f"title_{lang}"]
    assert ("移動" if lang == "ja" else "moved") in mark["text"]


def test_what_came_and_went_stands_at_each_of_its_places(context: dict[str, Any]) -> None:
    found = features()
    gone = of(found, "osa-indonesia-2024")
    for feature in gone:
        del found[feature["id"]]
    marks = scene(found, context)["marks"]
    assert [mark["kind"] for mark in marks] == ["removed"] * len(gone)
    assert not any(mark["open"] for mark in marks)
    back = scene_of(compare(frame(found), frame(features())), "en", context)["marks"]
    assert [(mark["kind"], mark["open"]) for mark in back] == [("added", True)] * len(gone)


def test_a_place_given_up_stands_where_it_was(context: dict[str, Any]) -> None:
    found = features()
    site = first(found, precision="city", place="suva")
    lon, lat = site["geometry"]["coordinates"]
    site["geometry"] = None
    [mark] = scene(found, context)["marks"]
    assert (mark["x"], mark["y"], mark["fx"]) == (pytest.approx(lon), pytest.approx(lat), None)


def test_what_has_no_place_is_counted_and_points_redrawn_are_left_out(context: dict[str, Any]) -> None:
    found = features()
    nowhere = next(one for one in found.values() if one["geometry"] is None)
    for feature in of(found, nowhere["properties"]["initiative"]):
        del found[feature["id"]]
    put(first(found, precision="region", place="asean"), 1, 2)
    drawn = scene(found, context)
    assert unplaced(drawn) >= 1
    assert {mark["initiative"] for mark in drawn["marks"]} == {nowhere["properties"]["initiative"]}


def test_the_frame_holds_every_end(context: dict[str, Any]) -> None:
    found = features()
    put(first(found, precision="city", place="suva"), 103.8, 1.35)
    bounds = bounds_of_changes(scene(found, context))
    assert bounds is not None
    west, south, east, north = bounds
    assert west < 103.8 < 178.4 < east and south < -18 < 1.35 < north
    assert bounds_of_changes(scene(features(), context)) is None


def test_a_precision_that_no_vocabulary_knows_is_drawn_all_the_same(context: dict[str, Any]) -> None:
    found = features()
    site = first(found, precision="city", place="suva")
    site["properties"] |= {"precision": "galaxy", "place": "elsewhere"}
    [mark] = scene(found, context)["marks"]
    assert mark["x"] is not None and t("en", "value_unknown") in mark["text"]


def test_a_route_that_is_drawn_anew_has_both_its_lines(context: dict[str, Any]) -> None:
    found = features()
    site = first(found, precision="route")
    site["geometry"] = {"type": "LineString", "coordinates": [[179, -10], [170, -12]]}
    site.pop("bbox", None)
    [mark] = scene(found, context)["marks"]
    assert mark["lines"] == [[[-10, 179], [-12, 170]]] and mark["was"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_legend_names_every_kind(context: dict[str, Any], lang: Lang) -> None:
    words = scene(features(), context, lang)["words"]
    assert words == {key: t(lang, f"changes_map_{key}") for key in ("legend", "added", "removed", "moved", "changed")}


def test_changed_contents_stand_at_their_places_and_are_named(context: dict[str, Any]) -> None:
    found = features()
    changed = of(found, "osa-indonesia-2024")
    for feature in changed:
        feature["properties"]["themes"] = ["coast-guard"]
        feature["properties"]["summary_en"] = "Other words."
    marks = scene(found, context)["marks"]
    assert [mark["kind"] for mark in marks] == ["changed"] * len(changed)
    assert {mark["text"] for mark in marks} == {"Summary (English), Themes"}


def test_a_field_that_an_older_edition_did_not_have_is_no_change(context: dict[str, Any]) -> None:
    found = features()
    for feature in found.values():
        for step in feature["properties"]["milestones"]:
            step["another"] = None
    assert scene(found, context)["marks"] == []
