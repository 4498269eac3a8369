"""What was meant by a search that finds nothing: the nearest words of the catalogue's own names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from atlas.filter import Filter
from atlas.index import Index
from atlas.text.folding import fold

_MOST: Final = 5
_PIECES: Final = (re.compile(r"[^\W_]+"), re.compile("[ァ-ヺー]{3,}"))  # words; in Japanese also what is in katakana


def did_you_mean(index: Index, filter_: Filter) -> str | None:
    """The words of a filter, those that nothing has replaced by near ones; None when that shows nothing either."""
    queries = [""]
    for word in filter_.q.split():
        known = [word] if _finds(index, word) else _nearest(index, word)
        tries = [f"{start} {one}".strip() for start in queries for one in known]
        queries = [one for one in tries if _finds(index, one)][:_MOST]
    return next((q for q in queries if q != filter_.q and index.select(replace(filter_, q=q)).any()), None)


def _finds(index: Index, query: str) -> bool:
    return bool(index.select(Filter(q=query)).any())


def _nearest(index: Index, word: str) -> list[str]:
    asked = fold(word)
    reach = 2 if len(asked) > 7 else int(len(asked) > (3 if asked.isascii() else 2))
    close = [(piece, text) for piece, text in _pieces(index).items() if abs(len(piece) - len(asked)) <= reach]
    far = sorted([(distance(asked, piece), at) for at, (piece, _) in enumerate(close)])
    return [close[at][1] for steps, at in far if steps <= reach][:_MOST]


@lru_cache(maxsize=8)
def _pieces(index: Index) -> dict[str, str]:
    """The words of all names, folded, and as they were written first."""
    words = (word for name in index.names for text in name.texts for find in _PIECES for word in find.findall(text))
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(fold(word), word)
    return found


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """How many letters were left out, put in, changed or swapped with the next (Damerau and Levenshtein)."""
    last, row = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(one):
        last, before, row = row, last, [i + 1]
        for j, its in enumerate(other):
            steps = min(last[j + 1] + 1, row[j] + 1, last[j] + (letter != its))
            if i and j and letter == other[j - 1] and one[i - 1] == its:
                steps = min(steps, before[j - 1] + 1)
            row.append(steps)
    return row[-1]
