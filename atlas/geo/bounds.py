"""The frame of a map round its places, in degrees of the drawing frame (−30..330)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import shapely

from atlas.countries import region_of
from atlas.geo.pacific import to_frame
from atlas.regional import Subject

Bounds = tuple[float, float, float, float]
Context = Mapping[str, Mapping[str, Any]]
PLACED: Final = ("country", "countries", "region", "precision", "geometry")  # the columns that are looked at
_Spot = tuple[float, float, float]
_REACH: Final = {2: 16.0, 3: 13.0, 4: 6.0}
_LONG: Final = {"IDN": 12.0, "CHL": 16.0, "USA": 16.0, "MYS": 6.0, "JPN": 9.0}
_LEAST: Final = 4.0
_EXACT: Final = ("site", "city", "admin1")
_NEAR, _BOX = 2.0, 4.0
_WIDEN: Final = 2.0


def bounds_of(sites: pd.DataFrame, context: Context, about: Subject | None = None) -> Bounds | None:
    """West, south, east, north round the sites with a margin (east may exceed 180); None without any place.

    With `about`, round what lies in that region or country: a route to another one does not widen the frame. The
    box of a whole region stands in open sea; it is left out where it would make the map too small to read.
    """
    placed = sites[sites["geometry"].notna()]
    if about:
        placed = placed[(placed["country"] == about.code) | (placed["region"] == about.code)]
    exact = placed["precision"].isin(_EXACT if about else (*_EXACT, "route"))
    spots = [*_countries(sites, context, about), *_points(placed[exact], _NEAR)]
    boxes = _points(placed[placed["precision"] == "region"], _BOX)
    if not spots and not boxes:
        return None
    near, far = _round(spots or boxes), _round([*spots, *boxes])
    return near if _extent(far) > _WIDEN * max(_extent(near), 30) else far


def _points(sites: pd.DataFrame, reach: float) -> list[_Spot]:
    corners = np.unique(shapely.get_coordinates(sites["geometry"]), axis=0)
    return [(to_frame(x), y, reach) for x, y in corners.tolist()]


def _countries(sites: pd.DataFrame, context: Context, about: Subject | None) -> list[_Spot]:
    """The countries of a subject; without one, those that a site stands for as a whole."""
    if about is None:
        codes = set(sites["country"][sites["precision"] == "country"])
    else:
        codes = {code for row in sites["countries"] for code in row if about.code in (code, region_of(code))}
    found, whole = [], len(codes) == 1 and (about is None or about.facet == "country")
    for code in sorted(codes & set(context)):
        entry = context[code]
        reach = _LEAST if entry["tiny"] else _LONG.get(code) or _REACH.get(entry["rank"], _LEAST)
        found.append((to_frame(entry["lon"]), entry["lat"], reach if whole else reach / 2))
    return found


def _round(spots: Sequence[_Spot]) -> Bounds:
    """Round all spots (lon, lat, reach in degrees), with a tenth of room for labels on either side."""
    west, east = min(x - 1.5 * r for x, _, r in spots), max(x + 1.5 * r for x, _, r in spots)
    south, north = min(y - r for _, y, r in spots), max(y + r for _, y, r in spots)
    wide, high = (east - west) / 10, (north - south) / 20
    return max(west - wide, -30.0), max(south - high, -60.0), min(east + wide, 330.0), min(north + high, 75.0)


def _extent(bounds: Bounds) -> float:
    west, south, east, north = bounds
    return max(east - west, north - south)
