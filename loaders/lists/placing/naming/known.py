"""What names countries go by, by the keys under which `spelling.py` looks them up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

from atlas.countries import COUNTRIES
from loaders.lists.placing.naming.aliases import GONE, OWNERS, SHARED
from loaders.lists.placing.naming.spelling import bare, directed, key_of, singular, sound_of, words_of

_LANGS: Final = ("ja", "en", "fr", "es", "pt", "id", "de")


@cache
def known_names() -> dict[str, str]:
    """Countries by the keys of all their names, the looser ones too."""
    found: dict[str, str] = {}
    for lang in _LANGS:
        for code, country in COUNTRIES.items():
            name = str(Locale(lang).territories.get(country.alpha2, ""))
            for form in (name, re.sub(r"\s*[（(].*?[)）]", "", name)):
                if key := key_of(form):
                    found.setdefault(key, code)
    alpha3 = {country.alpha2: code for code, country in COUNTRIES.items()}
    for old, targets in get_global("territory_aliases").items():
        if old.isdigit() and len(targets) == 1 and (known := alpha3.get(targets[0])):
            found.setdefault(old, known)
    for code, (two, ja, en, _, _, also, lists) in COUNTRIES.items():
        found |= {key_of(name): code for name in (code, two, ja, en, *also, *lists)}
    return _looser() | found


def _looser() -> dict[str, str]:
    """Countries by their words in any order, by those that say more than its kind of state (=), by their sound (~)."""
    found: dict[str, set[str]] = {}
    for code, country in COUNTRIES.items():
        cldr = [str(Locale(lang).territories.get(country.alpha2, "")) for lang in _LANGS]
        for name in (*cldr, country.ja, country.en, *country.also, *country.lists):
            words = words_of(name)
            keys = {" ".join(words), " ".join(directed(words)), f"={' '.join(bare(words))}", f"~{sound_of(name)}"}
            keys |= {f"+{' '.join(singular(words))}"}
            for key in keys if len(name) > 2 and not _two(name) else ():
                found.setdefault(key, set()).add(code)
    return {key: codes.pop() for key, codes in found.items() if len(codes) == 1 and len(key) > 2}


def _two(name: str) -> bool:
    """Whether a name has two countries' names in it, so that their order matters: Hong Kong, China."""
    parts = [key_of(part) for part in name.split(",")]
    return len(parts) == 2 and all(part in {key_of(one.en) for one in COUNTRIES.values()} for part in parts)


@cache
def shared_names() -> dict[str, tuple[str, ...]]:
    """Several countries, or none any more, by the keys of a name that they share."""
    names = GONE.strip().replace("\n", "|").split("|")
    gone = {key: () for name in names for key in (key_of(name), " ".join(words_of(name))) if key}
    return {key_of(name): codes for codes, name in _table(SHARED)} | gone


@cache
def territories() -> dict[str, tuple[str, ...]]:
    """The territories of a country that lists name with its own name in brackets."""
    return {line.split()[0]: tuple(line.split()[1].split("|")) for line in OWNERS.strip().splitlines()}


def _table(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for line in text.strip().splitlines():
        codes, _, names = line.partition(" ")
        yield from ((tuple(codes.split("|")), name) for name in names.split("|"))
