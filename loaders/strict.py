"""Strict JSON and RFC 7946: what a features file may hold, checked before anything is built from it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, Final, NoReturn

from atlas.errors import DataError, Problem
from loaders.schema import PROPERTIES, holds, is_finite

MAX_BYTES: Final = 50_000_000
MAX_PROBLEMS: Final = 20
_DEPTHS: Final = {"Point": 0, "LineString": 1, "MultiLineString": 2}


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of at most MAX_BYTES; raises DataError."""
    if not path.is_file():
        _refuse(path.name, "missing; run python -m loaders build")
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        _refuse(path.name, f"cannot be opened ({error.strerror}); check its permissions")
    if len(data) > MAX_BYTES:
        _refuse(path.name, f"larger than {MAX_BYTES // 1_000_000} MB")
    return data


def read_collection(path: Path) -> list[dict[str, Any]]:
    """The features of a sound file; raises DataError with the first faults, each with feature and rule."""
    return parse_collection(read_bytes(path), path.name)


def parse_collection(data: bytes, file: str, needed: Collection[str] = tuple(PROPERTIES)) -> list[dict[str, Any]]:
    """The features in the bytes of a file; only `needed` properties have to be there. Raises DataError."""
    features = _features(_parse(data, file), file)
    faults = [Problem(file, where, rule) for where, rule in _faults(features, needed)]
    if faults:
        raise DataError(faults[:MAX_PROBLEMS])
    return features


def _refuse(file: str, rule: str, field: str = "") -> NoReturn:
    raise DataError([Problem(file, field, rule)])


def _parse(data: bytes, file: str) -> Any:
    try:
        return json.loads(data.decode(), parse_constant=_constant, object_pairs_hook=_object)
    except RecursionError:
        _refuse(file, "nested too deeply")
    except ValueError as error:  # also bad UTF-8 and integers of thousands of digits
        _refuse(file, f"not valid JSON: {error}")


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number in JSON")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _features(collection: Any, file: str) -> list[Any]:
    if not isinstance(collection, dict) or collection.get("type") != "FeatureCollection":
        _refuse(file, "must be a GeoJSON FeatureCollection", "type")
    if "crs" in collection:
        _refuse(file, "RFC 7946 has no crs member; coordinates are WGS 84 longitude and latitude", "crs")
    if not isinstance(collection.get("features"), list):
        _refuse(file, "must be a list of features", "features")
    return list(collection["features"])


def _faults(features: list[Any], needed: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every rule that a feature breaks, as (feature, rule)."""
    seen: set[str] = set()
    for index, feature in enumerate(features):
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            yield f"features.{index}", "must be an object of type Feature"
            continue
        key = feature.get("id")
        where = f"feature {key}" if isinstance(key, str) else f"features.{index}"
        if not isinstance(key, str) or key in seen:
            yield where, "needs an id of its own, a text"
        else:
            seen.add(key)
        yield from ((where, rule) for rule in _property_faults(feature.get("properties"), needed))
        if "geometry" not in feature:
            yield where, "needs a geometry, null where it has no place"
        elif feature["geometry"] is not None and (rule := _geometry_fault(feature["geometry"])):
            yield where, rule


def _property_faults(properties: Any, needed: Collection[str]) -> Iterator[str]:
    if not isinstance(properties, dict):
        yield "needs properties, an object"
        return
    for name, kind in PROPERTIES.items():
        if name not in properties:
            if name in needed:
                yield f"property {name} is missing"
        elif not holds(kind, properties[name]):
            yield f"property {name} must be {kind}"


def _geometry_fault(geometry: Any) -> str | None:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(kind, str) or kind not in _DEPTHS:
        return f"geometry must be null or one of: {', '.join(_DEPTHS)}"
    return _position_fault(geometry.get("coordinates"), _DEPTHS[kind])


def _position_fault(value: Any, depth: int) -> str | None:
    if depth:
        least = 2 if depth == 1 else 1
        if not isinstance(value, list) or len(value) < least:
            return "a line needs two or more positions"
        return next((fault for item in value if (fault := _position_fault(item, depth - 1))), None)
    if not isinstance(value, list) or len(value) not in (2, 3) or not all(map(is_finite, value)):
        return "a position must be two or three finite numbers"
    if abs(value[0]) > 180 or abs(value[1]) > 90:
        return "a position must be longitude within ±180, then latitude within ±90"
    return None
