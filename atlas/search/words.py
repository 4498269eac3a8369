"""What has to be found of a search, and the text in which it is looked for."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Final

from atlas.text.folding import fold

_EDGE: Final = re.compile("(?<![a-z0-9])(?=[a-z0-9])|(?<=[a-z0-9])(?![a-z0-9])")  # of a Latin word
_BLANKS: Final = re.compile(" +")


def spaced(text: str) -> str:
    """The folded text with a space on both sides of every Latin word: where one begins or ends can be looked for."""
    return _BLANKS.sub(" ", _EDGE.sub(" ", fold(text)))


def _groups() -> list[list[str]]:
    lines = files(__package__).joinpath("synonyms.txt").read_text("utf-8").splitlines()
    return [[fold(term.strip()) for term in line.split("|")] for line in lines if line and not line.startswith("#")]


GROUPS: Final = _groups()
_SYNONYMS: Final = {term: tuple(map(spaced, group)) for group in GROUPS for term in group}
_LONGEST: Final = max(len(term.split()) for term in _SYNONYMS)


def wanted(query: str) -> list[tuple[str, ...]]:
    """What a spaced text must have for a search to find it: one of each entry."""
    words, found = fold(query).split(), list[tuple[str, ...]]()
    while words:
        run = next((n for n in range(_LONGEST, 0, -1) if " ".join(words[:n]) in _SYNONYMS), 0)
        found.append(_SYNONYMS[" ".join(words[:run])] if run else (spaced(words[0]).rstrip(),))
        words = words[run or 1 :]
    return found
