"""The atlas's own features file: RFC 7946, and the properties that every feature of it has."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final

from atlas.errors import DataError, Problem
from loaders.geojson.repair import eased
from loaders.geojson.rfc7946 import collection_faults, name_of
from loaders.geojson.schema import PROPERTIES, holds
from loaders.geojson.strictjson import MAX_BYTES, parse_json, read_bytes

MAX_PROBLEMS: Final = 20
_TYPES: Final = ("Point", "LineString", "MultiLineString")


def read_collection(path: Path) -> list[dict[str, Any]]:
    """The features of a sound file; raises DataError with the first faults, each with feature and rule."""
    return parse_collection(read_bytes(path), path.name)


def parse_collection(
    data: bytes, file: str, needed: Collection[str] = tuple(PROPERTIES), notes: list[Problem] | None = None
) -> list[dict[str, Any]]:
    """The features in the bytes of a file; only `needed` properties have to be there. Raises DataError.

    What was mended on the way (see `loaders.geojson.repair`) is added to `notes`.
    """
    collection = parse_json(data, file)
    faults = list(collection_faults(collection)) or list(_faults(collection["features"], needed))
    if faults:
        raise DataError([Problem(file, where, rule) for where, rule in faults[:MAX_PROBLEMS]])
    found = eased(collection, [name_of(feature, index) for index, feature in enumerate(collection["features"])])
    if notes is not None:
        notes += [note.problem(file) for note in found.notes]
    return found.features


def _faults(features: list[dict[str, Any]], needed: Collection[str]) -> Iterator[tuple[str, str]]:
    """What features of sound GeoJSON lack to be the atlas's own, as (feature, rule)."""
    seen: set[str] = set()
    for index, feature in enumerate(features):
        where, key, properties = name_of(feature, index), feature.get("id"), feature["properties"]
        if not isinstance(key, str) or key in seen:
            yield where, "needs an id of its own, a text"
        else:
            seen.add(key)
        yield from ((where, rule) for rule in (*_property_faults(key, properties, needed), *_geometry_faults(feature)))


def _property_faults(key: Any, properties: dict[str, Any] | None, needed: Collection[str]) -> Iterator[str]:
    if properties is None:
        yield "needs properties, an object"
        return
    for name, kind in PROPERTIES.items():
        if name not in properties:
            if name in needed:
                yield f"property {name} is missing"
        elif not holds(kind, properties[name]):
            yield f"property {name} must be {kind}"
    if "site" in properties and key != f"{properties.get('initiative')}/{properties['site']}":
        yield "its id must be its initiative, a stroke and its site"


def _geometry_faults(feature: dict[str, Any]) -> Iterator[str]:
    geometry, properties = feature["geometry"], feature["properties"] or {}
    kind = geometry["type"] if geometry else None
    if kind not in (None, *_TYPES):
        yield f"geometry must be null or one of: {', '.join(_TYPES)}"
    elif kind and (properties.get("precision") == "route") is (kind == "Point"):
        yield "a route is a line, every other site a point"


__all__ = ["MAX_BYTES", "MAX_PROBLEMS", "parse_collection", "read_bytes", "read_collection"]
