"""What a document is once it is read: its text, where each line of it stands, what was put aside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from atlas.vocab import Lang
from loaders.lists.remark import DocumentError, Remark

LineKind = Literal["heading", "bullet", "text", "box"]
MAX_TEXT: Final = 1_000_000
MAX_PARAGRAPHS: Final = 50_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A line or a paragraph as its format gives it; lengths are points, in plain text columns.

    `gap` tells of an empty line before it, `level` how deep in a list or of a heading it is, `whole` that it is a
    paragraph and not a line of one, `column` which column of its page.
    """

    text: str
    page: int = 1
    kind: LineKind = "text"
    level: int = 0
    size: float | None = None
    bold: bool = False
    left: float | None = None
    right: float = 0
    top: float = 0
    gap: bool = False
    whole: bool = False
    column: int = 0


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a document's text: a paragraph, a heading, what a box holds."""

    start: int
    end: int
    page: int
    size: float | None
    bold: bool
    left: float | None
    kind: LineKind
    level: int = 0


@dataclass(frozen=True)
class DocumentText:
    """A document: its text with a line end between lines, and what was taken for running heads and left out."""

    text: str
    lines: tuple[TextLine, ...]
    lang: Lang
    dropped: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def words(self, line: TextLine) -> str:
        """The text of a line."""
        return self.text[line.start : line.end]


@dataclass(frozen=True)
class Passages:
    """What a format gives: pieces in the order of reading, and what was left out."""

    body: list[Passage]
    dropped: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def told(pieces: list[Passage]) -> list[Passage]:
    """The pieces that hold something; raises DocumentError for more than a document may have."""
    kept = [replace(piece, text=piece.text.strip()) for piece in pieces if piece.text.strip()]
    if len(kept) > MAX_PARAGRAPHS or sum(len(piece.text) for piece in kept) > MAX_TEXT:
        raise DocumentError("too_long", paragraphs=MAX_PARAGRAPHS, characters=MAX_TEXT)
    return kept
