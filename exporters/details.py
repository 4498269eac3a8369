"""A record in full as plain words: what the handout, the static pages and the briefing note say of an initiative."""

from __future__ import annotations

from typing import Any

import pandas as pd

from atlas import vocab
from atlas.progress.milestones import Told, differs_text, told
from atlas.progress.status import paid, progress, progress_text, status_text, when_text
from atlas.progress.years import counts, later
from atlas.records import Document
from atlas.related import related
from atlas.vocab import Lang, text_of
from atlas.words.glossary import GLOSSARY, terms_in
from atlas.words.i18n import t
from atlas.words.phrases import date_text, join, mention_text, partner_name, place_text, short_names, site_text
from exporters.clean import web
from exporters.extract import Extract, Row
from maps.symbols import form_of

Detail = dict[str, Any]


def details(extract: Extract) -> list[Detail]:
    """Every initiative of an extract in its language, in the order of the frame."""
    return [_detail(id_, rows, extract) for id_, rows in extract.groups.items()]


def _detail(id_: str, rows: list[Row], extract: Extract) -> Detail:
    row, lang = rows[0], extract.lang
    return {
        "id": id_,
        "focus": row["focus_area"],
        "area": vocab.FOCUS_SHORT[row["focus_area"]].text(lang),
        "title": text_of(row, "title", lang),
        "other": row["title_en" if lang == "ja" else "title_ja"],
        "summary": text_of(row, "summary", lang),
        "basis": _basis(row, lang),
        "tags": [vocab.INSTRUMENTS[code].text(lang) for code in row["instruments"] if code in vocab.INSTRUMENTS],
        "places": [_place(site, extract) for site in rows],
        "progress": progress_text(progress(rows, lang, extract.filter.until), lang),
        "milestones": [_step(one, extract) for one in told(rows, lang)],
        "facts": _facts(row, extract),
        "mentions": [_mention(mention, extract) for mention in row["mentions"]],
        "terms": _terms(row, lang),
    }


def related_to(frame: pd.DataFrame, initiative: str, lang: Lang) -> list[tuple[str, str]]:
    """Initiatives that have something in common with one: id, and what is shared, in words."""
    found = related(frame, initiative)
    return [(other, join([t(lang, f"shared_{kind}") for kind in shared], lang)) for other, shared in found]


def _basis(row: Row, lang: Lang) -> str:
    stated = row["focus_area_basis"] == "stated"
    return (
        t(lang, "focus_stated") if stated else t(lang, "focus_inferred", reason=text_of(row, "focus_area_reason", lang))
    )


def _place(row: Row, extract: Extract) -> dict[str, Any]:
    lang = extract.lang
    return {
        "form": form_of(row["precision"]), "place": place_text(row, lang), "how": site_text(row, lang),
        "note": text_of(row, "note", lang), "source": source(extract.documents.get(row["source"]), lang),
    }  # fmt: skip


def _step(one: Told, extract: Extract) -> dict[str, Any]:
    lang, step, until = extract.lang, one.step, extract.filter.until
    return {
        "iso": step["date"], "date": when_text(step, lang), "status": status_text(step, lang),
        "counts": counts(step), "where": one.where, "note": text_of(step, "note", lang), "money": paid(step, lang),
        "differs": differs_text(one.differs, lang),
        "later": t(lang, "year_later", year=until) if later(step, until) else "",
        "source": source(extract.documents.get(step["source"]), lang),
    }  # fmt: skip


def _facts(row: Row, extract: Extract) -> list[tuple[str, str]]:
    lang = extract.lang
    facts = {
        "partners": [partner_name(code, extract.organisations, lang) for code in row["partners"]],
        "themes": [vocab.THEMES[code].text(lang) for code in row["themes"] if code in vocab.THEMES],
    }
    if row["priority_area"]:
        facts["priority_area"] = [f"{row['priority_area']}. {vocab.PRIORITY_AREAS[row['priority_area']].text(lang)}"]
    return [(t(lang, key), join(values, lang)) for key, values in facts.items() if values]


def _mention(mention: str, extract: Extract) -> tuple[str, str]:
    key, _, code = mention.partition(":")
    document = extract.documents.get(key)
    item = document.outline.get(code) if document else None
    text = f"{item.heading.text(extract.lang)} — {item.label.text(extract.lang)}" if item else ""
    return mention_text(mention, short_names(extract.documents, extract.lang)), text


def _terms(row: Row, lang: Lang) -> list[tuple[str, str]]:
    instruments = [vocab.INSTRUMENTS[code].text(lang) for code in row["instruments"] if code in vocab.INSTRUMENTS]
    found = terms_in(text_of(row, "title", lang), text_of(row, "summary", lang), *instruments)
    return [(term, GLOSSARY[term].text(lang)) for term in found]


def source(document: Document | None, lang: Lang) -> dict[str, str] | None:
    """A source as publisher and title, with its address when it is one of the web."""
    if document is None:
        return None
    colon = "：" if lang == "ja" else ": "
    return {
        "text": f"{document.publisher.text(lang)}{colon}{document.title.text(lang)}",
        "date": date_text(document.date, lang) if document.date else "",
        "address": web(document.address),
    }
