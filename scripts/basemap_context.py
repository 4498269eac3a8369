"""Label points, tiny states and zoom ranks for the names of countries."""

from __future__ import annotations

import math
from typing import Final, TypedDict

import numpy as np
import numpy.typing as npt
import shapely
from shapely.affinity import scale
from shapely.geometry import Point, Polygon

from scripts.basemap_topology import KM_PER_DEGREE, Parts

# A place on the island (or mainland) that carries the name where the largest part would be the wrong one.
MAIN_LAND: Final[dict[str, tuple[float, float]]] = {
    "ASM": (-170.72, -14.31), "COK": (-159.78, -21.23), "COM": (43.35, -11.65), "CPV": (-23.6, 15.05),
    "FJI": (178.0, -17.8), "FSM": (158.22, 6.88), "IDN": (113.5, -0.8), "KIR": (172.98, 1.36), "KNA": (-62.78, 17.34),
    "MDV": (73.5, 4.2), "MHL": (171.2, 7.1), "MNP": (145.75, 15.2), "MUS": (57.5, -20.3), "MYS": (102.2, 3.9),
    "PLW": (134.57, 7.5), "PYF": (-149.4, -17.65), "SGP": (103.82, 1.36), "SLB": (160.1, -9.6), "SYC": (55.47, -4.68),
    "TKL": (-172.5, -8.57), "TON": (-175.2, -21.17), "TUV": (179.2, -8.5), "VUT": (168.3, -17.7),
    "WSM": (-171.75, -13.9), "IOT": (72.42, -7.35), "NZL": (175.6, -38.9),
}  # fmt: skip
# Where the pole of inaccessibility sits oddly on a map; Western Sahara and the Vatican have no land of their own here.
FIXED: Final[dict[str, tuple[float, float]]] = {
    "CHL": (-71.2, -35.5), "USA": (-98.5, 39.5), "CAN": (-105.0, 56.5), "RUS": (97.0, 62.0), "VNM": (108.2, 13.8),
    "NOR": (9.3, 61.3), "HRV": (16.2, 45.6), "JPN": (138.2, 36.3), "PNG": (143.6, -6.3), "PHL": (121.0, 16.0),
    "THA": (101.3, 15.6), "SOM": (45.3, 3.6), "VAT": (12.4534, 41.9033), "ESH": (-13.2, 24.6),
}  # fmt: skip
# Dependencies far from the Indo-Pacific that need no dot on this map.
NO_DOT: Final = {
    "ABW", "AIA", "ALA", "ATF", "BLM", "BMU", "CUW", "CYM", "FLK", "FRO", "GGY", "GIB", "HMD", "IMN", "JEY", "MAF",
    "MSR", "SGS", "SHN", "SPM", "SXM", "TCA", "VGB", "VIR",
}  # fmt: skip
# Islands scattered over half an ocean, without people: no name.
NO_NAME: Final = {"UMI"}
TINY_LAND_KM2: Final = 2_000.0
PACIFIC: Final = (130.0, -30.0, 232.0, 25.0)
PACIFIC_RANK: Final = 4
DOT_RANK: Final = 5
RANK_BY_KM2: Final = ((2_500_000.0, 3), (300_000.0, 4), (20_000.0, 5), (2_000.0, 6), (0.0, 7))


class Context(TypedDict):
    """What the map needs to name a country."""

    lon: float
    lat: float
    tiny: bool
    rank: int


def context(parts: Parts) -> dict[str, Context]:
    """One entry per country that has land (and those of FIXED, however small)."""
    tree = shapely.STRtree([polygon for polygons in parts.values() for polygon in polygons])
    owner = [key for key, polygons in parts.items() for _ in polygons]
    codes = sorted(({key for key in parts if key.isalpha()} | FIXED.keys()) - NO_NAME)
    return {code: _entry(code, parts.get(code, []), tree, owner) for code in codes}


def _entry(code: str, polygons: list[Polygon], tree: shapely.STRtree, owner: list[str]) -> Context:
    lon, lat = label_point(code, polygons)
    main = max(map(area_km2, polygons), default=0.0)
    touching = {owner[i] for p in polygons for i in tree.query(p, predicate="intersects")} - {code}
    tiny = main < TINY_LAND_KM2 and not touching and code not in NO_DOT and code not in FIXED
    return {"lon": lon, "lat": lat, "tiny": tiny, "rank": _rank(lon, lat, sum(map(area_km2, polygons)), tiny)}


def _rank(lon: float, lat: float, km2: float, tiny: bool) -> int:
    """Lowest zoom at which the name appears; the Pacific is empty enough to show its states early."""
    rank = next(rank for least, rank in RANK_BY_KM2 if km2 >= least)
    west, south, east, north = PACIFIC
    if west <= lon % 360 <= east and south <= lat <= north:
        return min(rank, PACIFIC_RANK)
    return min(rank, DOT_RANK) if tiny else rank


def label_point(code: str, polygons: list[Polygon]) -> tuple[float, float]:
    """A point on the main land, in real longitude (-180 to 180)."""
    if code in FIXED:
        point = Point(_drawn(FIXED[code]))
        assert not polygons or any(p.covers(point) for p in polygons), f"{code}: label point not on land"
    else:
        point = _pole(main_land(code, polygons))
    return round((point.x + 180) % 360 - 180, 3), round(point.y, 3)


def main_land(code: str, polygons: list[Polygon]) -> Polygon:
    """The part that carries the name: the one at (or next to) the chosen place, else the largest."""
    place = FIXED.get(code) or MAIN_LAND.get(code)
    if place is None:
        return max(polygons, key=area_km2)
    point = Point(_drawn(place))
    found = min(polygons, key=lambda polygon: float(polygon.distance(point)))
    assert found.distance(point) < 0.3, f"{code}: no land near {place}"
    return found


def _drawn(place: tuple[float, float]) -> tuple[float, float]:
    """A real position in the drawing frame."""
    return (place[0] + 360 if place[0] < -30 else place[0]), place[1]


def _pole(polygon: Polygon) -> Point:
    """The pole of inaccessibility, found with longitudes shortened to true width."""
    squeeze = math.cos(math.radians(polygon.centroid.y))
    flat = scale(polygon, squeeze, 1, origin=(0, 0))
    centre = shapely.get_point(shapely.maximum_inscribed_circle(flat), 0)
    point = Point(centre.x / squeeze, centre.y)
    return point if polygon.covers(point) else polygon.representative_point()


def area_km2(polygon: Polygon) -> float:
    """Area on an equal-area cylinder; good enough to rank and to tell tiny from small."""
    return float(shapely.transform(polygon, _cylinder).area) * KM_PER_DEGREE**2


def _cylinder(xy: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.column_stack([xy[:, 0], np.degrees(np.sin(np.radians(xy[:, 1])))])
