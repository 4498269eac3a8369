"""What a row says of its country and of its place, by its own columns and by what stands beside the place's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from atlas.countries import COUNTRIES, is_country
from loaders.lists.placing.naming.countrynames import Named, read_countries
from loaders.lists.placing.placenames import is_nothing, split_bracket, split_names

PLACES: Final = ("place", "place_en", "place_ja")
_SHORT: Final = re.compile(r"[A-Za-z]{1,3}")


class Beside(NamedTuple):
    """A country that stands in a cell about a place, and whether nothing else stands there."""

    named: Named
    text: str
    whole: bool


def own_country(values: Mapping[str, str]) -> Named | None:
    """What a row says in its columns for country and region; a code counts in capitals only."""
    cell = values.get("country", "").strip()
    if not is_nothing(cell):
        lower = _SHORT.fullmatch(cell) and not cell.isupper() and _is_code(cell.upper())
        return Named() if lower else read_countries(cell)
    region = read_countries(values["region"]) if values.get("region") else Named()
    return region if region != Named() else None


def country_beside(values: Mapping[str, str]) -> Beside | None:
    """The country that stands beside a place's name (Suva, Fiji), or in its stead; codes are none there."""
    for text in (values[name] for name in PLACES if values.get(name)):
        outside, inside = split_bracket(text)
        for part in (text, inside, *split_names(outside)[-1:]):
            found = read_countries(part) if part and not _code_alone(part) else Named()
            if len(found.codes) == 1:
                return Beside(found, part, part in (text, outside))
    return None


def place_names(values: Mapping[str, str], country: str) -> list[str]:
    """What the row calls its place, without the country's own name and without words for no place at all."""
    found: list[str] = []
    for text in (values[name] for name in PLACES if values.get(name)):
        outside, inside = split_bracket(text)
        if is_nothing(text) or country in read_countries(outside).codes:
            continue
        if inside and read_countries(inside).codes == (country,):
            text = outside
        head, _, tail = text.rpartition(",")
        found.append(head.strip() if head and read_countries(tail).codes == (country,) else text)
    return [text for text in dict.fromkeys(found) if text]


def _code_alone(part: str) -> bool:
    """Whether a word is so short that it is a code, an article or a number, but for UK and its like."""
    if not _SHORT.fullmatch(part):
        return part.isdigit() or len(part) < 2
    return part not in {name.replace(".", "") for country in COUNTRIES.values() for name in country.also}


def _is_code(text: str) -> bool:
    return is_country(text) or any(text == country.alpha2 for country in COUNTRIES.values())
