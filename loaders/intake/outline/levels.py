"""Which numbers of a document are items, and how deep each stands: what counts on, or begins a count, is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loaders.intake.outline.rows import OutlineRow
from loaders.intake.reading.marks import ItemMark, Reading

_SKIPPED: Final = 3  # numbers that a document may leave out
_DEEPEST: Final = 5  # levels above another
_AHEAD: Final = 400  # rows in which a count that begins must go on
Style = tuple[str, int]


@dataclass(frozen=True, slots=True)
class ListLevel:
    """An open level of lists: its style, how far it counted, the parts of a code that it and those above give."""

    style: Style
    value: int
    path: tuple[str, ...]
    numbered: bool


class Levels:
    """Follows the lists of a document row by row."""

    def __init__(self, rows: Sequence[OutlineRow]) -> None:
        self._rows = rows
        self.open: list[ListLevel] = []
        self._roots: dict[Style, int] = {}  # how far counts came that stand below nothing
        self._fresh = False  # whether nothing was counted since the last heading

    def at(self, index: int) -> tuple[str, ...] | None:
        """The parts of the code of a row that is an item; counts it."""
        row = self._rows[index]
        if row.mark is None:
            return None
        if row.mark.path:
            return self._path(row.mark)
        if row.mark.bullet:
            return self._bullet(row)
        return self._number(index, row, row.mark)

    def close_bullets(self) -> None:
        """A heading ends what bullets are open; numbers count on."""
        self.open = [level for level in self.open if level.numbered]
        self._fresh = True

    def _path(self, mark: ItemMark) -> tuple[str, ...] | None:
        style, last = ("path", len(mark.path)), mark.path[-1]
        parts = tuple(str(part) for part in mark.path)
        above = [level for level in self.open if level.style != style and level.path == parts[: len(level.path)]]
        same = next((level for level in self.open if level.style == style), None)
        counts_on = same is not None and (
            (same.path[:-1] == parts[:-1] and same.value < last <= same.value + _SKIPPED)
            or (last == 1 and _next(same.path[:-1], parts[:-1]))
        )
        begins = last == 1 or any(level.path == parts[:-1] and last <= _SKIPPED for level in above)
        if not (counts_on or begins):
            return None
        kept = [level for level in self.open if level in above and level.numbered]
        self.open = [*kept, ListLevel(style, last, parts, True)]
        return parts

    def _bullet(self, row: OutlineRow) -> tuple[str, ...]:
        style = (row.bullet, round((row.line.left or 0) / (row.line.size or 8)))
        while self.open and not self.open[-1].numbered and self._outside(self.open[-1].style, style):
            self.open.pop()
        if self.open and self.open[-1].style == style:
            level = self.open.pop()
            return self._push(style, level.value + 1, False, str(level.value + 1))
        return self._push(style, 1, False, "1")

    def _outside(self, last: Style, style: Style) -> bool:
        """Whether a bullet ends the list that is open: it stands further left, or its like is open above."""
        if last == style:
            return False
        return style[1] < last[1] or any(level.style == style for level in self.open)

    def _number(self, index: int, row: OutlineRow, mark: ItemMark) -> tuple[str, ...] | None:
        for reading in mark.readings:
            style = (reading.style, row.line.level)
            for depth in range(len(self.open) - 1, -1, -1):
                if self.open[depth].style == style and reading.value == self.open[depth].value + 1:
                    return self._counted(depth, style, reading)
        for reading in mark.readings:
            style = (reading.style, row.line.level)
            depths = [depth for depth, level in enumerate(self.open) if level.style == style]
            if reading.value == self._roots.get(style, -1) + 1:
                return self._counted(0, style, reading)
            if reading.value < 2 and ((reading.value == 1 and not mark.alone) or self._goes_on(index, reading)):
                below = 0 if self._fresh else len(self.open)
                return self._counted(depths[0] if depths else below, style, reading)
            if not mark.alone and depths and 0 < reading.value - self.open[depths[-1]].value <= _SKIPPED:
                return self._counted(depths[-1], style, reading)
            if not mark.alone and not depths and len(reading.style) < 3 and self._goes_on(index, reading):
                return self._counted(len(self.open), style, reading)
        return None

    def _counted(self, depth: int, style: Style, reading: Reading) -> tuple[str, ...]:
        del self.open[depth:]
        if not depth:
            self._roots[style] = reading.value
        return self._push(style, reading.value, True, reading.token)

    def _push(self, style: Style, value: int, numbered: bool, token: str) -> tuple[str, ...]:
        del self.open[_DEEPEST:]
        above = self.open[-1].path if self.open else ()
        self._fresh = False
        self.open.append(ListLevel(style, value, (*above, token), numbered))
        return self.open[-1].path

    def _goes_on(self, index: int, reading: Reading) -> bool:
        """Whether the next number of a style is to come."""
        return any(
            other.style == reading.style and other.value == reading.value + 1
            for row in self._rows[index + 1 : index + _AHEAD]
            if row.mark is not None
            for other in row.mark.readings
        )


def _next(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether a number follows another of the same depth."""
    return before[:-1] == after[:-1] and 0 < int(after[-1]) - int(before[-1]) <= _SKIPPED if before else False
