"""A reviewed draft becomes files of the catalogue: whole, checked, and no other line touched."""

from __future__ import annotations

import difflib
import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
import yaml

from atlas.vocab import Lang
from loaders.catalogue.build import build
from loaders.catalogue.check import CheckReport, check_data
from loaders.intake.accepting.accepted import Accepted, accepted
from loaders.intake.accepting.packed import intake_zip, note
from loaders.intake.accepting.written import write_accepted
from loaders.intake.draft import Draft, DraftPlace, DraftStep, DraftWords, Organisation
from loaders.intake.draftfile import draft_bytes, read_draft
from loaders.lists.remark import DocumentError
from tests.hostile import STRINGS
from tests.loaders.conftest import Command
from tests.loaders.intake.statement import HARBOUR, KEY, entry, every_kind, folder_of, item, statement, words

TODAY = date(2031, 2, 4)


@pytest.fixture
def folder(real_data: Path, tmp_path: Path) -> Path:
    """A copy of the committed catalogue."""
    return folder_of(real_data, tmp_path / "data")


@pytest.fixture(scope="module")
def taken(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Accepted, CheckReport]:
    """The statement with an item of every kind, written into a folder that is then checked."""
    folder = folder_of(real_data, tmp_path_factory.mktemp("taken") / "data")
    found = accepted(every_kind(), folder, TODAY)
    write_accepted(found, folder)
    return folder, found, check_data(folder)


def test_every_kind_of_item_ends_in_a_catalogue_that_is_sound(
    taken: tuple[Path, Accepted, CheckReport], real_data: Path
) -> None:
    _, found, report = taken
    assert [str(problem) for problem in report.problems] == [] == [str(problem) for problem in found.left]
    assert (report.uncovered, report.refused) == (0, check_data(real_data).refused + 2)
    records = {f"catalogue/{name}.yml" for name in ("made-up-dialogue", "en", "en-2", "en-3")}
    assert set(found.new) == {*records, f"intake/{KEY}.json"}
    assert found.files[f"intake/{KEY}.json"].isascii()
    built = build(report.catalogue).decode()
    assert f'"{KEY}:2.1.1"' in built
    assert "架空港" in built
    outline = report.catalogue.documents[KEY].outline
    assert list(outline) == ["1", "2", "2.1", "2.1.1", "3", "4", "5", "6"]
    assert outline["1"].not_initiative is not None
    assert outline["1"].not_initiative.en == "Preamble, general statement or chapeau"


def test_one_initiative_may_stand_in_several_items_and_an_item_have_several(
    taken: tuple[Path, Accepted, CheckReport],
) -> None:
    known = taken[2].catalogue.initiatives
    assert known["made-up-dialogue"].mentions == [f"{KEY}:2.1", f"{KEY}:2.1.1"]
    assert list(known["made-up-dialogue"].sites) == ["idn", "bra"]
    assert [(step.date, step.sites) for step in known["made-up-dialogue"].milestones] == [("2031-02-03", ["idn"])]
    assert known["civil-service-exchange"].mentions == ["japan-singapore-2026:12.4", f"{KEY}:3"]
    assert sum(f"{KEY}:5" in one.mentions for one in known.values()) == 2
    azec = known["azec"]
    assert azec.sites["bra"].source == KEY
    assert [(step.date, step.sites) for step in azec.milestones if step.source == KEY] == [("2031-01-20", ["bra"])]


def test_what_an_entry_needs_comes_with_it(taken: tuple[Path, Accepted, CheckReport]) -> None:
    catalogue = taken[2].catalogue
    (one,) = (one for one in catalogue.initiatives.values() if f"{KEY}:4" in one.mentions)
    assert one.partners == ["made-up-agency", "AUS"]
    assert catalogue.organisations["made-up-agency"].ja == "架空庁"
    (site,) = one.sites.values()
    assert (catalogue.places[site.place or ""].lon, site.precision) == (HARBOUR.lon, "city")
    assert catalogue.places["BRA"].precision == "country"


def test_no_other_line_changes(taken: tuple[Path, Accepted, CheckReport], real_data: Path) -> None:
    folder, found, _ = taken
    for path in sorted([*real_data.glob("*.yml"), *real_data.glob("catalogue/*.yml")]):
        old = path.read_bytes().splitlines(keepends=True)
        new = (folder / path.relative_to(real_data)).read_bytes().splitlines(keepends=True)
        lost = [line for line in difflib.ndiff([*map(repr, old)], [*map(repr, new)]) if line[0] == "-"]
        assert all("mentions: [" in line for line in lost), path
        assert len(lost) == (path.stem in ("azec", "civil-service-exchange")), path
    assert '-mentions: ["japan-singapore-2026:12.4"]\n+mentions: ["japan-singapore-2026:12.4", "made-up-2031:3"]\n' in (
        found.diff
    )


def test_git_takes_the_diff(taken: tuple[Path, Accepted, CheckReport], real_data: Path, tmp_path: Path) -> None:
    folder_of(real_data, tmp_path / "data")
    run = subprocess.run(["git", "apply"], input=taken[1].diff.encode(), cwd=tmp_path, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    for name, text in taken[1].files.items():
        if name not in taken[1].new:
            assert (tmp_path / "data" / name).read_text("utf-8") == text


@pytest.mark.parametrize(("lang", "said"), [("ja", "英語を書く"), ("en", "write the English text")])
def test_what_is_left_is_said_field_by_field(folder: Path, lang: Lang, said: str) -> None:
    draft = statement(
        item("1", entry("題", id="made-up-one", title=DraftWords(ja="題"), summary=DraftWords(ja="要約"), themes=())),
        item("2", state="open"),
        item("3", heading=DraftWords(en="Heading")),
        item("4", state="refused", reason="相手国の国内措置であるため"),
    )
    with pytest.raises(DocumentError) as refused:
        accepted(draft, folder, TODAY)
    assert "2" in refused.value.said.text(lang)
    found = accepted(draft, folder, TODAY, part=True)
    record, outline = "data/catalogue/made-up-one.yml", f"{KEY}.outline"
    assert [(problem.file, problem.field) for problem in found.left] == [
        (record, "summary.en"), (record, "themes"), (record, "title.en"),
        ("data/documents.yml", f"{outline}.2"), ("data/documents.yml", f"{outline}.3"),
        ("data/documents.yml", f"{outline}.3.heading.ja"),
        ("data/documents.yml", f"{outline}.4.not_initiative.en"),
    ]  # fmt: skip
    told = note(found, lang)
    assert f"- {record}: title.en: {said}\n" in told
    assert ("no initiative mentions" in told) == (lang == "en") and f"{KEY}:3" in told
    assert told.splitlines()[-1].endswith(" 2" if lang == "en" else "：2")


@pytest.mark.parametrize(("places", "named"), [(("BRA", "CHL"), []), (("BRA", "CHL", "PER"), ["bra", "chl"])])
def test_a_step_told_of_two_places_stands_at_both(folder: Path, places: tuple[str, ...], named: list[str]) -> None:
    step = DraftStep(status="announced", date="2031-01")
    first, *others = ((DraftPlace(country=code),) for code in places)
    told = [entry("", with_item="1", places=place, steps=(step,) if at == 0 else ()) for at, place in enumerate(others)]
    draft = statement(item("1", entry("架空の対話", id="made-up", places=first, steps=(step,)), *told))
    raw = yaml.safe_load(accepted(draft, folder, TODAY).files["catalogue/made-up.yml"])
    assert [one.get("sites", []) for one in raw["milestones"]] == [named]


def test_a_step_keeps_what_the_officer_wrote_of_it(folder: Path) -> None:
    step = DraftStep(
        status="signed", date="2031-01", note=words("覚書に署名。", "Memorandum signed."), amount=5e6, currency="USD",
        amount_of=words("各国の合計", "of all states"), fiscal_year=2030,
    )  # fmt: skip
    write_accepted(accepted(statement(item("1", entry("架空の対話", steps=(step,)))), folder, TODAY), folder)
    (one,) = (one for one in check_data(folder).catalogue.initiatives.values() if f"{KEY}:1" in one.mentions)
    assert [step.note and step.note.en for step in one.milestones] == ["Memorandum signed."]
    assert [(step.amount_of and step.amount_of.ja, step.fiscal_year) for step in one.milestones] == [
        ("各国の合計", 2030)
    ]


def test_a_new_place_is_not_put_under_steps_of_other_places(folder: Path) -> None:
    step = DraftStep(status="signed", date="2031-01")
    draft = statement(item("1", entry("", same_as="space-moc", places=(DraftPlace(country="BRA"),), steps=(step,))))
    found = accepted(draft, folder, TODAY)
    assert "+  bra:" not in found.diff
    assert f'"{KEY}:1"' in found.files["catalogue/space-moc.yml"]
    (problem,) = found.left
    assert (problem.file, problem.field) == ("data/catalogue/space-moc.yml", "sites")
    assert "country: BRA" in problem.message
    assert "2031-01" in problem.message


@pytest.mark.parametrize(
    "text", [*STRINGS, "a: b # c", '"', "'", "- x", "{a: b}", "a\nb", "a\u2028b\x85c", "🗾 \U000e0100", "yes"]
)
def test_hostile_words_come_back_as_they_are(folder: Path, text: str) -> None:
    both = DraftWords(ja=text, en=text)
    draft = statement(item("1", entry("", id="made-up-one", title=both, summary=both), heading=both, label=both))
    found = accepted(draft, folder, TODAY)
    write_accepted(found, folder)
    catalogue = check_data(folder).catalogue
    raw = catalogue.raw["data/catalogue/made-up-one.yml"]
    assert raw["title"] == raw["summary"] == {"ja": text, "en": text}
    assert catalogue.raw["data/documents.yml"][KEY]["outline"]["1"]["label"]["en"] == text
    assert catalogue.raw.keys() == check_data(folder).catalogue.raw.keys()


@pytest.mark.parametrize("text", ["a\u202eb", "a\u200bb", "a\x7fb", "a\x00b"])
def test_unseen_characters_are_shown_and_refused_by_the_check(folder: Path, text: str) -> None:
    draft = statement(item("1", entry("", id="made-up-one", title=words(text, "x"))))
    found = accepted(draft, folder, TODAY)
    written = found.files["catalogue/made-up-one.yml"]
    assert all(char.isprintable() or char == "\n" for char in written)
    assert [problem.field for problem in found.left] == ["title.ja"] * len(found.left) != []


@pytest.mark.parametrize(
    ("draft", "named"),
    [
        (statement(item("1", entry("", id="azec"))), "azec"),
        (statement(item("1", entry("", id="../../evil"))), "../../evil"),
        (statement(item("1", entry("", id="a-a")), item("2", entry("", id="a-a"))), "a-a"),
        (statement(item("1", entry("", same_as="not-there"))), "not-there"),
        (statement(item("1", entry("", with_item="2")), item("2", entry(""))), "2"),
        (statement(item("1", entry("", partners=("jbic",))), organisations=(
            Organisation(key="jbic", name=words("別の機関")),)), "jbic"),
    ],
)  # fmt: skip
def test_nothing_is_overwritten_or_guessed(folder: Path, draft: Draft, named: str) -> None:
    with pytest.raises(DocumentError) as refused:
        accepted(draft, folder, TODAY)
    assert named in refused.value.said.text("ja")
    assert named in refused.value.said.text("en")


def test_a_document_is_accepted_once(folder: Path) -> None:
    write_accepted(accepted(every_kind(), folder, TODAY), folder)
    with pytest.raises(DocumentError, match=KEY):
        accepted(every_kind(), folder, TODAY)


def test_all_files_are_written_or_none(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = accepted(every_kind(), folder, TODAY)
    before = {path: path.read_bytes() for path in folder.rglob("*.yml")}
    (folder / found.new[-1]).mkdir()  # so that the last one cannot be written
    with pytest.raises(OSError):
        write_accepted(found, folder)
    assert {path: path.read_bytes() for path in folder.rglob("*.yml") if path.is_file()} == before


def test_the_archive_has_the_files_and_what_is_left(taken: tuple[Path, Accepted, CheckReport]) -> None:
    folder, found, _ = taken
    data = intake_zip(found)
    assert data == intake_zip(found)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {name for name in archive.namelist() if "/" not in name} == {
            "README.ja.txt", "README.en.txt", "changes.diff",
        }  # fmt: skip
        for name in found.files:
            assert archive.read(f"data/{name}") == (folder / name).read_bytes()
        assert "残りの作業はない" in archive.read("README.ja.txt").decode()


def test_the_command_takes_in_a_document(real_data: Path, tmp_path: Path, command: Command) -> None:
    source, draft = tmp_path / "made up.txt", tmp_path / "draft.json"
    source.write_text(
        "Made-up Joint Statement\n\n1. The two sides will hold a made-up dialogue on energy in 2031.\n\n"
        "2. Japan will train officials of Indonesia in a made-up course.\n", "utf-8",
    )  # fmt: skip
    said = ("--party", "IDN", "--key", KEY, "--title-ja", "架空の声明", "--scope-en", "Part one", "--data", real_data)
    run = command("intake", source, "--lang", "en", *said, "-o", draft)
    assert run.returncode == 0, run.stderr
    found = read_draft(draft.read_bytes())
    assert [item.code for item in found.items] == ["1", "2"]
    assert (found.source.key, found.source.title.ja, found.source.scope.en) == (KEY, "架空の声明", "Part one")
    assert found.source.parties == ("IDN",)
    assert "2 items" in run.stdout
    refused = command("intake", "accept", draft, "--data", real_data)
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "--part" in refused.stderr
    bad = command("intake", source, "--date", "31 February", "--data", real_data)
    assert bad.returncode == 1
    assert (
        bad.stderr
        == f"{source}: The date given on the command line is not in the right form; correct it and run again.\n"
    )


def test_the_command_accepts_and_says_what_the_check_says(folder: Path, tmp_path: Path, command: Command) -> None:
    path = tmp_path / "made-up.intake.json"
    path.write_bytes(draft_bytes(every_kind()))
    run, report = command("intake", "accept", path, "--data", folder), check_data(folder)
    assert (run.returncode, run.stderr.count("warning")) == (0, run.stderr.count("\n")), run.stderr
    outlined = sum(bool(document.outline) for document in report.catalogue.documents.values())
    told = f"{outlined} documents, {report.items} items ({report.refused} of them no initiative, with the reason)"
    assert f"{told}: every item is covered" in run.stdout
    assert "+ data/catalogue/made-up-dialogue.yml" in run.stdout
    again = command("intake", "accept", path, "--data", folder, "--lang", "ja")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr.endswith("別のキーにする。\n")
