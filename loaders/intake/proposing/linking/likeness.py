"""How much texts have in common: the words that few of them have count most."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from atlas.text.folding import fold

_WIDE: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]+")
_WORD: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
# Words that say nothing of what a text is about.
EMPTY: Final = frozenset((
    "a", "an", "and", "are", "as", "by", "for", "from", "in", "including", "is", "its", "of", "on", "our", "that",
    "the", "their", "this", "to", "we", "will", "with",
))  # fmt: skip


def likeness(texts: Sequence[str], others: Sequence[str]) -> list[list[float]]:
    """A row for each text, a column for each other one, from 0 to 1."""
    bags, their = [_bag(text) for text in texts], [_bag(text) for text in others]
    every = [*bags, *their]
    frequency = Counter(piece for bag in every for piece in bag)
    rare = {piece: math.log((1 + len(every)) / (1 + count)) + 0.1 for piece, count in frequency.items()}
    mine, theirs = [_weighed(bag, rare) for bag in bags], [_weighed(bag, rare) for bag in their]
    return [[_cosine(one, other) for other in theirs] for one in mine]


def _bag(text: str) -> Counter[str]:
    """Words of Latin letters, pairs and triples of Japanese ones; what is only grammar is left out."""
    plain = fold(text)
    bag = Counter(word for word in _WORD.findall(plain) if word not in EMPTY)
    for run in _WIDE.findall(plain):
        for size in (2, 3):
            bag.update(run[at : at + size] for at in range(len(run) - size + 1))
    return bag


def _weighed(bag: Counter[str], rare: dict[str, float]) -> dict[str, float]:
    weights = {piece: (1 + math.log(count)) * rare[piece] for piece, count in bag.items()}
    size = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {piece: weight / size for piece, weight in weights.items()}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    small, large = sorted((one, other), key=len)
    return sum(weight * large.get(piece, 0.0) for piece, weight in small.items())
