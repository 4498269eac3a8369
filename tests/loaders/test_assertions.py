"""Counts that the catalogue has to keep: too few fails, too many warns."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.catalogue.assertions import counted
from loaders.catalogue.check import CheckReport, check_data
from tests import catalogue
from tests.loaders.conftest import Command
from tests.loaders.samples import add, spoil

FILE = "assertions.yml"


def problems(sample: Path) -> list[tuple[str, str]]:
    found = check_data(sample).problems
    return [(problem.field, problem.message) for problem in found if problem.file == f"data/{FILE}"]


def test_the_counts_are_those_of_the_geojson(real_report: CheckReport) -> None:
    counts = counted(real_report.catalogue)
    for group, facet in (("documents", "document"), ("regions", "region"), ("focus_areas", "focus")):
        assert counts[group]
        for code, count in counts[group].items():
            assert count == catalogue.initiatives(catalogue.sites({facet: [code]})), (group, code)


def test_the_committed_ranges_hold_and_are_close_enough_to_notice_a_loss(real_report: CheckReport) -> None:
    assert [problem for problem in real_report.warnings if problem.file == f"data/{FILE}"] == []
    ranges = real_report.catalogue.raw[f"data/{FILE}"]
    counts = counted(real_report.catalogue)
    for group in counts:
        for code, range_ in ranges[group].items():
            assert range_["min"] >= counts[group][code] * 0.75, (group, code)


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("initiatives: {min: 3", "initiatives: {min: 4", "initiatives", "3 found, at least 4 expected"),
        ("sites: {min: 6", "sites: {min: 8", "sites", "6 found, at least 8"),
        ("evolved-foip: {min: 2", "evolved-foip: {min: 3", "documents.evolved-foip", "2 found, at least 3"),
        ("pacific: {min: 2", "pacific: {min: 3", "regions.pacific", "2 found, at least 3"),
        ('"3": {min: 0', '"3": {min: 2', "focus_areas.3", "1 found, at least 2"),
    ],
)
def test_under_the_minimum_fails(sample: Path, old: str, new: str, field: str, message: str) -> None:
    spoil(sample, FILE, old, new)
    [(where, what)] = problems(sample)
    assert where == field and message in what


def test_over_the_maximum_warns(sample: Path, command: Command) -> None:
    spoil(sample, FILE, "pacific: {min: 2, max: 3}", "pacific: {min: 1, max: 1}")
    run = command("check", "--data", sample)
    assert run.returncode == 0
    assert run.stderr.startswith("warning: data/assertions.yml: regions.pacific: 2 found, at most 1 expected;")


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("  asean:", "  aseam:", "regions.aseam", "not known; use one of: asean"),
        ("  asean:", "  aseam:", "regions.asean", "missing; give its min and max"),
        ("statement:", "news:", "documents.news", "not known"),
        ('"3"', '"7"', "focus_areas.7", "not known"),
        ("sites: {min: 6, max: 8}", "sites: {min: 8, max: 6}", "sites.max", "is less than min"),
        ("sites: {min: 6, max: 8}", "sites: {min: -1, max: 8}", "sites.min", "at least 0"),
        ("sites: {min: 6, max: 8}", "sites: {min: many, max: 8}", "sites.min", ""),
        ("sites: {min: 6, max: 8}\n", "", "sites", "missing; add it"),
        ("sites: {min: 6, max: 8}", "sites: {minimum: 6, max: 8}", "sites.minimum", "unknown key"),
    ],
)
def test_faults_of_the_file_itself(sample: Path, old: str, new: str, field: str, message: str) -> None:
    spoil(sample, FILE, old, new)
    assert any(where == field and message in what for where, what in problems(sample)), problems(sample)


def test_no_file_no_guard_is_a_problem(sample: Path) -> None:
    (sample / FILE).unlink()
    assert problems(sample) == [("", "missing; create this file")]


def test_a_faulty_record_is_not_also_called_missing(sample: Path) -> None:
    spoil(sample, "catalogue/cable.yml", "focus_area: 1", "focus_area: 7")
    assert problems(sample) == []
    assert check_data(sample).problems


def test_more_records_than_expected_are_counted(sample: Path) -> None:
    for name in ("one.yml", "two.yml", "three.yml"):
        add(sample, name)
    warned = {warning.field for warning in check_data(sample).warnings}
    assert {"initiatives", "sites", "regions.global", "focus_areas.0", "documents.statement"} <= warned
