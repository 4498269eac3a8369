"""Countries by any usual name; never one that was not meant."""

from __future__ import annotations

import pytest

from atlas.countries import country_name
from atlas.vocab import LANGS, Lang
from loaders.lists.countrynames import Named, known_codes, near_countries, read_countries


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ROK", "KOR"), ("韓国", "KOR"), ("Korea (the Republic of)", "KOR"), ("Korea, Dem. People's Rep.", "PRK"),
        ("Côte d'Ivoire", "CIV"), ("Côte d’Ivoire", "CIV"), ("COTE D'IVOIRE", "CIV"), ("台湾", "TWN"), ("米国", "USA"),
        ("UK", "GBR"), ("ﾌｨｼﾞｰ", "FJI"), ("フィジー共和国", "FJI"), ("fj", "FJI"), ("242", "FJI"), ("36.0", "AUS"),
        ("Republic of China", "TWN"), ("People's Republic of China", "CHN"), ("NA", "NAM"), ("no", "NOR"),
        ("The Federated States of Micronesia", "FSM"), ("ヴァヌアツ共和国", "VUT"), ("Viet Nam", "VNM"),
        ("Trinidad & Tobago", "TTO"), ("Guinea (Equatorial)", "GNQ"), ("Sudan (South)", "SSD"), ("Fiji (Suva)", "FJI"),
        ("ドミニカ共和国", "DOM"), ("Commonwealth of Dominica", "DMA"), ("中央アフリカ共和国", "CAF"),
        ("コンゴ民主共和国", "COD"), ("Republic of the Congo", "COG"), ("Cook Is.", "COK"), ("St. Lucia", "LCA"),
        ("FJI - Fiji", "FJI"), ("フィジー（Fiji）", "FJI"), ("Turkey", "TUR"),
        ("スワジランド", "SWZ"), ("Burma", "MMR"),
    ],
)  # fmt: skip
def test_one_country(text: str, code: str) -> None:
    assert read_countries(text) == Named((code,))


@pytest.mark.parametrize("lang", LANGS)
def test_every_cldr_name_and_every_code_is_its_own_country(lang: Lang) -> None:
    codes = known_codes()
    assert len(codes) > 240
    for code in codes:
        assert read_countries(country_name(code, lang)).codes == (code,)
        assert read_countries(code).codes == (code,)


@pytest.mark.parametrize(
    ("text", "codes"),
    [("Korea", {"KOR", "PRK"}), ("コンゴ", {"COD", "COG"}), ("フィジー、トンガ", {"FJI", "TON"}),
     ("日本・シンガポール", {"JPN", "SGP"}), ("Japan and Singapore", {"JPN", "SGP"})],
)  # fmt: skip
def test_several_countries(text: str, codes: set[str]) -> None:
    assert set(read_countries(text).codes) == codes


@pytest.mark.parametrize(("text", "region"), [("ASEAN", "asean"), ("太平洋島嶼国", "pacific"), ("Worldwide", "global")])
def test_regions(text: str, region: str) -> None:
    assert read_countries(text) == Named(region=region)


@pytest.mark.parametrize("text", ["Zubrowka", "???", "{{7*191}}", "日米", "=1+1", "", "12345", "x" * 5000])
def test_unknown(text: str) -> None:
    assert read_countries(text) == Named()


def test_a_near_miss_is_only_proposed() -> None:
    assert read_countries("Austalia") == Named()
    assert near_countries("Austalia") == ("AUS", "AUT")
