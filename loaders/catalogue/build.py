"""Builds the GeoJSON from the records: one feature per site, the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from atlas import vocab
from atlas.countries import region_of
from atlas.progress.years import status_at
from atlas.records import Initiative, Milestone, Place, Site, Text
from loaders.catalogue.reader import Catalogue
from loaders.geojson import geometry

_UNCERTAINTY_KM = {"site": 1, "city": 10, "admin1": 100}


def build(catalogue: Catalogue) -> bytes:
    """The whole GeoJSON file of a catalogue that has no problems (else KeyError)."""
    return render(features(catalogue.initiatives, catalogue.places))


def features(initiatives: Mapping[str, Initiative], places: Mapping[str, Place]) -> list[dict[str, Any]]:
    """One feature per site, sorted by id."""
    found = [
        feature(key, name, initiative, places) for key, initiative in initiatives.items() for name in initiative.sites
    ]
    return sorted(found, key=lambda item: str(item["id"]))


def feature(key: str, name: str, initiative: Initiative, places: Mapping[str, Place]) -> dict[str, Any]:
    """The feature of one site; geometry null where it has no place on the map."""
    site = initiative.sites[name]
    shape = _geometry(site, places)
    box = geometry.bbox([shape])
    return {
        "type": "Feature",
        "id": f"{key}/{name}",
        **({"bbox": box} if box else {}),
        "geometry": shape,
        "properties": _properties(key, name, initiative, places),
    }


def render(found: Iterable[dict[str, Any]]) -> bytes:
    """A FeatureCollection in UTF-8, one feature per line, so that a change shows as a line in a diff."""
    shapes, lines = [], []
    for item in found:  # each is dropped once it is a line: a list of tens of thousands stays small
        shapes.append(item["geometry"])
        lines.append(_json(item).encode())
    box = geometry.bbox(shapes)
    head = ['"type": "FeatureCollection"', *([f'"bbox": {_json(box)}'] if box else []), '"features": [\n']
    return b"".join([b"{\n", ",\n".join(head).encode(), b",\n".join(lines), b"\n]\n}\n"])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _key(site: Site) -> str:
    return site.place or site.country or site.region or ""


def _geometry(site: Site, places: Mapping[str, Place]) -> dict[str, Any] | None:
    if site.path:
        return geometry.line([(places[key].lon, places[key].lat) for key in site.path])
    if site.region == "global" and not site.place:
        return None
    place = places[_key(site)]
    return geometry.point(place.lon, place.lat)


def _properties(key: str, name: str, initiative: Initiative, places: Mapping[str, Place]) -> dict[str, Any]:
    site = initiative.sites[name]
    return {
        "initiative": key,
        "site": name,
        **_pair("title", initiative.title),
        **_pair("short_title", initiative.short_title),
        **_pair("summary", initiative.summary),
        "focus_area": initiative.focus_area,
        "focus_area_basis": initiative.focus_area_basis,
        "priority_area": initiative.priority_area,
        "themes": initiative.themes,
        "instruments": initiative.instruments,
        "partners": initiative.partners,
        **_place(site, places),
        "documents": list(dict.fromkeys(mention.partition(":")[0] for mention in initiative.mentions)),
        "mentions": initiative.mentions,
        "source": site.source,
        **_progress(name, initiative.milestones),
        **_iati(site, places),
        "place": _key(site),
        **_pair("focus_area_reason", initiative.focus_area_reason),
        **_pair("note", site.note),
    }


def _place(site: Site, places: Mapping[str, Place]) -> dict[str, Any]:
    return {
        "country": site.country,
        "countries": site.countries or ([site.country] if site.country else []),
        "role": site.role,
        "candidate": site.candidate,
        "region": site.region or region_of(site.country or ""),
        **_pair("place", _place_name(site, places)),
        "precision": site.precision,
        "basis": site.basis,
        "confidence": site.confidence,
        "route_basis": site.route_basis,
        "uncertainty_km": _uncertainty(site, places),
    }


def _place_name(site: Site, places: Mapping[str, Place]) -> Text:
    if site.path and not site.place:
        first, last = places[site.path[0]].name, places[site.path[-1]].name
        return Text(ja=f"{first.ja}〜{last.ja}", en=f"{first.en} – {last.en}")
    if _key(site) == "global":
        label = vocab.REGIONS["global"]
        return Text(ja=label.ja, en=label.en)
    return places[_key(site)].name


def _uncertainty(site: Site, places: Mapping[str, Place]) -> int | float | None:
    place = None if site.path else places.get(_key(site))
    # A site drawn coarser than its gazetteer entry is as uncertain as its own precision says.
    if place is not None and place.uncertainty_km is not None and place.precision == site.precision:
        return _number(place.uncertainty_km)
    return _UNCERTAINTY_KM.get(site.precision)


def _iati(site: Site, places: Mapping[str, Place]) -> dict[str, int | None]:
    """A region's box and a line of several countries are of no class of the code list."""
    kind = places[site.place].kind if site.place else "area" if site.precision == "country" else None
    return {
        "exactness": vocab.IATI_EXACTNESS[site.precision],
        "location_reach": vocab.iati_reach(site.role, kind),
        "location_class": vocab.IATI_CLASS[kind] if kind else None,
    }


def _progress(name: str, milestones: Iterable[Milestone]) -> dict[str, Any]:
    mine = sorted((one for one in milestones if not one.sites or name in one.sites), key=lambda one: one.date)
    steps = [_milestone(one) for one in mine]
    return {"status": status_at(steps, None), "milestones": steps}


def _milestone(milestone: Milestone) -> dict[str, Any]:
    return {
        "date": milestone.date,
        "status": milestone.status,
        "expected": milestone.expected,
        **_pair("dated", milestone.dated),
        "predecessor": milestone.predecessor,
        "candidate": milestone.candidate,
        "sites": milestone.sites,
        "recipient": milestone.recipient,
        "fiscal_year": milestone.fiscal_year,
        "amount": _number(milestone.amount),
        "currency": milestone.currency,
        **_pair("amount_of", milestone.amount_of),
        "source": milestone.source,
        "event": milestone.event,
        **_pair("note", milestone.note),
    }


def _pair(name: str, text: Text | None) -> dict[str, str | None]:
    return {f"{name}_ja": text.ja if text else None, f"{name}_en": text.en if text else None}


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value == int(value) else value
