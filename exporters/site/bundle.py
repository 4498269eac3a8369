"""What a page that works without a server carries: index, catalogue, records, and what is to be said with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from atlas.geo.bounds import bounds_of
from atlas.vocab import PRECISIONS, Lang
from atlas.words.i18n import t
from atlas.words.phrases import short_names
from atlas.words.prose import ATTRIBUTIONS, BOUNDARIES, PRECISION
from exporters.details import Detail, details, related_to, source
from exporters.extract import Extract
from maps.ground import Ground
from maps.payload import payload
from maps.symbols import form_of, symbol_files
from maps.world import PLAIN
from web.catalogue import catalogue_file
from web.extents import extents
from web.index_file import index_file

_FOOT: Final = (
    "about", "filter", "counts", "documents", "edition", "precision", "boundaries_head", "attributions", "link",
)  # fmt: skip
_ESCAPES: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def shared(extract: Extract, ground: Ground) -> dict[str, Any]:
    """What both languages need; a page of one year stays at that year."""
    boxes = extents(extract.sites, extract.index, ground.context)
    return {
        "index": index_file(extract.index, extract.sites["region"].tolist(), boxes),
        "symbols": symbol_files(),
        "bounds": bounds_of(extract.sites, ground.context) if extract.filter else None,
        "narrow": {"year": extract.filter.year} if extract.filter.year else {},
        "map": PLAIN,
    }


def spoken(extract: Extract, ground: Ground, lang: Lang, link: str) -> dict[str, Any]:
    """What one language needs: the map's data, the catalogue, the records, the foot."""
    extract = replace(extract, lang=lang)
    told = foot(extract, link)
    numbers = {repr(one): number for number, one in enumerate([*told["documents"], *told["records"]])}
    return {
        "features": payload(extract.sites, lang, ground.context, short_names(extract.documents, lang)),
        "catalogue": catalogue_file(extract.sites, extract.index, extract.organisations, extract.documents, lang),
        "records": [
            _cited(one, numbers) | {"related": related_to(extract.sites, one["id"], lang)} for one in details(extract)
        ],
        "foot": told,
    }


def _cited(record: Detail, numbers: Mapping[str, int]) -> Detail:
    """A record whose sources are numbers in the foot's lists, documents first: a source is sent once."""
    return record | {
        part: [one | {"source": numbers[repr(one["source"])] if one["source"] else None} for one in record[part]]
        for part in ("places", "milestones")
    }


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
