"""Countries by any usual name; never one that was not meant."""

from __future__ import annotations

import pytest
from babel import Locale

from atlas.countries import COUNTRIES
from atlas.vocab import LANGS
from loaders.lists.placing.countrynames import Named, near_countries, read_countries


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
        ("スワジランド", "SWZ"), ("Burma", "MMR"), ("アメリカ合衆国", "USA"), ("オーストラリア", "AUS"),
        ("South Korea", "KOR"), ("Republic of Korea", "KOR"), ("Vietnam", "VNM"), ("ヴェトナム", "VNM"),
        ("Micronesia", "FSM"), ("Kyrgyz Republic", "KGZ"), ("Republic of Congo", "COG"), ("Cape Verde", "CPV"),
        ("イギリス", "GBR"), ("East Timor", "TLS"),
    ],
)  # fmt: skip
def test_one_country(text: str, code: str) -> None:
    assert read_countries(text) == Named((code,))


def test_every_name_and_every_code_is_its_own_country() -> None:
    for code, known in COUNTRIES.items():
        cldr = [str(Locale(lang).territories[known.alpha2]) for lang in LANGS]
        for name in (code, known.alpha2, known.ja, known.en, *cldr, *known.also, *known.lists):
            assert read_countries(name).codes == (code,), name


@pytest.mark.parametrize(
    ("text", "codes"),
    [("Korea", {"KOR", "PRK"}), ("コンゴ", {"COD", "COG"}), ("フィジー、トンガ", {"FJI", "TON"}),
     ("日本・シンガポール", {"JPN", "SGP"}), ("Japan and Singapore", {"JPN", "SGP"})],
)  # fmt: skip
def test_several_countries(text: str, codes: set[str]) -> None:
    assert set(read_countries(text).codes) == codes


@pytest.mark.parametrize(
    ("text", "region"),
    [("ASEAN", "asean"), ("太平洋島嶼国", "pacific"), ("Worldwide", "global"),
     ("中東", "middle-east"), ("Central Asia", "central-asia")],
)  # fmt: skip
def test_regions(text: str, region: str) -> None:
    assert read_countries(text) == Named(region=region)


@pytest.mark.parametrize("text", ["Zubrowka", "???", "{{7*191}}", "日米", "=1+1", "", "12345", "x" * 5000])
def test_unknown(text: str) -> None:
    assert read_countries(text) == Named()


def test_a_near_miss_is_only_proposed() -> None:
    assert read_countries("Austalia") == Named()
    assert near_countries("Austalia") == ("AUS", "AUT")
