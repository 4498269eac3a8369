"""The grid of crowds."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest

from atlas.geo.cells import CROWD, LEVEL, cell_of
from maps.payload import payload


@pytest.mark.parametrize(
    ("x", "y", "cell"),
    [(-30, 85.0511, [0, 0]), (330, -85.0511, [4095, 4095]), (150, 0, [2048, 2048]), (330, 90, [4095, 0])],
)
def test_cells_run_from_the_north_west_of_the_drawing_frame(x: float, y: float, cell: list[int]) -> None:
    assert cell_of(x, y) == cell


def test_neighbours_share_the_cells_of_coarser_levels() -> None:
    one, other = cell_of(103.8, 1.3), cell_of(104.0, 1.2)
    assert one != other
    assert [value >> (LEVEL - 5) for value in one] == [value >> (LEVEL - 5) for value in other]


def test_only_crowds_carry_cells(frame: gpd.GeoDataFrame) -> None:
    few = payload(frame, "en", {}, {})["sites"]
    many = payload(pd.concat([frame] * (CROWD // len(frame) + 1)), "en", {}, {})["sites"]
    assert not any("cell" in site for site in few)
    assert all(("cell" in site) is (site["x"] is not None) for site in many)
