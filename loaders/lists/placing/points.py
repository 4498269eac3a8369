"""The coordinates of a row, and how exact a point they make."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from loaders.lists.cells.precision import LEVELS
from loaders.lists.placing.coordinates import Coordinate, ordered, parse_one, parse_pair
from loaders.lists.placing.placement import Line, PossiblePlace
from loaders.lists.remark import Remark

_DEGREE_KM: Final = 111.2
_LEVELS: Final = (("site", 0.0011), ("city", 0.11), ("admin1", 10.0))  # precision by the step of writing, in degrees


class Point(NamedTuple):
    """Longitude and latitude in degrees, which may lie off the globe; `step` is how fine they were written."""

    lon: float
    lat: float
    step: float


class Unread(NamedTuple):
    """Coordinates that are there but cannot be read."""

    reason: Remark


def point_of(values: Mapping[str, str]) -> Point | Unread | None:
    """The coordinates of a row, from two cells or from one that holds both; None when there are none."""
    lat, lon, both = (values.get(name, "") for name in ("lat", "lon", "coordinates"))
    if not (lat or lon):
        lat, lon, both = ("", "", both) if both else ("", "", "")
    if lat and lon:
        one, other = parse_one(lat), parse_one(lon)
        pair = _two(one, other) if one and other else None
        if pair is None and lat == lon:
            pair = parse_pair(lat)
        return _point(pair) if pair else Unread(Remark("unread", {"text": f"{lat} / {lon}"[:80]}))
    single = lat or lon or both
    if not single:
        return None
    pair = parse_pair(single)
    return _point(pair) if pair else Unread(Remark("unread", {"text": single[:80]}))


def _two(lat: Coordinate, lon: Coordinate) -> tuple[Coordinate, Coordinate] | None:
    """Latitude and longitude out of two cells: their letters count for more than their columns."""
    if (lat.axis is None) == (lon.axis is None):
        return ordered(lat, lon)
    swapped = lat.axis == "lon" or lon.axis == "lat"
    return (lon, lat) if swapped else (lat, lon)


def _point(pair: tuple[Coordinate, Coordinate]) -> Point:
    lat, lon = pair
    east = lon.degrees - 360 if 180 < lon.degrees <= 360 else lon.degrees  # some count eastward all the way round
    return Point(round(east, 6), round(lat.degrees, 6), max(lat.step, lon.step))


def flipped(point: Point) -> Iterator[Point]:
    """The same numbers with another sign, as when a minus was lost."""
    for east, north in ((1, -1), (-1, 1), (-1, -1)):
        if abs(point.lat) <= 90 and abs(point.lon) <= 180:
            yield Point(point.lon * east, point.lat * north, point.step)


def spot_at(point: Point, country: str, values: Mapping[str, str]) -> PossiblePlace:
    """The point as a place, no more precise than its numbers or the shape that it is the middle of."""
    level = next(name for name, step in _LEVELS if point.step <= step)
    precision = max((level, values.get("extent", level)), key=LEVELS.index)
    names = [values.get(name) or values.get("place", "") for name in ("place_ja", "place_en")]
    room: float | None = max(round(point.step * _DEGREE_KM), 1) if precision == level != "site" else None
    if values.get("reach"):
        room = float(values["reach"])
    return PossiblePlace(names[0], names[1], country, point.lon, point.lat, precision, "coordinates", None, room)


def line_at(point: Point, values: Mapping[str, str]) -> PossiblePlace:
    """The line of a row as a place, of no country yet."""
    parts: Line = tuple(tuple((x, y) for x, y in part) for part in json.loads(values["line"]))
    return replace(spot_at(point, "", values), country=None, precision="route", uncertainty_km=None, line=parts)
