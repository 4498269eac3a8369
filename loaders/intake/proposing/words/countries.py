"""Countries and regions that a text names, and none that it only seems to name (Indian Ocean, 豪雨, 中国地方)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from atlas.countries import COUNTRIES
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.terms import Terms
from loaders.lists.placing.naming.aliases import REGIONS

# Usual names that in running text mean something else more often than not.
_NOT_IN_PROSE: Final = frozenset(
    [
        "クック",
        "ソロモン",
        "マーシャル",
        "アメリカ",
        "America",
        "Solomon",
        "Marshall",
        "Marshalls",
        "Timor",
        "Emirates",
        "Saudi",
        "CAR",
        "Lao",
        "Georgia",
    ]
)
_OWN: Final = """
USA the US|US|U.S|American|アメリカ合衆国|アメリカ
GBR British
AUS Australian|Australians
IND Indian
IDN Indonesian
PHL Philippine|Filipino|Filipinos
VNM Vietnamese|Viet Nam
MYS Malaysian
THA Thai
KHM Cambodian
SGP Singaporean
BGD Bangladeshi
FJI Fijian
NZL NZ
KOR Korean
FRA French
SAU Saudi Arabian
GEO Republic of Georgia
"""
# Words that hold a name but are not that country: they are found first, and nothing in them is.
_OTHERS: Final = """
インド太平洋|インド・太平洋|インド洋|インド亜大陸|インドシナ|Indian Ocean|Indo-China
アジア太平洋|環太平洋|中部太平洋|太平洋戦争
Asia-Pacific|Asia Pacific|Indo-Pacific|Trans-Pacific|Pacific Ocean
中国地方|中国電力|中国山地|中国四国|中国自動車道|South China Sea|East China Sea
South and East China Seas|East and South China Seas
ギニア湾|Gulf of Guinea|台湾海峡|Taiwan Strait|Korean Peninsula|Korean peninsula|朝鮮半島|北朝鮮人権
マラッカ・シンガポール海峡|シンガポール海峡
Straits of Malacca and Singapore|Singapore Strait|Malacca and Singapore Straits
ラテンアメリカ|中央アメリカ|南アメリカ|北アメリカ
Latin American|North American|South American|Central American
ニューサウスウェールズ|New South Wales|Chad Basin
Lake Chad|Niger Delta|Niger River|Jordan River|Jordan Valley|Papua Province
日米安全保障条約|Dutch East Indies|アメリカドル|Sea of Japan|Timor Sea|オーストラリアドル
Bank of China|US$|US dollar|US dollars|US Dollar|Australian dollar|Australian dollars|Singapore dollar|Singapore dollars
"""
_OWN_REGIONS: Final = """
asean ASEAN|東南アジア|Southeast Asian|South-East Asian
pacific 大洋州|太平洋島しょ|太平洋島嶼|島しょ国|島嶼国|Pacific Island|Pacific islands|Blue Pacific
africa African|アフリカ
europe European|EU
americas Latin American|ラテンアメリカ
"""
_NO_REGION: Final = frozenset({"Pacific", "太平洋", "Australia and New Zealand", "豪州・ニュージーランド"})
_SIGNS: Final = re.compile(
    r"(?<![一-龠々])(?:[日米豪印韓比英仏独伊加露中台泰星越]・?){2,5}(?!本|語|[一-龠々]*(?:雨|屋))"
)
_DAY: Final = re.compile(r"\d\s*$")
_NO_COMPOUND: Final = re.compile(r"日比[谷野]|日中(?!韓|両|首|関|間|経|友|外|米|ASEAN|の協|協)|中(?:台|韓)?$")


class NamedArea(NamedTuple):
    """A country or region where a text names it; `rule` is how."""

    code: str
    region: bool
    start: int
    end: int
    rule: str


def named_areas(part: Flat) -> list[NamedArea]:
    """The countries and regions of a text in the order in which it names them."""
    found = [
        NamedArea(code, region, hit.start, hit.end, "country_named" if not region else "region_named")
        for hit in _terms().find(part.text)
        if hit.value
        for code, region in [hit.value]
    ]
    taken = {place for area in found for place in range(area.start, area.end)}
    found += [area for area in _compounds(part.text) if area.start not in taken]
    return sorted(found, key=lambda area: area.start)


def _compounds(text: str) -> Iterator[NamedArea]:
    """日米豪印 and the like: at least two signs, the first Japan's or the United States'; 18日米豪 is of a day."""
    for match in _SIGNS.finditer(text):
        start = match.start()
        if text[start] == "日" and _DAY.search(text[max(0, start - 3) : start]):
            start += 1
        signs = [(place, _signs()[text[place]]) for place in range(start, match.end()) if text[place] in _signs()]
        if len(signs) < 2 or text[start] not in "日米" or _NO_COMPOUND.match(text, start):
            continue
        yield from (NamedArea(code, False, place, place + 1, "country_sign") for place, code in signs)


@cache
def _signs() -> dict[str, str]:
    known = {name: code for code, row in COUNTRIES.items() for name in row.lists if len(name) == 1}
    return known | {"越": "VNM"}


@cache
def _terms() -> Terms[tuple[str, bool] | None]:
    return Terms(_words(), cased=True, whole=True)


def _words() -> Iterator[tuple[str, tuple[str, bool] | None]]:
    yield from ((word, None) for line in _OTHERS.strip().splitlines() for word in line.split("|"))
    for code, row in COUNTRIES.items():
        official = (name for name in row.lists if len(name) > 3 and not re.search(r"[(,]", name))
        for name in dict.fromkeys((row.ja, row.en, *row.also, *official)):
            plain = unicodedata.normalize("NFKC", name).strip()
            if plain not in _NOT_IN_PROSE:
                yield plain, (code, False)
                if plain.isascii() and len(plain) > 3:
                    yield plain.upper(), (code, False)
    yield from ((name, (code, False)) for code, names in _table(_OWN) for name in names)
    for code, names in (*_table(REGIONS), *_table(_OWN_REGIONS)):
        yield from ((name, (code, True)) for name in names if code != "global" and name not in _NO_REGION)


def _table(text: str) -> Iterator[tuple[str, list[str]]]:
    for line in text.strip().splitlines():
        code, _, names = line.partition(" ")
        yield code, names.split("|")
