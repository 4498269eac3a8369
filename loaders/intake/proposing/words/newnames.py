"""Names that show by their form that they are an organisation's: …省, …公社（SCE）, Ministry of …."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from atlas.countries import COUNTRIES
from loaders.intake.draft import DraftWords
from loaders.lists.entries import slug

_LONGEST: Final = 60
_JAPANESE: Final = re.compile(
    r"(?:(?P<of>[ァ-ヺー一-龠]{2,20})の)?(?P<name>(?:[一-龠々ァ-ヺーA-Z][一-龠々ァ-ヺーA-Za-z]{0,20}・){0,4}[一-龠々ァ-ヺーA-Za-z]{2,20}"
    r"(?P<sort>省|庁|公社|公団|機構|銀行|委員会|研究所|公庫|評議会|局|警備隊))"
    r"(?=[間等長内及]|[^一-龠ァ-ヺー]|$)(?:\s*\((?P<short>[A-Z][A-Za-z]{1,9})\))?"
)
_GENERAL: Final = re.compile(
    r"^(?:関係|関連|各|両|同|当|本|全|他|複数の|一部|主要)?(?:関係)?(?:各国|政府|国際|国際金融|多国間開発|"
    r"開発金融|地域)?"
    r"(?:省|省庁|府省庁|庁|機構|銀行|公社|委員会|研究所|中央銀行|開発銀行|コルレス銀行|中継銀行|民間銀行|"
    r"商業銀行|地方銀行|合同委員会|共同委員会|"
    r"小委員会|専門委員会|運営委員会|実行委員会|作業委員会|閣僚委員会|国際機構|地域機構|研究機構|政府研究所)$|"
    r"(?:反|帰|当|事務|支|医薬品|郵便|放送)[省局]$"
)
HEADS: Final = (
    "Agency|Authority|Bank|Commission|Corporation|Council|Institute|Organization|Organisation|Foundation|University|"
    "Secretariat|Bureau|Department|Fund|Association|Federation|Enterprise|Coast Guard|Border Force|Chamber of "
    "Commerce|Laboratory|"
    "Centre|Center|Office|Armed Forces|Navy|Police"
)
_WORD: Final = r"(?:[A-Z][\w’'-]{0,30}|U\.S\.)"
_JOINT: Final = rf"(?:,? (?:of|for|and|on|the|in|&)(?: the)?)? {_WORD}"
_ENGLISH: Final = re.compile(
    rf"(?:(?P<of>{_WORD}(?: {_WORD}){{0,2}})[’']s )?(?P<name>(?:Ministry|Department|Bank|Agency|Authority|"
    rf"University|Institute|Office|Bureau|Board) (?:of|for) (?:the )?{_WORD}"
    rf"(?:,? (?:and |& |of (?:the )?|for (?:the )?)?{_WORD}){{0,7}}|{_WORD}(?:(?: (?:of|for|and|"
    rf"&))? {_WORD}){{0,5}} (?:{HEADS})\b"
    rf"(?: (?:of|for) (?:the )?{_WORD}(?:(?:,| and|"
    rf", and)? {_WORD}){{0,3}})?)(?:\s*\((?P<short>[A-Z][A-Za-z]{{1,9}})\))?"
)
_OPENING: Final = re.compile(
    r"^(?:The|Our|Both|This|These|We|In|Between|Through|With|Joint|New|Under|And|Through the|As|For|By|"
    r"To)\s+(?=[A-Z])"
)
_OWNER: Final = re.compile(r"[’']s? (?=[A-Z])")  # an institute's centre is the institute's
_NEXT: Final = re.compile(rf",? (?:and )?(?:the )?(?=(?:{_WORD} ){{0,4}}(?:{HEADS}|Ministry)\b)")
_NOT_ONE: Final = re.compile(
    r"^(?:Office|Bureau) of the (?:People|Republic|Government|Kingdom)|\bCent(?:er|re)s? of Excellence\b|"
    r"(?:^|\b)(?:Security Council|Joint (?:Committee|Commission|Statement)|Free Trade|Memorandum|Head Office|"
    r"Prime Minister|"
    r"Leaders|Summit|Green Fund|Law Enforcement|Development Finance)\b|^(?:Data|Research|Logistics|Training|"
    r"Innovation|Medical|"
    r"Operations?|Excellence|Regional|National|International|Central|Development|Correspondent|Commercial)\s\w+$"
)
_TITLE: Final = re.compile(r"[^、。のとに・]{0,10}(?:長官|長|次官|大臣|司令官|参謀)(?!級|会合|会議)")
_SIGNS: Final = re.compile(r"署名|書簡|表敬|出席")
_SORTS: Final = {
    "省": "ministry", "庁": "agency", "公社": "corporation", "機構": "organization", "銀行": "bank", "局": "authority",
    "委員会": "commission", "研究所": "institute", "公庫": "fund", "警備隊": "coast-guard",
}  # fmt: skip


class NewName(NamedTuple):
    """A name and where it stands; `slug` is the key that it would get."""

    words: DraftWords
    acronym: str
    slug: str
    start: int
    end: int


def is_title(text: str, end: int) -> bool:
    """Whether a name that ends there only says what somebody who signs or meets is: …省防衛総局長."""
    return bool(_TITLE.match(text, end)) and bool(_SIGNS.search(text))


def new_names(text: str) -> Iterator[NewName]:
    """The names in a text that look like an organisation's."""
    yield from _japanese(text)
    yield from _english(text)


def of_country(text: str, start: int, end: int, country: str) -> NewName:
    """The organisation of a country that a bare name there stands for as well."""
    name, row = text[start:end], COUNTRIES[country]
    words = DraftWords(en=f"{name}, {row.en}") if name.isascii() else DraftWords(ja=f"{row.ja}{name}")
    return NewName(words, "", f"{row.alpha2.casefold()}-{_SORTS.get(name[-1:], 'organisation')}", start, end)


def _japanese(text: str) -> Iterator[NewName]:
    for match in _JAPANESE.finditer(text):
        name = match["name"]
        if _GENERAL.search(name) or len(name) > _LONGEST or is_title(text, match.end("name")):
            continue
        country = next((code for code, row in COUNTRIES.items() if row.ja in (match["of"] or "",)), None)
        home = next((code for code, row in COUNTRIES.items() if name.startswith(row.ja)), None)
        whose = COUNTRIES[country] if country and country != "JPN" and not home else None
        short = match["short"] or ""
        full = f"{whose.ja if whose else ''}{name}{f'（{short}）' if short else ''}"
        code = (COUNTRIES[of].alpha2 if (of := country or home) else "new").casefold()
        key = slug(short) if len(short) > 2 else f"{code}-{_SORTS.get(match['sort'], 'organisation')}"
        yield NewName(DraftWords(ja=full), short, key, match.start("name"), match.end())


def _english(text: str) -> Iterator[NewName]:
    place = 0
    while match := _ENGLISH.search(text, place):
        name, start = match["name"], match.start("name")
        if opening := _OPENING.match(name):
            name, start = name[opening.end() :], start + opening.end()
        first = _first_of(name)
        place = max(match.end() if first == name else start + len(first), match.start() + 1)
        if (
            (match["of"] or "").endswith(" Act")
            or _NOT_ONE.search(first)
            or len(first) > 2 * _LONGEST
            or " " not in first
        ):
            continue
        yield _new_english(match, first, start, first != name)


def _first_of(name: str) -> str:
    """The first of several names that a comma or an "and" joins, and the owner of what is its own."""
    heads = re.compile(rf"\b(?:{HEADS}|Ministry)\b")
    for joint in sorted([*_OWNER.finditer(name), *_NEXT.finditer(name)], key=lambda one: one.start()):
        if heads.search(name[: joint.start()]) and (joint[0][0] in ",’'" or " and " in joint[0]):
            return name[: joint.start()]
    return name


def _new_english(match: re.Match[str], name: str, start: int, cut: bool) -> NewName:
    end = start + len(name) if cut else match.end()
    if match["of"] and (whose := _country(match["of"])):
        name = f"{name}, {whose}"
    short = "" if cut else match["short"] or ""
    key = slug(short) if len(short) > 2 else slug(name, 40) or "organisation"
    return NewName(DraftWords(en=f"{name} ({short})" if short else name), short, key, start, end)


def _country(name: str) -> str | None:
    return next((row.en for row in COUNTRIES.values() if name.endswith(row.en)), None)
