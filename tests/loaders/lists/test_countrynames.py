"""Countries by any usual name; never one that was not meant."""

from __future__ import annotations

import pytest
from babel import Locale

from atlas.countries import COUNTRIES
from atlas.vocab import LANGS
from loaders.lists.placing.naming.countrynames import Named, near_countries, read_countries


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


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Korea, Rep. of", "KOR"), ("Gambia, Rep. of The", "GMB"), ("Cook Isds",
        "COK"),
        ("Kyrgyz Rep.", "KGZ"), ("Moldova, Rep.", "MDA"), ("Lao P.D.R.", "LAO"), ("N. Mariana Isds", "MNP"),
        ("S. Sudan", "SSD"), ("Eq. Guinea", "GNQ"), ("Sudan, The Republic of", "SDN"),
        ("Congo, Dem. Rep. of", "COD"), ("Rep. of the Congo", "COG"), ("Macao SAR, China", "MAC"), ("St. Maarten",
        "SXM"),
        ("Guam (USA)", "GUM"), ("Tokelau (New Zealand)", "TKL"), ("French Polynesia (France)", "PYF"), ("TO: Tonga",
        "TON"),
        ("Palau - PW", "PLW"), ("Eswatini (formerly Swaziland)", "SWZ"), ("China excluding Taiwan", "CHN"),
        ("Maldive Islands", "MDV"), ("the Republic of Palau", "PLW"), ("Samoa (the Independent State of)", "WSM"),
        ("CÃ´te d'Ivoire", "CIV"), ("Upper Volta", "BFA"), ("Bosnia Herzegovina", "BIH"), ("Taipei, China", "TWN"),
        ("ケニヤ", "KEN"), ("カンボディア", "KHM"), ("モルディヴ共和国", "MDV"), ("スロヴァキア", "SVK"),
        ("トリニダッド・トバゴ", "TTO"),
        ("アルゼンティン", "ARG"), ("ネパール連邦民主共和国", "NPL"), ("ガイアナ協同共和国", "GUY"),
        ("ザイール共和国", "COD"),
        ("アメリカ領サモア", "ASM"), ("旧ビルマ", "MMR"), ("ヨルダン・ハシェミット王国", "JOR"), ("マレイシア", "MYS"),
    ],
)  # fmt: skip
def test_forms_of_aid_and_trade_lists(text: str, code: str) -> None:
    assert read_countries(text) == Named((code,))


@pytest.mark.parametrize(
    "text",
    [
        "Georgia (US)", "State of Georgia", "Sweden except Stockholm", "New Mexico", "Papua", "East Germany",
        "ドイツ民主共和国",
        "Dominica Republic", "Virgin Islands", "Fiji (Tonga)", "FJ - Tonga", "Serbia and Montenegrin",
        "Netherlands Antilles",
        "ベトナム共和国", "南イエメン", "Republic of Somaliland",
    ],
)  # fmt: skip
def test_another_country_is_never_taken_for_one_that_is_known(text: str) -> None:
    assert len(read_countries(text).codes) != 1


def test_every_name_and_every_code_is_its_own_country() -> None:
    for code, known in COUNTRIES.items():
        cldr = [str(Locale(lang).territories[known.alpha2]) for lang in LANGS]
        for name in (code, known.alpha2, known.ja, known.en, *cldr, *known.also, *known.lists):
            assert read_countries(name).codes == (code,), name


@pytest.mark.parametrize(
    ("text", "codes"),
    [("Korea", {"KOR", "PRK"}), ("コンゴ", {"COD", "COG"}), ("フィジー、トンガ", {"FJI", "TON"}),
     ("日本・シンガポール", {"JPN", "SGP"}), ("Japan and Singapore", {"JPN", "SGP"}),
     ("Trinidad and Tobago and Fiji", {"TTO", "FJI"}), ("Korea, Rep., São Tomé and Príncipe", {"KOR", "STP"}),
     ("Bosnia and Herzegovina; Antigua and Barbuda", {"BIH", "ATG"}), ("China / Hong Kong", {"CHN", "HKG"}),
     ("ギアナ", {"GUY", "GUF", "SUR"})],
)  # fmt: skip
def test_several_countries(text: str, codes: set[str]) -> None:
    assert set(read_countries(text).codes) == codes


@pytest.mark.parametrize(
    ("text", "region"),
    [("ASEAN", "asean"), ("太平洋島嶼国", "pacific"), ("Worldwide", "global"),
     ("中東", "middle-east"), ("Central Asia", "central-asia"), ("中東地域", "middle-east"), ("カリブ諸国",
     "americas"),
     ("Africa (regional)", "africa"), ("South of Sahara, regional", "africa"), ("Southern Africa", "africa"),
     ("Melanesia, regional", "pacific"), ("太平洋島嶼国（広域）", "pacific"), ("ASEAN Member States", "asean"),
     ("西アフリカ地域", "africa"), ("Developing countries, unspecified", "global")],
)  # fmt: skip
def test_regions(text: str, region: str) -> None:
    assert read_countries(text) == Named(region=region)


@pytest.mark.parametrize(
    ("text", "asked"),
    [("大洋州地域", {"pacific", "oceania"}), ("Oceania, regional", {"pacific", "oceania"}),
    ("極東地域", {"east-asia", "asean"}),
     ("Middle East & North Africa", {"middle-east", "africa"}), ("南アジア、東アジア", {"south-asia", "east-asia"})],
)  # fmt: skip
def test_a_name_of_several_regions_is_asked(text: str, asked: set[str]) -> None:
    assert set(read_countries(text).asked) == asked
    assert not read_countries(text).codes


@pytest.mark.parametrize("text", ["Asia", "アジア地域", "Asia, regional", "East Asia & Pacific", "アジア・太平洋"])
def test_a_region_wider_than_any_is_known_as_one(text: str) -> None:
    assert read_countries(text) == Named(wide=True)


@pytest.mark.parametrize("text", ["Zubrowka", "???", "{{7*191}}", "日米", "=1+1", "", "12345", "x" * 5000])
def test_unknown(text: str) -> None:
    assert read_countries(text) == Named()


def test_a_near_miss_is_only_proposed() -> None:
    assert read_countries("Austalia") == Named()
    assert near_countries("Austalia") == ("AUS", "AUT")
