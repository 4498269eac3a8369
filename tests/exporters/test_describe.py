"""The filter in words and in file names."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from atlas import vocab
from atlas.filter import FACETS, Filter
from atlas.index import build_index
from atlas.records import Text
from atlas.vocab import LANGS, Lang
from atlas.words.describe import code_name, filter_slug, filter_text
from tests.exporters.conftest import Make

SECURITY = Filter(focus=("3",), region=("pacific",))


def test_words_in_both_languages() -> None:
    ja, en = (vocab.REGIONS["pacific"].text(lang) for lang in LANGS)
    assert filter_text(SECURITY, "ja", {}) == f"重点分野：安全保障分野の連携／地域：{ja}"
    assert filter_text(SECURITY, "en", {}) == f"Focus area: Security cooperation; Region: {en}"


def test_nothing_chosen_is_everything() -> None:
    assert filter_text(Filter(), "ja", {}) == "全件を表示"
    assert filter_text(Filter(), "en", {}) == "All initiatives"


def test_several_codes_and_a_search() -> None:
    filter_ = Filter(country=("FJI", "TON"), q="海底ケーブル")
    assert filter_text(filter_, "ja", {}) == "国・地域：フィジー、トンガ／検索：「海底ケーブル」"
    assert filter_text(filter_, "en", {}) == "Country or area: Fiji, Tonga; Search: “海底ケーブル”"


@pytest.mark.parametrize("lang", LANGS)
def test_every_code_of_the_data_has_a_name(make: Make, organisations: Mapping[str, Text], lang: Lang) -> None:
    extract = make()
    members, known = build_index(extract.sites, {}).members, extract.documents
    for facet in set(FACETS) - {"ids"}:  # an initiative is called by its title
        names = [code_name(facet, code, lang, organisations, known) for code in members[facet]]
        assert not {"", *map(str.lower, members[facet])} & set(names)


@pytest.mark.parametrize(
    ("filter_", "slug"),
    [
        (Filter(), "all"),
        (SECURITY, "focus3-pacific"),
        (Filter(focus=("1", "3"), country=("FJI",)), "focus1-3-fji"),
        (Filter(q="../../etc/passwd"), "search-etc-passwd"),
    ],
)
def test_slugs(filter_: Filter, slug: str) -> None:
    assert filter_slug(filter_, 80) == slug


def test_slugs_that_would_be_too_long_or_not_ascii_stay_apart() -> None:
    one, two = (Filter(theme=tuple(vocab.THEMES), q=q) for q in ("海", "山"))
    slugs = {filter_slug(filter_, 60) for filter_ in (one, two, Filter(q="海"), Filter(q="山"))}
    assert len(slugs) == 4 and all(slug.isascii() and len(slug) <= 60 for slug in slugs)


def test_file_names(make: Make) -> None:
    extract = make(SECURITY)
    assert extract.file_name("xlsx") == f"foip-atlas_{extract.date}_focus3-pacific_en.xlsx"
    assert make(by="initiatives", lang="ja").file_name("csv").endswith("_all_initiatives_ja.csv")
    long = make(Filter(theme=tuple(vocab.THEMES)), by="initiatives").file_name("geojson")
    assert long.isascii() and len(long) <= 120 and "/" not in long
