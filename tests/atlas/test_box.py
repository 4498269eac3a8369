"""The visible box: both frames of longitudes, what crosses 180°, and what is no box."""

from __future__ import annotations

import pytest
from shapely import Point

from atlas.geo.box import Box, BoxError, parse_box, parts


def _covers(box: Box, lon: float, lat: float = 0.0) -> bool:
    return any(part.intersects(Point(lon, lat)) for part in parts(box))


@pytest.mark.parametrize("text", ["170,-10,-170,10", "170,-10,190,10", "-190,-10,-170,10", "170,-10,190.0,1e1"])
def test_two_ways_to_write_a_box_across_180(text: str) -> None:
    if text.startswith("-190"):
        with pytest.raises(BoxError):
            parse_box(text)
        return
    box = parse_box(text)
    assert [part.bounds for part in parts(box)] == [(170, -10, 180, 10), (-180, -10, -170, 10)]


@pytest.mark.parametrize(
    ("box", "inside", "outside"),
    [
        (Box(-30, -90, 330, 90), (-180, -30, 0, 180, 179.9), ()),
        (Box(200, -5, 220, 5), (-160, -140, -150.5), (-139.9, 160, 180)),
        (Box(160, -5, 180, 5), (160, 180, -180), (-179.9, 159.9)),
        (Box(-180, -5, -170, 5), (-180, 180, -170), (179.9, -169)),
        (Box(180, -5, 190, 5), (180, -180, -170), (179.9, -169)),
        (Box(350, -5, 10, 5), (-10, 0, 10), (-11, 11, 180)),
        (Box(0, -5, 0, 5), (0,), (0.1, -0.1)),
        (Box(180, 0, 180, 0), (180, -180), (0, 179)),
    ],
)
def test_what_is_inside(box: Box, inside: tuple[float, ...], outside: tuple[float, ...]) -> None:
    assert all(_covers(box, lon) for lon in inside)
    assert not any(_covers(box, lon) for lon in outside)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1,2,3",
        "1,2,3,4,5",
        "a,b,c,d",
        "nan,0,1,1",
        "0,-91,1,1",
        "0,5,1,4",
        "inf,0,1,1",
        "0,0,361,1",
        "'; DROP,0,1,1",
    ],
)
def test_what_is_no_box(text: str) -> None:
    with pytest.raises(BoxError, match="west,south,east,north"):
        parse_box(text)
