"""GeoJSON in: a row a feature; one that breaks the standard keeps its row and says what is wrong with it."""

from __future__ import annotations

import json
from typing import Any, Final

from shapely.geometry import LineString, Point, shape
from shapely.geometry.base import BaseGeometry

from atlas.errors import DataError
from loaders.geojson.repair import eased
from loaders.geojson.rfc7946 import Fault, collection_faults
from loaders.geojson.strictjson import parse_json
from loaders.lists.formats.counts import few_values
from loaders.lists.formats.grid import cell_text, few_enough
from loaders.lists.formats.headers import Own, properties
from loaders.lists.remark import ListError, Remark

Values = dict[str, str]
_BEYOND: Final = "a position must be longitude within"


def read_geojson(data: bytes, own: Own | None = None) -> tuple[list[Values], list[Remark]]:
    """The rows of a FeatureCollection and what was mended on the way; raises ListError."""
    few_values(data)
    try:
        collection = parse_json(data.removeprefix(b"\xef\xbb\xbf"), "GeoJSON")
    except DataError as error:
        raise ListError("geojson_broken", fault=error.problems[0].message) from None
    features = collection.get("features") if isinstance(collection, dict) else None
    shell = {**collection, "features": []} if isinstance(features, list) else collection
    for where, rule in collection_faults(shell):
        raise ListError("geojson_broken", fault=f"{where}: {rule}".lstrip(": "))
    few_enough(len(features or []))
    given = list(features or [])
    faults = [list(collection_faults({"type": "FeatureCollection", "features": [feature]})) for feature in given]
    return [_row(*pair, own or {}) for pair in zip(given, faults, strict=True)], _notes(collection, given, faults)


def _notes(collection: Any, features: list[Any], faults: list[list[Fault]]) -> list[Remark]:
    sound = [feature for feature, wrong in zip(features, faults, strict=True) if not wrong]
    found = eased({**collection, "features": sound}, [""] * len(sound))
    return [Remark(f"eased_{note.kind}", {"n": note.features}) for note in found.notes if note.kind != "unseen"]


def _row(feature: Any, wrong: list[Fault], own: Own) -> Values:
    given = feature.get("properties") if isinstance(feature, dict) else None
    values = {str(name): _text(value) for name, value in given.items()} if isinstance(given, dict) else {}
    found = properties(values, own)
    faults = [rule for _, rule in wrong]
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    beyond = [rule for rule in faults if rule.startswith(_BEYOND)]  # the numbers may only be swapped
    if geometry and (not faults or faults == beyond):
        found |= position(geometry)
    if left := [rule for rule in faults if rule not in beyond or "coordinates" not in found]:
        found["fault"] = f"GeoJSON: {left[0]}."
    return found


def _text(value: Any) -> str:
    """A property as a cell: lists joined, objects passed over."""
    if isinstance(value, list):
        return "; ".join(cell_text(item) for item in value if not isinstance(item, dict | list))
    return "" if isinstance(value, dict) else cell_text(value)


def position(geometry: dict[str, Any]) -> Values:
    """The point, or a point on the line or area, which is then only near."""
    if geometry.get("type") == "Point":
        lon, lat = geometry["coordinates"][:2]
        return {"lon": json.dumps(lon), "lat": json.dumps(lat)}
    try:
        middle = _middle(shape(geometry))
    except (ValueError, TypeError, AttributeError):
        return {}
    if middle.is_empty:
        return {}
    return {"lon": f"{middle.x:.6f}", "lat": f"{middle.y:.6f}", "precision": "city"}


def _middle(form: BaseGeometry) -> Point:
    """A point on a shape: half-way along a line, inside an area."""
    if isinstance(form, LineString) and not form.is_empty:
        return form.interpolate(0.5, normalized=True)
    return form.representative_point()
