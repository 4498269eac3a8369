"""What stood when: a year shows what was on record by its end, and says what it leaves out."""

from __future__ import annotations

import geopandas as gpd
import pytest

from atlas.filter import Filter
from atlas.index import Index
from atlas.progress.milestones import told
from atlas.progress.years import as_of, later, reached
from tests import catalogue
from tests.atlas.left_out import LeftOut, left_out


def _step(date: str, status: str = "signed", **more: object) -> dict[str, object]:
    step = {"date": date, "status": status, "source": f"source-{date}", "amount": None, "event": None, "note_en": None}
    return step | more


@pytest.mark.parametrize(("until", "n"), [(None, 3), ("2022", 0), ("2023", 1), ("2024", 2), ("2025", 3)])
def test_a_date_of_any_precision_belongs_to_its_year(until: str | None, n: int) -> None:
    steps = [_step("2023"), _step("2024-12-31"), _step("2025-01")]
    assert len(reached(steps, until)) == n
    assert [later(step, until) for step in steps] == [False] * n + [True] * (3 - n)


def test_a_year_shows_the_status_of_that_time(index: Index, frame: gpd.GeoDataFrame) -> None:
    """The first radars for the Philippines were granted in 2023, handed over in 2026; what is amended stands so."""
    known = {("osa-philippines-2023/phl", "2023"): "signed", ("osa-philippines-2023/phl", "2026"): "delivered",
             ("jsepa/sgp", "2002"): "in-force", ("jsepa/sgp", "2007"): "amended"}  # fmt: skip
    for (site, year), status in known.items():
        filter_ = Filter(year=(year,), status=(status,))
        assert site in set(frame.index[index.select(filter_)])
        assert as_of(frame, year).loc[site, "status"] == status
    assert "osa-philippines-2023/phl" not in set(frame.index[index.select(Filter(year=("2022",)))])


@pytest.mark.parametrize(
    "filter_",
    [
        Filter(year=("2023",)),
        Filter(year=("2023", "undated")),
        Filter(year=("1994",), region=("pacific",)),
        Filter(year=("2026",), focus=("2",)),
        Filter(year=("2020",), q="ASEAN"),
    ],
)
def test_what_is_shown_and_what_is_left_out_is_everything(index: Index, filter_: Filter) -> None:
    out, shown = left_out(index, filter_), index.count(index.select(filter_))
    assert shown + out.later + out.undated == index.count(index.select(filter_.without("year")))


def test_nothing_is_left_out_without_a_year(index: Index) -> None:
    assert left_out(index, Filter()) == left_out(index, Filter(year=("undated",))) == LeftOut(0, 0)


def test_what_has_no_date_is_never_taken_for_standing(index: Index, frame: gpd.GeoDataFrame) -> None:
    found = frame[index.select(Filter(year=("2026",)))]
    dated = {site["properties"]["initiative"] for site in catalogue.FEATURES if catalogue.done(site)}
    undated = frame[index.select(Filter(year=("undated",)))]
    assert dated == set(found["initiative"]) and len(undated)
    assert not dated & set(undated["initiative"]) and len(found) + len(undated) == len(frame)


def _site(*steps: dict[str, object]) -> dict[str, object]:
    return {"milestones": list(steps), "site": "suva", "place_en": "Suva"}


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (_step("2025-08-16", event="a"), _step("2025-08-18", event="a"), ("date",)),
        (_step("2025-08", event="a", amount=5), _step("2025-08-18", event="a", amount=6), ("amount",)),
        (_step("2025-08", event="a"), _step("2025-08-18", event="a"), ("details",)),
        (_step("2025-08-16", event="a"), _step("2025-08-18", event="b"), ()),
        (_step("2025-08-16"), _step("2025-08-18"), ()),
    ],
)
def test_reports_of_one_event_that_differ_are_marked(
    one: dict[str, object], other: dict[str, object], differs: tuple[str, ...]
) -> None:
    assert [step.differs for step in told([_site(one, other)], "en")] == [differs, differs]


def test_the_disputes_of_the_catalogue_are_found() -> None:
    found = {}
    for name in ("east-micronesia-cable", "digital-government-moc", "palau-airport"):
        rows = [site["properties"] for site in catalogue.FEATURES if site["properties"]["initiative"] == name]
        found[name] = {what for step in told(rows, "en") for what in step.differs}
    assert found["east-micronesia-cable"] == found["digital-government-moc"] == {"date"}
    assert found["palau-airport"] == set()
