"""The grid of crowds and the members that the browser holds."""

from __future__ import annotations

import base64

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from maps.codes import codes

from atlas.index import build_index
from maps.cells import CROWD, LEVEL, cell_of
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


def test_the_browser_gets_the_members_that_the_index_has(frame: gpd.GeoDataFrame) -> None:
    index = build_index(frame, {})
    sent = codes(index)
    assert sent["size"] == index.size
    for facet, members in sent["facets"].items():
        assert list(members) == list(index.members[facet])
        for code, packed in members.items():
            rows = packed
            if isinstance(packed, str):
                bits = np.unpackbits(np.frombuffer(base64.b64decode(packed), dtype=np.uint8))[: index.size]
                rows = np.flatnonzero(bits).tolist()
            assert rows == np.flatnonzero(index.members[facet][code]).tolist()
