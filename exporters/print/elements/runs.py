"""Lines of text in several looks: phrases stay whole across bold and plain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from exporters.print.elements.fonts import fitting, phrases, width
from exporters.print.elements.items import Run

Line = tuple[Run, ...]


def wrap_runs(runs: Sequence[Run], room: float, size: float) -> list[Line]:
    """Break runs into lines no wider than `room`; a phrase that begins in bold and ends plain is one phrase."""
    text = "".join(run.text for run in runs)
    looks = [number for number, run in enumerate(runs) for _ in run.text]
    bold = any(run.bold for run in runs)
    lines: list[list[int]] = [[]]
    at = 0
    for piece in fitting(phrases(text), room, size, bold):
        span = list(range(at, at + len(piece)))
        at += len(piece)
        if lines[-1] and _wide(_trimmed(lines[-1] + span, text), text, looks, runs, size) > room:
            lines.append([])
        lines[-1] += span
    return [tuple(_runs(_trimmed(line, text), text, looks, runs)) for line in lines if _trimmed(line, text)]


def _trimmed(line: list[int], text: str) -> list[int]:
    while line and text[line[-1]] in " \u3000":
        line = line[:-1]
    while line and text[line[0]] in " \u3000":
        line = line[1:]
    return line


def _runs(line: list[int], text: str, looks: Sequence[int], runs: Sequence[Run]) -> Iterator[Run]:
    for look, some in groupby(line, key=looks.__getitem__):
        yield runs[look]._replace(text="".join(text[i] for i in some))


def _wide(line: list[int], text: str, looks: Sequence[int], runs: Sequence[Run], size: float) -> float:
    return sum(width(run.text, size, run.bold) for run in _runs(line, text, looks, runs))
