"""Countries by any usual name: those of `atlas/countries.csv`, of CLDR in seven languages, ISO codes and numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final, NamedTuple

from atlas.countries import COUNTRIES
from loaders.lists.placing.naming.known import known_names, shared_names, territories
from loaders.lists.placing.naming.regionnames import read_region
from loaders.lists.placing.naming.spelling import bare, key_of, singular, sound_of, spelt_out, words_of

_JAPANESE: Final = re.compile(
    r"(?:イスラム|民主主義|民主|社会主義|人民|連邦|アラブ|合同|独立|協同|連合|合衆|多民族|ボリバル|東方|ハシェミット|統一|"
    r"大公|首長|公|王|共和|諸島)*(?:共和国|王国|首長国|公国|大公国|連邦|独立国|連合|合衆国|特別行政区|国)$|諸島$"
)
_TERRITORY_WORDS: Final = (
    ("フランス領", "仏領"),
    ("アメリカ領", "米領"),
    ("イギリス領", "英領"),
    ("オランダ領", "蘭領"),
    ("旧", ""),
)
# A bracket with such a word makes another country of it: Guinea (Equatorial), Sudan (South).
_QUALIFIED: Final = re.compile(
    r"\b(?:north|south|east|west|northern|southern|eastern|western|equatorial|bissau|conakry|american|british|french|dutch|"
    r"danish|us|u\.s\.?|usa|uk|new|papua|state|part|side)\b|[東西南北]|赤道|ビサウ|[米英仏蘭]領|州",
    re.IGNORECASE,
)
_OWNED: Final = {"dutch": "NLD", "french": "FRA", "british": "GBR", "american": "USA", "danish": "DNK"}
_BRACKET: Final = re.compile(r"(.+?)\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]")
_ARTICLE: Final = re.compile(r"\s*[(\[]\s*(?:the|la|le|les|l|l'|el|los|las|o|a|os|as)\s*[)\]]$", re.IGNORECASE)
_LESS: Final = re.compile(
    r"(.+?)[\s,(]+(?:excluding|excludes|excl\.?|except|without|not including) (.+?)\)?", re.IGNORECASE
)
_PREFIX: Final = re.compile(r"([A-Z]{2,3})\s*[:：・_–-]+\s*(?=\S)|([A-Z]{3})\s+(?=\S)")
_LONGEST: Final = 200  # characters; nothing has a longer name
_MOST: Final = 24  # names in one cell
_SPLIT: Final = re.compile(
    r"[、，,;；/／\n＆&+|｜]|・(?=\S{2})|\band\b|\s[-–:]\s|:\s|及び|および|並びに|と(?=[ァ-ヶ一-龠])"
)


class Named(NamedTuple):
    """What a cell about a country says: countries, a region, or several things of which a person has to choose.

    `asked` are regions that may be meant; `wide` is a region larger than any of the atlas's.
    """

    codes: tuple[str, ...] = ()
    region: str | None = None
    asked: tuple[str, ...] = ()
    wide: bool = False


@lru_cache(maxsize=20_000)
def read_countries(text: str) -> Named:
    """What a cell says; several codes where it names several countries or a name that several share."""
    if len(text) > _LONGEST * 4:
        return Named()
    whole = _one(text)
    if whole != Named():
        return whole
    ends = [(0, 0), *((cut.start(), cut.end()) for cut in _SPLIT.finditer(text)), (len(text), len(text))]
    found = _parts(text, ends) if 2 < len(ends) <= _MOST else []
    codes = tuple(dict.fromkeys(code for one in found for code in one.codes))
    regions = tuple(dict.fromkeys(code for one in found for code in ((one.region,) if one.region else one.asked)))
    if not codes and (len(regions) == 1 or any(one.wide for one in found)):
        return Named(region=regions[0]) if len(regions) == 1 else Named(wide=True)
    return Named(codes, asked=regions)


def _parts(text: str, ends: list[tuple[int, int]]) -> list[Named]:
    """The names in a text of several, the longest first at each place; none when a part is none."""
    found, at = [], 0
    while at < len(ends) - 1:
        for to in range(len(ends) - 1, at, -1):
            part = text[ends[at][1] : ends[to][0]]
            if not re.search(r"\w", part) or (one := _one(part)) != Named():
                found += [one] if re.search(r"\w", part) else []
                at = to
                break
        else:
            return []
    return found


def _one(text: str) -> Named:
    plain = unicodedata.normalize("NFKC", _mended(text)).strip() if len(text) <= _LONGEST else ""
    if not plain:
        return Named()
    if re.fullmatch(r"\d{1,3}(\.0)?", plain):
        return _known([f"{int(float(plain)):03}"]) or Named()
    return _known([key_of(plain)]) or _region(plain) or _known(_forms(plain)) or _qualified(plain) or Named()


def _known(keys: Iterable[str]) -> Named | None:
    for key in keys:
        if key in shared_names():
            return Named(shared_names()[key])
        if key in known_names():
            return Named((known_names()[key],))
    return None


def _region(text: str) -> Named | None:
    regions = read_region(text)
    if regions is None:
        return None
    return Named(region=regions[0]) if len(regions) == 1 else Named(asked=regions, wide=not regions)


def _mended(text: str) -> str:
    """Text that was read in the wrong encoding once or twice, as it was meant: CÃ´te."""
    for _ in range(2):
        with suppress(UnicodeError):
            text = text.encode("cp1252").decode("utf-8") if "Ã" in text else text
    return text


def _forms(plain: str) -> Iterator[str]:
    """The keys to look up, the fullest first."""
    bared = _ARTICLE.sub("", re.sub(r"^the ", "", plain, flags=re.IGNORECASE))
    yield key_of(bared)
    words = words_of(plain)
    if words and len(words) <= 12:
        spelt = [form for one in spelt_out(words) for form in (one, tuple(word for word in one if word != "islands"))]
        yield from (" ".join(form) for form in spelt if form)
        yield from (f"+{' '.join(singular(form))}" for form in spelt if form)
        if (core := bare(words)) != words and core and " ".join(core) not in _STRICT:
            yield from (f"={' '.join(form)}" for form in spelt_out(core))
        return
    if len(plain) < 40:
        yield from _japanese(plain)


def _japanese(plain: str) -> Iterator[str]:
    for long, short in _TERRITORY_WORDS:
        plain = plain.replace(long, short)
    yield key_of(plain)
    short = plain
    while (cut := _JAPANESE.sub("", short).strip("・ ")) not in ("", short):
        short = cut
        yield key_of(short)
    yield from (f"~{sound}" for form in (plain, short) if len(sound := sound_of(form)) > 2)


# Names that with another kind of state mean something else: the old Germanies, states of the US and Mexico.
_STRICT: Final = ("dominica", "dominican", "germany", "georgia", "mexico", "virgin islands")


def _qualified(plain: str) -> Named | None:
    """A name with something beside it: FJ - Fiji, Guam (US), Timor-Leste (East Timor), Fiji (Suva)."""
    if less := _LESS.fullmatch(plain):
        rest, left_out = _one(less[1]), _one(less[2])
        return rest if left_out.codes and left_out != rest else None
    if code := _PREFIX.match(plain):
        one, rest = _known([key_of(code[1] or code[2])]), _one(plain[code.end() :])
        return rest if one == rest or (one and rest == Named() and code[2]) else None
    parts = _BRACKET.fullmatch(plain)
    return _beside(parts[1], parts[2]) if parts else None


def _beside(outside: str, inside: str) -> Named | None:
    flipped = _known([key_of(f"{inside}{outside}"), " ".join(words_of(f"{inside} {outside}"))])
    one, other = _one(outside), _one(inside)
    if flipped or one == Named():
        return flipped or (
            other if not _QUALIFIED.search(inside) and len(other.codes) == 1 and other.codes != one.codes else None
        )
    owner = other.codes[0] if len(other.codes) == 1 else _OWNED.get(inside.casefold(), "")
    if other == one or (len(one.codes) == 1 and one.codes[0] in territories().get(owner, ())):
        return one
    if len(one.codes) > 1:
        return other if len(other.codes) == 1 and other.codes[0] in one.codes else one
    return one if other == Named() and not _QUALIFIED.search(inside) else None


@lru_cache(maxsize=2_000)
def near_countries(text: str) -> tuple[str, ...]:
    """Countries whose usual names are spelt nearly so, at most three; never taken without asking."""
    key, names = key_of(text), _spelt()
    close = get_close_matches(key, names, n=3, cutoff=0.75) if 3 < len(key) < 60 else []
    return tuple(dict.fromkeys(names[name] for name in close))


@cache
def _spelt() -> dict[str, str]:
    return {key_of(name): code for code, (_, ja, en, _, _, also, _) in COUNTRIES.items() for name in (ja, en, *also)}
