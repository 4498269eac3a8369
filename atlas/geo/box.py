"""The visible box: a rectangle in degrees, in either frame of longitudes, and its parts within −180..180."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import shapely
from shapely.geometry.base import BaseGeometry

from atlas.errors import AtlasError

_RULE: Final = "a box is west,south,east,north in degrees: longitudes from -180 to 360, latitudes within ±90"


class BoxError(AtlasError):
    """A box that is none."""


class Box(NamedTuple):
    """West, south, east, north in degrees; a west greater than the east crosses 180° (RFC 7946, 5.2)."""

    west: float
    south: float
    east: float
    north: float


def parse_box(text: str) -> Box:
    """Read `w,s,e,n`, longitudes −180..180 or as drawn (−30..330); raises BoxError."""
    try:
        box = Box(*map(float, text.split(",")))
    except (TypeError, ValueError):
        raise BoxError(_RULE) from None
    return checked(box)


def checked(box: Box) -> Box:
    """The same box; raises BoxError for one that is none."""
    if not all(map(math.isfinite, box)) or not all(-180 <= lon <= 360 for lon in (box.west, box.east)):
        raise BoxError(_RULE)
    if not -90 <= box.south <= box.north <= 90:
        raise BoxError(_RULE)
    return box


def parts(box: Box) -> list[BaseGeometry]:
    """What the box covers within −180..180: two pieces where it crosses 180°; both names of that meridian count."""
    west, south, east, north = checked(box)
    width = east - west if east >= west else east + 360 - west
    if width >= 360:
        return [_piece(-180, south, 180, north)]
    west = _longitude(west)
    east = west + width
    spans = [(west, min(east, 180.0))]
    if east >= 180:
        spans.append((-180.0, east - 360))
    elif west == -180:
        spans.append((180.0, 180.0))
    return [_piece(one, south, other, north) for one, other in spans]


def _longitude(lon: float) -> float:
    """The same meridian in −180..180, exact where it is so already."""
    return lon - 360 if lon > 180 else lon


def _piece(west: float, south: float, east: float, north: float) -> BaseGeometry:
    """A rectangle; one without a width or a height is a line or a point, which predicates understand."""
    corners = list(dict.fromkeys([(west, south), (east, north)]))
    if len(corners) == 1:
        return shapely.Point(corners[0])
    return shapely.LineString(corners) if west == east or south == north else shapely.box(west, south, east, north)
