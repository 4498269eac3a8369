"""The tables of the briefing note: the initiatives by focus area, and the milestones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from docx.document import Document
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell

from atlas import palette, vocab
from atlas.regional import FOCUS_ORDER
from atlas.vocab import Lang
from atlas.words.i18n import t
from atlas.words.phrases import join
from exporters.clean import bounded, clean
from exporters.details import Detail
from exporters.note import word

_HEAD: Final = "#E9EDF0"
_RULE: Final = "CBD2D9"
_TIGHT: Final = 7.5
_MOST: Final = 1_000
_SIGN: Final = {1: "① ", 2: "② ", 3: "③ ", 0: "＋ "}


class Density(NamedTuple):
    """How much a note says of each initiative when there are so many at most (`steps` counts milestones)."""

    most: int
    size: float
    summaries: bool
    columns: int
    places: int
    steps: int


DENSITIES: Final = (
    Density(12, 9, True, 1, 4, 30),
    Density(40, 8.5, False, 1, 4, 15),
    Density(10**9, 7, False, 2, 1, 6),
)


def density(count: int) -> Density:
    """Up to a dozen with summaries, up to forty a line each, above that two narrow columns."""
    return next(one for one in DENSITIES if count <= one.most)


class MilestoneRow(NamedTuple):
    """A milestone with the initiative that it belongs to, and the numbers of its source in the list."""

    record: Detail
    step: dict[str, Any]
    number: int


def initiatives(document: Document, records: Sequence[Detail], unplaced: set[str], lang: Lang, form: Density) -> None:
    """A table of all records by focus area; what has no place on the map stands last, under its own heading."""
    widths = (78, 46, 46) if form.columns == 1 else (50, 31)
    names = ("note_title", "note_place", "note_status")[: len(widths)]
    table = _table(document, widths, [t(lang, name) for name in names], form, t(lang, "note_table"))
    for focus in FOCUS_ORDER:
        found = [one for one in records if one["focus"] == focus and one["id"] not in unplaced]
        head = f"{_SIGN[focus]}{vocab.FOCUS_SHORT[focus].text(lang)}"
        _group(table, head, found, lang, form, palette.FOCUS_TEXT[focus], palette.FOCUS_TINT[focus])
    rest = [one for one in records if one["id"] in unplaced]
    _group(table, t(lang, "not_placed"), rest, lang, form, palette.INK, _HEAD)


def _group(table: Table, head: str, found: list[Detail], lang: Lang, form: Density, ink: str, tint: str) -> None:
    if not found:
        return
    cells = _row(table)
    merged = cells[0].merge(cells[-1])
    _write(merged, f"{head}（{len(found)}）" if lang == "ja" else f"{head} ({len(found)})", form.size, ink, bold=True)
    merged.paragraphs[0].paragraph_format.keep_with_next = True
    word.shade(merged, tint)
    for one in found:
        cells = _row(table)
        sign = "" if len({record["focus"] for record in found}) == 1 else _SIGN[one["focus"]]
        _write(cells[0], sign + one["title"], form.size, palette.FOCUS_TEXT[one["focus"]], bold=form.summaries)
        if form.summaries:
            _write(cells[0], one["summary"], form.size - 0.5, palette.INK, more=True)
        _write(cells[1], _places(one, lang, form.places), form.size, palette.INK)
        if len(cells) > 2:
            _write(cells[2], one["progress"], form.size, palette.INK)


def _places(record: Detail, lang: Lang, most: int) -> str:
    names = list(dict.fromkeys(place["place"] for place in record["places"]))
    more = t(lang, "note_more", n=len(names) - most) if len(names) > most else ""
    return join(names[:most], lang) + more


def milestones(document: Document, steps: Sequence[MilestoneRow], lang: Lang, form: Density) -> None:
    """A table of milestones, each with the number of its source."""
    names = [t(lang, key) for key in ("note_date", "note_title", "note_step", "note_source")]
    table = _table(document, (31, 66, 56, 17), names, form, t(lang, "milestones"))
    for record, step, number in steps:
        cells = _row(table)
        _write(cells[0], step["date"], form.size, palette.INK)
        _write(cells[1], record["title"], form.size, palette.FOCUS_TEXT[record["focus"]])
        words = " — ".join(text for text in (step["status"], step["money"]) if text)
        aside = "; ".join(text for text in (step["where"], step["differs"], step["later"]) if text)
        _write(cells[2], words + (f" ({aside})" if aside else ""), form.size, palette.INK)
        _write(cells[3], f"[{number}]" if number else "", form.size, palette.INK)


def _table(document: Document, widths: Iterable[float], names: Sequence[str], form: Density, title: str) -> Table:
    table: Table = document.add_table(rows=1, cols=len(names))
    table.style, table.autofit = "Table Grid", False
    properties = document.element.xpath("w:body/w:tbl/w:tblPr")[-1]
    properties.append(borders())
    properties.append(word.element("tblCaption", val=clean(title)))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        column.cells[0].width = Mm(width)
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        _write(cell, name, form.size, palette.INK, bold=True)
        word.shade(cell, _HEAD)
    return table


def _row(table: Table) -> list[_Cell]:
    row: Any = table.add_row()  # type: ignore[no-untyped-call]
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
    return list(row.cells)


def _write(cell: _Cell, text: str, size: float, ink: str, *, bold: bool = False, more: bool = False) -> None:
    paragraph = cell.add_paragraph() if more else cell.paragraphs[0]
    paragraph.style = "Table Text" if size > _TIGHT else "Table Tight"
    run = paragraph.add_run(bounded(clean(text), _MOST))  # a row is never parted, so it has to fit a page
    run.font.size, run.font.bold = Pt(size), bold
    run.font.color.rgb = RGBColor.from_string(ink.removeprefix("#"))


def borders() -> Any:
    """Rules under the rows of a table and none beside."""
    found = word.element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        found.append(word.element(side, val="single", sz="4", space="0", color=_RULE))
    for side in ("left", "right", "insideV"):
        found.append(word.element(side, val="nil"))
    return found
