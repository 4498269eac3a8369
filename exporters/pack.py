"""Packs: a page per region, country, focus area or region × focus area, with cover, contents and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

import numpy as np

from atlas import vocab
from atlas.countries import country_name
from atlas.filter import Filter
from atlas.vocab import Lang
from exporters.extract import Extract
from exporters.pictures import Snapshot
from exporters.render.paint import pdf_bytes, png_bytes
from exporters.render.slides import pptx_bytes
from exporters.render.zipped import zip_bytes
from exporters.snapshot.brief import gather
from exporters.snapshot.cover import contents_pages, cover_page, source_pages
from exporters.snapshot.sheet import Sheet

By = Literal["region", "country", "focus", "region-focus"]
BYS: Final[tuple[By, ...]] = get_args(By)
PACKS: Final = ("pptx", "pdf", "zip")
Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Chapter:
    """One page of a pack: its title and the sites that it shows, as a filter and as a mask over the extract's rows."""

    title: str
    filter: Filter
    rows: np.ndarray[tuple[int], np.dtype[np.bool_]]


def chapters(extract: Extract, by: By, lang: Lang) -> list[Chapter]:
    """The pages of a pack, those without any initiative left out."""
    found = [chapter for chapter in _wanted(extract, by, lang) if chapter.rows.any()]
    return found


def _wanted(extract: Extract, by: By, lang: Lang) -> Iterator[Chapter]:
    sites, chosen = extract.sites, extract.filter
    if by == "country":
        for code in sorted({c for codes in sites["countries"] for c in codes}, key=lambda c: country_name(c, lang)):
            rows = np.array([code in codes for codes in sites["countries"]], dtype=bool)
            yield Chapter(country_name(code, lang), chosen.with_codes("country", (code,)), rows)
        return
    for region in vocab.REGIONS if by != "focus" else [""]:
        for focus in (1, 2, 3, 0) if by != "region" else [-1]:
            rows = np.ones(len(sites), dtype=bool)
            filter_, names = chosen, []
            if region:
                rows &= (sites["region"] == region).to_numpy()
                filter_, names = filter_.with_codes("region", (region,)), [vocab.REGIONS[region].text(lang)]
            if focus >= 0:
                rows &= (sites["focus_area"] == focus).to_numpy()
                filter_ = filter_.with_codes("focus", (str(focus),))
                names = [*names, vocab.FOCUS_SHORT[focus].text(lang)]
            yield Chapter(("：" if lang == "ja" else ": ").join(names), filter_, rows)


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
        sheets += _bound(snapshot, lang, pages)
    progress(1.0, "")
    return sheets


def _chapter(snapshot: Snapshot, chapter: Chapter, lang: Lang) -> list[Sheet]:
    extract = replace(snapshot.extract, sites=snapshot.extract.sites[chapter.rows], filter=chapter.filter)
    options = replace(snapshot.options, title=chapter.title)
    return replace(snapshot, extract=extract, options=options).sheets(lang)


def _bound(snapshot: Snapshot, lang: Lang, pages: Sequence[tuple[str, list[Sheet]]]) -> list[Sheet]:
    extract, options = snapshot.spoken(lang)
    brief = gather(extract, snapshot.base, options)
    listed = [title for title, _ in pages]
    lengths = [len(sheets) for _, sheets in pages]
    front = contents_pages(brief, listed, lengths)
    return [cover_page(brief), *front, *(sheet for _, sheets in pages for sheet in sheets), *source_pages(brief)]


def pack_bytes(snapshot: Snapshot, by: By, kind: str, progress: Progress = lambda share, doing: None) -> bytes:
    """A pack as one file: slides, PDF, or a ZIP of PNG pictures with an index."""
    sheets = pack_sheets(snapshot, by, progress)
    stamp = snapshot.extract.stamp()
    if kind == "pptx":
        return pptx_bytes(sheets, stamp, snapshot.extract.words())
    if kind == "pdf":
        return pdf_bytes(sheets, stamp, snapshot.facts(snapshot.langs[0]))
    return zip_bytes(_pictures(snapshot, sheets, progress), stamp)


def _pictures(snapshot: Snapshot, sheets: Sequence[Sheet], progress: Progress) -> Iterator[tuple[str, bytes]]:
    facts, stamp = snapshot.facts(snapshot.langs[0]), snapshot.extract.stamp()
    index = []
    for number, sheet in enumerate(sheets, 1):
        name = f"{number:02}.png"
        index.append(f"{name}\t{sheet.title.plain()}")
        progress(number / len(sheets), name)
        yield name, png_bytes(sheet, snapshot.options.pixels(), stamp, facts)
    yield "index.txt", ("\ufeff" + "\r\n".join(index) + "\r\n").encode()
