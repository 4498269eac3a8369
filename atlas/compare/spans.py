"""A changed text as one text: what both have, what was taken out of the old one, what the new one has instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

# A word: kanji with the kana that inflect it (not the particle that follows), kana, other letters, a sum or a date.
_TOKEN: Final = re.compile(
    r"[\u3400-\u9fff々〆ヶ]+(?:(?![のをがはにでともへや])[ぁ-ゖ]+)?|[ぁ-ゖ]+|[ァ-ヺー]+"
    r"|\d+(?:[.,]\d+)*(?:か国|か所|[年月日億万円件名人回]+)|(?:(?![\u3040-\u30ff\u3400-\u9fff々〆])[\w\u0300-\u036f'’])+|\s+|.",
    re.DOTALL,
)
_ENDS: Final = re.compile(r"(^\s+|\s+$)")
Mark = Literal["same", "old", "new"]
_MOST: Final = 1500
_SHORT: Final = 3  # characters between two changes that are no ground to divide them


class Span(NamedTuple):
    """A piece of a changed text: only the old one had `old`, only the new one has `new`, both have `same`."""

    same: str = ""
    old: str = ""
    new: str = ""

    def parts(self) -> Iterator[tuple[Mark, str]]:
        """What there is of it, in the order of reading; spaces stand by themselves, one between what went and came."""
        apart = self.old and self.new and not (self.old[-1].isspace() or self.new[0].isspace())
        found: list[tuple[Mark, str]] = [("same", self.same), ("old", self.old), ("same", " " if apart else "")]
        for mark, text in [*found, ("new", self.new)]:
            for piece in _ENDS.split(text):
                if piece:
                    yield ("same", " ") if piece.isspace() else (mark, piece)


def spans(old: str, new: str) -> list[Span]:
    """Both texts as one; texts too long to compare, or with little in common, differ as a whole."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(before), len(after)) > _MOST:
        return [Span(old=old, new=new)]
    found = _joined(list(_pieces(before, after)))
    shared = sum(len(piece.same) for piece in found)
    return found if 3 * shared > min(len(old), len(new)) else [Span(old=old, new=new)]


def _pieces(before: list[str], after: list[str]) -> Iterator[Span]:
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        left, right = "".join(before[a:b]), "".join(after[c:d])
        yield Span(left) if kind == "equal" else Span(old=left, new=right)


def _joined(pieces: list[Span]) -> list[Span]:
    """Changes that only a little word or a mark parts are one, unless they are smaller than what parts them."""
    found: list[Span] = []
    for at, piece in enumerate(pieces):
        little = piece.same and 0 < at < len(pieces) - 1 and _little(found[-1], piece.same, pieces[at + 1])
        one = Span(old=piece.same, new=piece.same) if little else piece
        if found and not one.same and not found[-1].same:
            last = found.pop()
            one = Span(old=last.old + one.old, new=last.new + one.new)
        found.append(one)
    return found


def _little(before: Span, same: str, after: Span) -> bool:
    size = len(same.strip())
    return size <= _SHORT and all(size < max(len(one.old), len(one.new)) for one in (before, after))
