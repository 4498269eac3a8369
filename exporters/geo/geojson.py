"""GeoJSON (RFC 7946): the features as the atlas holds them, with a bounding box and where they come from."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Any, Final

from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from atlas.progress.status import progress
from atlas.words.prose import ATTRIBUTIONS, BOUNDARIES
from exporters.extract import Entry, Extract

_SITE: Final = (
    "site", "country", "role", "region", "place_ja", "place_en", "precision", "basis", "confidence", "route_basis",
    "uncertainty_km", "source", "exactness", "location_reach", "location_class", "place", "note_ja", "note_en",
)  # fmt: skip


def geojson_bytes(extract: Extract) -> bytes:
    """A FeatureCollection in UTF-8, one feature a line, null geometry where there is no place."""
    entries = extract.entries()
    box = _bbox(entry.geometry for entry in entries)
    head = ['"type": "FeatureCollection"', f'"metadata": {_json(metadata(extract))}']
    head += [f'"bbox": {_json(box)}'] if box else []
    body = ",\n".join(_json(_feature(entry, extract)) for entry in entries)
    return ("{\n" + ",\n".join([*head, f'"features": [\n{body}\n]']) + "\n}\n").encode()


def metadata(extract: Extract) -> dict[str, Any]:
    """What the file shows, of which edition, from which sources, and what is to be said with it."""
    lang = extract.lang
    return {
        "filter": extract.words(), "counts": extract.counts(), "query": extract.filter.to_query(),
        "edition": extract.edition(), "boundaries": [line.text(lang) for line in BOUNDARIES],
        "attributions": [line.text(lang) for line in ATTRIBUTIONS],
        "sources": {
            key: {"publisher": one.publisher.text(lang), "title": one.title.text(lang), "date": one.date,
                  "address": one.address, "read": one.read}
            for key, one in extract.cited().items()
        },
    }  # fmt: skip


def properties(entry: Entry, extract: Extract) -> dict[str, Any]:
    """A site's own properties; an initiative has those it shares and a list of its sites."""
    rows = [{name: _plain(value) for name, value in row.items() if name != "geometry"} for row in entry.rows]
    if extract.by == "sites":
        return rows[0]
    steps = [{name: _plain(value) for name, value in one.step.items()} for one in entry.told(extract.lang)]
    shared = {name: value for name, value in rows[0].items() if name not in _SITE}
    return shared | {
        "countries": list(dict.fromkeys(code for row in rows for code in row["countries"])),
        "regions": list(dict.fromkeys(row["region"] for row in rows)),
        "status": progress(entry.rows, extract.lang, extract.filter.until).status,
        "milestones": steps,
        "sites": [{name: row[name] for name in _SITE} for row in rows],
    }


def _feature(entry: Entry, extract: Extract) -> dict[str, Any]:
    box = _bbox([entry.geometry])
    return {
        "type": "Feature",
        "id": entry.id,
        **({"bbox": box} if box else {}),
        "geometry": mapping(entry.geometry) if entry.geometry is not None else None,
        "properties": properties(entry, extract),
    }


def _plain(value: Any) -> Any:
    """NaN becomes null, and a whole number loses its point, as in the atlas's own file."""
    if isinstance(value, float):
        return None if math.isnan(value) else int(value) if value.is_integer() else value
    return value


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _bbox(shapes: Iterable[BaseGeometry | None]) -> list[float] | None:
    """West, south, east, north of the shortest arc that holds all; west > east where it crosses 180°."""
    parts = [part.bounds for shape in shapes if shape is not None for part in getattr(shape, "geoms", [shape])]
    if not parts:
        return None
    spans = sorted((west, east) for west, _, east, _ in parts)
    reach, gaps = spans[0][1], []
    for west, east in spans[1:]:
        gaps.append((west - reach, west, reach))
        reach = max(reach, east)
    gap, west, east = max(gaps, default=(-math.inf, 0.0, 0.0), key=lambda item: item[0])
    if spans[0][0] + 360 - reach >= gap:
        west, east = spans[0][0], reach
    return [west, min(part[1] for part in parts), east, max(part[3] for part in parts)]
