"""The overview's tabs as slides, PDF, Word and calendar: all that the screen says, nothing cut, the numbers native."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any

import docx
import openpyxl
import pytest
from icalendar import Calendar
from pptx import Presentation

from atlas.comparison import compare
from atlas.filter import Filter
from atlas.progress.status import when_text
from atlas.progress.years import days_of
from atlas.regional import expected, subject
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.overview.amounts import amount_tables
from exporters.overview.compare import compare_tables
from exporters.overview.gaps import gap_tables
from exporters.overview.moves import move_tables
from exporters.print.elements.fonts import FLOOR, clean
from exporters.print.elements.items import RoundedRect, Words
from exporters.print.elements.sheet import Sheet
from exporters.print.elements.unfolded import unfolded
from exporters.print.tables.matrix import is_broad
from exporters.print.tables.pages import table_sheets
from tests.exporters.test_overview import atlas as atlas  # the fixture
from ui.data import Atlas
from ui.overview.files import TabFiles

TABS = ("gaps", "amounts", "moves")
COMPARED = ("FJI PLW TON FSM", "PHL VNM IDN MYS", "KIR NRU TUV PNG", "asean pacific south-asia africa", "PHL VNM")
LINK = "https://atlas.example/overview"


def _files(atlas: Atlas, tab: str, lang: Lang) -> TabFiles:
    asked = Filter(), lang
    tables = {
        "gaps": lambda: gap_tables(atlas, *asked),
        "amounts": lambda: amount_tables(atlas, *asked),
        "moves": lambda: move_tables(atlas, *asked, date(2025, 11, 27), date(2026, 11, 27)),
    }.get(tab, lambda: _compared(atlas, tab, lang))()
    return TabFiles(atlas.extract(atlas.index.select(Filter()), *asked), tab, tables, f"{tab} note", LINK)


def _compared(atlas: Atlas, codes: str, lang: Lang) -> list[dict[str, Any]]:
    found = compare(atlas, Filter(), [subject(code) for code in codes.split()])
    return compare_tables(atlas, Filter(), lang, found)


def _said(tables: Any) -> Iterator[str]:
    """Every text of some tables."""
    for one in tables:
        yield one["title"]
        yield from (name for _, name, *_ in (*one.get("lines", ()), *one.get("columns", ())))
        for row in (*one.get("head", ()), *one.get("rows", ()), *one.get("foot", ())):
            for cell in row:
                yield from (str(cell[key]) for key in ("text", "sub") if cell.get(key) not in (None, ""))
                yield from (name for name, _ in cell.get("more", ()))


def _solid(text: str) -> str:
    return "".join(clean(text).split())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("tab", [*TABS, *COMPARED])
def test_pages_say_all_that_the_screen_says_and_cut_nothing(atlas: Atlas, tab: str, lang: Lang) -> None:
    of = _files(atlas, tab, lang)
    sheets = table_sheets(of.extract, tab, "", of.tables, LINK)
    words = [[one for one in _words(sheet) if one.plain()] for sheet in sheets]
    said = "\n".join(_solid(one.plain()) for page in words for one in page)
    assert not [text for text in _said(of.tables) if _solid(text) not in said]
    for sheet, page in zip(sheets, words, strict=True):
        assert all(sheet.page.holds(one.rect) and one.size >= FLOOR for one in page)
        assert not [one.plain() for one in page if one.plain().endswith("…")]
        assert not [(a.plain(), b.plain()) for a, b in combinations(page, 2)
                    if a.rect.shrunk(2).meets(b.rect.shrunk(2))]  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("tab", TABS)
def test_a_table_begins_where_a_page_has_room_and_titles_say_nothing_twice(atlas: Atlas, tab: str, lang: Lang) -> None:
    of = _files(atlas, tab, lang)
    sheets = table_sheets(of.extract, t(lang, "note_initiatives"), "", [one for one in of.tables if not is_broad(one)])
    for sheet in sheets[:-1]:
        [foot] = [item.rect.y for item in sheet.items() if isinstance(item, RoundedRect) and item.name == "foot"]
        ends = [one.rect.bottom for one in _words(sheet) if one.rect.bottom <= foot]
        assert foot - max(ends) < 0.35 * sheet.page.h
    last = sheets[-1].title.plain()
    assert last.count({"ja": "取組", "en": "nitiatives"}[lang]) == 1


def _words(sheet: Sheet) -> Iterator[Words]:
    yield from (item for item in unfolded(sheet.items()) if isinstance(item, Words))


def test_slides_have_native_tables_and_a_chart_whose_numbers_are_the_grants(atlas: Atlas) -> None:
    made = _files(atlas, "amounts", "en").makers()["pptx"][1]()
    frames = [shape for slide in Presentation(io.BytesIO(made)).slides for shape in slide.shapes if shape.has_table
              or shape.has_chart]  # fmt: skip
    table: Any = next(one for one in frames if one.has_table)
    rows = [[cell.text for cell in row.cells] for row in table.table.rows]
    assert rows[0] == ["Recipient", "FY2023", "FY2024", "FY2025", "FY2026", "Total"]
    assert [row[-1] for row in rows if row[0] in ("Malaysia", "Grants found")] == ["3,500", "14,075"]
    [chart] = [one.chart for one in frames if one.has_chart]
    assert [sum(filter(None, series.values)) for series in chart.plots[0].series] == [1975, 5000, 7100]
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert (
        sum(cell or 0 for row in book.active.iter_rows(min_row=2, min_col=2, values_only=True) for cell in row) == 14075
    )

    axes = chart.part._element.xpath(".//c:axId/@val | .//c:crossAx/@val")
    assert axes and all(int(value) >= 0 for value in axes)  # as the schema has it


@pytest.mark.parametrize("tab", TABS)
def test_shapes_have_numbers_of_their_own_and_sources_are_links(atlas: Atlas, tab: str) -> None:
    made = _files(atlas, tab, "ja").makers()["pptx"][1]()
    for slide in Presentation(io.BytesIO(made)).slides:
        ids = slide.shapes.element.xpath(".//p:cNvPr/@id")
        assert len(ids) == len(set(ids))
        assert all(rel.target_ref.startswith("http") for rel in slide.part.rels.values() if rel.is_external)


@pytest.mark.parametrize("suffix", ["pptx", "pdf", "docx", "ics"])
def test_the_same_input_gives_the_same_bytes(atlas: Atlas, suffix: str) -> None:
    tab = "moves" if suffix == "ics" else "amounts"
    one, other = (_files(atlas, tab, "en").makers()[suffix][1]() for _ in range(2))
    assert one == other


def test_word_has_the_same_tables(atlas: Atlas) -> None:
    of = _files(atlas, "amounts", "ja")
    document = docx.Document(io.BytesIO(of.makers()["docx"][1]()))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    said = "\n".join(_solid(text) for text in (*(one.text for one in document.paragraphs), *cells))
    assert not [text for text in _said(of.tables) if _solid(text) not in said]
    assert len(document.tables) == len(of.tables)


def test_the_calendar_has_each_event_as_long_as_its_date_and_says_when_in_its_title(atlas: Atlas) -> None:
    of = _files(atlas, "moves", "en")
    coming = expected(of.extract.rows, "en")
    events = {str(event["summary"]): event for event in Calendar.from_ical(of.makers()["ics"][1]()).walk("VEVENT")}
    assert len(events) == len(coming) == len({str(event["uid"]) for event in events.values()})
    for reports in coming:
        title, steps = reports[0].site["title_en"], [one.told.step for one in reports]
        [(summary, event)] = [(words, event) for words, event in events.items() if words.startswith(title)
                              and all(when_text(step, "en") in words for step in steps)]  # fmt: skip
        first, end = (event.decoded(name) for name in ("dtstart", "dtend"))
        assert first.year == min(int(step["date"][:4]) for step in steps)
        assert (end - first).days in (28, 29, 30, 31, 365, 366, 730, 731), summary
        said = str(event["description"])
        assert all(of.extract.documents[step["source"]].publisher.en in said for step in steps)
    spans = {str(event["uid"]): (event.decoded("dtstart"), event.decoded("dtend")) for event in events.values()}
    assert spans["coast-guard-training-ship-2026-delivered@foip-atlas"] == (date(2026, 4, 1), date(2027, 4, 1))
    assert spans["france-rare-earth-2026-in-service@foip-atlas"] == (date(2026, 1, 1), date(2028, 1, 1))
    assert days_of({"date": "2024-02"}) == (date(2024, 2, 1), date(2024, 2, 29))


def test_bars_stand_beside_the_first_rows_alone(atlas: Atlas) -> None:
    of = _files(atlas, "amounts", "en")
    rows = [[{"text": f"row {number}"}, {"text": str(number), "kind": "n"}] for number in range(60)]
    table = dict(of.tables[0]) | {"head": [], "rows": rows, "foot": []}
    first, second, *_ = table_sheets(of.extract, "title", "", [table], LINK)
    starts = [min(one.rect.x for one in _words(sheet) if one.plain().startswith("row ")) for sheet in (first, second)]
    assert starts[0] > 560 > starts[1]
    assert all(sheet.page.holds(one.rect) for sheet in (first, second) for one in _words(sheet))
