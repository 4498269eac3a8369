"""XLSX: the table with real types, a sheet that says what it is and who says so, and the milestones."""

from __future__ import annotations

from typing import Any, Final

from atlas.countries import country_name
from atlas.progress.milestones import Told, differs_text
from atlas.progress.status import status_text
from atlas.vocab import Label, text_of
from atlas.words.i18n import t
from atlas.words.prose import ATTRIBUTIONS, BOUNDARIES
from exporters.extract import Entry, Extract
from exporters.tables.columns import COLUMNS, Kind, header, table
from exporters.tables.values import Value, places
from exporters.tables.workbook import Book

_STEPS: Final[dict[str, tuple[Label, int]]] = {
    "title": (COLUMNS["title"].label, 44), "places": (COLUMNS["places"].label, 30),
    "date": (Label("日付", "Date"), 12), "dated": (Label("出典による時期", "When, in the source's words"), 20),
    "status": (COLUMNS["status"].label, 14),
    "amount": (Label("金額", "Amount"), 16), "currency": (Label("通貨", "Currency"), 10),
    "recipient": (Label("供与先", "Recipient"), 18), "year": (Label("会計年度（日本）", "Fiscal year (Japan)"), 12),
    "differs": (Label("出典間の相違", "Disagreement"), 22),
    "note": (COLUMNS["note"].label, 44), "publisher": (Label("発行", "Publisher"), 26),
    "source": (Label("出典", "Source"), 50), "address": (Label("アドレス", "Address"), 50),
}  # fmt: skip
_SOURCE: Final = ("publisher", "title", "date", "address", "read")
_KINDS: Final[dict[str, Kind]] = {"date": "date", "read": "date", "address": "link"}
_A3: Final = 8
_ABOUT: Final = (26, 76, 14, 60, 14)


def xlsx_bytes(extract: Extract) -> bytes:
    """The whole workbook: the table, about, milestones."""
    book = Book(extract)
    _rows(book, extract)
    about(book, extract)
    _milestones(book, extract)
    return book.close()


def _rows(book: Book, extract: Extract) -> None:
    sheet, found = book.sheet(f"by_{extract.by}"), table(extract)
    book.head(sheet, [header(key, extract.lang) for key in COLUMNS], [column.width for column in COLUMNS.values()])
    for number, row in enumerate(found, start=1):
        for column, (key, value) in enumerate(row.items()):
            book.put(sheet, number, column, value, COLUMNS[key].kind)
        book.fit(sheet, number, ((value, COLUMNS[key].width) for key, value in row.items()))
    sheet.set_paper(_A3)
    sheet.fit_to_pages(3, 0)
    sheet.repeat_columns(0)
    _finish(sheet, len(found), len(COLUMNS))


def _finish(sheet: Any, rows: int, columns: int) -> None:
    """Header and first column stay in sight and on every printed page; every column can be filtered."""
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(rows, 1), columns - 1)


def about(book: Book, extract: Extract) -> None:
    """A sheet that says what the workbook is, and every source that it rests on."""
    lang = extract.lang
    sheet = book.sheet("sheet_about")
    sheet.fit_to_pages(1, 0)
    for column, width in enumerate(_ABOUT):
        sheet.set_column(column, column, width)
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
    lang = extract.lang
    for column, key in enumerate(_SOURCE):
        sheet.write_string(top, column, t(lang, key), book.styles["head"])
    for number, one in enumerate(extract.cited().values(), start=top + 1):
        cells = (one.publisher.text(lang), one.title.text(lang), one.date, one.address, one.read)
        for column, (key, value) in enumerate(zip(_SOURCE, cells, strict=True)):
            book.put(sheet, number, column, value, _KINDS.get(key, "text"))
        book.fit(sheet, number, zip(cells, _ABOUT, strict=True))


def _milestones(book: Book, extract: Extract) -> None:
    sheet, lang = book.sheet("milestones"), extract.lang
    widths = [width for _, width in _STEPS.values()]
    book.head(sheet, [label.text(lang) for label, _ in _STEPS.values()], widths)
    steps = [(entry, one) for entry in extract.entries() for one in entry.told(extract.lang)]
    for number, (entry, one) in enumerate(steps, start=1):
        cells = _step(entry, one, extract)
        for column, (key, value) in enumerate(cells.items()):
            book.put(sheet, number, column, value, _KINDS.get(key, "text"))
        book.fit(sheet, number, zip(cells.values(), widths, strict=True))
    sheet.fit_to_pages(1, 0)
    _finish(sheet, len(steps), len(_STEPS))


def _step(entry: Entry, one: Told, extract: Extract) -> dict[str, Value]:
    lang, step, source = extract.lang, one.step, extract.documents.get(one.step["source"])
    return {
        "title": text_of(entry.rows[0], "title", lang),
        "places": one.where or places(entry, extract),
        "date": step["date"], "dated": text_of(step, "dated", lang), "status": status_text(step, lang),
        "amount": step["amount"], "currency": step["currency"],
        "recipient": country_name(step["recipient"], lang) if step.get("recipient") else None,
        "year": step.get("fiscal_year"), "note": text_of(step, "note", lang),
        "differs": differs_text(one.differs, lang),
        "publisher": source.publisher.text(lang) if source else None,
        "source": source.title.text(lang) if source else step["source"], "address": source.address if source else None,
    }  # fmt: skip
