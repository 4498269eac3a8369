"""Which lines are headings: by their look, by their form, and by what follows them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from loaders.intake.outline.rows import OutlineRow
from loaders.intake.reading.joining import wide, width

_PARTS: Final = {
    ".I",
    ")I",
    "()I",
    ".A",
    ".一",
    "alone.I",
    "aloneI",
    "part",
    "chapter",
    "section",
    "pillar",
    "annex",
    "章",
    "部",
    "節",
}
_FRONT: Final = 15
_TITLED: Final = 3  # paragraphs that a title and its number make one item with
_VALUE: Final = re.compile(r"[0-9０-９][年月日億万円%％ドル]*$")
_FORMAL: Final = 60  # columns of a heading that nothing but its form tells


def front(rows: Sequence[OutlineRow]) -> int:
    """How many lines stand before the first item or sentence: the document's title and what belongs to it."""
    for at, row in enumerate(rows[:_FRONT]):
        if row.mark is not None or (row.heading == 0 and (at > 2 or row.stopped)):
            return at
    return 0


def is_heading(rows: Sequence[OutlineRow], at: int, leaders: Counter[str]) -> bool:
    """Whether a line is a heading and no item; `leaders` are the bullets on which others hang."""
    row = rows[at]
    if not row.heading or at + 1 >= len(rows):
        return False
    if row.numbered:
        return _numbered(rows, at)
    if row.bullet:
        return _leads(row, rows[at + 1]) and leaders[row.bullet] > 1
    return row.heading > 1 or _formal(rows, at)


def is_part(row: OutlineRow) -> bool:
    """Whether the number of a heading is one of parts, which count for themselves."""
    return row.mark is not None and any(reading.style in _PARTS for reading in row.mark.readings)


def _numbered(rows: Sequence[OutlineRow], at: int) -> bool:
    row, after = rows[at], rows[at + 1]
    if after.bullet:
        return True
    if after.numbered:
        return _below(row, after) or (is_part(row) and not _beside(row, after))
    if after.heading > 1 or (is_part(row) and row.short):
        return at == 0 or not _beside(rows[at - 1], row)
    follow = rows[at + 1 : at + 2 + _TITLED]
    return len(follow) > _TITLED and all(other.mark is None and other.heading < 2 for other in follow)


def _below(row: OutlineRow, after: OutlineRow) -> bool:
    """Whether a number begins a count below another."""
    if row.mark is None or after.mark is None:
        return False
    if after.mark.path:
        return len(after.mark.path) > max(len(row.mark.path), 1) and after.mark.path[-1] == 1
    if row.mark.path:
        return any(reading.value == 1 for reading in after.mark.readings)
    return not _beside(row, after) and any(reading.value == 1 for reading in after.mark.readings)


def _beside(row: OutlineRow, after: OutlineRow) -> bool:
    """Whether two numbers are of one style."""
    if row.mark is None or after.mark is None:
        return False
    return bool({one.style for one in row.mark.readings} & {one.style for one in after.mark.readings})


def leading(rows: Sequence[OutlineRow]) -> Counter[str]:
    """The bullets on which others of another kind hang, and how often."""
    return Counter(row.bullet for row, after in pairwise(rows) if _leads(row, after))


def _leads(row: OutlineRow, after: OutlineRow) -> bool:
    return bool(row.bullet) and row.short and bool(after.bullet) and after.bullet != row.bullet


def _formal(rows: Sequence[OutlineRow], at: int) -> bool:
    """Whether a short line that looks like the others is a heading: an item or a sentence follows it."""
    row = rows[at]
    if not _titled(row.words) or _VALUE.search(row.words) or (width(row.words) > _FORMAL and not rows[at + 1].bullet):
        return False
    for after in rows[at + 1 : at + 3]:
        if after.mark is not None or after.stopped:
            return True
        if not after.short:
            return False
    return False


def _titled(words: str) -> bool:
    """Whether Latin words are written as in a title."""
    if any(wide(letter) for letter in words):
        return True
    main = [word for word in re.findall(r"[^\W\d_][\w’'-]*", words) if len(word) > 3]
    return bool(main) and sum(word[0].isupper() for word in main) >= 0.6 * len(main)
