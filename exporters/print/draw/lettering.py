"""Text on a page as pieces of one face, each with its place: what lines of text become in every format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from exporters.print.elements.fonts import segments, width
from exporters.print.elements.items import Run, Words

CAP: Final = 0.36  # from the middle of a line to its base line, of the letters' size
HALO: Final = 0.32  # how wide a halo's stroke is


class Piece(NamedTuple):
    """Letters of one look: where they start on the base line, how wide they are, whether they need the other face."""

    x: float
    y: float
    text: str
    wide: float
    run: Run
    other: bool


def base(words: Words, number: int) -> float:
    """The height of a line's base line."""
    return words.rect.y + (number + 0.5) * words.leading + CAP * words.size


def pieces(words: Words) -> Iterator[Piece]:
    """The pieces of a text, from the first line to the last."""
    for number, line in enumerate(words.lines):
        used = sum(width(run.text, words.size, run.bold) for run in line)
        x = words.rect.x + {"left": 0.0, "center": 0.5, "right": 1.0}[words.align] * (words.rect.w - used)
        for run in line:
            for text, other in segments(run.text):
                wide = width(text, words.size, run.bold)
                yield Piece(x, base(words, number), text, wide, run, other)
                x += wide
