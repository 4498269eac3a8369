"""A part of a draft's text without the accidents of its layout, and where each letter of it stands in the draft."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from atlas.text.folding import UNSEEN
from loaders.intake.draft import Span

_WIDE: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_END: Final = re.compile(r"[。;!?]|(?<!\b[A-Z])\.(?!\w)")
_MARKS: Final = "ﾞﾟ"


class Flat(NamedTuple):
    """`text` in the usual width, without line breaks and blanks beside Japanese; `at` is each letter's place."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Where a part of it stands in the draft."""
        return self.at[start], self.at[end - 1] + 1

    def part(self, start: int, end: int) -> Flat:
        """A part of it, still knowing where it stands."""
        return Flat(self.text[start:end], self.at[start:end])

    def sentences(self) -> Iterator[Flat]:
        """Its sentences, without blanks around them; an abbreviation's point does not end one."""
        start = 0
        for end in (*(match.end() for match in _END.finditer(self.text)), len(self.text)):
            words = self.text[start:end]
            if bare := words.strip():
                first = start + words.index(bare)
                yield self.part(first, first + len(bare))
            start = end


def flat(text: str, start: int = 0, end: int | None = None) -> Flat:
    """The part of a draft's text between two places."""
    kept: list[tuple[str, int]] = []
    blank = -1
    for letter, place in _letters(text, start, len(text) if end is None else end):
        if letter.isspace():
            blank = blank if blank >= 0 else place
            continue
        if blank >= 0 and kept and not (_WIDE.match(kept[-1][0]) or _WIDE.match(letter)):
            kept.append((" ", blank))
        kept.append((letter, place))
        blank = -1
    return Flat("".join(letter for letter, _ in kept), tuple(place for _, place in kept))


def _letters(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Every letter as NFKC writes it, ① as it is; without what nobody sees and the ** of bold words."""
    place = start
    while place < end:
        wide = 2 if text[place + 1 : min(place + 2, end)] in (*_MARKS,) else 1
        raw = text[place : place + wide]
        if text.startswith("**", place):
            place += 2
            continue
        if not UNSEEN.match(raw):
            usual = raw if "①" <= raw <= "⑳" else unicodedata.normalize("NFKC", raw)
            yield from ((letter, place) for letter in usual)
        place += wide
