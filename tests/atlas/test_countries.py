"""Countries: CLDR names, and the atlas's regions."""

from __future__ import annotations

import pytest

from atlas import vocab
from atlas.countries import REGION_OF, country_name, is_country, region_of
from tests import catalogue


@pytest.mark.parametrize(
    ("code", "ja", "en"),
    [
        ("TWN", "台湾", "Taiwan"), ("FSM", "ミクロネシア連邦", "Micronesia"), ("FJI", "フィジー", "Fiji"),
        ("TUV", "ツバル", "Tuvalu"), ("GBR", "イギリス", "United Kingdom"), ("KOR", "韓国", "South Korea"),
        ("TLS", "東ティモール", "Timor-Leste"),
    ],
)  # fmt: skip
def test_names_are_those_of_cldr(code: str, ja: str, en: str) -> None:
    assert (country_name(code, "ja"), country_name(code, "en")) == (ja, en)


@pytest.mark.parametrize("code", sorted(REGION_OF))
def test_every_country_of_a_region_is_known_and_named(code: str) -> None:
    assert is_country(code)
    assert country_name(code, "ja") != code
    assert not country_name(code, "ja").isascii()
    assert country_name(code, "en") != code


@pytest.mark.parametrize("code", ["", "fji", "FJ", "ZZZ", "QOO", "SUN", "YUG", "001"])
def test_other_codes_are_no_countries(code: str) -> None:
    assert not is_country(code)


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("FJI", "pacific"), ("PLW", "pacific"), ("SGP", "asean"), ("TLS", "asean"), ("AUS", "oceania"),
        ("JPN", "east-asia"), ("BTN", "south-asia"), ("CHL", "americas"), ("FRA", "europe"), ("MOZ", "africa"),
        ("ZZZ", "global"),
    ],
)  # fmt: skip
def test_countries_lie_in_the_regions_of_the_documents_map(code: str, region: str) -> None:
    assert region_of(code) == region


def test_regions_are_those_of_the_vocabulary() -> None:
    assert set(REGION_OF.values()) == vocab.REGIONS.keys() - {"global"}


def test_every_site_in_a_country_lies_in_the_countrys_region() -> None:
    placed = [site["properties"] for site in catalogue.FEATURES if site["properties"]["country"]]
    assert len(placed) > 100
    assert [row["initiative"] for row in placed if row["region"] != region_of(row["country"])] == []
