"""What runs along on every page and is no part of the text: running heads, page numbers, a table of contents."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import Final

from loaders.intake.reading.document import Passage
from loaders.intake.reading.marks import mark_of

_NUMBER: Final = re.compile(
    r"[-–—―‐－~ (（]*(?:(?i:page|p\.?)\s*)?([0-9０-９]{1,4})\s*(?:(?:/|of|／)\s*[0-9０-９]{1,4})?\s*(?:頁|ページ)?"
    r"[-–—―‐－~ )）]*"
)
_CONTENTS: Final = re.compile(r".*?(?:[.．…‥・·_]\s?){4,}\s*[0-9０-９ivxlc]{1,4}")
_EDGE: Final = 3  # lines from the top or the foot of a page
_SHORT: Final = 160
_LONG: Final = 400


def without_running(pieces: list[Passage]) -> tuple[list[Passage], tuple[str, ...]]:
    """The pieces of the text, and what was dropped, each once."""
    pages: dict[int, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        pages[piece.page].append(at)
    edges = {at for on in pages.values() for at in _edge(pieces, on)}
    gone = {at for at, piece in enumerate(pieces) if len(piece.text) < _LONG and _CONTENTS.fullmatch(piece.text)}
    gone |= _repeated(pieces, edges, len(pages)) if len(pages) > 1 else set()
    gone |= _numbers(pieces, edges if len(pages) > 1 else set(range(len(pieces))))
    dropped = dict.fromkeys(pieces[at].text for at in sorted(gone))
    return [piece for at, piece in enumerate(pieces) if at not in gone], tuple(dropped)


def _edge(pieces: list[Passage], on: list[int]) -> set[int]:
    """The lines near the top or the foot of a page."""
    by_place = sorted(on, key=lambda at: (pieces[at].top, at))
    return {*by_place[:_EDGE], *by_place[-_EDGE:]}


def _numbers(pieces: list[Passage], where: set[int]) -> set[int]:
    """Page numbers: a number alone on a line that counts on from page to page, or stands between dashes."""
    found = {at: match for at in sorted(where) if (match := _NUMBER.fullmatch(pieces[at].text[:_SHORT]))}
    values = [int(match[1]) for match in found.values()]
    counted = len(values) > 1 and all(after > before for before, after in pairwise(values))
    return {at for at, match in found.items() if counted or match[0] != match[1]}


def _repeated(pieces: list[Passage], edges: set[int], pages: int) -> set[int]:
    """Lines that stand at the edge of several pages at the same height, whatever their numbers."""
    alike: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at in edges:
        piece, mark = pieces[at], mark_of(pieces[at].text)
        if len(piece.text) < _SHORT and (mark is None or mark.alone):
            alike[re.sub(r"[0-9０-９]+", "#", piece.text), round(piece.top / 8)].append(at)
    least = max(2, min(3, pages // 2 + 1))
    return {at for same in alike.values() if len({pieces[at].page for at in same}) >= least for at in same}
