"""Countries and areas: ISO 3166-1 alpha-3 codes with names, regions and memberships, from `countries.csv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Final, NamedTuple

from atlas.vocab import Lang


class Country(NamedTuple):
    """A row of the table; `lists` are other names that only a list's country column may use."""

    alpha2: str
    ja: str
    en: str
    region: str
    groups: tuple[str, ...]
    also: tuple[str, ...]
    lists: tuple[str, ...]


def _rows() -> Iterator[tuple[str, Country]]:
    lines = files("atlas").joinpath("countries.csv").read_text("utf-8").splitlines()
    for row in csv.DictReader(line for line in lines if not line.startswith("#")):
        groups, also, lists = (tuple(filter(None, row[name].split("|"))) for name in ("groups", "also", "lists"))
        yield row["code"], Country(row["alpha2"], row["ja"], row["en"], row["region"], groups, also, lists)


_ARTICLE: Final = re.compile(
    r"^(?:Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines|(?:United|Federated|Central|Czech|Democratic|Dominican"
    r"|Republic|British Virgin|Cayman|Cook|Faroe|Marshall|Northern Mariana|U\.S\. Virgin)\b.*)$"
)
COUNTRIES: Final[Mapping[str, Country]] = dict(_rows())


def is_country(alpha3: str) -> bool:
    """Whether a code is one of ISO 3166-1 alpha-3, or Kosovo's XKX."""
    return alpha3 in COUNTRIES


def country_name(alpha3: str, lang: Lang) -> str:
    """The short name of a country in Japanese or English; the code itself when unknown."""
    known = COUNTRIES.get(alpha3)
    if known is None:
        return alpha3
    return known.ja if lang == "ja" else known.en


def name_in_sentence(alpha3: str, lang: Lang) -> str:
    """The short name as running English has it: the Philippines, the United States."""
    name = country_name(alpha3, lang)
    return f"the {name}" if lang == "en" and _ARTICLE.search(name) else name


def search_names(alpha3: str) -> tuple[str, ...]:
    """All that a search may call a country: both names, the usual other ones, the code."""
    known = COUNTRIES.get(alpha3)
    return (known.ja, known.en, *known.also, alpha3) if known else (alpha3,)


def region_of(alpha3: str) -> str:
    """The atlas region of a country; `global` for one that has none."""
    known = COUNTRIES.get(alpha3)
    return known.region if known else "global"


def members_of(group: str) -> tuple[str, ...]:
    """The members of `asean` or `pif`, the Pacific Islands Forum."""
    return tuple(code for code, country in COUNTRIES.items() if group in country.groups)
