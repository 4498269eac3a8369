"""Countries: ISO 3166-1 alpha-3 codes, CLDR names through Babel, the atlas's regions."""

from __future__ import annotations

from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

from atlas.vocab import Lang

_MEMBERS: Final = {
    "asean": "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM",
    "pacific": "COK FJI FSM KIR MHL NIU NRU PLW PNG SLB TON TUV VUT WSM",
    "oceania": "AUS NZL",
    "south-asia": "AFG BGD BTN IND LKA MDV NPL PAK",
    "east-asia": "CHN HKG JPN KOR MAC MNG PRK TWN",
    "americas": "ARG ATG BHS BLZ BOL BRA BRB CAN CHL COL CRI CUB DMA DOM ECU GRD GTM GUY HND HTI JAM KNA LCA MEX NIC "
    "PAN PER PRY SLV SUR TTO URY USA VCT VEN",
    "europe": "ALB AND AUT BEL BGR BIH BLR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ITA LIE LTU LUX "
    "LVA MCO MDA MKD MLT MNE NLD NOR POL PRT ROU RUS SMR SRB SVK SVN SWE UKR VAT XKX",
    "africa": "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB GNQ KEN LBR "
    "LBY LSO MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ SYC TCD TGO TUN TZA UGA ZAF ZMB "
    "ZWE",
}
REGION_OF: Final[dict[str, str]] = {code: region for region, codes in _MEMBERS.items() for code in codes.split()}
_WITHDRAWN: Final = frozenset({"ANT", "BUR", "DDR", "FXX", "NTZ", "ROM", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"})


@cache
def _alpha2() -> dict[str, str]:
    """ISO 3166-1 alpha-3 → alpha-2, without private-use and withdrawn codes (Kosovo's XKX stays)."""
    known = Locale("en").territories
    return {"XKX": "XK"} | {
        code: targets[0]
        for code, targets in get_global("territory_aliases").items()
        if len(code) == 3 and code.isalpha() and len(targets) == 1 and targets[0] in known
        and targets[0] != "ZZ" and code not in _WITHDRAWN and (code[0] not in "QX" or code == "QAT")
    }  # fmt: skip


def is_country(alpha3: str) -> bool:
    """Whether a code is an ISO 3166-1 alpha-3 code that CLDR knows."""
    return alpha3 in _alpha2()


def country_name(alpha3: str, lang: Lang) -> str:
    """The CLDR name of a country in Japanese or English; the code itself when unknown."""
    code = _alpha2().get(alpha3, alpha3)
    return str(Locale(lang).territories.get(code, alpha3))


def region_of(alpha3: str) -> str:
    """The atlas region of a country; `global` for one that has none."""
    return REGION_OF.get(alpha3, "global")
