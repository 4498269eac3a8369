"""Folding: a search finds what people mean, however they type it."""

from __future__ import annotations

import geopandas as gpd
import pytest

from atlas.filter import Filter
from atlas.index import Index
from atlas.text.folding import fold


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ｱﾝﾓﾆｱ", "アンモニア"), ("あんもにあ", "アンモニア"), ("ﾌｨｼﾞｰ", "フィジー"), ("ふぃじー", "フィジー"),
        ("ＡＩ", "ai"), ("Nukuʻalofa", "nukuʻALOFA"), ("Curaçao", "curacao"), ("São Tomé", "SAO TOME"), ("ヴ", "ゔ"),
        ("か\u3099", "が"), ("パラオ", "ﾊﾟﾗｵ"), ("①", "1"),
    ],
)  # fmt: skip
def test_what_looks_different_but_means_the_same_folds_to_one(typed: str, meant: str) -> None:
    assert fold(typed) == fold(meant)


@pytest.mark.parametrize(("one", "other"), [("が", "か"), ("ぱ", "ば"), ("フィジー", "フィジ"), ("安保", "安全")])
def test_what_means_something_else_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def _found(index: Index, frame: gpd.GeoDataFrame, query: str) -> set[str]:
    return set(frame["initiative"][index.select(Filter(q=query))])


@pytest.mark.parametrize("typed", ["ｱﾝﾓﾆｱ", "アンモニア", "あんもにあ", "AMMONIA", "ａｍｍｏｎｉａ"])
def test_half_width_kana_and_english_find_the_ammonia_initiatives(
    index: Index, frame: gpd.GeoDataFrame, typed: str
) -> None:
    assert "ammonia-bunkering-singapore" in _found(index, frame, typed)


def test_all_words_have_to_be_found_in_any_order_and_language(index: Index, frame: gpd.GeoDataFrame) -> None:
    assert _found(index, frame, "空港 palau") == _found(index, frame, "Palau 空港") == {"palau-airport"}
    both = _found(index, frame, "cable 豪州")
    assert both == _found(index, frame, "cable") & _found(index, frame, "豪州")
    assert set() < both < _found(index, frame, "cable")
    assert not _found(index, frame, "palau zzzz")
