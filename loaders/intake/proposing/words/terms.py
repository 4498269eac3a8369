"""Finding many words at once in a text: the longest at each place, at the borders that its script has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Generic, NamedTuple, TypeVar

_KATAKANA: Final = ("ァ", "ヺ")
V = TypeVar("V")


class Hit(NamedTuple, Generic[V]):
    """A word that was found: where, and what it stands for."""

    start: int
    end: int
    value: V


class Terms(Generic[V]):
    """Words and what they stand for. A Latin word ends where letters end, one with * goes on; case is kept if asked.

    `whole` also keeps a word in katakana from being found inside a longer one: タイ in タイプ.
    """

    def __init__(self, words: Iterable[tuple[str, V]], *, cased: bool = False, whole: bool = False) -> None:
        self._cased, self._whole = cased, whole
        self._heads: dict[str, list[tuple[str, bool, V]]] = {}
        for word, value in words:
            plain = self._plain(word.rstrip("*"))
            if plain:
                self._heads.setdefault(plain[:2], []).append((plain, word.endswith("*"), value))
        for known in self._heads.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> Iterator[Hit[V]]:
        """Every word in a text, the longest at each place, none inside another."""
        plain, place = self._plain(text), 0
        while place < len(plain):
            hit = self._at(plain, place)
            if hit:
                yield hit
            place = hit.end if hit else place + 1

    def _at(self, text: str, start: int) -> Hit[V] | None:
        for head in (text[start : start + 2], text[start : start + 1]):
            for word, goes_on, value in self._heads.get(head, ()):
                end = start + len(word)
                if text.startswith(word, start) and self._bounded(text, start, end, goes_on):
                    return Hit(start, end, value)
        return None

    def _bounded(self, text: str, start: int, end: int, goes_on: bool) -> bool:
        before, after = text[start - 1 : start], text[end : end + 1]
        if _latin(text[start]) and _latin(before):
            return False
        if not goes_on and _latin(text[end - 1]) and _latin(after):
            return False
        if not self._whole:
            return True
        return not ((_kana(text[start]) and _kana(before)) or (not goes_on and _kana(text[end - 1]) and _kana(after)))

    def _plain(self, text: str) -> str:
        # Letter for letter, so that places stay: casefold may lengthen a text.
        return text if self._cased else "".join(low if len(low := one.lower()) == 1 else one for one in text)


def _latin(letter: str) -> bool:
    return letter != "" and letter < "\u3000" and letter.isalnum()


def _kana(letter: str) -> bool:
    return letter != "" and (_KATAKANA[0] <= letter <= _KATAKANA[1] or letter == "ー")
