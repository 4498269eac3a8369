"""Place names as they stand in a cell: the plain name inside `Port of Suva`, `スバ港` or `Suva City`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from babel import Locale

from loaders.lists.placing.naming.aliases import PLACES
from loaders.places.geocode import fold

Sort = Literal["airport", "port", "area", "district", "island", "feature", "town"]
_NONE: Final = frozenset(
    """
-|--|---|―|—|–|・|n/a|na|none|nil|tbd|tba|unknown|various|nationwide|national|countrywide|country-wide|whole country
the whole country|all country|to be determined|not applicable|全国|全国各地|各地|国内各地|全域|全土|なし|無し|未定|不明
調整中|該当なし|複数|複数箇所|国全体|検討中
""".replace("\n", "|").split("|")
)
_AREAS: Final = (
    "特別自治区|特別行政区|自治共和国|自治州|自治区|特別州|連邦直轄領|連邦領|行政区|首長国|管区|"
    "教区|州|県|府|省|道|地方|地域|領"
)
_SORTS: Final[tuple[tuple[Sort | None, str], ...]] = (
    ("airport", r"^(.+?)[ 　]*(?:国際空港|空港|飛行場)$"),
    ("airport", r"(?i)^(.+?) (?:international )?(?:airport|airfield|aerodrome)$"),
    ("port", r"^(.+?)[ 　]*(?:国際港|新港|港湾|港)$"),
    ("port", r"(?i)^(?:the )?(?:sea)?port of (.+)$"),
    ("port", r"(?i)^(.+?) (?:sea ?port|port|harbou?r|wharf)$"),
    ("feature", r"^(.+?)[ 　]*(?:川|河|湾|湖|海峡|半島|山|回廊)$"),
    ("feature", r"(?i)^(.+?) (?:bay|river|strait|lake|peninsula|corridor)$"),
    ("feature", r"(?i)^(?:gulf|bay|lake|strait) of (.+)$"),
    ("island", r"^(.+?)[ 　]*(?:環礁|諸島|列島|群島|島)$"),
    ("island", r"(?i)^(.+?) (?:islands?|atoll|isle)$"),
    ("island", r"(?i)^(?:the )?(?:islands?|isle) of (.+)$"),
    ("area", rf"^(.+?)[ 　]*(?:{_AREAS})$"),
    ("district", r"^(.+?)[ 　]*(?:自治郡|自治県|郡|区)$"),
    ("district", r"(?i)^(.+?) (?:district|county|regency|kabupaten|department|upazila|raion)$"),
    ("district", r"(?i)^(?:district|county|regency|kabupaten|department) of (.+)$"),
    ("area", r"(?i)^(.+?) (?:province|state|region|governorate|division|prefecture|oblast|territory|emirate)$"),
    ("area", r"(?i)^(?:the )?(?:province|state|region|governorate|prefecture|emirate) of (.+)$"),
    (None, r"^(.+?)[ 　]*(?:都)$"),
    ("town", r"^(.+?)[ 　]*(?:特別市|直轄市|広域市|都市圏|首都圏|市内|市街|市|町|村|近郊|周辺|付近|郊外|沖)$"),
    ("town", r"(?i)^(?:near|in|around|outside|greater|metro|city of|town of|the city of) (.+)$"),
    ("town", r"(?i)^(.+?) (?:city|town|municipality|village|area|suburbs|metropolitan area|and surroundings)$"),
)
_BESIDE: Final = re.compile(r",(?!\d)|，")  # a town and its province, or two places
_BOTH: Final = re.compile(
    r"[、;；/／\n＆&+～〜~→⇔↔–—]|\s-\s|\s+(?:and|to)\s+|及び|および|並びに|ならびに|または|又は|から(?=\S)|(?<=[ァ-ヶー一-龠])[・と](?=[ァ-ヶ一-龠])"
)
_AND: Final = re.compile(f"{_BESIDE.pattern}|{_BOTH.pattern}")
_ENDS: Final = re.compile(r"(?i)^(?:between|from)\s+|(?:の)?(?:間|区間|まで)$|等$|など$")
_BRACKET: Final = re.compile(r"^(.*?)\s*[（(\[［]\s*([^()（）\[\]［］]*?)\s*[)）\]］]\s*(.*)$")


_HEAD: Final = re.compile("(?:特別州|自治州|都|道|府|県|州|省|管区|特別市|直轄市|地方)(?=.)")
_PART: Final = re.compile("[市区郡町村]")
_LONGEST_HEAD: Final = 16
_TITLE: Final = r"^(?:首都|州都|県都|省都|旧首都|古都|(?i:(?:the )?capital(?: city)?(?: of)?,? ))\s*(?=..)"


class Form(NamedTuple):
    """One way to read a name, and what sort of place it names, if it says so."""

    name: str
    sort: Sort | None


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no particular place."""
    return unicodedata.normalize("NFKC", text).strip().casefold() in _NONE or not re.search(r"\w", text)


def forms(text: str) -> list[Form]:
    """The ways to read one name, the fullest first."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split()).strip(" ,.、。")
    plain = re.sub(_TITLE, "", plain) or plain
    own = _own().get(_kana(plain))  # a town by a name of its own, before anything that the sources call so
    found = [*([Form(own, "town")] if own else []), Form(plain, _sort(plain))]
    for sort, pattern in _SORTS:
        if match := re.match(pattern, plain):
            found.append(Form(match[1].strip(), sort))
            break
    found += [Form(english, form.sort) for form in list(found) if (english := _exemplars().get(_kana(form.name)))]
    found += [Form(re.sub("[・=＝ ]", "", form.name), form.sort) for form in list(found) if not form.name.isascii()]
    return [form for form in dict.fromkeys(found) if len(form.name) > 1 or form.name > "\u3000"]


def split_bracket(text: str) -> tuple[str, str]:
    """A name and what stands in brackets beside it."""
    match = _BRACKET.match(unicodedata.normalize("NFKC", text).strip())
    return (f"{match[1]} {match[3]}".strip(), match[2]) if match else (text.strip(), "")


def split_names(text: str) -> list[str]:
    """The names in a cell that may hold several."""
    return [part.strip() for part in _AND.split(_ENDS.sub("", text.strip())) if part and part.strip()]


def one_inside_other(text: str) -> bool:
    """Whether the names of a cell stand beside each other as a town and its province do."""
    return not _BOTH.search(text)


def heads(text: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a province off the front, the longest first: 京都府 before 京都."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    ends = [match.end() for match in _HEAD.finditer(plain) if match.start() and match.end() <= _LONGEST_HEAD]
    yield from ((plain[:end], plain[end:].lstrip("・,、")) for end in reversed(ends))


def tails(rest: str) -> Iterator[str]:
    """What stands behind the province, the finest first: the whole, then its parts from ward to city."""
    ends = [0, *(match.end() for match in _PART.finditer(rest) if match.start())]
    parts = [rest[start:end] for start, end in pairwise(ends)]
    yield from dict.fromkeys(name for name in (rest, *reversed(parts)) if len(name) > 1)


def _sort(name: str) -> Sort | None:
    """What sort of place a whole name says it is; 広州 and Green Bay are towns for all that."""
    sort = next((sort for sort, pattern in _SORTS if re.match(pattern, name)), None)
    if sort in ("airport", "port"):
        return sort
    letters = {"area": "[A-Za-zぁ-ヺ]", "district": "[A-Za-z]"}.get(sort or "")
    return sort if letters and re.search(letters, name) else None


def _kana(name: str) -> str:
    return re.sub("[・=＝ ー]", "", fold(name))


@cache
def _own() -> dict[str, str]:
    """English names by Japanese ones: our own few."""
    return {_kana(name): english for name, _, english in (line.partition("=") for line in PLACES.strip().splitlines())}


@cache
def _exemplars() -> dict[str, str]:
    """English names by Japanese ones: the cities that CLDR names for their time zone."""
    japanese, named = (Locale(lang).time_zones for lang in ("ja", "en"))
    return {
        _kana(entry["city"]): str(named.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " "))
        for zone, entry in japanese.items()
        if "/" in zone and "city" in entry
    }
