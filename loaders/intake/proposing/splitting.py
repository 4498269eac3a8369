"""The parts of an item that speak of initiatives of their own, where the signs are clear."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Final

from loaders.intake.proposing.areas import areas_of
from loaders.intake.proposing.sorting import MEANS
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.lexicon import themes_told
from loaders.intake.proposing.words.speaking import read_sentence

_ANOTHER: Final = re.compile(
    r"^(?:また|さらに|更に|加えて|このほか|なお)、?|^(?:Also|In addition|Additionally|Furthermore|Moreover|"
    r"Separately),? "
)
_MOST: Final = 12  # sentences of an item that is looked at for parts
_ALSO: Final = re.compile(r"\balso\b")
_FOUNDS: Final = re.compile(
    r"\b(?:we|nations|countries) (?:are (?:also )?launching|(?:also )?(?:announce|launch|establish))\b", re.I
)
_SAME: Final = re.compile(
    r"(?:Through|Under|With|In) (?:this|these|the same)\b|This (?!year|month|spring|summer|autumn|fall)|These\b"
)
_WE: Final = re.compile(r"(?:We|Our)\b")
_PARAGRAPH: Final = 4  # sentences of an item of several states that is looked at for parts
_OPENING: Final = 90  # letters in which a sentence says that it adds something
_SEMICOLON: Final = re.compile(r"[;；]\s?(?:and )?")
_LIST: Final = re.compile(
    r"(?:^|\)\s*)([^、。()]{2,30}(?:事業|プロジェクト|設備|計画|システム)(?:、[^、。()]{2,30}(?:事業|"
    r"プロジェクト|設備|計画|システム)){1,4})$"
)


def parts_of(part: Flat, joint: bool = False) -> list[Flat]:
    """The parts, one where nothing says that there are more; `joint` is an item of several states that speak."""
    if found := _LIST.search(part.text):
        return list(_pieces(part, found.start(1), "、"))
    halves = list(_pieces(part, 0, _SEMICOLON))
    if len(halves) > 1 and all(_own(half) for half in halves) and _differ(halves):
        return halves
    groups: list[list[Flat]] = []
    sentences = list(part.sentences())
    long = joint and len(sentences) >= _PARAGRAPH
    begins = _undertakes_more if joint else partial(_begins, part)
    for sentence in sentences if len(sentences) <= _MOST and (long or not joint) else ():
        if groups and not begins(groups[-1], sentence):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    return [_joined(part, group) for group in groups] or [part]


def _pieces(part: Flat, start: int, mark: str | re.Pattern[str]) -> Iterator[Flat]:
    places = [match.span() for match in re.finditer(mark, part.text) if match.start() >= start]
    begins = [0 if start == 0 else start, *(end for _, end in places)]
    ends = [*(first for first, _ in places), len(part.text)]
    yield from (
        part.part(first, last) for first, last in zip(begins, ends, strict=True) if part.text[first:last].strip()
    )


def _own(part: Flat) -> bool:
    return bool(_lead(part)) and bool(_places(part))


def _differ(parts: list[Flat]) -> bool:
    """Whether each has another theme than the one before, or other countries."""
    pairs = pairwise(parts)
    return all((_lead(one) != _lead(other) and _lead(other) != "") or _apart(one, other) for one, other in pairs)


def _begins(part: Flat, group: list[Flat], sentence: Flat) -> bool:
    """Whether a sentence begins another initiative: it says so, or it is about other countries altogether."""
    if _ANOTHER.match(sentence.text) and _differ([group[-1], sentence]):
        return True
    return _apart(_joined(part, group), sentence) and _lead(sentence) != ""


def _undertakes_more(group: list[Flat], sentence: Flat) -> bool:
    """Whether states that speak together undertake something else: they also plan it, found it, or it is of its own."""
    said = read_sentence(sentence.text)
    done = any(read_sentence(one.text).kind in ("act", "weak") for one in group)
    if not done or said.actor != "us" or said.kind not in ("act", "weak") or _SAME.match(sentence.text):
        return False
    if _FOUNDS.search(sentence.text) or (_ALSO.search(sentence.text[:_OPENING]) and (said.ahead or said.goes_on)):
        return True
    own = (said.kind == "act" and said.ahead) or (said.vague and _WE.match(sentence.text) is not None)
    lead, before = _lead(sentence), _lead(group[-1])
    return own and bool(lead) and lead not in MEANS and lead != before


def _apart(one: Flat, other: Flat) -> bool:
    mine, its = _places(one), _places(other)
    return bool(mine and its) and not mine & its


def _lead(part: Flat) -> str:
    told = themes_told(part)
    return max(told, key=lambda code: told[code].weight, default="")


def _places(part: Flat) -> set[str]:
    """The countries that it is about; those that only help are none of them."""
    areas = areas_of(part, ())
    return {code for code in areas.countries if code not in areas.partners}


def _joined(part: Flat, group: list[Flat]) -> Flat:
    """The sentences as they follow each other, with what stands between them."""
    return part.part(bisect_left(part.at, group[0].at[0]), bisect_right(part.at, group[-1].at[-1]))
