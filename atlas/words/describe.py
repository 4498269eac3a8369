"""A filter in words, and its short form in a file name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from atlas import vocab
from atlas.countries import country_name
from atlas.filter import FACETS, Filter
from atlas.progress.years import UNDATED
from atlas.records import Document
from atlas.vocab import Label, Lang
from atlas.words.i18n import t
from atlas.words.phrases import join, partner_name

_LABELS: Final[Mapping[str, Mapping[str, Label]]] = {
    "focus": {str(code): label for code, label in vocab.FOCUS_SHORT.items()},
    "region": vocab.REGIONS, "theme": vocab.THEMES, "instrument": vocab.INSTRUMENTS,
    "precision": vocab.PRECISIONS, "basis": vocab.BASES, "status": vocab.STATUSES,
}  # fmt: skip
_NONE: Final[Mapping[str, Document]] = MappingProxyType({})
_UNSAFE: Final = re.compile(r"[^a-z0-9]+")


def code_name(
    facet: str, code: str, lang: Lang, names: Mapping[str, Any], documents: Mapping[str, Document] = _NONE
) -> str:
    """The name of a code of a facet; `names` has the partner organisations (each with `text(lang)`)."""
    if facet == "document" and code in documents:
        return documents[code].named(lang)
    if facet == "country":
        return country_name(code, lang)
    if facet == "partner":
        return partner_name(code, names, lang)
    if facet == "year":
        return t(lang, "year_undated") if code == UNDATED else t(lang, "year_end", year=code)
    label = _LABELS.get(facet, {}).get(code)
    return label.text(lang) if label else code


def filter_text(
    filter_: Filter, lang: Lang, names: Mapping[str, Any], documents: Mapping[str, Document] = _NONE
) -> str:
    """The filter in words: 重点分野：安全保障分野の連携／地域：太平洋島嶼国, or that everything is shown."""
    colon, between = ("：", "／") if lang == "ja" else (": ", "; ")
    parts = [
        f"{t(lang, facet)}{colon}"
        + join([code_name(facet, code, lang, names, documents) for code in filter_.codes(facet)], lang)
        for facet in FACETS
        if filter_.codes(facet) and facet != "ids"
    ]
    if filter_.ids:
        parts.append(t(lang, "ids_chosen", n=len(filter_.ids)))
    if filter_.q:
        parts.append(f"{t(lang, 'search')}{colon}" + (f"「{filter_.q}」" if lang == "ja" else f"“{filter_.q}”"))
    return between.join(parts) or t(lang, "filter_none")


def filter_slug(filter_: Filter, limit: int) -> str:
    """The filter for a file name: `focus3-pacific`, `all`; ASCII, cut to a limit with a short hash."""
    words = [f"focus{'-'.join(filter_.focus)}"] if filter_.focus else []
    words += [code for facet in FACETS if facet not in ("focus", "year", "ids") for code in filter_.codes(facet)]
    words += [code if code == UNDATED else f"until{code}" for code in filter_.year]
    words += [f"chosen{len(filter_.ids)}-{_hash(filter_)}"] if filter_.ids else []
    asked = _UNSAFE.sub("-", filter_.q.lower()).strip("-")
    words += [f"search-{asked}" if filter_.q.isascii() and asked else f"search-{_hash(filter_)}"] if filter_.q else []
    slug = _UNSAFE.sub("-", "-".join(words).lower()).strip("-") or "all"
    return slug if len(slug) <= limit else f"{slug[: limit - 7].rstrip('-')}-{_hash(filter_)}"


def _hash(filter_: Filter) -> str:
    return hashlib.sha256(repr(filter_.to_query()).encode()).hexdigest()[:6]
