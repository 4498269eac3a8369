"""Whether features speak the atlas's vocabularies: a file that is sound GeoJSON can still say what no page knows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from atlas import vocab
from atlas.countries import is_country
from atlas.errors import Problem
from atlas.records import Date, Document
from loaders.catalogue.messages import is_slug
from loaders.geojson.schema import STEP, holds

_ONE: Final[Mapping[str, Collection[object]]] = {
    "focus_area": vocab.FOCUS_AREAS, "focus_area_basis": vocab.BASES, "region": vocab.REGIONS,
    "precision": vocab.PRECISIONS, "basis": vocab.BASES,
}  # fmt: skip
_MAYBE: Final[Mapping[str, Collection[object]]] = {
    "priority_area": vocab.PRIORITY_AREAS, "confidence": vocab.CONFIDENCES,
    "route_basis": vocab.ROUTE_BASES, "status": vocab.STATUSES, "role": vocab.ROLES,
}  # fmt: skip
_MANY: Final[Mapping[str, Collection[object]]] = {"themes": vocab.THEMES, "instruments": vocab.INSTRUMENTS}
_STEP: Final = ("date", "status", "amount", "currency", "source", "note_ja", "note_en")
_ADDED: Final = STEP.keys() - {*_STEP}
_DATE: Final[TypeAdapter[str]] = TypeAdapter(Date)


def domain_problems(
    features: Iterable[Mapping[str, Any]],
    documents: Mapping[str, Document],
    organisations: Collection[str] | None,
    file: str,
) -> list[Problem]:
    """Every value of the features that no vocabulary, source or list of organisations knows (None: not looked at)."""
    return [
        Problem(file, f"feature {feature['id']}", fault)
        for feature in features
        for fault in (
            *_words(feature["properties"]),
            *_sources(feature["properties"], documents),
            *_codes(feature["properties"], organisations),
        )
    ]


def _codes(properties: Mapping[str, Any], organisations: Collection[str] | None) -> Iterator[str]:
    countries = [*properties["countries"], *([properties["country"]] if properties["country"] else [])]
    yield from (f"country '{code}' is not a country's code" for code in countries if not is_country(code))
    yield from (f"{name} '{properties[name]}' is not a key" for name in ("initiative", "site")
                if not is_slug(properties[name]))  # fmt: skip
    if not is_slug(properties["place"]) and not is_country(properties["place"]):
        yield f"place '{properties['place']}' is not a key of the gazetteer"
    known = properties["partners"] if organisations is None else organisations
    for code in properties["partners"]:
        if code not in known and not is_country(code):
            yield f"partner '{code}' is neither in organisations.yml nor a country's code"


def _words(properties: Mapping[str, Any]) -> Iterator[str]:
    for name, allowed in (*_ONE.items(), *_MAYBE.items()):
        value = properties.get(name)
        if value not in allowed and not (value is None and name in _MAYBE):
            yield f"{name} '{value}' is not in the vocabulary"
    for name, allowed in _MANY.items():
        yield from (f"{name} '{value}' is not in the vocabulary" for value in properties[name] if value not in allowed)
    if properties["precision"] == "route" and properties["route_basis"] is None:
        yield "a route needs a route_basis"


def _sources(properties: Mapping[str, Any], documents: Mapping[str, Document]) -> Iterator[str]:
    for mention in properties["mentions"]:
        document, _, item = mention.partition(":")
        if document not in documents or item not in documents[document].outline:
            yield f"mention '{mention}' points to no item of documents.yml"
    cited = [properties["source"]] if properties["source"] else []
    for step in properties["milestones"]:
        cited.append(str(step.get("source")))
        yield from _step(step)
    yield from (f"source '{key}' is not in documents.yml" for key in cited if key not in documents)


def _step(step: Mapping[str, Any]) -> Iterator[str]:
    if missing := [name for name in _STEP if name not in step]:
        yield f"a milestone needs {', '.join(missing)}"
        return
    if step["status"] not in vocab.STATUSES:
        yield f"milestone status '{step['status']}' is not in the vocabulary"
    if not all(holds("text or null", step[name]) for name in ("note_ja", "note_en")):
        yield "a milestone's notes must be text or null"
    yield from (f"a milestone's {name} must be {STEP[name]}" for name in _ADDED
                if name in step and not holds(STEP[name], step[name]))  # fmt: skip
    if step.get("recipient") and not is_country(str(step["recipient"])):
        yield f"recipient '{step['recipient']}' is not a country's code"
    if step["amount"] is not None and not (holds("number or null", step["amount"]) and _is_currency(step["currency"])):
        yield "a milestone's amount needs to be a number with a currency"
    try:
        _DATE.validate_python(step["date"])
    except ValidationError:
        yield f"milestone date '{step['date']}' is not a date like 2025, 2025-05 or 2025-05-18"


def _is_currency(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("[A-Z]{3}", value) is not None
