"""The data folder into records: every problem with file, field and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from atlas.errors import Problem
from loaders.catalogue.reader import read_catalogue
from tests.loaders.samples import add, spoil


def problems(root: Path) -> list[Problem]:
    return read_catalogue(root)[1]


def test_a_sound_folder(sample: Path) -> None:
    catalogue, found = read_catalogue(sample)
    assert found == []
    assert list(catalogue.initiatives) == ["cable", "dialogue", "patrol-boats"]
    assert list(catalogue.documents["statement"].outline) == ["5.10"]
    assert catalogue.documents["statement"].read == "2026-11-20"
    assert catalogue.organisations["adb"].en == "Asian Development Bank"


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        (
            "priority_area: II",
            "priority: II",
            "priority",
            "unknown key (did you mean priority_area?); remove it or use",
        ),
        ("en: A dialogue.", "eng: A.", "summary.en", "missing; write the English text"),
        (
            "en: A dialogue.",
            "eng: A.",
            "summary.eng",
            "unknown key (did you mean en?); remove it or use one of: ja, en",
        ),
        ("ja: 対話する。, ", "", "summary.ja", "missing; write the Japanese text"),
        ("en: A dialogue.", 'en: "  "', "summary.en", "empty; write the English text"),
        ("en: A dialogue.", "en: ", "summary.en", "empty; write the English text"),
        ("en: A dialogue.", "en: A, b dialogue.", "summary.b dialogue.", "put the whole text in quotes"),
        ("en: A dialogue.", "en: 5", "summary.en", "'5' is not text; put it in quotes"),
        ("en: A dialogue.", 'en: "a\\u0000b"', "summary.en", "holds a control character; remove it"),
        ("en: A dialogue.", 'en: "a\\ud800b"', "", "invalid Unicode character"),
        ("focus_area: 0", "focus_area: 4", "focus_area", "'4' is not allowed; use one of: 0, 1, 2 or 3"),
        ("focus_area: 0\n", "", "focus_area", "missing; add it"),
        ("[diplomacy]", "[diplomatic]", "themes.0", "'diplomatic' is not a known theme; use one of: critical"),
        ("[diplomacy]", "[]", "themes", "empty; give at least one value"),
        ("[diplomacy]", "diplomacy", "themes", "write a list here"),
        ("[dialogue]", "[talk]", "instruments.0", "'talk' is not a known instrument; use one of: "),
        ("statement:5.10", "statement 5.10", "mentions.0", "write document:item, for example evolved-foip:D8.2"),
        ("region: global", "region: atlantis", "sites.world.region", "'atlantis' is not a known region; use one of: "),
        ("region: global", "country: FIJ", "sites.world.country", "'FIJ' is not an ISO 3166-1 alpha-3 code"),
        (
            "precision: region",
            "precision: exact",
            "sites.world.precision",
            "'exact' is not allowed; use one of: 'site'",
        ),
        ("precision: region", "precision: country", "sites.world.precision", "needs country"),
        ("basis: stated", "basis: stated, confidence: low", "sites.world.confidence", "remove it"),
        ("  world:", "  World:", "sites.World", "use lower-case letters, digits and single hyphens"),
        ("focus_area_reason: {ja: 理由, en: Reason}", "", "focus_area_reason", "is required when"),
    ],
)
def test_a_bad_record(sample: Path, old: str, new: str, field: str, message: str) -> None:
    add(sample, "bad.yml", old, new)
    found = problems(sample)
    assert {problem.file for problem in found} == {"data/catalogue/bad.yml"}
    assert any(problem.field == field and message in problem.message for problem in found), found


@pytest.mark.parametrize(
    ("name", "old", "new", "field", "message"),
    [
        ("gazetteer.yml", "lat: -18.14161", "lat: 95", "suva.lat", "'95' is out of range; it must be at most 90"),
        ("gazetteer.yml", "lat: -18.14161", "lat: -95", "suva.lat", "it must be at least -90"),
        ("gazetteer.yml", "lon: 178.44149", 'lon: "178"', "suva.lon", "write a number, without quotes"),
        ("gazetteer.yml", "lon: 178.44149", "lon: yes", "suva.lon", "write a number"),
        ("gazetteer.yml", "suva:", "Suva:", "Suva", "use lower-case letters"),
        ("gazetteer.yml", "km: 0.5", "km: 0", "jetty.uncertainty_km", "it must be more than 0"),
        ("documents.yml", "https://example.org", "javascript:alert(1)//", "news.address", "begins with http://"),
        ("documents.yml", "https://example.org", "file:///etc", "news.address", "begins with http://"),
        ("documents.yml", 'read: "2026-11-21"', "read: 2026", "news.read", "put it in quotes"),
        ("documents.yml", 'read: "2026-11-21"', "read: 2026-02-30", "news.read", "is not a day of the calendar"),
        ("documents.yml", "5.10:", "five:", "statement.outline.five", "not an item code"),
        ("organisations.yml", ", en: Asian Development Bank", "", "adb.en", "missing; write the English text"),
        ("catalogue/patrol-boats.yml", "currency: JPY, ", "", "milestones.1.amount", "amount and currency go together"),
        ("catalogue/patrol-boats.yml", "JPY", "yen", "milestones.1.currency", "three-letter currency code"),
        ("catalogue/patrol-boats.yml", "2023-12-18", "2023-02-29", "milestones.1.date", "is not a day of the calendar"),
        ("catalogue/patrol-boats.yml", "2023-12-18", "18/12/2023", "milestones.1.date", "write the date as"),
        ("catalogue/patrol-boats.yml", "sites: [suva]", "sites: [nadi]", "milestones", "not under sites"),
        ("catalogue/cable.yml", "[suva, waypoint-east, apia]", "[suva]", "sites.line", "two or more gazetteer keys"),
    ],
)
def test_a_bad_entry(sample: Path, name: str, old: str, new: str, field: str, message: str) -> None:
    spoil(sample, name, old, new)
    found = problems(sample)
    assert {problem.file for problem in found} == {f"data/{name}"}
    assert any(problem.field == field and message in problem.message for problem in found), found


@pytest.mark.parametrize("name", ["Bad_Name.yml", "two--hyphens.yml", "other.yaml", "a b.yml"])
def test_the_file_name_is_the_id(sample: Path, name: str) -> None:
    add(sample, name)
    assert [problem.file for problem in problems(sample)] == [f"data/catalogue/{name}"]


def test_a_missing_folder(tmp_path: Path) -> None:
    files = {problem.file for problem in problems(tmp_path / "none")}
    names = ("catalogue", "assertions.yml", "documents.yml", "gazetteer.yml", "organisations.yml")
    assert files == {f"none/{name}" for name in names}


def test_bad_files_do_not_hide_one_another(sample: Path) -> None:
    add(sample, "one.yml", "focus_area: 0", "focus_area: 9")
    add(sample, "two.yml", "title:", "titel:")
    (sample / "catalogue" / "three.yml").write_text("a: [", encoding="utf-8")
    assert {problem.file for problem in problems(sample)} == {
        f"data/catalogue/{name}.yml" for name in ("one", "two", "three")
    }
