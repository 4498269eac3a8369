"""The filter and its form in a URL."""

from __future__ import annotations

import random

import pytest

from atlas.filter import FACETS, MAX_QUERY, Filter, parse
from atlas.index import Index
from tests.atlas.wishes import random_filter


def _as_parameters(filter_: Filter) -> dict[str, list[str]]:
    return {name: [value] for name, value in filter_.to_query().items()}


@pytest.mark.parametrize("seed", range(40))
def test_what_a_filter_writes_into_the_url_is_read_back_the_same(index: Index, seed: int) -> None:
    filter_ = random_filter(index.allowed(), random.Random(seed))
    assert parse(_as_parameters(filter_), index.allowed()) == (filter_, [])


def test_the_empty_filter_is_false_and_writes_nothing() -> None:
    assert not Filter()
    assert Filter().to_query() == {}
    assert Filter(q="x") and Filter(status=("signed",))


@pytest.mark.parametrize("facet", FACETS)
def test_unknown_codes_are_ignored_and_named(index: Index, facet: str) -> None:
    known = index.allowed()[facet][0]
    filter_, ignored = parse({facet: [f"nowhere,{known}"]}, index.allowed())
    assert filter_ == Filter().with_codes(facet, [known])
    assert ignored == [f"{facet}=nowhere"]


def test_labels_and_other_spellings_are_not_codes(index: Index) -> None:
    filter_, ignored = parse({"region": ["Pacific", "太平洋島嶼国"], "country": ["fji"]}, index.allowed())
    assert not filter_
    assert ignored == ["region=Pacific", "region=太平洋島嶼国", "country=fji"]


def test_a_repeated_parameter_or_code_counts_once(index: Index) -> None:
    filter_, ignored = parse({"focus": ["3", "3,1", "1", "9", "9"]}, index.allowed())
    assert filter_.focus == ("3", "1")
    assert ignored == ["focus=9"]


def test_an_oversized_code_is_named_in_short(index: Index) -> None:
    filter_, ignored = parse({"theme": ["x" * 100_000]}, index.allowed())
    assert not filter_
    assert len(ignored) == 1 and ignored[0].startswith("theme=xxx") and len(ignored[0]) < 60


def test_an_oversized_search_is_ignored_and_named(index: Index) -> None:
    assert parse({"q": ["x" * MAX_QUERY]}, index.allowed()) == (Filter(q="x" * MAX_QUERY), [])
    filter_, ignored = parse({"q": ["x" * (MAX_QUERY + 1)]}, index.allowed())
    assert not filter_
    assert len(ignored) == 1 and ignored[0].startswith("q=xxx") and len(ignored[0]) < 60


def test_control_characters_never_come_through(index: Index) -> None:
    filter_, ignored = parse({"q": ["pa\x00\x1b\u202elau\r\n空港"], "focus": ["3\x00", "\x07"]}, index.allowed())
    assert filter_ == Filter(q="pa lau 空港")
    assert len(ignored) == 2
    assert all(text.isprintable() for text in ignored)


def test_toggling_a_code_twice_changes_nothing(index: Index) -> None:
    filter_ = Filter(region=("pacific",), q="fiji")
    assert filter_.toggled("focus", "3") == Filter(focus=("3",), region=("pacific",), q="fiji")
    assert filter_.toggled("focus", "3").toggled("focus", "3") == filter_
    assert filter_.without("region") == Filter(q="fiji")
