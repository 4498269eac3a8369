"""Place names as they stand in a cell: the plain name inside `Port of Suva`, `スバ港` or `Suva City`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, Literal, NamedTuple

from babel import Locale

from loaders.lists.placing.aliases import PLACES
from loaders.places.geocode import fold

Sort = Literal["airport", "port", "area"]
_NONE: Final = frozenset(
    """
-|--|---|―|—|–|・|n/a|na|none|nil|tbd|tba|unknown|various|nationwide|national|countrywide|country-wide|whole country
the whole country|all country|to be determined|not applicable|全国|全国各地|各地|国内各地|全域|全土|なし|無し|未定|不明
調整中|該当なし|複数|複数箇所|国全体|検討中
""".replace("\n", "|").split("|")
)
_SORTS: Final[tuple[tuple[Sort | None, str], ...]] = (
    ("airport", r"^(.+?)[ 　]*(?:国際空港|空港|飛行場)$"),
    ("airport", r"(?i)^(.+?) (?:international )?(?:airport|airfield|aerodrome)$"),
    ("port", r"^(.+?)[ 　]*(?:国際港|新港|港湾|港)$"),
    ("port", r"(?i)^(?:the )?(?:sea)?port of (.+)$"),
    ("port", r"(?i)^(.+?) (?:sea ?port|port|harbou?r|wharf)$"),
    ("area", r"^(.+?)[ 　]*(?:特別州|州|県|省|道|地方|地域|郡|諸島|列島|島|川|湾|海峡)$"),
    ("area", r"(?i)^(.+?) (?:province|state|region|district|governorate|division|county|islands?|bay|river|strait)$"),
    ("area", r"(?i)^(?:province|state|region|district|governorate|island|gulf) of (.+)$"),
    (None, r"^(.+?)[ 　]*(?:特別市|直轄市|都市圏|首都圏|市内|市街|市|町|村|近郊|周辺|付近|郊外|沖)$"),
    (None, r"(?i)^(?:near|in|around|outside|greater|metro|city of|town of|the city of) (.+)$"),
    (None, r"(?i)^(.+?) (?:city|town|municipality|village|area|suburbs|metropolitan area|and surroundings)$"),
)
_AND: Final = re.compile(
    r"[、，;；/／\n＆&]|\s+(?:and|及び|並びに|および)\s+|,|及び|および|(?<=[ァ-ヶー一-龠])[・と](?=[ァ-ヶ一-龠])"
)
_BRACKET: Final = re.compile(r"^(.*?)\s*[（(\[［]\s*([^()（）\[\]［］]*?)\s*[)）\]］]\s*(.*)$")


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
    found = [Form(plain, _sort(plain))]
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
    return [part.strip() for part in _AND.split(text) if part and part.strip()]


def _sort(name: str) -> Sort | None:
    return next((sort for sort, pattern in _SORTS[:5] if re.match(pattern, name)), None)


def _kana(name: str) -> str:
    return re.sub("[・=＝ ー]", "", fold(name))


@cache
def _exemplars() -> dict[str, str]:
    """English names by Japanese ones: our own few, and the cities that CLDR names for their time zone."""
    japanese, named = (Locale(lang).time_zones for lang in ("ja", "en"))
    own = (line.split("=") for line in PLACES.strip().splitlines())
    return {_kana(name): english for name, english in own} | {
        _kana(entry["city"]): str(named.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " "))
        for zone, entry in japanese.items()
        if "/" in zone and "city" in entry
    }
