"""The address says the same to browser and server, and what one of them wrote the other reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from atlas.edition import Edition
from atlas.filter import FACETS, Filter, parse
from tests import hostile
from tests.atlas.wishes import two_hundred
from tests.web.conftest import Ask

ODD = [*hostile.STRINGS, "R&D", "a=b", "#1", "海底ケーブル 100%", "a+b",
       "ＯＳＡ\u3000ｲﾝﾄﾞ", "\ta\x00b\u200bc\u2028d\u00a0 ",
       "x" * 200, "x" * 201, "😀" * 200, "😀" * 201, "__proto__",
       "constructor", ",,pacific,", "pacific,pacific"]  # fmt: skip
Params = dict[str, list[str]]


def _members(whole: Edition) -> dict[str, dict[str, list[int]]]:
    return {facet: {code: [] for code in codes} for facet, codes in whole.index.allowed().items()}


def _read(ask: Ask, whole: Edition, asked: Sequence[Params]) -> list[dict[str, Any]]:
    searches = [f"?{urlencode(params, doseq=True)}" for params in asked]
    found: list[dict[str, Any]] = ask(addresses={"members": _members(whole), "searches": searches})
    return found


def _filter(said: dict[str, Any]) -> Filter:
    return Filter(q=said["filter"]["q"], **{facet: tuple(codes) for facet, codes in said["filter"]["codes"].items()})


def test_browser_and_server_read_an_address_alike_and_name_what_nobody_knows(ask: Ask, whole: Edition) -> None:
    asked: list[Params] = [{name: [text]} for text in ODD for name in ("q", "region", "theme")]
    asked += [{"region": ["pacific", "asean,mars", "pacific"], "q": ["two", "words"]}, {"year": ["2023,1066,undated"]}]
    asked += [{name: ["nobody"] for name in FACETS}]
    for params, found in zip(asked, _read(ask, whole, asked), strict=True):
        filter_, unknown = parse(parse_qs(urlencode(params, doseq=True)), whole.index.allowed())
        assert (_filter(found["read"]), found["read"]["unknown"]) == (filter_, unknown), params
        assert all(len(one) < 60 and one.isprintable() for one in unknown)


def test_a_search_of_two_hundred_characters_is_the_longest(ask: Ask, whole: Edition) -> None:
    few, many, wide = _read(ask, whole, [{"q": ["x" * 200]}, {"q": ["x" * 201]}, {"q": ["😀" * 200]}])
    assert few["read"]["filter"]["q"] == "x" * 200 and wide["read"]["filter"]["q"] == "😀" * 200
    assert many["read"]["filter"]["q"] == "" and many["read"]["unknown"] == [f"q={'x' * 39}…"]


def test_what_the_browser_wrote_both_read_as_it_was(ask: Ask, whole: Edition) -> None:
    filters = [*two_hundred(), *(Filter(q=text) for text in ODD)]
    keeping = {"lang": ["ja"], "id": ["palau-airport"], "view": ["1,2,3"]}
    asked = [{**keeping, **{name: [value] for name, value in filter_.to_query().items()}} for filter_ in filters]
    for params, found in zip(asked, _read(ask, whole, asked), strict=True):
        read, written, again = found["read"], parse_qs(urlsplit(found["written"]).query), found["again"]
        assert again == {**read, "unknown": []}
        assert parse(written, whole.index.allowed()) == (_filter(read), [])
        assert {name: written[name] for name in keeping} == keeping, params
        assert "%2C" not in found["written"]
