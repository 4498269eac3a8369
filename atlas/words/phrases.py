"""Sentences about records: places, precision, mentions, dates and money, in Japanese and English (plain text)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from babel.dates import format_date
from babel.numbers import format_decimal

from atlas import vocab
from atlas.countries import country_name
from atlas.records import Document, Item
from atlas.vocab import Lang, text_of
from atlas.words.i18n import t

Row = Mapping[Any, Any]
_CURRENCY: Final = {"JPY": ("円", "yen"), "USD": ("米ドル", "US dollars"), "AUD": ("豪ドル", "Australian dollars"),
                    "EUR": ("ユーロ", "euros"), "INR": ("インドルピー", "Indian rupees"),
                    "FJD": ("フィジー・ドル", "Fiji dollars")}  # fmt: skip


def join(parts: list[str], lang: Lang) -> str:
    """A list in words: A、B or A, B."""
    return ("、" if lang == "ja" else ", ").join(parts)


def place_text(row: Row, lang: Lang) -> str:
    """The place of a site with its country: スバ（フィジー） or Suva, Fiji; a candidate's says so."""
    place = str(text_of(row, "place", lang) or "")
    if row["country"] and row["precision"] != "country":
        country = country_name(row["country"], lang)
        place = f"{place}（{country}）" if lang == "ja" else f"{place}, {country}"
    return t(lang, "place_candidate", place=place) if row["candidate"] else place


def precision_text(row: Row, lang: Lang) -> str:
    """How precise a site is, on what basis and how sure."""
    exact = t(lang, f"exact_{row['precision']}")
    if row["precision"] == "route":
        exact += ("（" if lang == "ja" else " (") + vocab.ROUTE_BASES[row["route_basis"]].text(lang)
        exact += "）" if lang == "ja" else ")"
    parts = [exact, vocab.BASES[row["basis"]].text(lang)]
    if row["precision"] in ("site", "city", "admin1") and row["uncertainty_km"]:
        parts.insert(1, t(lang, "within", km=f"{row['uncertainty_km']:g}"))
    if row["confidence"]:
        parts.append(t(lang, "confidence", level=vocab.CONFIDENCES[row["confidence"]].text(lang)))
    return ("。" if lang == "ja" else "; ").join(parts)


def site_text(row: Row, lang: Lang) -> str:
    """What a site is in its initiative, where that is known, and how precise its place is."""
    parts = [vocab.ROLES[row["role"]].text(lang)] if row["role"] else []
    return ("。" if lang == "ja" else "; ").join([*parts, precision_text(row, lang)])


def short_names(documents: Mapping[str, Document], lang: Lang) -> dict[str, str]:
    """What the documents that are covered whole are called in short, in their order."""
    return {key: one.named(lang) for key, one in documents.items() if one.kind == "document"}


def none_text(item: Item, lang: Lang) -> str:
    """Why an item of a document names no initiative, nothing where that is not said."""
    return t(lang, "about_no_initiative", reason=item.not_initiative.text(lang)) if item.not_initiative else ""


def mention_text(mention: str, names: Mapping[str, str]) -> str:
    """A mention in short: 進化したFOIP D2.1."""
    document, item = mention.split(":", 1)
    return f"{names.get(document, document)} {item}"


def date_text(iso: str, lang: Lang) -> str:
    """An ISO date to the precision it has: 2025, 2025-05, 2025-05-18."""
    parts = [int(part) for part in iso.split("-")]
    day = date(*[*parts, 1, 1][:3])
    patterns = ("y年", "y年M月", "y年M月d日") if lang == "ja" else ("y", "MMM y", "d MMM y")
    return format_date(day, patterns[len(parts) - 1], locale=lang)


def currency_name(currency: str, lang: Lang) -> str:
    """The name of a currency, else its code."""
    ja, en = _CURRENCY.get(currency, (currency, currency))
    return ja if lang == "ja" else en


def money_text(amount: float, currency: str, lang: Lang) -> str:
    """An amount as one says it: 4億円, 400 million yen."""
    ja, en = _CURRENCY.get(currency, (currency, currency))
    if lang == "ja":
        return f"{_ja_number(amount)}{ja}"
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if amount >= size:
            return f"{format_decimal(amount / size, format='#,##0.######', locale='en')} {word} {en}"
    return f"{format_decimal(amount, locale='en')} {en}"


def _ja_number(amount: float) -> str:
    for size, word in ((1e8, "億"), (1e4, "万")):
        if amount >= size:
            return f"{format_decimal(amount / size, format='#,##0.####', locale='ja')}{word}"
    return format_decimal(amount, locale="ja")


def partner_name(code: str, organisations: Mapping[str, Any], lang: Lang) -> str:
    """The name of a partner: an organisation of the catalogue or a country."""
    known = organisations.get(code)
    return str(known.text(lang)) if known else country_name(code, lang)
