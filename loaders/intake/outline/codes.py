"""The codes of items: the document's own numbers, made different where it counts anew in each part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, count
from typing import Final, Protocol

_LETTERS: Final = "BCEGHIJKLNOQRSTUVWXYZ"


class Coded(Protocol):
    """What has the parts of a code, a letter where they are not the document's own, and the part it stands in."""

    @property
    def letter(self) -> str:
        """The letter."""

    @property
    def path(self) -> tuple[str, ...]:
        """The parts."""

    @property
    def part(self) -> str:
        """The part of the document."""


def unique(items: Sequence[Coded]) -> list[str]:
    """A code for each item, no two alike."""
    plain = [_code(item.letter, item.path) for item in items]
    twice = {code for code, n in Counter(plain).items() if n > 1}
    if any(item.part and code in twice for item, code in zip(items, plain, strict=True)):
        plain = [_code(item.letter, (item.part, *item.path) if item.part and not item.letter else item.path)
                 for item in items]  # fmt: skip
    return list(_told_apart(plain))


def _code(letter: str, path: Iterable[str]) -> str:
    return letter + ".".join(path)


def _told_apart(codes: Iterable[str]) -> Iterable[str]:
    """Codes with another letter before those that came already."""
    taken, tried = set[str](), Counter[str]()
    for code in codes:
        number = code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        letters = (letter + number for letter in _LETTERS)
        more = (f"Z{number}.{n}" for n in count(tried[number] + 1))
        found = next(new for new in chain((code,), letters, more) if new not in taken)
        tried[number] += found.startswith("Z") and found != f"Z{number}"
        taken.add(found)
        yield found
