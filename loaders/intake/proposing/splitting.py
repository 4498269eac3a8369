"""The parts of an item that speak of initiatives of their own, where the signs are clear."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from loaders.intake.proposing.areas import areas_of
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.lexicon import themes_told

_ANOTHER: Final = re.compile(
    r"^(?:また|さらに|更に|加えて|このほか|なお)、?|^(?:Also|In addition|Additionally|Furthermore|Moreover|"
    r"Separately),? "
)
_MOST: Final = 12  # sentences of an item that is looked at for parts
_SEMICOLON: Final = re.compile(r"[;；]\s?(?:and )?")
_LIST: Final = re.compile(
    r"(?:^|\)\s*)([^、。()]{2,30}(?:事業|プロジェクト|設備|計画|システム)(?:、[^、。()]{2,30}(?:事業|"
    r"プロジェクト|設備|計画|システム)){1,4})$"
)


def parts_of(part: Flat) -> list[Flat]:
    """The parts, one where nothing says that there are more."""
    if found := _LIST.search(part.text):
        return list(_pieces(part, found.start(1), "、"))
    halves = list(_pieces(part, 0, _SEMICOLON))
    if len(halves) > 1 and all(_own(half) for half in halves) and _differ(halves):
        return halves
    groups: list[list[Flat]] = []
    sentences = list(part.sentences())
    for sentence in sentences if len(sentences) <= _MOST else ():
        if groups and not _begins(part, groups[-1], sentence):
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
