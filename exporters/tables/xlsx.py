"""XLSX: the table with real types, a sheet that says what it is and who says so, the milestones, the sources by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate, count
from typing import Any, Final

from xlsxwriter.utility import xl_range  # type: ignore[import-untyped]

from atlas.countries import country_name
from atlas.progress.milestones import Told, differs_text
from atlas.progress.status import status_text
from atlas.records import Document
from atlas.vocab import Label, Lang, text_of
from atlas.words.i18n import t
from atlas.words.prose import ATTRIBUTIONS, BOUNDARIES
from exporters.extract import Entry, Extract
from exporters.tables.columns import COLUMNS, Kind, header, table
from exporters.tables.values import Value, places, sources_of
from exporters.tables.workbook import Book

_STEPS: Final[dict[str, tuple[Label, int]]] = {
    "title": (COLUMNS["title"].label, 44), "places": (COLUMNS["places"].label, 30),
    "date": (Label("日付", "Date"), 12), "dated": (Label("出典による時期", "When, in the source's words"), 20),
    "status": (COLUMNS["status"].label, 14),
    "amount": (Label("金額", "Amount"), 16), "currency": (Label("通貨", "Currency"), 10),
    "amount_of": (Label("何の金額か", "What the amount is of"), 22),
    "recipient": (Label("供与先", "Recipient"), 18), "year": (Label("会計年度（日本）", "Fiscal year (Japan)"), 12),
    "differs": (Label("出典間の相違", "Disagreement"), 22),
    "note": (COLUMNS["note"].label, 44), "publisher": (Label("発行", "Publisher"), 26),
    "source": (Label("出典", "Source"), 50), "address": (Label("アドレス", "Address"), 50),
}  # fmt: skip
_SOURCE: Final = ("publisher", "title", "date", "address", "read")
_KINDS: Final[dict[str, Kind]] = {"date": "date", "read": "date", "address": "link", "amount": "amount"}
_ABOUT: Final = (26, 76, 14, 60, 14)
_BY_ROW: Final = (44, 30, 26, 60, 14, 60, 14, 28)


def xlsx_bytes(extract: Extract, marking: str = "") -> bytes:
    """The whole workbook: the table, about, milestones, sources by row; the marking stands in the footers."""
    book = Book(extract, marking)
    by_row = {entry.id: sources_of(entry, extract) for entry in extract.entries()}
    _rows(book, extract, by_row)
    about(book, extract)
    _milestones(book, extract)
    _by_row(book, extract, by_row)
    return book.close()


def _rows(book: Book, extract: Extract, by_row: Mapping[str, list[str]]) -> None:
    """The table; several addresses of one cell stand on the sheet of sources, where the cell leads."""
    sheet, found = book.sheet(f"by_{extract.by}"), table(extract)
    widths, address = [column.width for column in COLUMNS.values()], list(COLUMNS).index("addresses")
    there = t(extract.lang, "sheet_sources")
    for number, row, below, listed in zip(count(1), found, _blocks(by_row), map(len, by_row.values()), strict=False):
        row = row | ({"addresses": t(extract.lang, "sheet_leads", n=listed, sheet=there)} if listed > 1 else {})
        for column, (key, value) in enumerate(row.items()):
            book.put(sheet, number, column, value, COLUMNS[key].kind)
        if listed > 1:
            book.lead(sheet, number, address, str(row["addresses"]), f"'{there}'!{below}")
        book.fit(sheet, number, zip(row.values(), widths, strict=True))
    book.list(sheet, extract.by, [header(key, extract.lang) for key in COLUMNS], len(found), widths)


def _blocks(by_row: Mapping[str, list[str]]) -> Iterator[str]:
    """The cells that each row has on the sheet of sources."""
    for last, keys in zip(accumulate(map(len, by_row.values())), by_row.values(), strict=True):
        yield xl_range(last - len(keys) + 1, 0, last, len(_BY_ROW) - 1)


def _by_row(book: Book, extract: Extract, by_row: Mapping[str, list[str]]) -> None:
    """Every source of every row, a line and a link each."""
    sheet, lang = book.sheet("sheet_sources"), extract.lang
    lines = [(entry, extract.documents[key]) for entry in extract.entries() for key in by_row[entry.id]]
    for number, (entry, one) in enumerate(lines, start=1):
        cells = (text_of(entry.rows[0], "title", lang), places(entry, extract), *_source(one, lang), entry.id)
        for column, (key, value) in enumerate(zip(("", "", *_SOURCE, ""), cells, strict=True)):
            book.put(sheet, number, column, value, _KINDS.get(key, "text"))
        book.fit(sheet, number, zip(cells, _BY_ROW, strict=True))
    names = (header("title", lang), header("places", lang), *(t(lang, key) for key in _SOURCE), header("id", lang))
    book.list(sheet, "by_row", names, len(lines), _BY_ROW)


def _source(one: Document, lang: Lang) -> tuple[Value, ...]:
    return one.publisher.text(lang), one.title.text(lang), one.date, one.address, one.read


def about(book: Book, extract: Extract) -> None:
    """A sheet that says what the workbook is, and every source that it rests on."""
    lang = extract.lang
    sheet = book.sheet("sheet_about")
    sheet.write_string(0, 0, t(lang, "name"), book.styles["title"])
    lines = [(t(lang, f"about_{key}"), value) for key, value in _facts(extract).items()]
    for number, (name, value) in enumerate(lines, start=2):
        sheet.write_string(number, 0, name, book.styles["name"])
        book.put(sheet, number, 1, value)
        book.fit(sheet, number, [(value, _ABOUT[1])])
    _sources(book, sheet, extract, len(lines) + 3)


def _facts(extract: Extract) -> dict[str, str]:
    """What the table is, in words."""
    lang = extract.lang
    named = [one.title.text(lang) for one in extract.cited().values() if one.kind == "document"]
    query = "&".join(f"{name}={value}" for name, value in ({"lang": lang} | extract.filter.to_query()).items())
    return {
        "filter": extract.words(), "counts": extract.counts(), "edition": extract.edition(),
        "documents": "\n".join(named), "places_note": t(lang, "about_places_words"),
        "boundaries": "\n".join(line.text(lang) for line in BOUNDARIES),
        "attributions": "\n".join(line.text(lang) for line in ATTRIBUTIONS), "query": f"/?{query}",
    }  # fmt: skip


def _sources(book: Book, sheet: Any, extract: Extract, top: int) -> None:
    """Every source that the table rests on, with its address."""
    lang, cited = extract.lang, extract.cited().values()
    for number, one in enumerate(cited, start=top + 1):
        cells = _source(one, lang)
        for column, (key, value) in enumerate(zip(_SOURCE, cells, strict=True)):
            book.put(sheet, number, column, value, _KINDS.get(key, "text"))
        book.fit(sheet, number, zip(cells, _ABOUT, strict=True))
    book.list(sheet, "sources", [t(lang, key) for key in _SOURCE], len(cited), _ABOUT, top)


def _milestones(book: Book, extract: Extract) -> None:
    sheet, lang = book.sheet("milestones"), extract.lang
    widths = [width for _, width in _STEPS.values()]
    steps = [(entry, one) for entry in extract.entries() for one in entry.told(extract.lang)]
    for number, (entry, one) in enumerate(steps, start=1):
        cells = _step(entry, one, extract)
        for column, key in enumerate(_STEPS):
            book.put(sheet, number, column, cells[key], _KINDS.get(key, "text"))
        book.fit(sheet, number, ((cells[key], width) for key, (_, width) in _STEPS.items()))
    book.list(sheet, "milestones", [label.text(lang) for label, _ in _STEPS.values()], len(steps), widths)


def _step(entry: Entry, one: Told, extract: Extract) -> dict[str, Value]:
    lang, step, source = extract.lang, one.step, extract.documents.get(one.step["source"])
    return {
        "title": text_of(entry.rows[0], "title", lang),
        "places": one.where or places(entry, extract),
        "date": step["date"], "dated": text_of(step, "dated", lang), "status": status_text(step, lang),
        "amount": step["amount"], "currency": step["currency"], "amount_of": text_of(step, "amount_of", lang),
        "recipient": country_name(step["recipient"], lang) if step.get("recipient") else None,
        "year": step.get("fiscal_year"), "note": text_of(step, "note", lang),
        "differs": differs_text(one.differs, lang),
        "publisher": source.publisher.text(lang) if source else None,
        "source": source.title.text(lang) if source else step["source"], "address": source.address if source else None,
    }  # fmt: skip
