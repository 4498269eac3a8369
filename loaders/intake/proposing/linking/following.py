"""Items of a document that go on with an earlier one: under one named heading, or of one named programme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from loaders.intake.proposing.identifiers import COMMON
from loaders.intake.proposing.refusing import ItemPlace
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.titles import MARK, PROPER

_GOES_ON: Final = re.compile(
    r"^(?:(?:Through|Under|As part of|In support of) )?(?:this|the same) (?:\w+ ){0,2}(?:project|initiative|"
    r"partnership|program(?:me)?|effort|network|fellowship|framework|mission)\b|"
    r"^(?:since (?:the|its|this) (?:announcement|launch)|"
    r"in the next phase)\b|"
    r"^(?:本|同|この)(?:事業|枠組み|取組|イニシアティブ|プログラム|プロジェクト)(?:は|では|を通じ|の下)",
    re.IGNORECASE,
)
_BORN: Final = re.compile(r"\(([A-Z][A-Z-]{2,9})\)")
_NAMED_HEADING: Final = re.compile(
    r"\b(?:Partnership|Initiative|Network|Fellowship|Fellows|Corridor|Mission|Facility|Alliance|Programme|Program|"
    r"Moonshot|Fund)\b|(?:イニシアティブ|パートナーシップ|基金|回廊|構想)$"
)
_EARLY: Final = 160  # letters in which the programme stands that an item is about
_LONG: Final = 3  # words of a name that is no other's


def followed(parts: Sequence[Flat], places: Sequence[ItemPlace], refused: Sequence[bool]) -> list[int | None]:
    """For each item the first one that it goes on with; none goes on with what is no initiative."""
    found: list[int | None] = []
    names: dict[str, int] = {}
    for at, part in enumerate(parts):
        text = MARK.sub("", part.text)
        own = _names(text)
        first = None if refused[at] else _first(at, text, own, names, parts, places, refused)
        first = found[first] if first is not None and found[first] is not None else first
        found.append(first)
        for name in () if refused[at] else (*_full(text), *_born(text)):
            names.setdefault(name, at)
    return found


def _first(
    at: int, text: str, own: Sequence[str], names: dict[str, int], parts: Sequence[Flat], places: Sequence[ItemPlace],
    refused: Sequence[bool],
) -> int | None:  # fmt: skip
    if any(born not in names for born in _born(text)):
        return None
    if at and not refused[at - 1] and _GOES_ON.match(text):
        return at - 1
    heading = places[at].heading
    siblings = [one for one in range(at) if heading and places[one].heading == heading and not refused[one]]
    if siblings and ((places[siblings[0]].leads and MARK.match(parts[at].text)) or _NAMED_HEADING.search(heading)):
        return siblings[-1] if _born(parts[siblings[-1]].text) else siblings[0]
    early = [name for name in own if name in names and name.casefold() in text[:_EARLY].casefold()]
    near = (names[name] for name in early if names[name] in siblings or len(name.split()) >= _LONG)
    return next(near, None)


def _names(text: str) -> list[str]:
    """The names of programmes that a text has, and the letters that one is called by."""
    return [*_full(text), *re.findall(r"\b[A-Z]{3,9}\b", text)]


def _born(text: str) -> list[str]:
    """The letters by which what is named here is called from now on."""
    return [letters for letters in _BORN.findall(text) if letters not in COMMON]


def _full(text: str) -> list[str]:
    return [re.sub(r"^(?:the|this|our|a) ", "", match[0].casefold()) for match in PROPER.finditer(text)]
