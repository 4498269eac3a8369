"""How much a text speaks of each theme and instrument, by the words of `themes.txt` and the vocabularies' labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from atlas.vocab import INSTRUMENTS, THEMES
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.terms import Terms

_WEIGHTS: Final = {"~": 0.35, "!": 1.7}
_AGAIN: Final = 0.25  # of a word that was met before, or that stands inside an enumeration
# What stands in such a part only illustrates what the sentence is about.
_ASIDE: Final = re.compile(
    r"\([^()]{13,200}\)|(?<!\w)(?:including|such as|for example)[^.;]{1,400}|"
    r"(?P<before>を含む(?!。)|を含め|などの|をはじめ|等の|を始め)"
)
_LABELS: Final = {**THEMES, **{f"@{code}": label for code, label in INSTRUMENTS.items()}}


class Spoken(NamedTuple):
    """How much a text speaks of a code, and where."""

    weight: float
    places: tuple[tuple[int, int], ...]


def themes_told(part: Flat) -> dict[str, Spoken]:
    """The themes that a text's words speak of."""
    return _told(part.text, _terms("theme"))


def instruments_told(part: Flat) -> dict[str, Spoken]:
    """The instruments that a text's words speak of."""
    return _told(part.text, _terms("instrument"))


def _told(text: str, terms: Terms[tuple[tuple[str, float], ...]]) -> dict[str, Spoken]:
    aside = {place for start, end in _asides(text) for place in range(start, end)}
    weights: dict[str, float] = defaultdict(float)
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    seen: set[tuple[str, str]] = set()
    for hit in terms.find(text):
        word = text[hit.start : hit.end].casefold()
        for code, weight in hit.value:
            share = _AGAIN if (code, word) in seen or hit.start in aside else 1.0
            length = min(1.5, 0.7 + 0.1 * (hit.end - hit.start) * (1 if word.isascii() and len(word) < 12 else 2) / 2)
            weights[code] += weight * share * length
            places[code].append((hit.start, hit.end))
            seen.add((code, word))
    return {code: Spoken(weights[code], tuple(places[code])) for code in weights}


def _asides(text: str) -> Iterator[tuple[int, int]]:
    """The parts that only illustrate; in Japanese such a part begins where its sentence does."""
    for match in _ASIDE.finditer(text):
        start = text.rfind("。", 0, match.start()) + 1 if match["before"] else match.start()
        if match.end() - start < 0.8 * len(text):
            yield start, match.end()


@cache
def _terms(kind: str) -> Terms[tuple[tuple[str, float], ...]]:
    meant: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for code, word, weight in _words():
        if code == "-":
            meant.setdefault(word, [])
        elif code.startswith("@") == (kind == "instrument"):
            meant[word].append((code.removeprefix("@"), weight))
    return Terms((word, tuple(codes)) for word, codes in meant.items())


def _words() -> Iterator[tuple[str, str, float]]:
    lines = files(__package__).joinpath("themes.txt").read_text("utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            code, *words = (part.strip() for part in line.split(" | "))
            own: tuple[str, ...] = _LABELS.get(code, ())
            bare = {word.lstrip("~!") for word in words}
            for word in (*words, *(label for label in own if label not in bare)):
                yield code, word.lstrip("~!"), _WEIGHTS.get(word[:1], 1.0)
