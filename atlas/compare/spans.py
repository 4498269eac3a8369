"""Where two texts differ: the pieces of each, and which of them the other does not have."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(r"[A-Za-z0-9À-ž'’]+|[ァ-ヶー]+|\s+|.", re.DOTALL)
_MOST: Final = 1500


class Span(NamedTuple):
    """A piece of text, and whether it differs."""

    text: str
    differs: bool


def spans(old: str, new: str) -> tuple[list[Span], list[Span]]:
    """The pieces of both texts; texts too long to compare differ as a whole."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(before), len(after)) > _MOST:
        return [Span(old, True)], [Span(new, True)]
    left: list[Span] = []
    right: list[Span] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        left += [Span("".join(before[a:b]), kind != "equal")] if b > a else []
        right += [Span("".join(after[c:d]), kind != "equal")] if d > c else []
    return left, right
