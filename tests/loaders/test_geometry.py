"""Lines across the antimeridian and bounding boxes."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.geojson.geometry import Position, bbox, cut, line, point


@pytest.mark.parametrize(
    ("positions", "parts"),
    [
        ([(0, 0), (10, 5)], [[(0, 0), (10, 5)]]),
        ([(170, 0), (-170, 10)], [[(170, 0), (180, 5)], [(-180, 5), (-170, 10)]]),
        ([(-170, 10), (170, 0)], [[(-170, 10), (-180, 5)], [(180, 5), (170, 0)]]),
        (
            [(175, 0), (-175, 0), (175, 2)],
            [[(175, 0), (180, 0)], [(-180, 0), (-175, 0), (-180, 1)], [(180, 1), (175, 2)]],
        ),
        ([(170, 0), (180, 1), (-170, 2)], [[(170, 0), (180, 1)], [(-180, 1), (-170, 2)]]),
        ([(180, 1), (-170, 2)], [[(-180, 1), (-170, 2)]]),
        ([(170, 0), (-180, 1), (170, 2)], [[(170, 0), (180, 1)], [(180, 1), (170, 2)]]),
        ([(-100, 0), (70, 0)], [[(-100, 0), (70, 0)]]),
        ([(5, 5), (5, 5)], [[(5, 5), (5, 5)]]),
    ],
)  # fmt: skip
def test_cut(positions: list[Position], parts: list[list[Position]]) -> None:
    assert cut(positions) == parts


def test_positions_have_six_decimals_and_no_negative_zero() -> None:
    assert str(point(-0.0000000001, 12.34567891)) == str({"type": "Point", "coordinates": [0.0, 12.345679]})


@pytest.mark.parametrize(
    ("geometries", "box"),
    [
        ([None], None),
        ([], None),
        ([point(5, 6)], [5, 6, 5, 6]),
        ([point(5, 6), None, point(-5, 8)], [-5, 6, 5, 8]),
        ([point(179, 0), point(-179, 1)], [179, 0, -179, 1]),
        ([line([(170, 0), (-170, 10)])], [170, 0, -170, 10]),
        ([line([(-170, 10), (170, 0)]), point(100, 50)], [100, 0, -170, 50]),
        ([point(-70, -33), point(139, 35), point(178, -18), point(-16, 55)], [139, -33, -16, 55]),
        ([line([(-100, 0), (70, 0)]), point(0, 1)], [-100, 0, 70, 1]),
        ([line([(-120, 0), (0, 0), (120, 0)]), line([(120, 0), (-120, 0)])], [-180, 0, 180, 0]),
    ],
)
def test_bbox(geometries: list[dict[str, Any] | None], box: list[float] | None) -> None:
    assert bbox(geometries) == box
