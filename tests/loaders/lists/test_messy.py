"""A messy list of 500 rows: nothing lost, nearly all that can be placed placed right, nothing in a wrong country."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.geojson.reader import read_organisations
from loaders.lists.entries import ListEntry
from loaders.lists.importing import import_list
from loaders.lists.output.report import COLUMNS, report_csv
from loaders.lists.placing.placement import PossiblePlace
from loaders.lists.placing.world import World
from tests.loaders.lists.messy import OddRow, delimited, items, workbook
from tests.loaders.lists.truth import Known

NEAR_KM = 20.0
Pairs = list[tuple[OddRow, ListEntry]]


def _km(known: Known, spot: PossiblePlace) -> float:
    aside = (spot.lon - known.lon + 180) % 360 - 180
    return 111.2 * math.hypot(spot.lat - known.lat, aside * math.cos(math.radians(known.lat)))


def _imported(data: bytes, world: World, real_data: Path) -> list[ListEntry]:
    return import_list(data, world, read_organisations(real_data / "organisations.yml")).entries()


FORMS = ("xlsx-1", "xlsx-2", "xlsx-3", "cp932-4", "utf-8-sig-5", "utf-16-6", "utf-8-7")


@pytest.fixture(scope="module", params=FORMS)
def pairs(request: pytest.FixtureRequest, world: World, real_data: Path) -> Iterator[Pairs]:
    form, _, seed = str(request.param).rpartition("-")
    rows = items(int(seed))
    data, numbers = workbook(rows) if form == "xlsx" else delimited(rows, form)
    found = _imported(data, world, real_data)
    kept = [(item, number) for item, number in zip(rows, numbers, strict=True) if item.expected != "left"]
    assert [entry.line.number for entry in found] == [number for _, number in kept] and len(kept) < len(rows)
    yield [(item, entry) for (item, _), entry in zip(kept, found, strict=True)]


def test_rows_in_are_rows_out(pairs: Pairs) -> None:
    text = report_csv([entry for _, entry in pairs], "en").decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(lines) == len(pairs) > 485
    assert tuple(lines[0]) == COLUMNS
    assert [int(line["row"]) for line in lines] == [entry.line.number for _, entry in pairs]
    assert all(line["reason"] for line in lines if line["outcome"] not in ("placed", "country"))
    assert all(line["how"] for line in lines if line["outcome"] in ("placed", "country"))


def test_what_can_be_placed_is_placed_right(pairs: Pairs) -> None:
    asked = [(item, entry.line) for item, entry in pairs if item.expected == "point"]
    wrong = [
        (item.cells[2:6], line.placement)
        for item, line in asked
        if not (line.placement.outcome == "placed" and line.placement.spot and item.known
                and _km(item.known, line.placement.spot) <= NEAR_KM)
    ]  # fmt: skip
    assert len(asked) > 250
    assert len(wrong) <= 0.05 * len(asked), wrong


def test_nothing_lies_in_a_wrong_country(pairs: Pairs) -> None:
    for item, entry in pairs:
        placement = entry.line.placement
        if placement.outcome in ("placed", "country"):
            assert item.expected != "open", (item.cells, placement)
            assert item.known is None or placement.country == item.known.country, (item.cells, placement)
        for spot in placement.candidates:
            assert item.known is None or spot.country in (item.known.country, None), (item.cells, placement)


def test_swapped_coordinates_are_noticed_and_the_swap_is_right(pairs: Pairs) -> None:
    asked = [(item, entry.line.placement) for item, entry in pairs if item.expected == "swap"]
    right = [
        placement.outcome == "swap" and item.known is not None and _km(item.known, placement.candidates[0]) < NEAR_KM
        for item, placement in asked
    ]
    assert len(asked) > 10 and all(right), [asked[index] for index, fine in enumerate(right) if not fine]


@pytest.mark.parametrize("outcome", ["country", "choose"])
def test_what_is_not_known_is_not_guessed(pairs: Pairs, outcome: str) -> None:
    for item, entry in pairs:
        if item.expected == outcome:
            assert entry.line.placement.outcome == outcome, (item.cells, entry.line.placement)


def test_a_choice_has_at_most_three_candidates(pairs: Pairs) -> None:
    for _, entry in pairs:
        placement = entry.line.placement
        assert len(placement.candidates) <= 3
        assert placement.candidates or placement.outcome not in ("choose", "swap")
