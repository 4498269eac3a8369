"""Boundary labelling in its parts: the least assignment, packing, lines that dodge, places that are free."""

from __future__ import annotations

from itertools import permutations
from random import Random

import numpy as np
import pytest

from exporters.print.elements.items import Rect
from exporters.print.elements.lines import corners, crossings, segments, through
from exporters.print.layout.columns import GAP, assign, pack
from exporters.print.layout.labelling import Need, Room
from exporters.print.layout.sides import settle
from exporters.print.map import placing

ROOM = Room(Rect(24, 114, 384, 854), Rect(1512, 114, 384, 854), Rect(434, 114, 1052, 854))


@pytest.mark.parametrize("size", range(1, 6))
def test_an_assignment_costs_the_least(size: int) -> None:
    chance = Random(size)
    for _ in range(12):
        columns = size + chance.choice((0, 2))
        costs = [[chance.random() for _ in range(columns)] for _ in range(size)]
        best = min(sum(row[at] for row, at in zip(costs, way, strict=True))
                   for way in permutations(range(len(costs[0])), size))  # fmt: skip
        found = assign(costs)
        assert len(set(found)) == size
        assert sum(row[at] for row, at in zip(costs, found, strict=True)) == pytest.approx(best)


def test_boxes_are_packed_in_order_apart_and_near_their_marks() -> None:
    heights, middles = np.array([100.0, 42.0, 200.0]), np.array([300.0, 290.0, 900.0])
    tops = pack(heights, middles, Rect(0, 100, 300, 860))
    assert all(tops[1:] - tops[:-1] >= heights[:-1] + GAP - 1e-9) and tops[0] >= 100
    assert tops[-1] + heights[-1] <= 960 + 1e-9 and abs(tops[0] + 50 - 300) < 60


@pytest.mark.parametrize("seed", range(6))
def test_lines_cross_nothing_and_stay_off_marks(seed: int) -> None:
    chance = Random(seed)
    marks: list[Rect] = []
    while len(marks) < 9:
        one = Rect(chance.uniform(450, 1300), chance.uniform(130, 900), 140, 32)
        marks += [] if any(one.meets(other, 14) for other in marks) else [one]
    needs = [Need(chance.choice([42.0, 70.0, 97.0, 178.0]), mark) for mark in marks]
    found = settle(needs, ROOM._replace(barred=tuple(marks)))
    assert found is not None and found.trouble == 0
    paths = [path for path in found.paths if path]
    assert len(paths) == 9 and crossings(paths) == 0
    for path, mark in zip(paths, marks, strict=True):
        foreign = [other.shrunk(1) for other in marks if other != mark]
        assert not through(segments([path]), corners(foreign)).any()
    assert not any(a.meets(b) for i, a in enumerate(found.rects) for b in found.rects[:i])


def test_boxes_that_do_not_fit_are_not_squeezed_in() -> None:
    assert settle([Need(900.0, None)], ROOM) is None
    assert settle([Need(500.0, None)] * 3, ROOM) is None


def test_a_place_is_free_near_and_off_foreign_points() -> None:
    area = Rect(0, 0, 400, 300)
    way = placing.plates(200, 150, 100, 30, None)
    taken = Rect(150, 100, 100, 100)
    (found,) = placing.choose([way], area, [taken], [np.zeros((0, 4))], np.zeros((0, 4)))
    assert found is None or not found.rect.meets(taken)
    (free,) = placing.choose([placing.clear(way, [Rect(200, 150, 0, 0).shrunk(-7)])], area, [], [np.zeros((0, 4))])
    assert free is not None and not free.rect.holds(Rect(200, 150, 0, 0))
    (none,) = placing.choose([placing.fixed(200, 150, 20, 20)], area, [taken], [np.zeros((0, 4))])
    assert none is None
