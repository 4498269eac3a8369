"""A geometry as a row has it: unwrapped across 180°, a line as a line, an area as a point and how far it reaches."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, unary_union

from atlas.geo.distance import great_circle_km
from loaders.geojson.schema import is_finite

MAX_LINE: Final = 500  # positions of a line that are kept
_SITE_KM, _CITY_KM = 1.0, 25.0  # an area that reaches no farther from its middle is as good as a site, or a city
_FINEST: Final = 0.0005  # degrees by which a line of too many positions is first made simpler


def wrapped(geometry: Any) -> Any:
    """The same with longitudes that are counted past 180° taken back, as the standard has them; the rest as it is."""
    if not isinstance(geometry, dict):
        return geometry
    if isinstance(geometry.get("geometries"), list):
        return {**geometry, "geometries": [wrapped(part) for part in geometry["geometries"]]}
    return {**geometry, "coordinates": _taken_back(geometry["coordinates"])} if "coordinates" in geometry else geometry


def _taken_back(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    if value and isinstance(value[0], list):
        return [_taken_back(item) for item in value]
    beyond = bool(value) and is_finite(value[0]) and 180 < abs(value[0]) <= 360
    return [_home(value[0]), *value[1:]] if beyond else value


def _home(lon: float) -> float:
    """The same meridian within ±180°; that of 180° keeps its sign."""
    return round(lon - math.copysign(360, lon), 9) if abs(lon) > 180 else lon


def unwrapped(geometry: dict[str, Any]) -> dict[str, Any]:
    """The same with every part the short way round and near to the first, so that longitudes may leave ±180°."""
    if "geometries" in geometry:
        return {**geometry, "geometries": [unwrapped(part) for part in geometry["geometries"]]}
    lines = list(_lines(geometry["coordinates"]))
    start = lines[0][0][0] if lines else 0.0
    return {**geometry, "coordinates": _near(geometry["coordinates"], start)}


def _lines(value: Any) -> Iterator[list[Any]]:
    if value and not isinstance(value[0], list):
        yield [value]
    elif value and not isinstance(value[0][0], list):
        yield value
    else:
        for item in value:
            yield from _lines(item)


def _near(value: Any, start: float) -> Any:
    if not isinstance(value[0], list):
        return [_beside(value[0], start), *value[1:]]
    if isinstance(value[0][0], list):
        return [_near(item, start) for item in value]
    found = []
    for position in value:
        start = _beside(position[0], start)
        found.append([start, *position[1:]])
    return found


def _beside(lon: float, other: float) -> float:
    """The same meridian, whole turns away, at most half a turn from another."""
    turns = round((other - lon) / 360)
    return round(lon + turns * 360, 9) if turns else lon


def values_of(geometry: dict[str, Any]) -> dict[str, str]:
    """The cells of a sound geometry: its point, and for a line the line, for an area how exact its middle is."""
    if geometry["type"] == "Point":
        lon, lat = geometry["coordinates"][:2]
        return {"lon": json.dumps(lon), "lat": json.dumps(lat)}
    form = _form(geometry)
    if form is None or form.is_empty:
        return {}
    middle, found = _middle(form), dict[str, str]()
    if form.geom_type.endswith("LineString"):
        found = {"line": json.dumps(_parts(form))}
    elif (reach := _reach_km(form, middle)) > _SITE_KM:
        found = {"extent": "city" if reach <= _CITY_KM else "admin1", "reach": f"{math.ceil(reach)}"}
    return {"lon": f"{_home(middle.x):.6f}", "lat": f"{middle.y:.6f}"} | found


def _form(geometry: dict[str, Any]) -> BaseGeometry | None:
    """The geometry as one form: of a collection what has the most dimensions, parts that meet joined."""
    try:
        whole = shapely.force_2d(shape(unwrapped(geometry)))
        parts = shapely.get_parts(shapely.get_parts(whole))
        most = [part for part in parts if shapely.get_dimensions(part) == shapely.get_dimensions(parts).max()]
        if shapely.get_dimensions(most[0]) == 1:
            return linemerge(most) if len(most) > 1 else most[0]
        return unary_union(shapely.make_valid(most))
    except (ValueError, TypeError, IndexError, AttributeError, shapely.errors.GEOSException):
        return None


def _middle(form: BaseGeometry) -> Any:
    if form.geom_type.endswith("LineString"):
        longest = max(getattr(form, "geoms", [form]), key=lambda part: part.length)
        return longest.interpolate(0.5, normalized=True)
    middle = form.centroid
    return middle if form.covers(middle) or form.geom_type == "MultiPoint" else form.representative_point()


def _reach_km(form: BaseGeometry, middle: Any) -> float:
    edge = shapely.get_coordinates(form)
    return float(np.max(great_circle_km(edge[:, 0], edge[:, 1], middle.x, middle.y)))


def _parts(form: BaseGeometry) -> list[list[list[float]]]:
    """The positions of a line, within ±180°; of one of too many those that it can do without are left out."""
    finest = _FINEST
    while len(shapely.get_coordinates(form)) > MAX_LINE and finest < 1:
        form, finest = form.simplify(finest), finest * 2
    lines = getattr(form, "geoms", [form])
    return [[[round(_home(x), 6), round(y, 6)] for x, y in line.coords] for line in lines]
