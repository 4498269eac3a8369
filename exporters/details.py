"""A record in full as plain words: what the handout, the static pages and the briefing note say of an initiative."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from atlas import vocab
from atlas.glossary import GLOSSARY, terms_in
from atlas.i18n import t
from atlas.phrases import date_text, join, mention_text, money_text, partner_name, place_text, precision_text
from atlas.records import Document
from atlas.vocab import Lang
from exporters.clean import web
from exporters.extract import Extract, Row
from exporters.values import short_names
from maps.symbols import form_of

Detail = dict[str, Any]


def details(extract: Extract) -> list[Detail]:
    """Every initiative of an extract in its language, in the order of the frame."""
    groups: dict[str, list[Row]] = {}
    for row in extract.sites.to_dict("records"):
        groups.setdefault(row["initiative"], []).append({str(name): value for name, value in row.items()})
    return [_detail(id_, rows, extract) for id_, rows in groups.items()]


def _detail(id_: str, rows: list[Row], extract: Extract) -> Detail:
    row, lang = rows[0], extract.lang
    return {
        "id": id_,
        "focus": row["focus_area"],
        "area": vocab.FOCUS_SHORT[row["focus_area"]].text(lang),
        "title": row[f"title_{lang}"],
        "other": row["title_en" if lang == "ja" else "title_ja"],
        "summary": row[f"summary_{lang}"],
        "basis": _basis(row, lang),
        "tags": [vocab.INSTRUMENTS[code].text(lang) for code in row["instruments"] if code in vocab.INSTRUMENTS],
        "places": [_place(site, extract) for site in rows],
        "milestones": _milestones(rows, extract),
        "facts": _facts(row, extract),
        "mentions": [_mention(mention, extract) for mention in row["mentions"]],
        "terms": _terms(row, lang),
    }


def _basis(row: Row, lang: Lang) -> str:
    stated = row["focus_area_basis"] == "stated"
    return t(lang, "focus_stated") if stated else t(lang, "focus_inferred", reason=row[f"focus_area_reason_{lang}"])


def _place(row: Row, extract: Extract) -> dict[str, Any]:
    lang = extract.lang
    return {
        "form": form_of(row["precision"]), "place": place_text(row, lang), "how": precision_text(row, lang),
        "note": row[f"note_{lang}"], "source": source(extract.documents.get(row["source"]), lang),
    }  # fmt: skip


def _milestones(rows: Iterable[Row], extract: Extract) -> list[dict[str, Any]]:
    """The dated steps, oldest first; a step of several sites stands once, with its places when not all have it."""
    lang, all_rows = extract.lang, list(rows)
    found: dict[tuple[str, str, str], tuple[Mapping[str, Any], list[str]]] = {}
    for row in all_rows:
        for step in row["milestones"]:
            key = (step["date"], step["source"], f"{step.get(f'note_{lang}')}{step['amount']}{step['status']}")
            found.setdefault(key, (step, []))[1].append(str(row[f"place_{lang}"]))
    return [
        _step(step, [] if len(places) == len(all_rows) else places, extract)
        for _, (step, places) in sorted(found.items(), key=lambda item: item[0])
    ]


def _step(step: Mapping[str, Any], places: list[str], extract: Extract) -> dict[str, Any]:
    lang = extract.lang
    return {
        "iso": step["date"], "date": date_text(step["date"], lang), "status": vocab.STATUSES[step["status"]].text(lang),
        "where": join(list(dict.fromkeys(places)), lang), "note": step.get(f"note_{lang}"),
        "money": money_text(step["amount"], step["currency"], lang) if step["amount"] else "",
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
    return mention_text(mention, short_names(extract.lang)), text


def _terms(row: Row, lang: Lang) -> list[tuple[str, str]]:
    found = terms_in(row[f"title_{lang}"], row[f"summary_{lang}"])
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
