"""Countries: ISO 3166-1 alpha-3 codes, CLDR names through Babel, the atlas's regions."""

from __future__ import annotations

from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

from atlas.vocab import Lang

REGION_OF: Final[dict[str, str]] = {
    **dict.fromkeys("BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM".split(), "asean"),
    **dict.fromkeys("COK FJI FSM KIR MHL NIU NRU PLW PNG SLB TON TUV VUT WSM".split(), "pacific"),
    **dict.fromkeys("AUS NZL".split(), "oceania"),
    **dict.fromkeys("AFG BGD BTN IND LKA MDV NPL PAK".split(), "south-asia"),
    **dict.fromkeys("CHN HKG JPN KOR MAC MNG PRK TWN".split(), "east-asia"),
    **dict.fromkeys("ARG BRA CAN CHL COL ECU MEX PER URY USA".split(), "americas"),
    **dict.fromkeys("BEL CHE DEU DNK ESP FIN FRA GBR ITA NLD NOR POL PRT SWE UKR".split(), "europe"),
    **dict.fromkeys("AGO COD DJI EGY ETH GHA KEN MDG MOZ MUS MWI NAM NGA SYC TZA ZAF ZMB ZWE".split(), "africa"),
}


@cache
def _alpha2() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    return {code: targets[0] for code, targets in aliases.items() if len(code) == 3 and code.isalpha()}


def is_country(alpha3: str) -> bool:
    """Whether a code is an ISO 3166-1 alpha-3 code that CLDR knows."""
    return alpha3 in _alpha2()


def country_name(alpha3: str, lang: Lang) -> str:
    """The CLDR name of a country in Japanese or English; the code itself when unknown."""
    code = _alpha2().get(alpha3, alpha3)
    return Locale(lang).territories.get(code, alpha3)


def region_of(alpha3: str) -> str:
    """The atlas region of a country; `global` for one that has none."""
    return REGION_OF.get(alpha3, "global")
