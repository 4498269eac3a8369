"""Lines into paragraphs: where one wraps, where a page ends in a sentence, how two lines are put together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from loaders.intake.reading.document import Passage
from loaders.intake.reading.marks import mark_of

_DIVIDED: Final = "-"
_OFTEN: Final = 0.05  # of the lines of a document that divides words
_TAIL: Final = 60
_LONGEST: Final = 20_000  # characters of a paragraph
Edges = Mapping[tuple[int, int], float]
_CLOSING: Final = "」』”’\"')）］]"
_ENDS: Final = re.compile(
    rf"[。．.!?！？:：;；][{re.escape(_CLOSING)}]*$|[)）」』】〕］\]]$|[;；,，、] *(and|or|及び|並びに)$"
)
_STOP: Final = re.compile(rf"[。．.!?！？][{re.escape(_CLOSING)}]*$")
_HYPHEN: Final = re.compile(r"([^\W\d_]+)[-‐\u00ad]$")
_COUNTED: Final = re.compile(r"\(([1-9a-z])\)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HANGING: Final = re.compile(
    r"\b(the|a|an|of|and|or|to|in|for|with|by|on|at|from|as|that|which|its|their|our)$|[,、，]$"
)


def width(text: str) -> int:
    """How many columns a text takes: two for a Japanese letter."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WFA" else 1 for letter in text)


def wide(letter: str) -> bool:
    """Whether a letter is one that stands without spaces: kana, kanji, their punctuation."""
    return unicodedata.east_asian_width(letter) in "WF"


def ended(text: str) -> bool:
    """Whether a text ends as a sentence, a clause or a bracket does."""
    return bool(_ENDS.search(text[-_TAIL:]))


def stopped(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_STOP.search(text[-_TAIL:]))


def hanging(text: str) -> bool:
    """Whether a text breaks off at a word or a comma after which more must come."""
    return bool(_HANGING.search(text[-_TAIL:]))


def glue(before: str, after: str, words: Counter[str]) -> str:
    """Two lines of one paragraph; a word divided at the line end is whole again."""
    if not before or not after:
        return before or after
    if divided := _HYPHEN.search(before[-_TAIL:]):
        rest = _WORD.match(after)
        if rest is not None and rest.end() and after[0].islower():
            return before[:-1] + ("-" if _compound(divided[1], rest[0], words) else "") + after
        return before + after
    return before + ("" if wide(before[-1]) or wide(after[0]) or before[-1] in "—–/" else " ") + after


def _compound(first: str, second: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line end is the word's own, by what the document has elsewhere."""
    if words[f"{first}-{second}".casefold()] or words[f"{first}{second}".casefold()]:
        return bool(words[f"{first}-{second}".casefold()])
    return not words[_DIVIDED] or bool(words[first.casefold()] and words[second.casefold()])


def joined(pieces: list[Passage]) -> list[Passage]:
    """Paragraphs of lines."""
    words = _vocabulary(pieces)
    edges, pitch = _edges(pieces), _pitch(pieces)
    result: list[Passage] = []
    last: Passage | None = None  # the last line of the paragraph at hand
    for piece in pieces:
        if last is not None and _continues(result[-1], last, piece, edges, pitch):
            result[-1] = replace(result[-1], text=glue(result[-1].text, piece.text, words))
        else:
            result.append(piece)
        last = piece
    return result


def _vocabulary(pieces: list[Passage]) -> Counter[str]:
    """The words of a document without the parts of those at a line end; `_DIVIDED` tells whether it divides words."""
    words, divided, times = Counter[str](), False, 0
    for piece in pieces:
        found = [word.casefold() for word in _WORD.findall(piece.text)]
        ends = _HYPHEN.search(piece.text[-_TAIL:]) is not None
        words.update(found[divided : len(found) - ends])
        divided, times = ends, times + ends
    words[_DIVIDED] = int(times > _OFTEN * len(pieces))
    return words


def _edges(pieces: Iterable[Passage]) -> dict[tuple[int, int], float]:
    """How far the lines of each column reach: where few do, as far as in the whole document."""
    found: dict[tuple[int, int], list[float]] = defaultdict(list)
    for piece in pieces:
        found[piece.page, piece.column].append(piece.right)
    everywhere = _reach([right for rights in found.values() for right in rights]) if found else 0
    return {
        key: _reach(rights) if _shared(rights) else max(_reach(rights), everywhere) for key, rights in found.items()
    }


def _reach(rights: list[float]) -> float:
    return sorted(rights)[int(len(rights) * 0.95)]


def _shared(rights: list[float]) -> bool:
    """Whether enough of the lines end at the same edge."""
    edge = _reach(rights)
    return sum(edge * 0.94 <= right for right in rights) > max(2, 0.3 * len(rights))


def _pitch(pieces: list[Passage]) -> float:
    """The distance from line to line in a paragraph, in sizes of the letters: the least that is not rare."""
    steps = Counter(
        round((after.top - before.top) / after.size, 1)
        for before, after in pairwise(pieces)
        if after.size and before.page == after.page and before.column == after.column and after.top > before.top
    )
    return min((step for step, n in steps.items() if step > 0.8 and n > 0.05 * steps.total()), default=0)


def _continues(whole: Passage, last: Passage, piece: Passage, edges: Edges, pitch: float) -> bool:
    """Whether a line goes on with the paragraph at hand."""
    if {whole.kind, piece.kind} & {"heading", "box"} or len(whole.text) > _LONGEST:
        return False
    if last.page != piece.page or last.column != piece.column:
        return _across(whole, last, piece, edges)
    if piece.whole:
        return piece.gap and _broken(whole.text, piece.text)
    if piece.gap or not _alike(last, piece) or not _full(last, piece, edges):
        return piece.gap and piece.size is None and _broken(whole.text, piece.text)
    if pitch and piece.size and (piece.top - last.top) / piece.size > pitch * 1.45:
        return False
    return not _begins(whole, last, piece)


def _begins(whole: Passage, last: Passage, piece: Passage) -> bool:
    """Whether a line after a full one begins a paragraph all the same: by its mark or its indent."""
    em, left, before = piece.size or 1, piece.left or 0, last.left or 0
    mark = mark_of(piece.text)
    if mark is not None and _within(whole.text, piece.text):
        return False
    if mark is not None and not mark.alone:
        return ended(last.text) or bool(mark.bullet) or abs(left - before) > em / 2
    if mark is not None and ended(last.text) and abs(left - before) > em / 2:
        return True
    indented = left > before + 0.8 * em
    return indented and (last is not whole or mark_of(whole.text) is None) and stopped(last.text)


def _within(before: str, line: str) -> bool:
    """Whether a number in brackets goes on with, or begins, a count within the sentence: `(1) …, and (2) …`."""
    found = _COUNTED.match(line)
    if found is None:
        return False
    code = ord(found[1])
    return f"({chr(code - 1)})" in before[1:] or (found[1] in "1ai" and f"({chr(code + 1)})" in line[1:])


def _alike(last: Passage, piece: Passage) -> bool:
    if last.size and piece.size and abs(last.size - piece.size) > 0.08 * last.size:
        return False
    return last.bold == piece.bold or (not ended(last.text) and mark_of(piece.text) is None)


def _full(last: Passage, piece: Passage, edges: Edges) -> bool:
    """Whether the next line's first word had no room on this one."""
    em = piece.size or 2
    if piece.size is None and (last.right > 0.6 * edges[last.page, last.column] or piece.text[0].islower()):
        return True  # in plain text an empty line parts paragraphs
    first = piece.text.split(" ", 1)[0]
    latin = next((at for at, letter in enumerate(first) if wide(letter)), len(first))
    room = min(latin, 30) * (em * 0.6 if piece.size else 1) + em * (1 if latin == len(first) else 2.5)
    return last.right + room >= edges[last.page, last.column]


def _across(whole: Passage, last: Passage, piece: Passage, edges: Edges) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    if not _alike(last, piece) or last.bold != piece.bold or mark_of(piece.text) is not None:
        return False
    em, left = piece.size or 2, last.left or 0
    if whole is not last and left > (whole.left or 0) + em and abs(left - (piece.left or 0)) < em / 2:
        return True  # it hangs
    return _broken(whole.text, piece.text) or (not last.whole and not stopped(last.text) and _full(last, piece, edges))


def _broken(before: str, after: str) -> bool:
    """Whether the first breaks off in a sentence that the second ends, as at the end of a page."""
    if ended(before) or mark_of(after) is not None or not (stopped(after) or hanging(before)):
        return False
    if wide(after[0]) or wide(before[-1]):
        return width(before) > 60
    return after[0].islower() or (len(before) > 60 and hanging(before))
