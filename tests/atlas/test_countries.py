"""Countries: the ministry's names, the atlas's regions, memberships, and what a search may call them."""

from __future__ import annotations

import json

import geopandas as gpd
import pytest

from atlas import vocab
from atlas.countries import COUNTRIES, country_name, is_country, members_of, region_of, search_names
from atlas.filter import Filter
from atlas.index import Index, build_index
from atlas.text.folding import fold
from tests import catalogue

ISO = 249
CONTEXT = json.loads((catalogue.DATA / "basemap" / "context.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("code", "ja", "en"),
    [
        ("USA", "米国", "United States"), ("AUS", "豪州", "Australia"), ("GBR", "英国", "United Kingdom"),
        ("KOR", "韓国", "Republic of Korea"), ("PRK", "北朝鮮", "North Korea"), ("VNM", "ベトナム", "Viet Nam"),
        ("MMR", "ミャンマー", "Myanmar"), ("TLS", "東ティモール", "Timor-Leste"),
        ("BRN", "ブルネイ", "Brunei Darussalam"),
        ("FSM", "ミクロネシア連邦", "Federated States of Micronesia"), ("CPV", "カーボベルデ", "Cabo Verde"),
        ("COD", "コンゴ民主共和国", "Democratic Republic of the Congo"), ("COG", "コンゴ共和国", "Republic of Congo"),
        ("HKG", "香港", "Hong Kong"), ("MAC", "マカオ", "Macau"), ("PSE", "パレスチナ", "Palestine"),
        ("KGZ", "キルギス", "Kyrgyz Republic"), ("TUR", "トルコ", "Türkiye"), ("TWN", "台湾", "Taiwan"),
        ("KNA", "セントクリストファー・ネービス", "Saint Christopher and Nevis"), ("ZZZ", "ZZZ", "ZZZ"),
    ],
)  # fmt: skip
def test_names_are_the_ministrys(code: str, ja: str, en: str) -> None:
    assert (country_name(code, "ja"), country_name(code, "en")) == (ja, en)


def test_the_table_is_complete() -> None:
    assert len(COUNTRIES) == ISO + 1  # with Kosovo
    assert len({country.alpha2 for country in COUNTRIES.values()}) == len(COUNTRIES)
    assert set(CONTEXT) <= set(COUNTRIES)
    assert {country.region for country in COUNTRIES.values()} == set(vocab.REGIONS)


@pytest.mark.parametrize("lang", vocab.LANGS)
def test_no_two_countries_share_a_name(lang: vocab.Lang) -> None:
    names = [country_name(code, lang) for code in COUNTRIES]
    assert len(set(names)) == len(names)
    assert all(name.strip() == name and name.isascii() <= (lang == "en") for name in names)


@pytest.mark.parametrize("code", ["", "fji", "FJ", "ZZZ", "QOO", "SUN", "YUG", "001"])
def test_other_codes_are_no_countries(code: str) -> None:
    assert not is_country(code)


@pytest.mark.parametrize(
    ("code", "region"),
    [
        ("FJI", "pacific"), ("PLW", "pacific"), ("SGP", "asean"), ("TLS", "asean"), ("AUS", "oceania"),
        ("JPN", "east-asia"), ("BTN", "south-asia"), ("CHL", "americas"), ("FRA", "europe"), ("MOZ", "africa"),
        ("NCL", "pacific"), ("PYF", "pacific"), ("GUM", "pacific"), ("MNP", "pacific"), ("ASM", "pacific"),
        ("TKL", "pacific"), ("WLF", "pacific"), ("PCN", "pacific"), ("SAU", "middle-east"), ("TUR", "middle-east"),
        ("AFG", "middle-east"), ("KAZ", "central-asia"), ("GEO", "central-asia"), ("RUS", "europe"), ("EGY", "africa"),
        ("ZZZ", "global"),
    ],
)  # fmt: skip
def test_countries_lie_in_the_ministrys_regions(code: str, region: str) -> None:
    assert region_of(code) == region


def test_only_antarctica_has_no_region() -> None:
    assert [code for code in COUNTRIES if region_of(code) == "global"] == ["ATA"]


def test_members_of_the_two_groups() -> None:
    assert members_of("asean") == tuple(code for code in COUNTRIES if region_of(code) == "asean")
    assert (len(members_of("asean")), len(members_of("pif"))) == (11, 18)
    assert {"AUS", "NZL", "NCL", "PYF"} < set(members_of("pif"))
    assert {region_of(code) for code in members_of("pif")} == {"pacific", "oceania"}
    assert members_of("oecd") == ()


def test_every_site_in_a_country_lies_in_the_countrys_region() -> None:
    placed = [site["properties"] for site in catalogue.FEATURES if site["properties"]["country"]]
    assert len(placed) > 100
    assert [row["initiative"] for row in placed if row["region"] != region_of(row["country"])] == []


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("アメリカ", "USA"), ("アメリカ合衆国", "USA"), ("米国", "USA"), ("オーストラリア", "AUS"), ("豪州", "AUS"),
        ("Vietnam", "VNM"), ("Viet Nam", "VNM"), ("ヴェトナム", "VNM"), ("South Korea", "KOR"), ("ROK", "KOR"),
        ("Micronesia", "FSM"), ("Timor-Leste", "TLS"), ("East Timor", "TLS"),
    ],
)  # fmt: skip
def test_every_usual_name_finds_all_of_a_country(index: Index, query: str, code: str) -> None:
    found, own = index.select(Filter(q=query)), index.members["country"][code]
    assert own.any()
    assert not (own & ~found).any()


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("イギリス", "GBR"), ("Burma", "MMR"), ("ビルマ", "MMR"), ("Turkey", "TUR"), ("Cape Verde", "CPV"),
        ("Kyrgyzstan", "KGZ"), ("グルジア", "GEO"), ("Ivory Coast", "CIV"), ("Swaziland", "SWZ"), ("Macao", "MAC"),
        ("セントクリストファー・ネーヴィス", "KNA"), ("フォークランド諸島", "FLK"), ("バチカン市国", "VAT"),
    ],
)  # fmt: skip
def test_usual_names_of_other_countries_find_them_too(frame: gpd.GeoDataFrame, query: str, code: str) -> None:
    site = frame.head(1).assign(countries=[[code]], partners=[[]])
    assert build_index(site, {}).select(Filter(q=query)).all()


def test_a_search_does_not_read_official_titles() -> None:
    assert "republic" not in fold(" ".join(search_names("SGP")))
    assert "共和国" not in "".join(search_names("SGP"))
