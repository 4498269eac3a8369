"""A feature as every store gives it back: the atlas's own properties in their order, as `build` writes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from atlas.errors import DataError, Problem
from loaders.geojson import geometry
from loaders.geojson.schema import ABSENT, PROPERTIES, STEP, holds
from loaders.geojson.strictjson import MAX_BYTES
from loaders.stores.base import FEATURES


def normal(feature: Mapping[str, Any]) -> dict[str, Any]:
    """A sound feature without what the atlas does not know; raises DataError for a milestone that no column holds."""
    properties = feature["properties"]
    steps = [_step(str(feature["id"]), step) for step in properties["milestones"]]
    kept = {name: _plain(properties[name]) for name in PROPERTIES}
    return assembled(str(feature["id"]), _flat(feature["geometry"]), kept | {"milestones": steps})


def assembled(key: str, shape: dict[str, Any] | None, properties: Mapping[str, Any]) -> dict[str, Any]:
    """The feature of an id, a geometry (None where it has no place) and properties."""
    box = geometry.bbox([shape])
    bbox = {"bbox": box} if box else {}
    return {"type": "Feature", "id": key, **bbox, "geometry": shape, "properties": dict(properties)}


def line_of(feature: Mapping[str, Any]) -> str:
    """A feature on one line, made normal."""
    return text_of(normal(feature))


def text_of(value: Any) -> str:
    """JSON on one line; raises ValueError for NaN."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def collection(lines: Iterable[bytes], bbox: list[float] | None) -> bytes:
    """The file of some lines: the bytes that `build` writes of the same features."""
    head = ['"type": "FeatureCollection"', *([f'"bbox": {text_of(bbox)}'] if bbox else []), '"features": [\n']
    return b"".join([b"{\n", ",\n".join(head).encode(), b",\n".join(lines), b"\n]\n}\n"])


def bounded(lines: Iterable[str]) -> Iterator[bytes]:
    """The lines in UTF-8; raises DataError as soon as they are too large for a file of the atlas."""
    size = 0
    for line in lines:
        data = line.encode()
        size += len(data)
        if size > MAX_BYTES:
            raise DataError([Problem(FEATURES, "", f"larger than {MAX_BYTES // 1_000_000} MB; make it smaller")])
        yield data


def _step(key: str, step: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: _plain(step.get(name, ABSENT.get(kind))) for name, kind in STEP.items()}
    for name, kind in STEP.items():
        if not holds(kind, found[name]):
            raise DataError([Problem(FEATURES, f"feature {key}", f"a milestone's {name} must be {kind}")])
    return found


def _plain(value: Any) -> Any:
    """A whole number loses its point, as in the file that `build` writes."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _flat(shape: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """A geometry of longitudes and latitudes alone, as floats."""
    return {"type": shape["type"], "coordinates": _floats(shape["coordinates"])} if shape else None


def _floats(value: Any) -> Any:
    if isinstance(value[0], list | tuple):
        return [_floats(item) for item in value]
    return [float(number) for number in value[:2]]
