"""Shapes that a cell holds as well-known text: POINT (178.44 -18.14)."""

from __future__ import annotations

import json
import re
from typing import Final

from shapely import from_wkt, to_geojson
from shapely.errors import GEOSException

from loaders.lists.formats.shapes import values_of

_WKT: Final = re.compile(
    r"(?:SRID=4326;)?\s*((?:MULTI)?(?:POINT|LINESTRING|POLYGON)(?:\s?Z?M?)?\s*\(.*)", re.IGNORECASE | re.DOTALL
)


def with_shape(values: dict[str, str]) -> dict[str, str]:
    """A row's values, its well-known text as longitude and latitude; whatever else its cell holds stays."""
    match = _WKT.fullmatch(values.get("coordinates", ""))
    if match is None:
        return values
    try:
        found = values_of(json.loads(to_geojson(from_wkt(match[1]))))
    except (GEOSException, TypeError, ValueError):
        return values
    return {**{name: value for name, value in values.items() if name != "coordinates"}, **found} if found else values
