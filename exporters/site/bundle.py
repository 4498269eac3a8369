"""What a page that filters by itself carries: sites, facets, words, records, and what is to be said with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np

from atlas.filter import FACETS as ALL
from atlas.geo.bounds import Context, bounds_of
from atlas.index import Index
from atlas.vocab import BASES, FOCUS_HINT, PRECISIONS, REGIONS, STATUSES, Lang
from atlas.words.describe import code_name
from atlas.words.i18n import t
from atlas.words.prose import ATTRIBUTIONS, BOUNDARIES, PRECISION
from exporters.details import Detail, details, source
from exporters.extract import Extract
from exporters.tables.values import short_names
from maps.ground import Ground
from maps.payload import payload
from maps.symbols import form_of, symbol_files
from maps.world import PLAIN

_TEXT: Final = (
    "filters", "clear", "search", "search_hint", "more", "empty", "not_placed", "not_placed_why", "close", "previous",
    "next", "position", "places", "milestones", "named_in", "terms", "hidden", "unknown", "map_failed", "unit",
    "page_counts", "page_counts_all", "counts_split", "page_remove", "page_list", "own_page", "map_country",
)  # fmt: skip
_FOOT: Final = (
    "about", "filter", "counts", "documents", "edition", "precision", "boundaries_head", "attributions", "link",
)  # fmt: skip
FACETS: Final = tuple(facet for facet in ALL if facet != "year")  # a handout stands at one time
_ORDER: Final = {"region": REGIONS, "precision": PRECISIONS, "basis": BASES, "status": STATUSES}
_ESCAPES: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def shared(extract: Extract, context: Context) -> dict[str, Any]:
    """What both languages need: which site has which code, the words a search looks at, symbols, the frame."""
    index = extract.index
    lines: dict[str, int] = {}
    found = [
        [lines.setdefault(line, len(lines)) for line in dict.fromkeys(text.split("\n"))] for text in index.haystack
    ]
    return {
        "facets": {facet: _members(index, facet) for facet in FACETS},
        "initiative": index.initiative.tolist(),
        "lines": list(lines),
        "haystack": found,
        "symbols": symbol_files(),
        "bounds": bounds_of(extract.sites, context) if extract.filter else None,
        "map": PLAIN,
    }


def _members(index: Index, facet: str) -> dict[str, list[int]]:
    """The sites of each code; vocabularies with an order of their own keep it."""
    found = {code: np.flatnonzero(mask).tolist() for code, mask in index.members[facet].items()}
    order = [*(code for code in _ORDER.get(facet, ()) if code in found), *found]
    return {code: found[code] for code in dict.fromkeys(order) if found[code] or facet == "focus"}


def spoken(extract: Extract, ground: Ground, lang: Lang, link: str) -> dict[str, Any]:
    """What one language needs: the map's data, labels, records, words, and the foot."""
    extract = replace(extract, lang=lang)
    drawn = payload(extract.sites, lang, ground.context, short_names(lang))
    drawn["text"]["country"] = t(lang, "page_country")
    told = foot(extract, link)
    numbers = {repr(one): number for number, one in enumerate([*told["documents"], *told["records"]])}
    return {
        "map": drawn,
        "records": [_cited(one, numbers) for one in details(extract)],
        "names": {facet: t(lang, facet) for facet in FACETS},
        "labels": {
            facet: _labels(facet, codes, extract) for facet, codes in extract.index.allowed().items() if facet in FACETS
        },
        "hints": {str(code): hint.text(lang) for code, hint in FOCUS_HINT.items()},
        "text": {key: t(lang, key) for key in _TEXT},
        "foot": told,
    }


def _cited(record: Detail, numbers: Mapping[str, int]) -> Detail:
    """A record whose sources are numbers in the foot's lists, documents first: a source is sent once."""
    return record | {
        part: [one | {"source": numbers[repr(one["source"])] if one["source"] else None} for one in record[part]]
        for part in ("places", "milestones")
    }


def _labels(facet: str, codes: list[str], extract: Extract) -> dict[str, str]:
    return {code: code_name(facet, code, extract.lang, extract.organisations) for code in codes}


def foot(extract: Extract, link: str) -> dict[str, Any]:
    """What is to be said with an extract: filter, counts, sources, edition, precision, boundaries, the way back."""
    lang, cited = extract.lang, extract.cited().values()
    records = [source(one, lang) for one in cited if one.kind != "document"]
    return {
        "filter": extract.words(), "counts": extract.counts(), "edition": extract.edition(),
        "documents": [source(one, lang) for one in cited if one.kind == "document"],
        "records": records, "recordsHead": t(lang, "records", n=len(records)),
        "precision": [(form_of(code), PRECISIONS[code].text(lang), one.text(lang)) for code, one in PRECISION.items()],
        "boundaries_head": [line.text(lang) for line in BOUNDARIES],
        "attributions": [line.text(lang) for line in ATTRIBUTIONS],
        "link": link, "names": {key: t(lang, f"foot_{key}") for key in _FOOT},
    }  # fmt: skip


def json_text(value: Any) -> str:
    """JSON in which nothing is left that markup could end or begin."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).translate(_ESCAPES)
