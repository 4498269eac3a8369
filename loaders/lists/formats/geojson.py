"""GeoJSON in: a row a feature; one that breaks the standard keeps its row and says what is wrong with it."""

from __future__ import annotations

from typing import Any, Final

from atlas.errors import DataError
from loaders.geojson.repair import eased
from loaders.geojson.rfc7946 import Fault, collection_faults
from loaders.geojson.strictjson import parse_json
from loaders.lists.formats.counts import few_values
from loaders.lists.formats.grid import cell_text, few_enough
from loaders.lists.formats.headers import Own, properties
from loaders.lists.formats.shapes import unwrapped, values_of, wrapped
from loaders.lists.remark import ListError, Remark

Values = dict[str, str]
_BEYOND: Final = "a position must be longitude within"
_GEOMETRIES: Final = (
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
)  # fmt: skip


def read_geojson(data: bytes, own: Own | None = None) -> tuple[list[Values], list[Remark]]:
    """The rows of a GeoJSON text and what was mended on the way; raises ListError."""
    few_values(data)
    try:
        given = parse_json(data.removeprefix(b"\xef\xbb\xbf"), "GeoJSON")
    except DataError as error:
        raise ListError("geojson_broken", fault=error.problems[0].message) from None
    collection = _collected(given)
    features = collection.get("features") if isinstance(collection, dict) else None
    shell = {**collection, "features": []} if isinstance(features, list) else collection
    for where, rule in collection_faults(shell):
        raise ListError("geojson_broken", fault=f"{where}: {rule}".lstrip(": "))
    few_enough(len(features or []))
    features = list(features or [])
    taken = [_taken_back(feature) for feature in features]
    faults = [list(collection_faults({"type": "FeatureCollection", "features": [feature]})) for feature in taken]
    if collection is not given and any(not _beyond(rule) for _, rule in faults[0]):
        raise ListError("geojson_broken", fault=faults[0][0][1])
    notes = _notes(collection, taken, faults)
    if eastward := sum(before != after for before, after in zip(features, taken, strict=True)):
        notes.append(Remark("eased_eastward", {"n": eastward}))
    return [_row(*pair, own or {}) for pair in zip(taken, faults, strict=True)], notes


def _collected(given: Any) -> Any:
    """A feature or a geometry alone, which are GeoJSON texts too, as a collection of one."""
    kind = given.get("type") if isinstance(given, dict) else None
    if kind != "Feature" and kind not in _GEOMETRIES:
        return given
    bare = {name: value for name, value in given.items() if name != "crs"}
    feature = bare if kind == "Feature" else {"type": "Feature", "properties": None, "geometry": bare}
    return {"type": "FeatureCollection", "features": [feature]} | ({"crs": given["crs"]} if "crs" in given else {})


def _taken_back(feature: Any) -> Any:
    return {**feature, "geometry": wrapped(feature["geometry"])} if _geometry(feature) else feature


def _geometry(feature: Any) -> Any:
    return feature.get("geometry") if isinstance(feature, dict) else None


def _beyond(rule: str) -> bool:
    """Whether a fault is a position off the globe, whose numbers may only be swapped."""
    return rule.startswith(_BEYOND)


def _notes(collection: Any, features: list[Any], faults: list[list[Fault]]) -> list[Remark]:
    sound = [
        {**feature, "geometry": unwrapped(feature["geometry"])} if feature["geometry"] else feature
        for feature, wrong in zip(features, faults, strict=True)
        if not wrong
    ]
    found = eased({**collection, "features": sound}, [""] * len(sound))
    return [Remark(f"eased_{note.kind}", {"n": note.features}) for note in found.notes if note.kind != "unseen"]


def _row(feature: Any, wrong: list[Fault], own: Own) -> Values:
    given = feature.get("properties") if isinstance(feature, dict) else None
    values = {str(name): _text(value) for name, value in given.items()} if isinstance(given, dict) else {}
    found = properties(values, own)
    faults = [rule for _, rule in wrong]
    geometry = _geometry(feature)
    if geometry and all(map(_beyond, faults)):
        found |= values_of(geometry) | ({"line": ""} if faults else {})
    if left := [rule for rule in faults if not (_beyond(rule) and "lon" in found)]:
        found["fault"] = f"GeoJSON: {left[0]}."
    return found


def _text(value: Any) -> str:
    """A property as a cell: lists joined, objects passed over."""
    if isinstance(value, list):
        return "; ".join(cell_text(item) for item in value if not isinstance(item, dict | list))
    return "" if isinstance(value, dict) else cell_text(value)
