"""How exact a list says that a place is: AidData's codes, IATI's exactness, words, distances."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

from atlas.vocab import PRECISIONS
from loaders.lists.placing.placenames import is_nothing

LEVELS: Final = ("site", "city", "admin1", "country")  # the finest first
# AidData: 1 exact, 2 within 25 km, 3 a district, 4 a province, 5 across several, 6 to 9 the country or not clear.
_CODES: Final = {"1": "site", "2": "city", "3": "admin1", "4": "admin1", **dict.fromkeys("56789", "country")}
_NEAR_KM: Final = 25.0
_EXACTNESS: Final = {"1": "site", "2": "city"}  # of IATI: exact, approximate
_WORDS: Final = tuple(
    (level, re.compile(pattern, re.IGNORECASE))
    for level, pattern in (
        ("country", r"\badm(?:in)?\w* ?0\b|\bcountr|\bnation|\bregional\b|\bglobal\b|\bun(?:known|clear|certain)\b|国|不明|広域"),
        ("admin1", r"\badm|\bprovinc|\bstate|\bregion\b|\bdistrict|\bgovernorate|\bcount(?:y|ies)\b|\bdepartment|\bdivision"
                   r"|\bmunicipalit|\bisland|\blow\b|[州県省郡島]|地[域区方]"),
        ("city", r"\bapprox|\bestimat|\bcit(?:y|ies)\b|\btown|\bvillage|\bsettlement|\bpopulated|\blocalit|\bnear|\bmedium\b"
                 r"|\bcent(?:roid|re|er)|\bline\b|\barea\b|\broute|[市町村]|おおよそ|概[略算]|付近|周辺|推定|約|経路"),
        ("site", r"\bexact|\bprecise|\bsite|\bpoint|\brooftop|\baddress|\bparcel|\bhigh\b|\bstructure|\bfacility|\bgps\b"
                 r"|正確|地点|番地|建物|実測|ピンポイント"),
    )
)  # fmt: skip
_DISTANCE: Final = re.compile(r"(\d+(?:\.\d+)?)\s?(km|kilomet\w+|キロ\w*|m|met(?:re|er)s?|メートル)\b", re.IGNORECASE)
_REACH: Final = (("site", 1.0), ("city", _NEAR_KM), ("admin1", 150.0), ("country", float("inf")))  # by km


class SaidPrecision(NamedTuple):
    """The level than which a row is drawn no finer, the words that say so, whether they are known, and how many km."""

    level: str
    words: str
    known: bool = True
    km: float | None = None


def said_precision(values: Mapping[str, str]) -> SaidPrecision | None:
    """The coarsest level that the columns of a row say; None where they say nothing."""
    read = (_read(values.get("precision", ""), _CODES), _read(values.get("exactness", ""), _EXACTNESS))
    found = [one for one in read if one]
    return max(found, key=lambda one: LEVELS.index(one.level)) if found else None


def _read(text: str, codes: Mapping[str, str]) -> SaidPrecision | None:
    plain = " ".join(re.sub(r"[_-]", " ", unicodedata.normalize("NFKC", text)).split())
    if is_nothing(plain):
        return None
    if code := re.fullmatch(r"(\d)(?:\.0)?(?:\s*[:.)(\W].*)?", plain):
        return _of_code(code[1], text, codes)
    if distance := _DISTANCE.search(plain):
        km = float(distance[1]) / (1000 if distance[2].casefold().startswith(("m", "メ")) else 1)
        return SaidPrecision(next(level for level, most in _REACH if km <= most), text, km=km)
    own = next((level for level in LEVELS if plain.casefold() in (level, *map(str.casefold, PRECISIONS[level]))), None)
    level = own or next((level for level, pattern in _WORDS if pattern.search(plain)), None)
    return SaidPrecision(level or "city", text, known=level is not None)


def _of_code(code: str, text: str, codes: Mapping[str, str]) -> SaidPrecision:
    level = codes.get(code)
    near = _NEAR_KM if codes is _CODES and code == "2" else None
    return SaidPrecision(level or "city", text, level is not None, near)
