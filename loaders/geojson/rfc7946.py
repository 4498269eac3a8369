"""RFC 7946: the rules of GeoJSON, every one that a collection breaks told with its feature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from loaders.geojson.repair import is_crs84
from loaders.geojson.schema import is_finite

MAX_FEATURES: Final = 50_000
MAX_VERTICES: Final = 1_000_000
Fault = tuple[str, str]
_DEPTHS: Final = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
_FOREIGN: Final = {
    "FeatureCollection": ("coordinates", "geometries", "geometry", "properties"),
    "Feature": ("features", "coordinates", "geometries"),
    "Geometry": ("geometry", "properties", "features"),
}


def collection_faults(value: Any) -> Iterator[Fault]:
    """The rules that a whole collection breaks, as (where, rule); the first kind of fault ends the walk."""
    if not isinstance(value, dict) or value.get("type") != "FeatureCollection":
        yield "type", "must be a GeoJSON FeatureCollection"
    elif "crs" in value and not is_crs84(value["crs"]):
        yield "crs", "RFC 7946 has no crs member; coordinates are WGS 84 longitude and latitude"
    elif not isinstance(value.get("features"), list):
        yield "features", "must be a list of features"
    elif len(value["features"]) > MAX_FEATURES:
        yield "features", f"more than {MAX_FEATURES:,} features; make the file smaller"
    else:
        yield from _members("", value, "FeatureCollection")
        yield from _features(value["features"])


def _features(features: list[Any]) -> Iterator[Fault]:
    vertices = 0
    for index, feature in enumerate(features):
        where = name_of(feature, index)
        yield from _feature(where, feature)
        vertices += _count(feature.get("geometry")) if isinstance(feature, dict) else 0
        if vertices > MAX_VERTICES:
            yield where, f"with it the file has more than {MAX_VERTICES:,} positions; simplify the lines"
            return


def name_of(feature: Any, index: int) -> str:
    """How messages call a feature: by its id, else by its place in the list."""
    key = feature.get("id") if isinstance(feature, dict) else None
    return f"feature {key}" if isinstance(key, str) and key.isprintable() else f"features.{index}"


def _feature(where: str, feature: Any) -> Iterator[Fault]:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        yield where, "must be an object of type Feature"
        return
    yield from _members(where, feature, "Feature")
    if "id" in feature and not (isinstance(feature["id"], str) or is_finite(feature["id"])):
        yield where, "an id must be a text or a number"
    if "properties" not in feature or not isinstance(feature["properties"], dict | None):
        yield where, "needs properties, an object or null"
    if "geometry" not in feature:
        yield where, "needs a geometry, null where it has no place"
    elif feature["geometry"] is not None:
        yield from ((where, rule) for rule in _geometry(feature["geometry"]))


def _members(where: str, value: dict[str, Any], kind: str) -> Iterator[Fault]:
    yield from ((where, f"a {kind} may not have the member {name}") for name in _FOREIGN[kind] if name in value)
    if "bbox" in value and not _is_bbox(value["bbox"]):
        yield where, "a bbox must be west, south, east, north: four (or six) numbers within ±180 and ±90"


def _is_bbox(value: Any) -> bool:
    if not isinstance(value, list) or len(value) not in (4, 6) or not all(map(is_finite, value)):
        return False
    half = len(value) // 2
    (west, south), (east, north) = value[:2], value[half : half + 2]
    return bool(max(abs(west), abs(east)) <= 180 and -90 <= south <= north <= 90)


def _geometry(geometry: Any) -> Iterator[str]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind == "GeometryCollection" and isinstance(geometry.get("geometries"), list):
        for part in geometry["geometries"]:
            yield from _geometry(part)
    elif not isinstance(kind, str) or kind not in _DEPTHS:
        yield f"geometry must be null or one of: {', '.join(_DEPTHS)}, GeometryCollection"
    else:
        yield from (rule for _, rule in _members("", geometry, "Geometry"))
        fault = _positions(geometry.get("coordinates"), _DEPTHS[kind], kind)
        yield from [fault] if fault else []


def _positions(value: Any, depth: int, kind: str) -> str | None:
    """The first fault of nested positions."""
    if not depth:
        return _position(value)
    if not isinstance(value, list) or not value:
        return "coordinates must be a list that is not empty; two or more positions make a line"
    fault = next((rule for item in value if (rule := _positions(item, depth - 1, kind))), None)
    return fault or (_line(value, kind) if depth == 1 else None)


def _line(positions: list[Any], kind: str) -> str | None:
    if kind.endswith("LineString"):
        return None if len(positions) > 1 else "a line needs two or more positions"
    if kind.endswith("Polygon") and len(positions) < 4:
        return "a ring needs four or more positions"
    return "a ring must end where it begins" if kind.endswith("Polygon") and positions[0] != positions[-1] else None


def _position(value: Any) -> str | None:
    if not isinstance(value, list) or len(value) not in (2, 3) or not all(map(is_finite, value)):
        return "a position must be two or three finite numbers"
    if abs(value[0]) > 180 or abs(value[1]) > 90:
        return "a position must be longitude within ±180, then latitude within ±90"
    return None


def _count(geometry: Any) -> int:
    """How many positions a geometry has, whatever else is wrong with it."""
    if not isinstance(geometry, dict):
        return 0
    parts = geometry.get("geometries")
    own = sum(map(_count, parts)) if isinstance(parts, list) else 0
    return own + _leaves(geometry.get("coordinates"))


def _leaves(value: Any) -> int:
    if not isinstance(value, list) or not value:
        return 0
    return sum(map(_leaves, value)) if isinstance(value[0], list) else 1
