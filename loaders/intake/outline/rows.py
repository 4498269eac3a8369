"""The lines of a document as an outline sees them: mark, words, and whether it has the form of a heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.intake.reading.document import DocumentText, TextLine
from loaders.intake.reading.joining import ended, hanging, stopped, width
from loaders.intake.reading.marks import ItemMark, mark_of

_LONGEST: Final = 100  # columns of a heading
_BRACKETED: Final = re.compile(r"[【〔［<＜《〈\[].{1,60}[】〕］>＞》〉\]]")
_ASIDE: Final = re.compile(
    r"[\W_]*|[(（\[]?.{0,40}?(?:(?:\d{4}|令和.{1,2}|平成.{1,2})年\s*\d{1,2}月(?:\s*\d{1,2}日)?|"
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2})?,? \d{4}).{0,60}"
)
_UNITS: Final = re.compile(r"[年月日時分人名件億万兆千百か箇カヶ%％周]")


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A line, its words behind the mark, and how much of a heading it is: 2 by its look, 1 by its form, 0 not."""

    line: TextLine
    text: str
    mark: ItemMark | None
    words: str
    heading: int
    short: bool

    @property
    def bullet(self) -> str:
        """The bullet that it begins with, if it does."""
        return self.mark.bullet if self.mark else ""

    @property
    def numbered(self) -> bool:
        """Whether it begins with a number or a letter of a list."""
        return self.mark is not None and not self.mark.bullet

    @property
    def aside(self) -> bool:
        """Whether it is a date and a place, or has no letters: neither an item nor a heading."""
        return (self.short and _ASIDE.fullmatch(self.text) is not None) or not re.search(r"\w", self.text)

    @property
    def sentence(self) -> bool:
        """Whether it ends as a sentence or a clause does."""
        return ended(self.text)

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return stopped(self.text)


def rows_of(document: DocumentText) -> list[OutlineRow]:
    """Every line of a document."""
    size, bold = _body(document.lines)
    return [_row(document.words(line), line, size, bold) for line in document.lines]


def _body(lines: Sequence[TextLine]) -> tuple[float | None, bool]:
    """The size of the running text, and whether it is bold."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size or 0] += line.end - line.start
    heavy = sum(line.end - line.start for line in lines if line.bold)
    size = sizes.most_common(1)[0][0] if sizes else 0
    return size or None, heavy > 0.5 * sum(line.end - line.start for line in lines)


def _row(text: str, line: TextLine, size: float | None, bold: bool) -> OutlineRow:
    mark = mark_of(text)
    if mark is not None and mark.alone and _UNITS.match(text[mark.length :]):
        mark = None
    words = text[mark.length :] if mark else text
    short = _is_short(words) if words else mark is not None and mark.named
    return OutlineRow(line, text, mark, words, _heading(line, words, short, size, bold), short)


def _is_short(words: str) -> bool:
    """Whether words have the form of a title: short, no sentence, nothing that goes on."""
    return (
        width(words) <= _LONGEST
        and not words[0].islower()
        and not re.search(r"[。．.!?！？:：;；、,，]$", words)
        and not hanging(words)
    )


def _heading(line: TextLine, words: str, short: bool, size: float | None, bold: bool) -> int:
    if line.kind == "heading":
        return 2
    if not short:
        return 0
    large = bool(size and line.size and line.size > 1.1 * size)
    capitals = words.isupper() and len(words) > 5
    looks = large or (line.bold and not bold) or capitals or bool(_BRACKETED.fullmatch(words))
    return 2 if looks else 1
