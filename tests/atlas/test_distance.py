"""Great-circle distances, held against pairs of places that an almanac gives."""

from __future__ import annotations

import pytest
from shapely.geometry import LineString, MultiLineString, Point

from atlas.geo.distance import EARTH_KM, distance_km

TOKYO, SINGAPORE, SUVA, APIA = (139.6917, 35.6895), (103.8198, 1.3521), (178.4415, -18.1416), (-171.7667, -13.8333)


@pytest.mark.parametrize(("old", "new", "km"), [(TOKYO, SINGAPORE, 5312), (SUVA, APIA, 1148), (SUVA, SUVA, 0)])
def test_known_distances(old: tuple[float, float], new: tuple[float, float], km: float) -> None:
    assert distance_km(Point(old), Point(new)) == pytest.approx(km, rel=0.005, abs=1e-9)


def test_a_step_over_the_antimeridian_is_short() -> None:
    assert distance_km(Point(179.9, -16), Point(-179.9, -16)) == pytest.approx(21.4, abs=0.2)


def test_the_other_side_of_the_world() -> None:
    assert distance_km(Point(0, 0), Point(180, 0)) == pytest.approx(EARTH_KM * 3.14159265, rel=1e-6)


@pytest.mark.parametrize(("old", "new"), [(None, Point(1, 2)), (Point(1, 2), None), (Point(), Point(1, 2))])
def test_no_place_no_distance(old: Point | None, new: Point | None) -> None:
    assert distance_km(old, new) is None


def test_a_line_has_moved_as_far_as_its_farthest_part() -> None:
    straight, bent = LineString([(0, 0), (10, 0)]), LineString([(0, 0), (5, 1), (10, 0)])
    assert distance_km(straight, bent) == pytest.approx(111.2, abs=1)
    assert distance_km(bent, straight) == distance_km(straight, bent)


def test_a_line_cut_at_the_antimeridian_is_the_line_it_was() -> None:
    whole = LineString([(170, -10), (-170, -10)])
    cut = MultiLineString([[(170, -10), (180, -10)], [(-180, -10), (-170, -10)]])
    assert distance_km(whole, cut) == pytest.approx(0, abs=6)


def test_more_points_on_the_same_line_are_no_move() -> None:
    few, many = LineString([(0, 0), (10, 0)]), LineString([(x / 100, 0) for x in range(1001)])
    assert distance_km(few, many) == pytest.approx(0, abs=4)


def test_a_line_of_very_many_points_is_compared_in_bounded_memory() -> None:
    wide = LineString([(x / 1000, 0) for x in range(100_000)])
    assert distance_km(wide, Point(0, 0)) == pytest.approx(11_119, rel=0.01)
