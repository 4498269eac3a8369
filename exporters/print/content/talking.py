"""The notes of a slide: up to three talking points from the records that it shows, and where they are from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from atlas.progress.milestones import Told, told
from atlas.progress.status import progress, progress_text, told_text
from atlas.regional import expected
from atlas.vocab import text_of
from atlas.words.i18n import t
from exporters.details import source
from exporters.extract import Extract
from exporters.print.content.brief import Brief
from exporters.print.elements.fonts import clean
from exporters.print.elements.sheet import Sheet

_MOST: Final = 3


def noted(brief: Brief, sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages with their talking points, then what filter and edition they show."""
    said = [clean(brief.extract.words()), brief.extract.counts(), brief.extract.edition(), brief.options.link]
    for sheet in sheets:
        codes = dict.fromkeys(code for some in sheet.tally.values() for code in some)
        points = _points(brief.extract, list(codes))
        sheet.notes = "\n".join([*points, *([""] if points else []), *filter(None, said)])
    return list(sheets)


def cited(sheets: Sequence[Sheet], extract: Extract) -> list[Sheet]:
    """The pages, every source with its address once, in the notes of the last."""
    *before, last = sheets
    return [*before, replace(last, notes="\n".join([last.notes, "", t(extract.lang, "notes_all"), *_sources(extract)]))]


def _sources(extract: Extract) -> Iterator[str]:
    for document in extract.cited().values():
        named = f"{document.publisher.text(extract.lang)}: {document.title.text(extract.lang)}"
        yield clean(" ".join(filter(None, [named, document.date or "", document.address or ""])))


def _points(extract: Extract, codes: Sequence[str]) -> list[str]:
    """The initiatives with the newest news: summary, how far they are, what is to come, sources by number."""
    lang, until = extract.lang, extract.filter.until
    found = {code: progress(extract.groups[code], lang, until).one for code in codes if code in extract.groups}
    newest = sorted(found, key=lambda code: _day(found[code]), reverse=True)[:_MOST]
    keys: list[str] = []
    lines = [_point(extract, code, keys) for code in newest]
    if not lines:
        return []
    told_of = (source(extract.documents.get(key), lang) for key in keys)
    sources = [f"[{n}] {one['text']}　{one['date']}".strip() for n, one in enumerate(told_of, 1) if one]
    return [t(lang, "notes_points"), *lines, "", t(lang, "notes_sources"), *map(clean, sources)]


def _day(one: Told | None) -> str:
    return str(one.step["date"]) if one else ""


def _point(extract: Extract, code: str, keys: list[str]) -> str:
    """One talking point; the sources that it rests on are added to `keys`."""
    rows, lang = extract.groups[code], extract.lang
    found = progress(rows, lang, extract.filter.until)
    coming = [one.told for reports in expected(rows, lang)[:1] for one in reports]
    steps = [*([found.one] if found.one else told(rows, lang)[:1]), *coming]
    cites = [key for step in steps if (key := step.step["source"])]
    keys += [key for key in dict.fromkeys(cites) if key not in keys]
    numbers = "".join(f"[{keys.index(key) + 1}]" for key in dict.fromkeys(cites))
    parts = {"now": progress_text(found, lang) or t(lang, "no_date"),
             "next": ("／" if lang == "ja" else "; ").join(told_text(one, lang) for one in coming)}  # fmt: skip
    news = [t(lang, f"notes_{name}", said=text) for name, text in parts.items() if text]
    between = "" if lang == "ja" else " "
    said = between.join([str(text_of(rows[0], "summary", lang)), *news])
    return clean(t(lang, "notes_point", title=text_of(rows[0], "title", lang), said=said) + numbers)
