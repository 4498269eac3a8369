"""The papers for the people who carry the project on: the example works, links lead somewhere, two languages agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from atlas.records import Initiative
from loaders.catalogue.check import CheckReport, check_data
from loaders.catalogue.messages import validate
from loaders.catalogue.references import references
from loaders.catalogue.yamlfile import read_yaml
from tests.conftest import ROOT

PAPERS = ("README.md", "README.ja.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs/architecture.md",
          "docs/login.md", "deploy/README.md")  # fmt: skip


@pytest.fixture(scope="module")
def report(real_data: Path) -> CheckReport:
    return check_data(real_data)


def _example(tmp_path: Path) -> Path:
    found = re.search(r"```yaml\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    assert found
    path = tmp_path / "suva-example-training.yml"
    path.write_text(found[1], encoding="utf-8")
    return path


def test_the_example_to_paste_is_sound_and_points_to_what_exists(tmp_path: Path, report: CheckReport) -> None:
    raw, problems = read_yaml(_example(tmp_path), "example")
    record, faults = validate(Initiative, raw, "example")
    assert problems == faults == [] and record is not None and raw is not None
    catalogue = report.catalogue
    for reference in references(raw):
        if reference.kind == "mention":
            document, item = reference.key.split(":")
            assert item in catalogue.documents[document].outline
        else:
            assert reference.key in catalogue.places


@pytest.mark.parametrize("language", ["## Add an initiative", "## 取組を追加する"])
def test_adding_an_initiative_takes_ten_lines(language: str) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = text.split(language)[1].split("\n## ")[0]
    steps = [line for line in section.splitlines() if re.match(r"\d+\. ", line)]
    assert [int(step.split(".")[0]) for step in steps] == list(range(1, 11))


def test_contributing_begins_with_it() -> None:
    headings = re.findall(r"^## (.*)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0].startswith("Add an initiative")


@pytest.mark.parametrize("name", PAPERS)
def test_links_lead_to_files(name: str) -> None:
    path = ROOT / name
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith("http") and not (path.parent / link).exists()] == []


def test_the_two_readmes_say_the_same_in_the_same_order() -> None:
    english, japanese = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ja.md"))
    assert "(README.ja.md)" in english and "(README.md)" in japanese
    for pattern in (r"^#+ ", r"^- \*\*", r"^```", r"^((?:py|python|make|\.venv)\b.*?)(?:  +#.*)?$"):
        found = [re.findall(pattern, text, re.MULTILINE) for text in (english, japanese)]
        assert found[0] == found[1], pattern
    said = [re.sub(r"```.*?```", "", text, flags=re.DOTALL) for text in (english, japanese)]
    assert set(re.findall(r"\d{2,}", said[0])) == set(re.findall(r"\d{2,}", said[1]))


def test_the_changelog_keeps_data_and_application_apart() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for release in text.split("\n## ")[1:]:
        assert re.findall(r"^### (.*)", release, re.MULTILINE) == ["Data", "Application"]


def test_the_notice_names_every_package_and_no_licence_that_binds_the_whole() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    pinned = set(
        re.findall(r"^([a-z0-9][a-z0-9._-]*)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    )
    named = set(re.findall(r"[a-z0-9][a-z0-9-]+", notice.split("Fonts (OFL-1.1)")[1]))
    assert pinned - named == set()
    assert not re.search(r"(?<!L)GPL", notice)
