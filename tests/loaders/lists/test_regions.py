"""Rows of whole regions: drawn at their box, asked, or kept in words; coordinates say more than a region."""

from __future__ import annotations

import pytest

from tests.loaders.lists.conftest import Take

HEAD = "対象国・地域,案件名,緯度,経度\n"


def test_a_region_of_the_ministry_s_lists_is_drawn_at_its_box(take: Take) -> None:
    lines = take(f"{HEAD}南アジア地域,甲,,\nアフリカ（広域）,乙,,\n東南アジア諸国,丙,,\n").lines
    assert [line.placement.region for line in lines] == ["south-asia", "africa", "asean"]
    assert {line.placement.outcome for line in lines} == {"placed"}


def test_a_name_of_several_regions_is_chosen_by_a_person(take: Take) -> None:
    found = take(f"{HEAD}大洋州,甲,,\n")
    (line,) = found.lines
    assert line.placement.outcome == "choose"
    assert [spot.key for spot in line.placement.candidates] == ["pacific", "oceania"]
    (chosen,) = found.settled({line.number: 0}).lines
    assert (chosen.placement.outcome, chosen.placement.region) == ("placed", "pacific")


def test_a_country_and_a_region_are_both_on_offer(take: Take) -> None:
    (line,) = take(f"{HEAD}フィジー、大洋州,甲,,\n").lines
    assert line.placement.outcome == "choose"
    assert [spot.key for spot in line.placement.candidates] == ["FJI", "pacific", "oceania"]


@pytest.mark.parametrize("text", ["アジア", "Asia", "アジア・大洋州地域"])
def test_a_wider_region_is_kept_in_words(take: Take, text: str) -> None:
    (line,) = take(f"{HEAD}{text},甲,,\n").lines
    assert line.placement.outcome == "unplaced"
    assert [said.key for said in line.placement.reasons] == ["wide_region"]
    assert text in line.placement.reasons[0].text("ja")


def test_coordinates_in_a_region_count_and_those_elsewhere_are_asked(take: Take) -> None:
    inside, outside, wide = take(
        f"{HEAD}アフリカ,甲,-1.29,36.82\nアフリカ,乙,-18.14,178.44\nアジア,丙,35.68,139.76\n"
    ).lines
    assert (inside.placement.outcome, inside.placement.country) == ("placed", "KEN")
    assert (outside.placement.outcome, outside.placement.reasons[0].key) == ("choose", "outside_region")
    assert (wide.placement.outcome, wide.placement.country) == ("placed", "JPN")


def test_a_place_beside_a_region_is_on_offer_where_the_region_has_it_and_else_told(take: Take) -> None:
    head = "対象国・地域,案件名,場所\n"
    hanoi, suva, nothing = take(f"{head}東南アジア,甲,ハノイ\n東南アジア,乙,スバ\n南アジア地域,丙,\n").lines
    assert hanoi.placement.outcome == "choose"
    first, *_, last = hanoi.placement.candidates
    assert (first.country, round(first.lat), last.key) == ("VNM", 21, "asean")
    assert (suva.placement.outcome, suva.placement.region) == ("placed", "asean")
    assert [said.key for said in suva.placement.reasons] == ["region_place_unknown"]
    assert (nothing.placement.outcome, nothing.placement.reasons) == ("placed", ())
