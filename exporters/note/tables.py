"""The tables of the briefing note: the initiatives of a group, and the milestones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

import pandas as pd
from docx.document import Document
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from atlas import vocab
from atlas.regional import FOCUS_ORDER
from atlas.words.i18n import t
from atlas.words.phrases import join
from exporters.clean import bounded, clean
from exporters.details import Detail, details, source
from exporters.extract import Extract
from exporters.note import word
from exporters.note.sources import Source, Sources
from exporters.note.template import Paper

_HEAD: Final = "#E9EDF0"
_RULE: Final = "CBD2D9"
_MOST: Final = 1_000
_SIGN: Final = {1: "① ", 2: "② ", 3: "③ ", 0: "＋ "}
_NUMBER: Final = 12  # millimetres


class ListGroup(NamedTuple):
    """Initiatives under a heading: those of a focus area, or those that have no place on the map."""

    head: str
    focus: int | None
    records: Sequence[Detail]


def groups(extract: Extract) -> list[ListGroup]:
    """All initiatives by focus area; what has no place on the map stands last, under its own heading."""
    lang, records = extract.lang, details(extract)
    placed = set(extract.sites["initiative"][~pd.isna(extract.sites["geometry"])])
    found = [ListGroup(f"{_SIGN[focus]}{vocab.FOCUS_SHORT[focus].text(lang)}", focus,
                   [one for one in records if one["focus"] == focus and one["id"] in placed])
             for focus in FOCUS_ORDER]  # fmt: skip
    found.append(ListGroup(t(lang, "not_placed"), None, [one for one in records if one["id"] not in placed]))
    return [one for one in found if one.records]


def in_order(found: Sequence[ListGroup]) -> list[str]:
    """The initiatives in the order in which the note has them: that of their numbers on a map."""
    return [one["id"] for group in found for one in group.records]


@dataclass(frozen=True)
class Tables:
    """Draws the tables of a note into its document; `numbers` are those on the map, if it has any."""

    document: Document
    extract: Extract
    sources: Sources
    numbers: dict[str, int]
    paper: Paper | None
    wide: float

    @cached_property
    def style(self) -> str:
        """The id of the style of cells: python-docx looks through all styles for a name."""
        return str(self.document.styles["Table Text"].style_id)

    def initiatives(self, group: ListGroup) -> None:
        """The initiatives of a group: title and summary, places with their sources, progress."""
        names = [self._t(name) for name in ("note_title", "note_place", "note_status")]
        table = self._table([50, 26, 24], names, group.head)
        for one in group.records:
            cells = self._row(table)
            sign = "" if group.focus is not None else _SIGN[one["focus"]]
            self._write(cells[-3], sign + one["title"], bold=True)
            line = self._write(cells[-3], one["summary"], more=True)
            self.sources.refer(line, *self._documents(one["id"]))
            places = list(dict.fromkeys(place["place"] for place in one["places"]))
            line = self._write(cells[-2], join(places, self.extract.lang))
            self.sources.refer(line, *(place["source"] for place in one["places"]))
            self._write(cells[-1], one["progress"])
            if self.numbers:
                self._write(cells[0], str(self.numbers[one["id"]]), bold=True)

    def milestones(self, steps: Sequence[tuple[Detail, dict[str, Any]]]) -> None:
        """The milestones, each with its source."""
        names = [self._t(key) for key in ("note_date", "note_title", "note_step")]
        table = self._table([18, 41, 41], names, self._t("milestones"))
        for record, step in steps:
            cells = self._row(table)
            self._write(cells[-3], step["date"])
            self._write(cells[-2], record["title"])
            words = " — ".join(text for text in (step["status"], step["money"]) if text)
            aside = "; ".join(text for text in (step["where"], step["differs"], step["later"]) if text)
            line = self._write(cells[-1], words + (f" ({aside})" if aside else ""))
            self.sources.refer(line, step["source"])
            if self.numbers:
                self._write(cells[0], str(self.numbers[record["id"]]), bold=True)

    def listed(self) -> None:
        """The sources by number, each with its day and a link."""
        names = [self._t(key) for key in ("pack_number", "source", "date")]
        table = self._table([7, 75, 18], names, self._t("note_sources"), plain=True)
        for number, one in enumerate(self.sources.found, start=1):
            cells = self._row(table)
            self.sources.mark(self._write(cells[0], ""), number)
            word.link(self._write(cells[1], ""), bounded(one["text"], _MOST), one["address"])
            self._write(cells[2], one["date"])

    def _documents(self, initiative: str) -> Iterator[Source | None]:
        """The documents that name an initiative."""
        for key in self.extract.groups[initiative][0]["documents"]:
            yield source(self.extract.documents.get(key), self.extract.lang)

    def _t(self, key: str) -> str:
        return t(self.extract.lang, key)

    def _table(self, shares: Sequence[int], names: Sequence[str], title: str, *, plain: bool = False) -> Table:
        """An empty table: its columns share the width by hundredths, unless `plain` after the numbers of the map."""
        first = [_NUMBER] if self.numbers and not plain else []
        widths = [*first, *(share * (self.wide - sum(first)) / 100 for share in shares)]
        table: Table = self.document.add_table(rows=1, cols=len(widths))
        table.autofit = False
        dress(self.document, table, title, self.paper)
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            column.cells[0].width = Mm(width)
        heads = [*([self._t("pack_number")] if first else []), *names]
        for cell, name in zip(table.rows[0].cells, heads, strict=True):
            self._write(cell, name, bold=True)
            if self.paper is None:
                word.shade(cell, _HEAD)
        return table

    def _row(self, table: Table) -> list[_Cell]:
        row: Any = table.add_row()  # type: ignore[no-untyped-call]
        for cell, column in zip(row.cells, table.columns, strict=True):
            cell.width = column.width
        return list(row.cells)

    def _write(self, cell: _Cell, text: str, *, bold: bool = False, more: bool = False) -> Paragraph:
        paragraph: Paragraph = cell.add_paragraph() if more else cell.paragraphs[0]
        if self.paper is None:
            paragraph._p.style = self.style
        else:
            form = paragraph.paragraph_format
            form.space_before = form.space_after = Pt(0)
        if text:
            run = paragraph.add_run(bounded(clean(text), _MOST))  # a row is never parted, so it has to fit a page
            run.bold = bold or None
        return paragraph


def dress(document: Document, table: Table, title: str, paper: Paper | None = None) -> None:
    """The style of a table and its name for readers aloud: a template's own, else rules under the rows."""
    if paper is None or paper.table:
        table.style = paper.table if paper else "Table Grid"
    properties: Any = table._tbl.tblPr
    if paper is None or not paper.table:
        properties.insert_element_before(_borders(), "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.append(word.element("tblCaption", val=clean(title)))


def _borders() -> Any:
    """Rules under the rows of a table and none beside."""
    found = word.element("tblBorders")
    for side, look in _sides():
        found.append(word.element(side, **look))
    return found


def _sides() -> Iterator[tuple[str, dict[str, str]]]:
    rule = {"val": "single", "sz": "4", "space": "0", "color": _RULE}
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        yield side, rule if side in ("top", "bottom", "insideH") else {"val": "nil"}
