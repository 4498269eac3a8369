"""Two editions of the real catalogue side by side."""

from __future__ import annotations

from typing import Any

import pytest

from atlas.compare.editions import FIELDS, Changes, compare
from loaders.geojson.schema import PROPERTIES
from tests import catalogue
from tests.editions import Features, changed, features, first, frame, of, put

DERIVED = {"initiative", "site", "place", "documents", "exactness", "location_reach", "location_class"}


def against(found: Features) -> Changes:
    """What changed from the committed edition to another."""
    return compare(frame(features()), frame(found))


def test_the_same_edition_has_no_changes() -> None:
    changes = against(features())
    assert not changes
    assert set(changes.counts().values()) == {0}


def test_every_property_is_compared_or_follows_from_one_that_is() -> None:
    assert set(FIELDS) | DERIVED == set(PROPERTIES)
    assert not set(FIELDS) & DERIVED


def test_an_initiative_that_came_and_one_that_went() -> None:
    found = features()
    for feature in of(found, "tuvalu-cable"):
        del found[feature["id"]]
    there, back = against(found), compare(frame(found), frame(features()))
    assert [item.initiative for item in there.removed] == ["tuvalu-cable"]
    assert [item.initiative for item in back.added] == ["tuvalu-cable"]
    assert there.counts() | {"removed": 0} == back.counts() | {"added": 0}
    assert not there.placed and not there.edited


def test_a_site_that_moved() -> None:
    found = features()
    site = first(found, precision="city", place="suva")
    lon, lat = site["geometry"]["coordinates"]
    put(site, lon, lat + 1)
    changes = against(found)
    [move] = changes.moves()
    assert move.km == pytest.approx(111.19, abs=0.05)
    assert (changes.counts()["moved"], changes.counts()["changed"]) == (1, 0)
    assert not move.drawn


def test_only_the_point_of_a_country_or_a_region_moved() -> None:
    found = features()
    for precision in ("country", "region"):
        site = next(one for one in found.values() if one["properties"]["precision"] == precision and one["geometry"])
        put(site, 1, 2)
    counts = against(found).counts()
    assert (counts["redrawn"], counts["moved"], counts["changed"]) == (2, 0, 0)


def test_a_place_that_has_none_any_more() -> None:
    found = features()
    first(found, precision="city", place="suva")["geometry"] = None
    [move] = against(found).moves()
    assert move.km is None
    assert move.old is not None and move.new is not None


def test_one_site_for_another_is_a_move() -> None:
    found = features()
    site = first(found, precision="city", place="suva")
    del found[site["id"]]
    site["properties"] |= {"site": "moved", "place": "nadi", "place_ja": "ナンディ", "place_en": "Nadi"}
    site["id"] = f"{site['properties']['initiative']}/moved"
    found[site["id"]] = site
    put(site, 177.4155, -17.7765)
    changes = against(found)
    [move] = changes.moves()
    assert move.old is not None and move.old["place_en"] == "Suva" and move.new is not None
    assert move.new["place_en"] == "Nadi"
    assert move.km == pytest.approx(116, abs=2)
    assert not changes.edited


def test_sites_that_came_and_went_in_an_initiative_that_stays() -> None:
    found = features()
    several = [key for key in found if len(of(found, found[key]["properties"]["initiative"])) > 2]
    del found[several[0]]
    assert against(found).counts()["places_removed"] == 1
    assert compare(frame(found), frame(features())).counts()["places_added"] == 1


@pytest.mark.parametrize("field", [field for field in FIELDS if PROPERTIES[field] != "objects"])
def test_every_field_is_seen(field: str) -> None:
    values: dict[str, Any] = {"whole number": 2, "number or null": 987.5, "texts": ["energy"], "yes or no": True}
    found = features()
    feature = next(one for one in found.values() if one["properties"]["focus_area"] == 1)
    before = feature["properties"][field]
    feature["properties"][field] = values.get(PROPERTIES[field], "another")
    [edit] = against(found).edited[0].edits
    assert (edit.field, edit.old, edit.new) == (field, before, feature["properties"][field])


def test_a_change_at_all_sites_is_said_once_and_one_at_a_single_site_names_it() -> None:
    found = features()
    sites = of(found, "osa-indonesia-2024")
    assert len(sites) > 1
    for site in sites:
        site["properties"]["title_en"] = "Boats"
    sites[0]["properties"]["note_en"] = "A note"
    title, note = against(found).edited[0].edits
    assert (title.field, title.places) == ("title_en", ())
    assert [row["place"] for row in note.places] == [sites[0]["properties"]["place"]]


def test_a_property_that_one_edition_lacks_is_named_and_not_compared() -> None:
    def drop(found: Features) -> None:
        for feature in found.values():
            del feature["properties"]["status"]

    changes = compare(changed(drop), frame(features()))
    assert not changes
    assert changes.uncompared == ("status",)


def test_an_empty_edition() -> None:
    changes = compare(frame({}), frame(features()))
    assert len(changes.added) == catalogue.initiatives(features().values())
    assert not compare(frame({}), frame({}))


def test_a_field_that_milestones_have_learnt_since_is_no_change() -> None:
    older = features()
    named = {
        one["properties"]["initiative"]
        for one in older.values()
        for step in one["properties"]["milestones"]
        if step["event"]
    }
    for one in older.values():
        for step in one["properties"]["milestones"]:
            del step["event"]
    found = compare(frame(older), frame(features()))
    assert named and {one.initiative for one in found.items} == named
