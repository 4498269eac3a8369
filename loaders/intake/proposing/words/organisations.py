"""Organisations that a document names: those of a table, and those whose name shows that they are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from atlas.countries import COUNTRIES
from atlas.records import Text
from atlas.text.folding import fold
from loaders.intake.draft import DraftWords, Organisation
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.newnames import HEADS, NewName, is_title, new_names, of_country
from loaders.intake.proposing.words.terms import Terms
from loaders.lists.placing.placenames import split_bracket

_OF_COUNTRY: Final = re.compile(r"(?:,| of| in) (?:the )?(?:Government of )?([A-Z][\w .]+)$")
_NAMES_ASEAN: Final = frozenset({"ASEAN", "東南アジア諸国連合"})  # the region far more often than its secretariat
_WITH_ASEAN: Final = re.compile(
    r"(?<![A-Za-z])(?:日・?|Japan[-–]|with )?(ASEAN)(?:(?<=日ASEAN)|(?<=日・ASEAN)|(?<=Japan[-–]ASEAN)|"
    r"(?<=with ASEAN)(?! [a-z]+s\b)|・日|[-–]Japan|と)"
)
_LONGER: Final = re.compile(r"(?<![A-Za-z])(?!The |And |Both )[A-Z][\w’'-]*(?<!['’]s) $")  # Pacific Fisheries Agency
# Of what a name is only the beginning: the UN Charter, a forum's fisheries agency.
_GOES_ON: Final = re.compile(
    rf" (?:Convention|Charter|Security Council|General Assembly|resolution)|憲章|海洋法|安保理|安全保障理事会|"
    rf"総会|決議| (?:[A-Z]\w+ ){{1,3}}(?:{HEADS})\b"
)
_SHORT: Final = re.compile(r"\s*\(([A-Z][A-Za-z]{1,9})\)")
_INSIDE: Final = re.compile(r"(?:[一-龠々ァ-ヺー]|(?<![省庁府局])・)$")  # 環境省 in 持続可能性・環境省
_GENERAL: Final = re.compile(r"(?:省|庁|委員会|局)$|^(?:Ministry|Department) of ")


class NamedOrganisation(NamedTuple):
    """An organisation where a text names it; `rule` is how; `country` is the one that its name had to be read with."""

    key: str
    start: int
    end: int
    rule: str


class Directory:
    """The organisations that can be told by name in one document, and those new ones that it brings.

    A name without its country (貿易産業省) is that of the country before it, else of a party of the document.
    """

    def __init__(self, table: Mapping[str, Text], parties: Iterable[str], document: Flat) -> None:
        self._table = {key: name for key, name in listed().items() if key not in table} | dict(table)
        self._parties = frozenset(parties)
        self._own = table.keys()
        self._terms = Terms(_forms(self._table), cased=True, whole=True)
        self._new: dict[str, Organisation] = {}
        self._short: dict[str, str] = {}
        for one in self._known(document.text):
            if acronym := _SHORT.match(document.text, one.end):
                self._short.setdefault(acronym[1], one.key)
        self._read_new(document)

    def named(self, part: Flat) -> list[NamedOrganisation]:
        """The organisations that a text names, in its order."""
        found = list(self._known(part.text))
        taken = {place for one in found for place in range(one.start, one.end)}
        for name in new_names(part.text):
            if not taken & set(range(name.start, name.end)):
                found.append(NamedOrganisation(self._key(name), name.start, name.end, "partner_new"))
                taken |= set(range(name.start, name.end))
        for match in _WITH_ASEAN.finditer(part.text):
            found.append(NamedOrganisation("asean-secretariat", match.start(1), match.end(1), "partner_table"))
        for hit in Terms(self._short.items(), cased=True).find(part.text):
            if hit.start not in taken:
                found.append(NamedOrganisation(hit.value, hit.start, hit.end, "partner_short"))
        return sorted(found, key=lambda one: one.start)

    def new(self, keys: Iterable[str]) -> tuple[Organisation, ...]:
        """Those of these keys that the atlas's table lacks."""
        return tuple(self._organisation(key) for key in sorted(set(keys)) if key not in self._own)

    def _known(self, text: str) -> Iterator[NamedOrganisation]:
        for hit in self._terms.find(text):
            key, country = hit.value
            if " " in text[hit.start : hit.end] and _LONGER.search(text[max(0, hit.start - 30) : hit.start]):
                continue
            if _GOES_ON.match(text, hit.end) or is_title(text, hit.end):
                continue
            before = text[max(0, hit.start - 16) : hit.start]
            if _GENERAL.search(text[hit.start : hit.end]) and _INSIDE.search(before) and not _country_before(before):
                continue
            if country is None:
                other = _country_before(before)
                if other and other != "JPN" and (foreign := self._abroad(text[hit.start : hit.end], other)):
                    yield NamedOrganisation(foreign, hit.start, hit.end, "partner_country")
                elif not other or other == "JPN" or not _GENERAL.search(text[hit.start : hit.end]):
                    yield NamedOrganisation(key, hit.start, hit.end, "partner_table")
                if before.endswith(("両国の", "two countries' ", "both countries' ")):
                    for party in sorted(self._parties):
                        theirs = self._abroad(text[hit.start : hit.end], party) or self._key(
                            of_country(text, *hit[:2], party)
                        )
                        yield NamedOrganisation(theirs, hit.start, hit.end, "partner_both")
            elif country in self._parties or _country_before(before) == country:
                yield NamedOrganisation(key, hit.start, hit.end, "partner_country")

    def _abroad(self, name: str, country: str) -> str | None:
        """Another country's organisation of the same bare name."""
        wanted = {fold(f"{prefix}{name}") for prefix in (COUNTRIES[country].ja,)}
        wanted |= {fold(f"{name}{joint}{COUNTRIES[country].en}") for joint in (", ", " of ")}
        return next((key for key, row in self._table.items() if {fold(row.ja), fold(row.en)} & wanted), None)

    def _read_new(self, document: Flat) -> None:
        for name in new_names(document.text):
            key = self._key(name)
            if name.acronym:
                self._short.setdefault(name.acronym, key)

    def _key(self, name: NewName) -> str:
        known = next((key for key, row in self._new.items() if _same(row.name, name)), None)
        if known is None:
            known = name.slug
            number = 2
            while known in self._new or known in self._table:
                known, number = f"{name.slug}-{number}", number + 1
            self._new[known] = Organisation(key=known, name=name.words)
        return known

    def _organisation(self, key: str) -> Organisation:
        if key in self._new:
            return self._new[key]
        return Organisation(key=key, name=DraftWords(ja=self._table[key].ja, en=self._table[key].en))


def _same(words: DraftWords, name: NewName) -> bool:
    return any(mine and fold(mine) == fold(its) for mine, its in ((words.ja, name.words.ja), (words.en, name.words.en)))


def _forms(table: Mapping[str, Text]) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """Every way to write each name; with a country where the bare name alone does not say whose it is."""
    others = _other_names()
    for key, row in table.items():
        for full in (row.ja, row.en, *others.get(key, ())):
            outside, inside = split_bracket(full)
            for name in {full, outside, *([inside] if re.fullmatch(r"[A-Z*][\w*&-]{2,}", inside) else ())}:
                if name in _NAMES_ASEAN:
                    continue
                yield name, (key, None)
                if bare := _without_country(name):
                    yield bare[0], (key, bare[1] if bare[1] != "JPN" else None)


def _without_country(name: str) -> tuple[str, str] | None:
    """A name without the country that it begins or ends with, and that country."""
    match = _OF_COUNTRY.search(name)
    if match and (code := _by_english().get(match[1])) and " " in name[: match.start()]:
        return name[: match.start()], code
    if not name.isascii() and _GENERAL.search(name):
        home = next((code for code, row in COUNTRIES.items() if name.startswith(row.ja)), "")
        bare = name[len(COUNTRIES[home].ja) :] if home else ""
        return (bare, home) if len(bare) > 2 else None
    return None


@cache
def _by_english() -> dict[str, str]:
    return {row.en: code for code, row in COUNTRIES.items()}


def _country_before(before: str) -> str | None:
    """The country whose name stands right before: シンガポールの, Singapore's."""
    for code, country in COUNTRIES.items():
        if before.endswith((f"{country.ja}の", f"{country.ja}", f"{country.en}'s ", f"{country.en}’s ")):
            return code
    return None


@cache
def listed() -> dict[str, Text]:
    """The organisations of `agencies.txt`."""
    return {key: Text(ja=ja, en=en) for key, ja, en, *_ in _lines()}


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    return {key: (ja, en, *rest) for key, ja, en, *rest in _lines()}


def _lines() -> list[list[str]]:
    lines = files(__package__).joinpath("agencies.txt").read_text("utf-8").splitlines()
    return [[part.strip() for part in line.split(" | ")] for line in lines if line and not line.startswith("#")]
