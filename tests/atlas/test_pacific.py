"""The drawing frame: 30°W eastward round to 30°W."""

from __future__ import annotations

import pytest

from atlas.geo.pacific import from_frame, line_to_frame, to_frame
from tests import catalogue


@pytest.mark.parametrize(
    ("place", "lon", "drawn"),
    [
        ("Suva", 178.44, 178.44), ("Lau Islands of Fiji", -178.8, 181.2), ("Tonga", -175.2, 184.8),
        ("Chile", -71.2, 288.8), ("Brazil", -47.9, 312.1), ("Dakar", -17.4, -17.4), ("London", -0.1, -0.1),
        ("the frame's edge", -30.0, -30.0), ("the date line from the west", -180.0, 180.0),
    ],
)  # fmt: skip
def test_places_are_drawn_where_a_pacific_map_has_them(place: str, lon: float, drawn: float) -> None:
    assert to_frame(lon) == drawn, place


def test_the_frame_runs_from_left_to_right_through_the_pacific() -> None:
    across = [-29.9, 0, 103.8, 139.7, 178.4, -178.8, -175.2, -71.2, -30.1]
    drawn = [to_frame(lon) for lon in across]
    assert drawn == sorted(drawn)
    assert drawn[-1] - drawn[0] < 360


@pytest.mark.parametrize("lon", [-179.999999, -175.162, -71.2, -30.000001, -30, -17.4, 0, 103.822, 178.42531])
def test_there_and_back_changes_nothing(lon: float) -> None:
    assert from_frame(to_frame(lon)) == pytest.approx(lon, abs=1e-6)


def test_every_place_of_the_catalogue_lies_in_the_frame_and_comes_back() -> None:
    points = [site["geometry"]["coordinates"] for site in catalogue.FEATURES if _is_point(site)]
    assert len(points) > 150
    assert all(-30 <= to_frame(lon) < 330 for lon, _ in points)
    assert all(from_frame(to_frame(lon)) == pytest.approx(lon, abs=1e-6) for lon, _ in points)


def _is_point(site: catalogue.Feature) -> bool:
    return site["geometry"] is not None and site["geometry"]["type"] == "Point"


def test_a_line_keeps_its_latitudes_and_does_not_jump() -> None:
    assert line_to_frame([(170.0, 1.0), (-170.0, 2.0)]) == [[(170.0, 1.0), (190.0, 2.0)]]


def test_a_line_over_the_frames_edge_is_cut_there() -> None:
    assert line_to_frame([(-20.0, 0.0), (-40.0, 2.0)]) == [[(-20.0, 0.0), (-30.0, 1.0)], [(330.0, 1.0), (320.0, 2.0)]]
    assert line_to_frame([(-40.0, 2.0), (-20.0, 0.0)]) == [[(320.0, 2.0), (330.0, 1.0)], [(-30.0, 1.0), (-20.0, 0.0)]]
