"""Lines of text in several looks: phrases stay whole across bold and plain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from exporters.print.elements.fonts import AT, advances, fitting, phrases
from exporters.print.elements.items import Run

Line = tuple[Run, ...]
_SPACES: Final = " \u3000"


def wrap_runs(runs: Sequence[Run], room: float, size: float) -> list[Line]:
    """Break runs into lines no wider than `room`; a phrase that begins in bold and ends plain is one phrase."""
    text = "".join(run.text for run in runs)
    edges = list(accumulate((wide for run in runs for wide in advances(run.text, run.bold)), initial=0.0))
    lines, start, at = [], 0, 0
    for piece in fitting(phrases(text), room, size, any(run.bold for run in runs)):
        first, last = _trimmed(text, start, at + len(piece))
        if start < at and (edges[last] - edges[first]) * size / AT > room:
            lines.append(_trimmed(text, start, at))
            start = at
        at += len(piece)
    lines.append(_trimmed(text, start, at))
    return [tuple(_runs(first, last, runs)) for first, last in lines if first < last]


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    """Where a line of the text begins and ends without the spaces around it."""
    line = text[first:last].rstrip(_SPACES)
    return first + len(line) - len(line.lstrip(_SPACES)), first + len(line)


def _runs(first: int, last: int, runs: Sequence[Run]) -> Iterator[Run]:
    """The pieces of runs between two letters of their whole text."""
    at = 0
    for run in runs:
        if piece := run.text[max(first - at, 0) : max(last - at, 0)]:
            yield run._replace(text=piece)
        at += len(run.text)
