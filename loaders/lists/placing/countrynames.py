"""Countries by any usual name: those of `atlas/countries.csv`, of CLDR in six languages, ISO codes and numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final, NamedTuple

from babel import Locale
from babel.core import get_global

from atlas.countries import COUNTRIES, is_country
from atlas.text.folding import fold
from loaders.lists.placing.aliases import REGIONS, SHARED

_ENGLISH: Final = re.compile(
    r"^(?:the )?(?:(?:federal|islamic|democratic|socialist|peoples|people s|arab|co ?operative|oriental|independent|"
    r"plurinational|bolivarian|united|hashemite|federated|sovereign|grand) )*"
    r"(?:republic|kingdom|state|states|commonwealth|sultanate|principality|union|federation|duchy) of (?:the )?|^the "
)
_JAPANESE: Final = re.compile(
    r"(?:イスラム|民主|社会主義|人民|連邦|アラブ|合同|独立)*(?:共和国|王国|首長国|公国|大公国|連邦|独立国|連合|国)$"
)
# A bracket with such a word makes another country of it: Guinea (Equatorial), Sudan (South).
_QUALIFIED: Final = re.compile(
    r"\b(?:north|south|east|west|northern|southern|eastern|western|equatorial|bissau|conakry|american|british|french|us|"
    r"uk|new|papua)\b|[東西南北]|赤道|ビサウ|[米英仏蘭]領",
    re.IGNORECASE,
)
_LONGEST: Final = 200  # characters; nothing has a longer name
_SPLIT: Final = re.compile(r"[、，,;；/／\n＆&+]|・(?=\S{2})|\band\b|及び|および|並びに|と(?=[ァ-ヶ一-龠])")
_SOUNDS: Final = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))


class Named(NamedTuple):
    """What a cell about a country says: one code or several, or a region; neither when nobody knows it."""

    codes: tuple[str, ...] = ()
    region: str | None = None


@lru_cache(maxsize=20_000)
def read_countries(text: str) -> Named:
    """What a cell says; several codes where it names several countries or a name that several share."""
    whole = _one(text)
    if whole.codes or whole.region:
        return whole
    codes: dict[str, None] = {}
    parts = [part for part in _SPLIT.split(text) if re.search(r"\w", part)]
    for part in parts if len(parts) > 1 else ():
        found = _one(part).codes
        if not found:
            return Named()
        codes |= dict.fromkeys(found)
    return Named(tuple(codes))


def _one(text: str) -> Named:
    for key in _forms(text) if len(text) <= _LONGEST else ():
        if key in _shared():
            return Named(_shared()[key])
        if key in _names():
            return Named((_names()[key],))
        if key in _regions():
            return Named(region=_regions()[key])
    return Named()


def _forms(text: str) -> Iterator[str]:
    """The keys to look up, the fullest first."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if re.fullmatch(r"\d{1,3}(\.0)?", plain):
        yield f"{int(float(plain)):03}"
        return
    yield _key(plain)
    if parts := re.fullmatch(r"(.+?)\s*(?:[(\[](?:the )?([^()\]]*)[)\]]|, (?:the )?([\w ]+ of(?: the)?))", plain):
        outside, inside = parts[1], parts[2] or parts[3]
        for flipped in (f"{inside} {outside}", f"{inside}{outside}"):
            yield _key(flipped)
            yield _key(_ENGLISH.sub("", _words(flipped)))
        others = {_names()[key] for key in (_key(outside), _key(inside)) if key in _names()}
        if not _QUALIFIED.search(inside) and len(others) == 1:
            yield from (_key(outside), _key(inside))
    if (code := re.match(r"([A-Z]{2,3})[ :：・_-]+(?=\S)", plain)) and is_country(code[1]):
        yield _key(plain[code.end() :])
    yield _key(_ENGLISH.sub("", _words(plain)))
    yield _key(_JAPANESE.sub("", plain))


def _words(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", fold(text)).split())


def _key(text: str) -> str:
    """A name without case, accents, marks and spaces; the two kana, and ヴ and ブ, are one; & is "and"."""
    plain = unicodedata.normalize("NFKC", text)
    for old, new in _SOUNDS:
        plain = plain.replace(old, new)
    plain = re.sub(r"^(st|ste)\.? ", "saint ", plain.strip().casefold())
    plain = re.sub(r"\b(is\.|isl\.|isles$)", "islands", plain)
    return re.sub(r"[^\w]+", "", fold(plain.replace("&", " and ")))


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for lang in ("ja", "en", "fr", "es", "pt", "id"):
        for code, country in COUNTRIES.items():
            name = str(Locale(lang).territories.get(country.alpha2, ""))
            for form in (name, re.sub(r"\s*[（(].*?[)）]", "", name)):
                if key := _key(form):
                    found.setdefault(key, code)
    alpha3 = {country.alpha2: code for code, country in COUNTRIES.items()}
    for old, targets in get_global("territory_aliases").items():
        if old.isdigit() and len(targets) == 1 and (known := alpha3.get(targets[0])):
            found.setdefault(old, known)
    for code, (two, ja, en, _, _, also, lists) in COUNTRIES.items():
        found |= {_key(name): code for name in (code, two, ja, en, *also, *lists)}
    return found


@cache
def _shared() -> dict[str, tuple[str, ...]]:
    return {_key(name): tuple(codes.split("|")) for codes, name in _table(SHARED)}


@cache
def _regions() -> dict[str, str]:
    return {_key(name): region for region, name in _table(REGIONS)}


def _table(text: str) -> Iterator[tuple[str, str]]:
    for line in text.strip().splitlines():
        code, _, names = line.partition(" ")
        yield from ((code, name) for name in names.split("|"))


@lru_cache(maxsize=2_000)
def near_countries(text: str) -> tuple[str, ...]:
    """Countries whose usual names are spelt nearly so, at most three; never taken without asking."""
    key, names = _key(text), _spelt()
    close = get_close_matches(key, names, n=3, cutoff=0.75) if 3 < len(key) < 60 else []
    return tuple(dict.fromkeys(names[name] for name in close))


@cache
def _spelt() -> dict[str, str]:
    return {_key(name): code for code, (_, ja, en, _, _, also, _) in COUNTRIES.items() for name in (ja, en, *also)}
