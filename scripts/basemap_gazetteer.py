"""Print country entries for data/gazetteer.yml: `python -m scripts.basemap_gazetteer TOPOJSON FJI TON …`."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Final

import shapely
from shapely.geometry import Polygon

from atlas.countries import country_name
from scripts.basemap_context import label_point, main_land
from scripts.basemap_repairs import repair
from scripts.basemap_topology import KM_PER_DEGREE, read_parts

# States whose islands or provinces lie so far apart that the country means all of them.
WHOLE: Final = {"CHL", "FSM", "KIR", "MYS", "NZL", "PLW", "TON", "TUV", "USA"}
GAP_KM: Final = 300.0


def extent(code: str, polygons: list[Polygon]) -> list[Polygon]:
    """The whole country, or the main land and what follows it from island to island."""
    if code in WHOLE:
        return polygons
    near, rest = [main_land(code, polygons)], list(polygons)
    while found := [p for p in rest if any(gap_km(p, q) <= GAP_KM for q in near)]:
        near += found
        rest = [p for p in rest if p not in found]
    return near


def gap_km(one: Polygon, other: Polygon) -> float:
    """Distance between two polygons, longitudes shortened at their latitude."""
    (x1, y1), (x2, y2) = shapely.shortest_line(one, other).coords
    return math.hypot((x2 - x1) * math.cos(math.radians((y1 + y2) / 2)), y2 - y1) * KM_PER_DEGREE


def uncertainty_km(polygons: list[Polygon]) -> int:
    """Half the great-circle diagonal of the extent, to two significant figures."""
    west, south, east, north = shapely.total_bounds(polygons)
    south, north = math.radians(south), math.radians(north)
    inner = math.sin(south) * math.sin(north) + math.cos(south) * math.cos(north) * math.cos(math.radians(east - west))
    half = math.degrees(math.acos(min(1.0, inner))) * KM_PER_DEGREE / 2
    step: int = 10 ** max(0, math.floor(math.log10(half)) - 1)
    return round(half / step) * step


def line(code: str, polygons: list[Polygon]) -> str:
    """One gazetteer entry."""
    lon, lat = label_point(code, polygons)
    name = f"{{ja: {country_name(code, 'ja')}, en: {country_name(code, 'en')}}}"
    return (
        f"{code}: {{name: {name}, country: {code}, lon: {round(lon, 2)}, lat: {round(lat, 2)}, precision: country, "
        f"uncertainty_km: {uncertainty_km(extent(code, polygons))}, "
        'source: "Label point, Natural Earth 4.1 (world-atlas 2.0.2)", checked: "2026-11-22"}'
    )


def main(source: str, *codes: str) -> None:
    """Print one line per code."""
    parts = repair(read_parts(json.loads(Path(source).read_text(encoding="utf-8"))))
    for code in codes:
        print(line(code, parts[code]))


if __name__ == "__main__":
    main(*sys.argv[1:])
