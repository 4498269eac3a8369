"""From degrees to the page: the projection of a frame and its fit into a rectangle."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

import numpy as np
from pyproj import Transformer

from atlas.geo.bounds import Bounds
from exporters.print.elements.items import Points, Rect

Kind = Literal["mill", "merc", "laea", "webmerc"]
_WIDE: Final = 110.0
_TROPICS: Final = 36.0
_LARGE: Final = 70.0
_EDGES: Final = (-30.0, 330.0)
_LATITUDES: Final = (-60.0, 83.5)
_SPAN: Final = 90


@lru_cache(maxsize=64)
def _transformer(kind: Kind, lon: float, lat: float) -> Transformer:
    if kind == "laea":
        target = f"+proj=laea +lon_0={lon} +lat_0={lat} +datum=WGS84"
    elif kind == "webmerc":
        target = "+proj=webmerc +lon_0=150 +datum=WGS84 +over"
    else:
        target = f"+proj={kind} +lon_0={lon} +datum=WGS84 +over"
    return Transformer.from_crs("EPSG:4326", target, always_xy=True)


@dataclass(frozen=True)
class Projection:
    """A projection of degrees of the drawing frame onto the units of a page; `scale` is units a metre.

    `whole` is the scale at which all that was asked for would be in the area, before it is filled to its edges.
    """

    kind: Kind
    lon: float
    lat: float
    scale: float
    dx: float
    dy: float
    area: Rect
    whole: float = 0.0

    def __call__(self, lonlat: Points) -> Points:
        """Positions (n, 2) as (x, y) on the page."""
        x, y = _transformer(self.kind, self.lon, self.lat).transform(lonlat[:, 0], lonlat[:, 1])
        return np.column_stack([np.asarray(x) * self.scale + self.dx, self.dy - np.asarray(y) * self.scale])

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """One position on the page."""
        return _point(self, lon, lat)

    def units_per_km(self, lon: float, lat: float) -> float:
        """How long a kilometre towards the east is on the page, at a place."""
        (x1, y1), (x2, y2) = self.point(lon, lat), self.point(lon + 0.5, lat)
        return float(np.hypot(x2 - x1, y2 - y1) / (55.66 * np.cos(np.radians(lat))))


@lru_cache(maxsize=5_000)
def _point(projection: Projection, lon: float, lat: float) -> tuple[float, float]:
    """Kept, since laying out a map asks for the same few places over and over."""
    x, y = projection(np.array([[lon, lat]]))[0]
    return float(x), float(y)


def fit(bounds: Bounds, area: Rect, kind: Kind | None = None) -> Projection:
    """The projection that shows some bounds (west, south, east, north in degrees) as large as an area allows."""
    west, south, east, north = bounds
    kind = kind or _kind(bounds)
    lon, lat = (150.0, 0.0) if kind in ("mill", "webmerc") else ((west + east) / 2, (south + north) / 2)
    x, y = _transformer(kind, lon, lat).transform(*_outline(bounds))
    box = float(np.min(x)), float(np.min(y)), float(np.max(x)), float(np.max(y))
    scale = whole = min(area.w / (box[2] - box[0]), area.h / (box[3] - box[1]))
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if kind != "laea":
        scale, middle = _within(kind, lon, scale, middle, area)
    cx, cy = area.centre
    return Projection(kind, lon, lat, scale, cx - middle[0] * scale, cy + middle[1] * scale, area, whole)


def _kind(bounds: Bounds) -> Kind:
    west, south, east, north = bounds
    if east - west > _WIDE:
        return "mill"
    tropical, wide = max(abs(south), abs(north)) <= _TROPICS, max(east - west, north - south) > _LARGE
    return "merc" if tropical or wide else "laea"


def _outline(bounds: Bounds) -> tuple[Points, Points]:
    west, south, east, north = bounds
    lon, lat = np.linspace(west, east, 33), np.linspace(south, north, 33)
    return np.concatenate([lon, lon, np.full(33, west), np.full(33, east)]), np.concatenate(
        [np.full(33, south), np.full(33, north), lat, lat]
    )


def _within(
    kind: Kind, lon: float, scale: float, middle: tuple[float, float], area: Rect
) -> tuple[float, tuple[float, float]]:
    """Keep a wide or high page inside the world that the base map has."""
    xs, ys = _transformer(kind, lon, 0.0).transform([*_EDGES], [*_LATITUDES])
    scale = max(scale, area.w / (xs[1] - xs[0]), area.h / (ys[1] - ys[0]))
    half = area.w / scale / 2, area.h / scale / 2
    return scale, (
        float(np.clip(middle[0], xs[0] + half[0], xs[1] - half[0])),
        float(np.clip(middle[1], ys[0] + half[1], ys[1] - half[1])),
    )


def fit_view(view: str, area: Rect) -> Projection:
    """The screen's view `lat,lon,zoom` in Web Mercator: the same middle and scale as a 734 px high map."""
    lat, lon, zoom = (float(part) for part in view.split(","))
    per_metre = 256 * 2**zoom / (2 * np.pi * 6378137.0) * area.h / 734
    x, y = _transformer("webmerc", 150.0, 0.0).transform(lon % 360 if lon % 360 < 330 else lon % 360 - 360, lat)
    scale, middle = _within("webmerc", 150.0, per_metre, (float(x), float(y)), area)
    cx, cy = area.centre
    return Projection("webmerc", 150.0, 0.0, scale, cx - middle[0] * scale, cy + middle[1] * scale, area)
