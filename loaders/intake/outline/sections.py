"""The items of a document: each with its code, its heading, and its place in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from atlas.vocab import Lang
from loaders.intake.draft import DraftWords
from loaders.intake.outline.boxes import box_range, is_region, led_by
from loaders.intake.outline.codes import unique
from loaders.intake.outline.forms import front, is_heading, is_part, leading
from loaders.intake.outline.levels import Levels
from loaders.intake.outline.records import records_of
from loaders.intake.outline.rows import OutlineRow, rows_of
from loaders.intake.reading.document import DocumentText
from loaders.intake.reading.marks import mark_of
from loaders.lists.remark import Remark

_FOCUS: Final = re.compile(r"(?i:重点分野|focus area|priority area|pillar|柱)\s*(?=[0-9０-９①-⑨])")
_OPENING: Final = {"ja": "序", "en": "Preamble"}
_MAP: Final = {"ja": "地図：", "en": "Map: "}


@dataclass(frozen=True, slots=True)
class Section:
    """An item: its code, the heading that it stands under, its place in the text."""

    code: str
    heading: DraftWords
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """An item on its way: the parts of its code, a letter before them where they are not the document's own."""

    letter: str
    path: tuple[str, ...]
    part: str
    heading: str
    start: int
    end: int


def outline(document: DocumentText) -> list[Section]:
    """The items of a document in the order of its text; where it has no numbers, its paragraphs and bullets."""
    found = _Walk(rows_of(document), document.lang).found
    return [
        Section(code, DraftWords(**{document.lang: one.heading}), one.start, one.end)
        for one, code in zip(found, unique(found), strict=True)
    ]


def remarks(document: DocumentText, sections: Sequence[Section]) -> tuple[Remark, ...]:
    """What there is to tell of a document and its outline: above all that it has none of its own."""
    own = any(section.code[0].isdigit() or section.heading.ja or section.heading.en for section in sections)
    return document.remarks if own else (*document.remarks, Remark("no_outline", {"n": len(sections)}, "intake"))


class _Walk:
    """Goes through the lines of a document once and gathers its items."""

    def __init__(self, rows: Sequence[OutlineRow], lang: Lang) -> None:
        self.found: list[Found] = []
        self._rows, self._lang = rows, lang
        self._levels = Levels(rows)
        self._boxes = box_range(rows)
        self._fields = records_of(rows)
        self._front = min([front(rows), *self._fields])
        leaders = leading(rows)
        self._heads = [self._is_head(at, leaders) for at in range(len(rows))]
        self._heading, self._region, self._part = "", "", ""
        self._lead, self._blocks, self._count, self._mapped = "A", {"A": 0, "D": 0}, 0, 0
        self._under: tuple[str, ...] = ()  # the number of the heading, while nothing numbered stands under it
        self._open = False  # whether an item stands under the heading
        for at in range(len(rows)):
            self._take(at)

    def _is_head(self, at: int, leaders: Counter[str]) -> bool:
        """Whether a line is a heading, or one of those before the first item."""
        if at in self._boxes or at in self._fields:
            return False
        over = self._rows[at].short and self._rows[at].mark is None and self._fields.get(at + 1, False)
        return over or at < self._front or is_heading(self._rows, at, leaders)

    def _take(self, at: int) -> None:
        row = self._rows[at]
        if at in self._boxes:
            self._box(row)
        elif at in self._fields:
            self._field(row, self._fields[at])
        elif row.aside:
            self._extend(row)
        elif self._heads[at]:
            self._head(at, row)
        elif (path := self._levels.at(at)) is not None:
            self._item(row, path)
        elif row.numbered and row.heading and self._stands(at):
            self._head(at, row)
        elif self._open and self._goes_on(at):
            self._extend(row)
        else:
            self._plain(row, ())

    def _field(self, row: OutlineRow, begins: bool) -> None:
        if not self._open or (begins and not any(level.numbered for level in self._levels.open)):
            self._plain(row, ())
        else:
            self._extend(row)

    def _stands(self, at: int) -> bool:
        """Whether a title whose number counts nothing on stands by itself."""
        return at + 1 < len(self._rows) and (not self._open or self._rows[at - 1].stopped)

    def _extend(self, row: OutlineRow) -> None:
        """A line belongs to the item before it."""
        if self._open:
            self.found[-1] = replace(self.found[-1], end=row.line.end)

    def _head(self, at: int, row: OutlineRow) -> None:
        self._open, self._count = False, 0
        path = None if is_part(row) or not row.numbered else self._levels.at(at)
        self._under = path or ()
        if path is None:
            self._levels.close_bullets()
            if row.mark is not None and row.mark.readings:
                self._part = str(row.mark.readings[0].value)
                self._under = () if is_part(row) else (self._part,)
        self._lead = "D" if row.bullet else "A"
        if not self._is_title(at):
            self._heading = row.text if row.numbered else row.words
        elif any(self._heads[max(at + 1, self._front) :]):
            self._heading = _OPENING[self._lang]

    def _is_title(self, at: int) -> bool:
        """Whether a heading is the document's own: the first of it, and all those before its first number."""
        line = self._rows[at].line
        if line.kind == "heading" and any(
            self._heads[later] and row.line.kind == "heading" and row.line.level <= line.level
            for later, row in enumerate(self._rows[at + 1 :], start=at + 1)
        ):
            return False
        titles = [other for other in range(self._front) if not self._rows[other].aside]
        return at in titles and (at == titles[0] or self._rows[self._front].numbered)

    def _item(self, row: OutlineRow, path: tuple[str, ...]) -> None:
        if any(level.numbered for level in self._levels.open):
            self._under = self._under if row.bullet else ()
            self._add("", path, row)
        else:
            self._plain(row, path)

    def _goes_on(self, at: int) -> bool:
        """Whether a paragraph belongs to the item before it."""
        before = self._rows[at - 1]
        if before.bullet and (not before.sentence or _FOCUS.match(before.words)):
            return True
        return not self._under and any(level.numbered for level in self._levels.open)

    def _plain(self, row: OutlineRow, path: tuple[str, ...]) -> None:
        """A bullet or a paragraph that has no number: counted under its heading."""
        if focus := _FOCUS.match(row.words):
            mark = mark_of(row.words[focus.end() :] + " ")
            value = mark.readings[0].value if mark is not None and mark.readings else 0
            if value:
                self._add("F", (str(value),), row)
                return
        if len(path) < 2:
            self._count += 1
        own = (str(self._count), *path[1:])
        if self._under:
            self._add("", (*self._under, *own), row)
            return
        if not self._heading and not self._blocks["A"]:
            self._add("P", own, row)
            return
        if not self._open or not self.found[-1].letter:
            self._blocks[self._lead] += self._count == 1 and len(path) < 2
        self._add(self._lead, (str(self._blocks[self._lead]), *own), row)

    def _box(self, row: OutlineRow) -> None:
        if is_region(row):
            self._region = row.words
        elif row.text:
            self._mapped += 1
            self._heading = _MAP[self._lang] + (led_by(row) or self._region).replace(" (", "（").replace(")", "）")
            self._add("M", (str(self._mapped),), row)

    def _add(self, letter: str, path: tuple[str, ...], row: OutlineRow) -> None:
        self._open = True
        self.found.append(Found(letter, path, self._part, self._heading, row.line.start, row.line.end))
