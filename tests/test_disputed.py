"""The table of disputed places in the base map's README says how the files draw each of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from shapely.geometry import MultiLineString, MultiPolygon, Point, Polygon, shape
from shapely.geometry.base import BaseGeometry

from atlas.geo.pacific import to_frame
from loaders.lists.placing.ground import read_ground

BASEMAP: Final = Path(__file__).resolve().parents[1] / "data" / "basemap"
HEAD: Final = "| place | lon | lat | drawn as | remark |"
ON_THE_LINE: Final = 0.002  # degrees; lines are written to a thousandth
NO_LAND: Final = 0.03  # nothing within some three kilometres


class DisputedPlace(NamedTuple):
    """A place of the table."""

    place: str
    lon: float
    lat: float
    drawn: str


class Files(NamedTuple):
    """Who owns which land ("neutral": nobody), and the dashed lines by id; how far the table's points may lie off."""

    land: Sequence[tuple[str, BaseGeometry]]
    lines: Sequence[tuple[str, BaseGeometry]]
    line_off: float = ON_THE_LINE
    shore_off: float = 0.0


def read_rows(text: str) -> list[DisputedPlace]:
    """The rows of the table."""
    _, _, rest = text.partition(f"{HEAD}\n")
    lines, _, _ = rest.partition("\n\n")
    cells = [[cell.strip() for cell in line.split("|")[1:5]] for line in lines.splitlines()[1:]]
    return [DisputedPlace(place, float(lon), float(lat), drawn) for place, lon, lat, drawn in cells]


def read_files() -> Files:
    """The committed base map."""
    land, borders = (_features(name) for name in ("land.json", "borders.json"))
    return Files([(key or "neutral", form) for key, form in land], [(str(key), form) for key, form in borders])


def read_coast() -> Files:
    """The finer coast; holes are rings of their own, as the map fills them."""
    found: dict[str, Any] = json.loads((BASEMAP / "coast.json").read_text(encoding="utf-8"))
    lines, nobody = found.pop("lines"), found.pop("nobody")
    land = [*found.items(), *(("neutral", rings) for rings in nobody)]
    dashed = [(key, MultiLineString([_points(row) for row in rows])) for key, rows in lines.items()]
    # The table's points lie on the coarser lines and shores, which thinning has moved.
    return Files([(key, _filled(rings)) for key, rings in land], dashed, 0.025, 0.0005)


def _points(row: list[int]) -> list[tuple[float, float]]:
    return [(x / 10_000, y / 10_000) for x, y in zip(accumulate(row[::2]), accumulate(row[1::2]), strict=True)]


def _filled(rings: list[list[int]]) -> BaseGeometry:
    """Every polygon is a ring with its holes behind it."""
    whole: list[tuple[list[tuple[float, float]], list[list[tuple[float, float]]]]] = []
    for ring in map(_points, rings):
        if Polygon(ring).exterior.is_ccw:
            whole.append((ring, []))
        else:
            whole[-1][1].append(ring)
    return MultiPolygon(whole)


def _features(name: str) -> list[tuple[str | None, BaseGeometry]]:
    found: dict[str, Any] = json.loads((BASEMAP / name).read_text(encoding="utf-8"))
    return [(one["properties"]["id"], shape(one["geometry"])) for one in found["features"]]


def drawn_as(files: Files, row: DisputedPlace) -> str:
    """What the files hold at a place, in the words of the table."""
    point = Point(to_frame(row.lon), row.lat)
    reach = files.line_off if row.drawn == "dashed" else ON_THE_LINE
    if any(line.distance(point) < reach for _, line in files.lines):
        return "dashed"
    owners = [owner for owner, land in files.land if land.distance(point) <= files.shore_off]
    if owners:
        return " and ".join(owners)
    return "not drawn" if all(land.distance(point) > NO_LAND for _, land in files.land) else "sea near land"


def differences(files: Files, rows: Sequence[DisputedPlace]) -> list[str]:
    """The places that are drawn otherwise than the table says."""
    return [row.place for row in rows if drawn_as(files, row) != row.drawn]


ROWS: Final = read_rows((BASEMAP / "README.md").read_text(encoding="utf-8"))
FILES: Final = read_files()
COAST: Final = read_coast()


@pytest.mark.parametrize("files", [FILES, COAST], ids=["land", "coast"])
def test_every_place_is_drawn_as_the_table_says(files: Files) -> None:
    assert len(ROWS) > 100
    assert len({row.place for row in ROWS}) == len(ROWS)
    assert differences(files, ROWS) == []


@pytest.mark.parametrize("files", [FILES, COAST], ids=["land", "coast"])
def test_every_neutral_area_and_every_dashed_line_has_a_row(files: Files) -> None:
    points = [(row.drawn, Point(to_frame(row.lon), row.lat)) for row in ROWS]
    neutral = [land for owner, land in files.land if owner == "neutral"]
    assert len(neutral) == 4
    assert all(any(drawn == "neutral" and land.covers(point) for drawn, point in points) for land in neutral)
    dashed = [point for drawn, point in points if drawn == "dashed"]
    assert [name for name, line in files.lines if all(line.distance(one) > files.line_off for one in dashed)] == []


def test_another_word_in_the_table_is_noticed() -> None:
    wrong = [row._replace(drawn="neutral" if row.drawn != "neutral" else "RUS") for row in ROWS]
    assert differences(FILES, wrong) == [row.place for row in ROWS]


def test_another_owner_in_the_files_is_noticed() -> None:
    """Whoever is given what is nobody's, or loses it, stands out."""
    given = Files([("RUS" if owner == "neutral" else owner, land) for owner, land in FILES.land], FILES.lines)
    assert {"Urup", "Shumshu", "Sakhalin south of 50°N", "Golan", "Western Sahara"} <= set(differences(given, ROWS))
    taken = Files([(owner, land) for owner, land in FILES.land if owner != "JPN"], FILES.lines)
    assert {row.place for row in ROWS if row.drawn == "JPN"} == set(differences(taken, ROWS))
    assert set(differences(Files(FILES.land, []), ROWS)) == {row.place for row in ROWS if row.drawn == "dashed"}


def test_a_list_of_the_visitors_finds_no_country_on_neutral_land() -> None:
    ground = read_ground(BASEMAP.parent)
    for row in (row for row in ROWS if row.drawn == "neutral"):
        assert ground.country(row.lon, row.lat) == ground.nearest(row.lon, row.lat) == "", row.place
        assert not any(ground.within(code, row.lon, row.lat) for code in ("RUS", "JPN", "MAR", "SYR")), row.place
