"""The land on a page: whose tone a place has, and where dashed lines lie."""

from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import LineString, Point, Polygon

from atlas import palette
from exporters.print.elements.items import Area, Polyline, Rect, flat
from exporters.print.elements.sheet import Layer
from exporters.print.map.land import draw_land
from exporters.print.map.projection import Projection, fit, fit_view
from maps.basemap import Basemap

PAGE = Rect(0, 0, 1600, 1100)
FRAMES = [fit((140.0, 42.0, 158.0, 53.0), PAGE), fit_view("47,148,5", PAGE), fit((-25.0, -50.0, 320.0, 72.0), PAGE)]


def fills(layer: Layer, projection: Projection, lon: float, lat: float) -> list[str | None]:
    """The tones of the land at a place."""
    point = Point(projection.point(lon, lat))
    areas = [item for item in flat(layer.items) if isinstance(item, Area)]
    return [area.fill for area in areas if any(Polygon(ring).covers(point) for ring in area.rings)]


@pytest.mark.parametrize("projection", FRAMES, ids=["laea", "webmerc", "mill"])
def test_russia_and_japan_do_not_colour_what_is_nobodys(base: Basemap, projection: Projection) -> None:
    layer = Layer("map")
    draw_land(layer, base, projection, {"RUS", "JPN"})
    for lon, lat in [(142.73, 46.96), (143.2, 49.6), (150.0, 46.0), (155.8, 50.4)]:
        assert fills(layer, projection, lon, lat) == [palette.LAND]
    for lon, lat in [(143.2, 51.5), (157.5, 52.0), (142.9, 43.5), (147.8, 45.05)]:
        assert fills(layer, projection, lon, lat) == [palette.LAND_SHOWN]


def test_lines_are_dashed_at_50_degrees_and_in_three_straits(base: Basemap) -> None:
    layer, projection = Layer("map"), FRAMES[0]
    draw_land(layer, base, projection, {"RUS", "JPN"})
    dashed = [
        LineString(np.asarray(item.points)) for item in flat(layer.items) if isinstance(item, Polyline) and item.dash
    ]
    for lon, lat in [(143.0, 50.0), (142.02, 45.712), (149.146, 45.526), (156.607, 50.855)]:
        assert sum(line.distance(Point(projection.point(lon, lat))) < 1 for line in dashed) == 1
