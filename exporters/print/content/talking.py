"""The notes of a slide: up to three talking points from the records that it shows, and where they are from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from atlas.progress.milestones import Told, told
from atlas.progress.moves import move_text
from atlas.progress.status import progress, progress_text, told_text
from atlas.regional import expected
from atlas.vocab import text_of
from atlas.words.glossary import explained
from atlas.words.i18n import t
from atlas.words.phrases import join
from exporters.details import source
from exporters.extract import Extract
from exporters.print.content.brief import Brief
from exporters.print.content.moved import move_of, moved_extract
from exporters.print.elements.fonts import clean
from exporters.print.elements.items import Words
from exporters.print.elements.sheet import Sheet
from exporters.print.elements.unfolded import unfolded

_MOST: Final = 3


def noted(brief: Brief, sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages with their talking points, then what filter and edition they show."""
    said = [clean(brief.extract.words()), brief.extract.counts(), brief.extract.edition(), brief.options.link]
    for sheet in sheets:
        codes = dict.fromkeys(code for some in sheet.tally.values() for code in some)
        points = _points(brief, list(codes))
        sheet.notes = "\n".join([*points, *([""] if points else []), *filter(None, said)])
    return list(sheets)


def explaining(sheet: Sheet) -> str:
    """A page's notes with what its abbreviations stand for."""
    words = (item.plain() for item in unfolded(sheet.items()) if isinstance(item, Words))
    terms = [clean(term) for term in explained([*words, sheet.notes], sheet.lang)] if sheet.notes else []
    said = t(sheet.lang, "abbreviations", terms=join(terms, sheet.lang)) if terms else ""
    return "\n".join(filter(None, (sheet.notes, said)))


def cited(sheets: Sequence[Sheet], extract: Extract, since: str) -> list[Sheet]:
    """The pages, every source with its address once, in the notes of the last."""
    *before, last = sheets
    extract = moved_extract(extract, since) if since else extract
    return [*before, replace(last, notes="\n".join([last.notes, "", t(extract.lang, "notes_all"), *_sources(extract)]))]


def _sources(extract: Extract) -> Iterator[str]:
    for document in extract.cited().values():
        named = f"{document.publisher.text(extract.lang)}: {document.title.text(extract.lang)}"
        yield clean(" ".join(filter(None, [named, document.date or "", document.address or ""])))


def _points(brief: Brief, codes: Sequence[str]) -> list[str]:
    """The initiatives with the newest news: summary, how far they are, what is to come, sources by number."""
    extract, keys = brief.extract, list[str]()
    found = [_news(brief, code) for code in codes if code in extract.groups]
    newest = sorted(found, key=lambda one: (one.further, one.day), reverse=True)[:_MOST]
    lines = [_point(extract, one, keys) for one in newest]
    if not lines:
        return []
    told_of = (source(extract.documents.get(key), extract.lang) for key in keys)
    sources = [f"[{n}] {one['text']}　{one['date']}".strip() for n, one in enumerate(told_of, 1) if one]
    words = (t(extract.lang, f"notes_{name}") for name in ("points", "sources"))
    return [next(words), *lines, "", next(words), *map(clean, sources)]


class _Point(NamedTuple):
    """How far an initiative is, in words, with the milestones that say so; whether it went a stage further."""

    code: str
    said: str
    steps: tuple[Told, ...]
    further: bool

    @property
    def day(self) -> str:
        """The day of the newest of them."""
        return max((str(one.step["date"]) for one in self.steps), default="")


def _news(brief: Brief, code: str) -> _Point:
    """What stands, or what moved since the page's day."""
    extract, since = brief.extract, brief.options.since
    rows, lang = extract.groups[code], extract.lang
    if moved := move_of(extract, rows, since) if since else None:
        return _Point(code, move_text(moved, lang), (moved.after,), moved.advanced)
    found = progress(rows, lang, extract.filter.until)
    steps = (found.one,) if found.one else ()
    return _Point(code, progress_text(found, lang) or t(lang, "no_date"), steps, False)


def _point(extract: Extract, news: _Point, keys: list[str]) -> str:
    """One talking point; the sources that it rests on are added to `keys`."""
    rows, lang = extract.groups[news.code], extract.lang
    coming = [one.told for one in next(iter(expected(rows, lang)), [])]
    cites = [key for step in (*(news.steps or told(rows, lang)[:1]), *coming) if (key := step.step["source"])]
    keys += [key for key in dict.fromkeys(cites) if key not in keys]
    numbers = "".join(f"[{keys.index(key) + 1}]" for key in dict.fromkeys(cites))
    parts = {"now": news.said, "next": ("／" if lang == "ja" else "; ").join(told_text(one, lang) for one in coming)}
    words = [t(lang, f"notes_{name}", said=text) for name, text in parts.items() if text]
    between = "" if lang == "ja" else " "
    said = between.join([str(text_of(rows[0], "summary", lang)), *words])
    return clean(t(lang, "notes_point", title=text_of(rows[0], "title", lang), said=said) + numbers)
