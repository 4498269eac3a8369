"""What a search finds: words where they begin, synonyms as one, whatever the language and spelling."""

from __future__ import annotations

from collections import Counter

import geopandas as gpd
import pytest

from atlas.filter import Filter
from atlas.index import Index
from atlas.search.nearest import did_you_mean, distance
from atlas.search.words import GROUPS, spaced, wanted
from tests.catalogue import QUERIES, is_right


def test_words_part_at_every_kind_of_space() -> None:
    assert wanted(" Palau\u3000空港\tAIRPORT ") == [(" palau",), ("空港",), (" airport",)]
    assert wanted(" \u3000 ") == []


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("port", "Ports of call", True), ("port", "support", False), ("port", "港port", True), ("島", "しま島", True),
        ("fiji-2", "osa-fiji-2023", True), ("2023", "FY2023", False), ("OSA供", "（OSA供与）", True),
        ("osa", "Osaka", False), ("AI", "an aid", False), ("ai", "AI-ready", True),
        ("drones", "UAV 2機", True), ("ドローン", "drone", True),
        ("rare earths", "レアアース", True), ("rare", "rarely", True), ("coast guard 海", "海上保安", True),
        ("patrol", "巡視船", False), ("defense", "Defence", True), ("MDA", "海洋状況把握", True),
    ],
)  # fmt: skip
def test_a_latin_word_is_found_where_it_begins_and_a_synonym_whole(typed: str, text: str, found: bool) -> None:
    assert all(any(term in spaced(text) for term in terms) for terms in wanted(typed)) is found


def test_no_term_stands_twice() -> None:
    assert [term for term, n in Counter(term for group in GROUPS for term in group).items() if n > 1] == []
    assert all(len(group) > 1 and all(group) for group in GROUPS) and len(GROUPS) > 30


@pytest.mark.parametrize("query", QUERIES)
def test_every_query_of_the_list_finds_what_is_right(index: Index, frame: gpd.GeoDataFrame, query: str) -> None:
    found, right = set(frame["initiative"][index.select(Filter(q=query))]), QUERIES[query]
    assert is_right(query, found), sorted(found)
    assert "meant" not in right or did_you_mean(index, Filter(q=query)) == right["meant"]
    if same := right.get("same"):
        assert found == set(frame["initiative"][index.select(Filter(q=same))])


def test_what_finds_something_or_would_find_nothing_either_is_no_question(index: Index) -> None:
    asked = [Filter(q=query) for query in ("Fiji", "patrol boats", "fiji azec", "")]
    assert [did_you_mean(index, one) for one in (*asked, Filter(q="Ponpei", country=("PHL",)))] == [None] * 5


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("", "", 0), ("", "ab", 2), ("fiji", "fji", 1), ("papau", "papua", 1), ("ca", "abc", 3), ("しんが", "しんがー", 1),
     ("phillipines", "philippines", 2), ("kitten", "sitting", 3)],
)  # fmt: skip
def test_a_step_is_a_letter_more_less_other_or_swapped(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == distance(other, one) == steps
