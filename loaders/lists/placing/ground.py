"""Which country a point lies in: the land of the base map, with some room for coasts and small islands."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from shapely import STRtree, clip_by_rect, make_valid
from shapely.affinity import scale
from shapely.geometry import Point, box, shape
from shapely.geometry.base import BaseGeometry

from atlas.geo.pacific import to_frame

COAST_KM: Final = 12.0  # so near to a coast that it speaks for its country
NEAR_KM: Final = 5.0  # how far the drawn border may lie from the real one
SEA_KM: Final = 40.0  # harbours, reefs, wind farms: at sea, and this near to the country's coast
ATOLLS_KM: Final = 250.0  # states whose outer atolls are too small for the base map
_DEGREE_KM: Final = 111.2
_SCATTERED: Final = frozenset(["COK", "FSM", "KIR", "MDV", "MHL", "PLW", "PYF", "SLB", "SYC", "TKL", "TON", "TUV"])
# Natural Earth draws these with another country's land.
_DRAWN_WITH: Final = {
    "GLP": "FRA", "GUF": "FRA", "MTQ": "FRA", "MYT": "FRA", "REU": "FRA", "SJM": "NOR", "BES": "NLD", "VAT": "ITA",
}  # fmt: skip


class LandIndex:
    """The land of every country; points in degrees, WGS 84."""

    def __init__(self, land: dict[str, Any]) -> None:
        drawn = [(item["properties"]["id"] or "", make_valid(shape(item["geometry"]))) for item in land["features"]]
        self._codes = [code for code, _ in drawn]
        self._shapes: dict[str, BaseGeometry] = {code: form for code, form in drawn if code}
        self._tree = STRtree([form for _, form in drawn])

    def country(self, lon: float, lat: float) -> str | None:
        """The country whose land a point lies on; "" for land that the map gives to nobody, None at sea."""
        hits = self._tree.query(Point(to_frame(lon), lat), predicate="intersects")
        return self._codes[int(hits[0])] if len(hits) else None

    def shape(self, country: str) -> BaseGeometry | None:
        """The land of a country in the drawing frame."""
        return self._shapes.get(country)

    def nearest(self, lon: float, lat: float) -> str | None:
        """The country of a point; off the coast the only one whose land is near. "" and None as for `country`."""
        here = self.country(lon, lat)
        if here is not None:
            return here
        x, up = to_frame(lon), COAST_KM / _DEGREE_KM
        aside = up / max(math.cos(math.radians(lat)), 0.05)
        hits = self._tree.query(box(x - aside, lat - up, x + aside, lat + up))
        codes = {self._codes[int(hit)] for hit in hits}
        near = {code for code in codes if code and self.distance_km(code, lon, lat, COAST_KM) <= COAST_KM}
        return near.pop() if len(near) == 1 and "" not in codes else None

    def within(self, country: str, lon: float, lat: float) -> bool:
        """Whether a point may be meant to lie in a country."""
        here, own = self.country(lon, lat), _DRAWN_WITH.get(country, country)
        if here == own:
            return True
        if own not in self._shapes:
            return False
        room = NEAR_KM if here is not None else ATOLLS_KM if own in _SCATTERED else SEA_KM
        return self.distance_km(own, lon, lat, room) <= room

    def distance_km(self, country: str, lon: float, lat: float, reach: float = SEA_KM) -> float:
        """How far a point lies from a country's land; infinite beyond `reach` km."""
        x, stretch = to_frame(lon), max(math.cos(math.radians(lat)), 0.05)
        up, aside = reach / _DEGREE_KM, reach / _DEGREE_KM / stretch
        part = clip_by_rect(self._shapes[country], x - aside, lat - up, x + aside, lat + up)
        if part.is_empty:
            return math.inf
        flat = scale(part, xfact=stretch, yfact=1.0, origin=(x, lat))
        return float(flat.distance(Point(x, lat))) * _DEGREE_KM


@lru_cache(maxsize=2)
def read_ground(data: Path) -> LandIndex:
    """The ground of a data folder's base map, read once."""
    return LandIndex(json.loads((data / "basemap" / "land.json").read_text(encoding="utf-8")))
