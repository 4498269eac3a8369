"""Packs: a page per region, country, focus area or region × focus area, with cover, contents and sources."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final, Literal, get_args

from atlas import vocab
from atlas.countries import country_name
from atlas.filter import Filter
from atlas.index import Index, Mask
from atlas.vocab import Lang
from atlas.words.describe import code_name
from atlas.words.i18n import t
from exporters.clean import clean
from exporters.extract import Extract
from exporters.print.content.brief import gather
from exporters.print.cover import bound, source_pages
from exporters.print.draw.pdf import pdf_bytes
from exporters.print.draw.png import png_bytes
from exporters.print.draw.pptx import pptx_bytes
from exporters.print.elements.sheet import Sheet
from exporters.print.layout.page import finished
from exporters.print.pictures import Snapshot
from exporters.tables.csv import rows_csv
from exporters.tables.values import Value
from exporters.zipped import zip_bytes

By = Literal["region", "country", "focus", "region-focus"]
BYS: Final[tuple[By, ...]] = get_args(By)
PACKS: Final = ("pptx", "pdf", "zip")
_UNSAFE: Final = re.compile(r'\s*[\x00-\x1f\x7f<>:"/\\|?*]+\s*')  # what Windows refuses
_LONGEST: Final = 60
Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Chapter:
    """One page of a pack: its title and the sites that it shows, as a filter and as a mask over the extract's rows."""

    title: str
    filter: Filter
    rows: Mask


def chapters(extract: Extract, by: By, lang: Lang) -> list[Chapter]:
    """The pages of a pack, those without any initiative left out."""
    return [chapter for chapter in _wanted(extract, by, lang) if chapter.rows.any()]


def _wanted(extract: Extract, by: By, lang: Lang) -> Iterator[Chapter]:
    """Every page that could be, as the map's own filter sees it, so that a page and its link agree."""
    index = extract.index
    for codes in product(*(_codes(extract, index, facet, lang) for facet in by.split("-"))):
        own, filter_, names = Filter(), extract.filter, []
        for facet, code in zip(by.split("-"), codes, strict=True):
            own, filter_ = own.with_codes(facet, (code,)), filter_.with_codes(facet, (code,))
            names.append(code_name(facet, code, lang, extract.organisations, extract.documents))
        yield Chapter(("：" if lang == "ja" else ": ").join(names), filter_, index.select(own))


def _codes(extract: Extract, index: Index, facet: str, lang: Lang) -> Sequence[str]:
    """The codes of a facet in the order of the pages; those alone that the filter asks for, if it asks."""
    known = {"region": list(vocab.REGIONS), "focus": list(index.members["focus"])}.get(facet)
    codes = known or sorted(index.members[facet], key=lambda code: country_name(code, lang))
    asked = extract.filter.codes(facet)
    return [code for code in codes if code in index.members[facet] and code in (asked or codes)]


def pack_sheets(snapshot: Snapshot, by: By, progress: Progress = lambda share, doing: None) -> list[Sheet]:
    """Cover, contents, a page or more a chapter, sources; in every language of the snapshot one after another."""
    sheets: list[Sheet] = []
    plans = [(lang, chapters(snapshot.extract, by, lang)) for lang in snapshot.langs]
    total, done = sum(len(plan) for _, plan in plans), 0
    for lang, plan in plans:
        pages: list[tuple[str, list[Sheet]]] = []
        for chapter in plan:
            progress(done / max(total, 1), chapter.title)
            pages.append((chapter.title, _chapter(snapshot, chapter, lang)))
            done += 1
        sheets += _bound(snapshot, lang, pages, len(sheets))
    progress(1.0, "")
    return sheets


def _chapter(snapshot: Snapshot, chapter: Chapter, lang: Lang) -> list[Sheet]:
    extract = replace(snapshot.extract, sites=snapshot.extract.sites[chapter.rows], filter=chapter.filter)
    options = replace(snapshot.options, title=chapter.title)
    return replace(snapshot, extract=extract, options=options).sheets(lang)


def _bound(snapshot: Snapshot, lang: Lang, pages: Sequence[tuple[str, list[Sheet]]], before: int) -> list[Sheet]:
    extract, options = snapshot.spoken(lang)
    brief = gather(extract, snapshot.base, options)
    sources = (brief.t("snap_notes_sources"), finished(source_pages(brief), options))
    return bound(brief, [*pages, sources], before)


def pack_bytes(snapshot: Snapshot, by: By, kind: str, progress: Progress = lambda share, doing: None) -> bytes:
    """A pack as one file: slides, PDF, or a ZIP of PNG pictures with an index."""
    sheets = pack_sheets(replace(snapshot, slides=kind == "pptx"), by, progress)
    stamp = snapshot.extract.stamp()
    if kind == "pptx":
        return pptx_bytes(sheets, *snapshot.house())
    if kind == "pdf":
        return pdf_bytes(sheets, stamp, snapshot.facts(snapshot.langs[0]))
    return zip_bytes(_pictures(snapshot, sheets, progress), stamp)


def _pictures(snapshot: Snapshot, sheets: Sequence[Sheet], progress: Progress) -> Iterator[tuple[str, bytes]]:
    """A PNG a page, named after it, and a table of what is in which."""
    facts, stamp, lang = snapshot.facts(snapshot.langs[0]), snapshot.extract.stamp(), snapshot.langs[0]
    index: list[list[Value]] = [[t(lang, name) for name in ("pack_number", "title", "site_file")]]
    for number, sheet in enumerate(sheets, 1):
        title = clean(sheet.bookmark or sheet.title.plain())
        name = f"{number:0{max(2, len(str(len(sheets))))}}_{_file_name(title)}.png"
        index.append([number, title, name])
        progress(number / len(sheets), name)
        yield name, png_bytes(sheet, snapshot.options.pixels(), stamp, facts)
    yield "index.csv", rows_csv(index)


def _file_name(title: str) -> str:
    """A title as every system takes it in the name of a file."""
    return _UNSAFE.sub("_", unicodedata.normalize("NFC", title))[:_LONGEST].strip(" .")
