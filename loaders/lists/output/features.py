"""Entries as GeoJSON features: the properties of the atlas's own file, and what became of the row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from atlas import vocab
from atlas.countries import country_name, region_of
from atlas.vocab import Lang
from atlas.words.i18n import t
from loaders.catalogue.build import render
from loaders.geojson import geometry
from loaders.lists.entries import ListEntry
from loaders.lists.placing.placement import PossiblePlace

_UNCERTAINTY_KM = {"site": 1, "city": 10, "admin1": 100}


def geojson(entries: Iterable[ListEntry], lang: Lang) -> bytes:
    """The rows that have a position, as a FeatureCollection; remarks in one language."""
    return collection((entry for entry in entries if entry.line.placement.spot), lang)


def collection(entries: Iterable[ListEntry], lang: Lang) -> bytes:
    """Every row as a FeatureCollection, null geometry where it has no position."""
    return render(feature(entry, lang) for entry in entries)


def feature(entry: ListEntry, lang: Lang) -> dict[str, Any]:
    """A row's feature; geometry null where it has no position."""
    line = entry.line
    shape = _shape(line.placement.spot) if line.placement.spot else None
    box = geometry.bbox([shape])
    how = line.placement.how.text(lang) if line.placement.how else None
    return {
        "type": "Feature",
        "id": entry.id,
        **({"bbox": box} if box else {}),
        "geometry": shape,
        "properties": properties(entry) | {"row": line.number, "outcome": line.placement.outcome, "how": how},
    }


def _shape(spot: PossiblePlace) -> dict[str, Any]:
    if not spot.line:
        return geometry.point(spot.lon, spot.lat)
    parts = [part for whole in spot.line for part in geometry.cut(whole)]
    if len(parts) == 1:
        return geometry.line(parts[0])
    return {"type": "MultiLineString", "coordinates": [[list(position) for position in part] for part in parts]}


def properties(entry: ListEntry) -> dict[str, Any]:
    """The properties that every feature of the atlas has, in their order; what the list lacks is empty, not made up."""
    placement, values = entry.line.placement, entry.line.values
    reason = None if entry.focus is not None else "import_no_focus"
    note = values.get("note") or None
    return {
        "initiative": entry.initiative,
        "site": entry.site,
        **_both("title", _in_both(entry.title) or _untitled(entry)),
        "short_title_ja": None,
        "short_title_en": None,
        **_both("summary", _in_both(entry.summary) or ("", "")),
        "focus_area": entry.focus or 0,
        "focus_area_basis": "inferred",
        "priority_area": None,
        "themes": list(entry.themes),
        "instruments": list(entry.instruments),
        "partners": list(entry.partners),
        "country": placement.country,
        "countries": [placement.country] if placement.country else list(placement.joined),
        "role": None,
        "candidate": False,
        "region": placement.region or region_of(placement.country or ""),
        **_where(entry),
        "basis": "stated",
        "confidence": None,
        "route_basis": "schematic" if precision_of(entry) == "route" else None,
        "uncertainty_km": _uncertainty(entry),
        "documents": [],
        "mentions": [],
        "source": None,
        "status": entry.status,
        "milestones": [],
        **_iati(entry),
        "place": _key(entry),
        "focus_area_reason_ja": t("ja", reason or "import_listed_focus"),
        "focus_area_reason_en": t("en", reason or "import_listed_focus"),
        "note_ja": note,
        "note_en": note,
    }


def precision_of(entry: ListEntry) -> str:
    """The precision of a row; one without a position is as wide as the world."""
    spot = entry.line.placement.spot
    return spot.precision if spot else "region"


def _where(entry: ListEntry) -> dict[str, Any]:
    spot, country = entry.line.placement.spot, entry.line.placement.country
    values = entry.line.values
    written = [values.get(f"place_{lang}") or values.get("place") or "" for lang in vocab.RECORD_LANGS]
    names = [spot.name_ja, spot.name_en] if spot else written
    told = [
        name or (country_name(country, lang) if country else "")
        for name, lang in zip(names, vocab.RECORD_LANGS, strict=True)
    ]
    return {"place_ja": told[0], "place_en": told[1], "precision": precision_of(entry)}


def _iati(entry: ListEntry) -> dict[str, int | None]:
    """What the list says: who a place is for, and whether it is a town or a structure, it does not."""
    precision = precision_of(entry)
    return {
        "exactness": vocab.IATI_EXACTNESS[precision],
        "location_reach": None,
        "location_class": vocab.IATI_CLASS["area"] if precision == "country" else None,
    }


def _key(entry: ListEntry) -> str:
    spot = entry.line.placement.spot
    if spot and spot.key:
        return spot.key
    return str(spot.country) if spot and spot.precision == "country" else entry.id


def _uncertainty(entry: ListEntry) -> float | int | None:
    spot = entry.line.placement.spot
    if spot is None:
        return None
    room = spot.uncertainty_km if spot.uncertainty_km is not None else _UNCERTAINTY_KM.get(spot.precision)
    return int(room) if room is not None and room == int(room) else room


def _in_both(text: Any) -> tuple[str, str] | None:
    """Words in both languages; where one is missing the other stands in, so that nobody sees an empty line."""
    found = text.get("ja") or text.get("en"), text.get("en") or text.get("ja")
    return (found[0], found[1]) if found[0] and found[1] else None


def _untitled(entry: ListEntry) -> tuple[str, str]:
    return t("ja", "import_untitled", row=entry.line.number), t("en", "import_untitled", row=entry.line.number)


def _both(name: str, pair: tuple[str, str]) -> dict[str, str]:
    return {f"{name}_ja": pair[0], f"{name}_en": pair[1]}
