"""Cross references in both directions, and the rules that no record holds alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.catalogue.check import check_data
from tests.loaders.samples import add, spoil

PATROL = "catalogue/patrol-boats.yml"
CABLE = "catalogue/cable.yml"


def test_a_sound_folder(sample: Path) -> None:
    report = check_data(sample)
    assert report.problems == report.warnings == []
    assert (len(report.catalogue.initiatives), report.sites, report.items, report.uncovered) == (3, 6, 3, 0)


@pytest.mark.parametrize(
    ("name", "old", "new", "field", "message"),
    [
        (PATROL, "evolved-foip:D8.2", "evolved-foip:D9.9", "mentions.0", "'evolved-foip' has no item 'D9.9'"),
        (PATROL, "evolved-foip:D8.2", "other:D8.2", "mentions.0", "'other' is not a document with an outline"),
        (PATROL, "evolved-foip:D8.2", "news:D8.2", "mentions.0", "'news' is not a document with an outline"),
        (PATROL, '["evolved-foip:D8.2"]', '["evolved-foip:D8.2", "evolved-foip:D8.2"]', "mentions.1", "stands twice"),
        (PATROL, "place: suva", "place: atlantis", "sites.suva.place", "'atlantis' is not in data/gazetteer.yml"),
        (PATROL, "place: suva", "place: ../../etc/passwd", "sites.suva.place", "is not in data/gazetteer.yml"),
        (PATROL, "place: suva", "place: apia", "sites.suva.place", "'apia' lies in WSM, not in FJI"),
        (PATROL, "place: suva", "place: waypoint-east", "sites.suva.place", "way-point"),
        (PATROL, "place: jetty", "place: suva", "sites.jetty.precision", "finer than 'suva'"),
        (
            PATROL,
            "{country: FJI, precision: country",
            "{country: TON, precision: country",
            "sites.fji.country",
            "'TON'",
        ),
        (PATROL, "FJI, precision: country", "FJI, place: suva, precision: country", "sites.fji.place", "remove it"),
        (PATROL, "source: news, confidence: high", "source: gone, confidence: high", "sites.suva.source", "'gone'"),
        (PATROL, "currency: JPY, source: news", "currency: JPY, source: gone", "milestones.1.source", "'gone'"),
        (PATROL, "[AUS, adb]", "[adb, AUZ]", "partners.1", "'AUZ' is not in data/organisations.yml"),
        (PATROL, "[AUS, adb]", "[adb, JPN]", "partners.1", "Japan"),
        (PATROL, "focus_area: 3", "focus_area: 2", "focus_area", "stands under 3"),
        (
            CABLE,
            "basis: inferred\nfocus_area_reason: {ja: 理由, en: Reason}",
            "basis: stated",
            "focus_area_basis",
            "use",
        ),
        (CABLE, "waypoint-east", "waypoint-west", "sites.line.path.1", "'waypoint-west' is not in data/gazetteer.yml"),
        ("gazetteer.yml", "asean:", "aseam:", "asean", "missing; add the point"),
        ("gazetteer.yml", "region: africa, ", "", "africa", "needs precision: region and region: africa"),
        ("gazetteer.yml", "country: FJI, lon: 178.0", "country: TON, lon: 178.0", "FJI", "country: FJI"),
    ],
)
def test_references(sample: Path, name: str, old: str, new: str, field: str, message: str) -> None:
    spoil(sample, name, old, new)
    found = [problem for problem in check_data(sample).problems if problem.file == f"data/{name}"]
    assert any(problem.field == field and message in problem.message for problem in found), found


@pytest.mark.parametrize(("heading", "focus"), [("1", 1), ("3", 1), ("4", 2), ("6", 2), ("7", 3), ("9", 3)])
def test_headings_and_focus_areas(sample: Path, heading: str, focus: int) -> None:
    spoil(sample, "documents.yml", "D8.2", f"D{heading}.2")
    spoil(sample, PATROL, "D8.2", f"D{heading}.2")
    spoil(sample, PATROL, "focus_area: 3", f"focus_area: {focus}")
    assert check_data(sample).problems == []


def test_every_item_is_covered(sample: Path) -> None:
    (sample / CABLE).unlink()
    report = check_data(sample)
    uncovered = [problem.field for problem in report.problems if problem.file == "data/documents.yml"]
    assert uncovered == ["evolved-foip.outline.M1"]
    assert report.uncovered == 1


def test_an_item_may_say_why_it_names_no_initiative(sample: Path) -> None:
    reason = "not_initiative: {ja: 前文, en: Preamble}"
    (sample / CABLE).unlink()
    spoil(sample, "documents.yml", "en: Cable}}", f"en: Cable}}, {reason}}}")
    report = check_data(sample)
    assert [problem for problem in report.problems if problem.file == "data/documents.yml"] == []
    assert (report.uncovered, report.refused) == (0, 1)
    spoil(sample, "documents.yml", "en: Patrol boats}}", f"en: Patrol boats}}, {reason}}}")
    (problem,) = [one for one in check_data(sample).problems if one.file == "data/documents.yml"]
    assert problem.field == "evolved-foip.outline.D8.2.not_initiative"
    assert "remove not_initiative or the mention" in problem.message


@pytest.mark.parametrize(("code", "fits"), [("5.1.2.3", True), ("A1.2.3", True), ("5.1.2.3.4", False), ("5.", False)])
def test_codes_of_items_are_up_to_four_numbers_deep(sample: Path, code: str, fits: bool) -> None:
    spoil(sample, "documents.yml", "5.10:", f'"{code}":')
    spoil(sample, "catalogue/dialogue.yml", "statement:5.10", f"statement:{code}")
    assert (check_data(sample).problems == []) == fits


def test_a_record_with_another_fault_still_covers_its_items(sample: Path) -> None:
    spoil(sample, CABLE, "focus_area: 1", "focus_area: 7")
    assert [problem.field for problem in check_data(sample).problems] == ["focus_area"]


def test_a_faulty_record_has_its_references_checked_too(sample: Path) -> None:
    add(sample, "bad.yml", "focus_area: 0", "focus_area: 7\npartners: [nobody]")
    assert [problem.field for problem in check_data(sample).problems] == ["focus_area", "partners.0"]


def test_an_unreadable_shared_file_is_one_problem(sample: Path) -> None:
    (sample / "gazetteer.yml").write_text("a: [", encoding="utf-8")
    assert {problem.file for problem in check_data(sample).problems} == {"data/gazetteer.yml"}


@pytest.mark.parametrize(
    "text", ["sites: 5\nmilestones: 5\nmentions: 5\npartners: {}", "sites: {a: 1, b: [x]}\nmilestones: [1]\n"]
)
def test_records_of_the_wrong_shape(sample: Path, text: str) -> None:
    (sample / "catalogue" / "odd.yml").write_text(text, encoding="utf-8")
    assert {problem.file for problem in check_data(sample).problems} == {"data/catalogue/odd.yml"}


def test_unused_entries_are_warnings(sample: Path) -> None:
    spoil(sample, PATROL, "partners: [AUS, adb]\n", "")
    spoil(sample, "gazetteer.yml", "suva: ", "lautoka: {name: {ja: ラ, en: L}, country: FJI, lon: 177.4, lat: -17.6,"
          ' precision: city, source: X, checked: "2026-11-22"}\nsuva: ')  # fmt: skip
    spoil(sample, "documents.yml", "news:", "paper: {kind: record, publisher: {ja: 紙, en: P}, title: {ja: 紙, en: P},"
          ' language: en, read: "2026"}\nnews:')  # fmt: skip
    report = check_data(sample)
    assert report.problems == []
    assert [(warning.file, warning.field) for warning in report.warnings] == [
        ("data/documents.yml", "paper"),
        ("data/gazetteer.yml", "lautoka"),
        ("data/organisations.yml", "adb"),
    ]
