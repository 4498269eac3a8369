"""The order of reading: runs of letters into lines, columns one after the other, boxes by their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from typing import Final, NamedTuple, TypeVar

from loaders.intake.reading.document import Passage
from loaders.intake.reading.joining import wide
from loaders.intake.reading.marks import mark_of

_DEEPEST: Final = 12
_FEWEST: Final = 4  # lines of a column
Box = tuple[float, float, float, float]  # left, top, right, bottom
T = TypeVar("T")


class LetterRun(NamedTuple):
    """Letters that follow one another on a line, and where they stand."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool


def lines_of(runs: Sequence[LetterRun], page: int) -> list[Passage]:
    """The lines of a page in the order of reading."""
    lines = _beside([run for run in runs if run.text])
    found = list[Passage]()
    for column, part in enumerate(_columns(lines)):
        first = min(line.left for line in part)
        for line in part:
            left = round(line.left - first, 1)
            found.append(Passage(line.text, page, "text", 0, line.size, line.bold, left, line.right, line.top, False,
                               False, column))  # fmt: skip
    return found


def _beside(runs: list[LetterRun]) -> list[LetterRun]:
    """Runs of one line together, but for those that a gap parts, unless the first is a mark."""
    rows = list[list[LetterRun]]()
    for run in sorted(runs, key=lambda run: (run.top + run.bottom) / 2):
        middle = (run.top + run.bottom) / 2
        row = next((row for row in reversed(rows[-3:]) if row[-1].top < middle < row[-1].bottom), None)
        if row is None:
            rows.append([run])
        else:
            row.append(run)
    return [line for row in rows for line in _merged(sorted(row, key=lambda run: run.left))]


def _merged(row: list[LetterRun]) -> list[LetterRun]:
    found = [row[0]]
    for run in row[1:]:
        last = found[-1]
        gap, size = run.left - last.right, min(last.size, run.size)
        if gap < size or (_only_mark(last.text) and gap < 6 * size):
            space = "" if gap < 0.2 * size or (wide(last.text[-1]) and wide(run.text[0])) else " "
            found[-1] = _one(last, run, space)
        else:
            found.append(run)
    return found


def _one(last: LetterRun, run: LetterRun, space: str) -> LetterRun:
    longer = last if len(last.text) >= len(run.text) else run
    return LetterRun(
        last.text + space + run.text,
        last.left, min(last.top, run.top), max(last.right, run.right), max(last.bottom, run.bottom),
        longer.size, last.bold and run.bold,
    )  # fmt: skip


def _only_mark(text: str) -> bool:
    mark = mark_of(text + " 字")
    return mark is not None and mark.length >= len(text)


def _columns(lines: list[LetterRun]) -> list[list[LetterRun]]:
    """The lines by column, in the order of reading; lines that reach across part what is above from what is below."""
    if not lines:
        return []
    if (gutter := _gutter(lines)) is None:
        return [sorted(lines, key=lambda line: (round(line.top), line.left))]
    result, left, right = list[list[LetterRun]](), list[LetterRun](), list[LetterRun]()
    across = list[LetterRun]()
    for line in sorted(lines, key=lambda line: line.top):
        if line.left < gutter < line.right:
            result += [part for part in (left, right) if part]
            left, right = [], []
            across.append(line)
            continue
        result += [across] if across else []
        across = []
        (left if line.right <= gutter else right).append(line)
    return [*result, *(part for part in (across, left, right) if part)]


def _gutter(lines: list[LetterRun]) -> float | None:
    """Where the gap between two columns of running text is."""
    first, last = min(line.left for line in lines), max(line.right for line in lines)
    best: tuple[int, float] | None = None
    for step in range(30, 71):
        at = first + (last - first) * step / 100
        sides = [line for line in lines if line.right <= at], [line for line in lines if line.left >= at]
        crossing = len(lines) - len(sides[0]) - len(sides[1])
        if all(len(side) >= _FEWEST for side in sides) and crossing < 0.25 * len(lines):
            wide_enough = all(_running(side, (last - first) * 0.3) for side in sides)
            if wide_enough and (best is None or crossing < best[0]):
                best = crossing, at
    return best[1] if best else None


def _running(side: list[LetterRun], least: float) -> bool:
    return median(line.right - line.left for line in side) > least


def in_order(items: Sequence[T], box: Callable[[T], Box], depth: int = 0) -> list[T]:
    """Boxes in the order of reading: what stands below a gap comes after, then what stands right of one."""
    if len(items) < 2 or depth > _DEEPEST:
        return sorted(items, key=lambda item: (box(item)[1], box(item)[0]))
    for axis in (1, 0):
        groups = _split(items, box, axis)
        if len(groups) > 1:
            return [item for group in groups for item in in_order(group, box, depth + 1)]
    return sorted(items, key=lambda item: (box(item)[1], box(item)[0]))


def _split(items: Sequence[T], box: Callable[[T], Box], axis: int) -> list[list[T]]:
    """Items in groups that overlap on one axis, a little not counted."""
    groups, reach = list[list[T]](), float("-inf")
    for item in sorted(items, key=lambda item: box(item)[axis]):
        start, end = box(item)[axis], box(item)[axis + 2]
        slack = 0.15 * (end - start)
        if not groups or start + slack >= reach:
            groups.append([])
        groups[-1].append(item)
        reach = max(reach, end)
    return groups
