"""`python -m exporters table`."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation

from atlas.filter import Filter
from atlas.vocab import REGIONS
from exporters.__main__ import main
from exporters.formats import FORMATS
from exporters.print.options import OptionError, Options, checked
from loaders.stores import store_of
from loaders.stores.held import held_of
from loaders.stores.parquet.write import write_parquet
from tests import catalogue
from tests.exporters.conftest import Make


def _run(data: Path, *flags: str) -> int:
    return main(["table", "--data", str(data), *flags])


@pytest.mark.parametrize("name", FORMATS)
def test_it_writes_what_the_page_gives(make: Make, real_data: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"out.{name}"
    flags = ("--format", name, "--lang", "ja", "--focus", "1,3", "--region", "pacific", "--by", "initiatives")
    assert _run(real_data, *flags, "-o", str(path)) == 0
    extract = make(Filter(focus=("1", "3"), region=("pacific",)), "ja", "initiatives")
    assert path.read_bytes() == FORMATS[name].make(extract)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_marking_stands_in_the_workbook_and_in_no_other_table(
    real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "out.xlsx"
    assert _run(real_data, "--format", "xlsx", "--region", "pacific", "--marking", "DRAFT", "-o", str(path)) == 0
    assert {sheet.oddFooter.center.text for sheet in openpyxl.load_workbook(path).worksheets} == {"DRAFT"}
    assert _run(real_data, "--format", "csv", "--marking", "DRAFT", "-o", str(tmp_path / "out.csv")) == 2
    assert capsys.readouterr().err == "--marking: only for xlsx\n" and not (tmp_path / "out.csv").exists()


def test_it_reads_any_store(real_data: Path, tmp_path: Path) -> None:
    store = tmp_path / "edition.parquet"
    write_parquet(store, held_of(store_of(real_data).read()))
    made = [tmp_path / "folder.csv", tmp_path / "store.csv"]
    for data, path in zip((real_data, store), made, strict=True):
        assert _run(data, "--format", "csv", "--region", "pacific", "-o", str(path)) == 0
    assert made[0].read_bytes() == made[1].read_bytes()


def test_the_urls_names_are_the_flags(real_data: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    flags = ("--country", "FJI", "--country", "TON", "--precision", "country", "--q", "OSA")
    assert _run(real_data, "--format", "csv", *flags, "-o", str(path)) == 0
    found = pd.read_csv(io.BytesIO(path.read_bytes()), encoding="utf-8-sig")
    wish = {"country": ["FJI", "TON"], "precision": ["country"]}
    assert set(found.iloc[:, -1]) == catalogue.ids(catalogue.sites(wish, "OSA"))


def test_in_a_folder_it_names_the_file(
    real_data: Path, tmp_path: Path, make: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(real_data, "--format", "csv", "-o", str(tmp_path)) == 0
    path = tmp_path / make().file_name("csv")
    assert path.is_file() and str(path) in capsys.readouterr().out


def test_a_wrong_code_says_what_is_allowed(real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    assert _run(real_data, "--format", "csv", "--region", "pacfic", "--focus", "9", "-o", str(path)) == 2
    said = capsys.readouterr().err
    assert "--region: 'pacfic'" in said and "pacific" in said and set(said.split()) & {f"{code}," for code in REGIONS}
    assert "--focus: '9' is not known; use one or more of: 1, 2, 3, 0" in said
    assert path.read_text() == "old"


@pytest.mark.parametrize(
    ("flags", "word"),
    [
        (["--format", "docx"], "geojson"),
        (["--format", "csv", "--lang", "fr"], "ja"),
        (["--format", "csv", "--by", "countries"], "initiatives"),
        (["--format", "csv", "--colour", "red"], "--colour"),
    ],
)
def test_a_wrong_flag_says_what_is_allowed(
    real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], flags: list[str], word: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        _run(real_data, *flags, "-o", str(tmp_path / "out"))
    assert stopped.value.code == 2 and word in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there(real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(real_data, "--format", "csv", "-o", str(tmp_path / "no" / "out.csv")) == 2
    assert "does not exist" in capsys.readouterr().err


def test_broken_data_leaves_no_file(data_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data_copy / "initiatives.geojson").write_text("{")
    assert _run(data_copy, "--format", "csv", "-o", str(tmp_path / "out.csv")) == 1
    assert "initiatives.geojson" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


@pytest.fixture
def data_copy(tmp_path: Path, real_data: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    for name in ("initiatives.geojson", "documents.yml", "organisations.yml"):
        (folder / name).write_bytes((real_data / name).read_bytes())
    return folder


def test_as_a_process_without_a_warning(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.gpkg"
    line = [sys.executable, "-W", "error", "-m", "exporters", "table", "--format", "gpkg", "-o", str(path)]
    done = subprocess.run(
        line, cwd=repository, capture_output=True, text=True, timeout=120, env=os.environ, check=False
    )
    assert (done.returncode, done.stderr) == (0, "") and path.stat().st_size > 100_000


def test_a_snapshot_is_the_slide_of_its_flags(real_data: Path, tmp_path: Path) -> None:
    path = tmp_path / "slide.pptx"
    flags = ("--lang", "ja", "--style", "numbered", "--focus", "3", "--region", "pacific", "--title", "表題", "--no-qr")
    assert main(["snapshot", "--data", str(real_data), "--format", "pptx", *flags, "-o", str(path)]) == 0
    slide = Presentation(io.BytesIO(path.read_bytes())).slides[0]
    assert slide.shapes.title is not None and slide.shapes.title.text_frame.text == "表題"
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_wrong_looks_say_what_is_allowed(real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.png"
    flags = ("--frame", "atlantis", "--size", "huge", "--dpi", "9999")
    assert main(["snapshot", "--data", str(real_data), "--format", "png", *flags, "-o", str(path)]) == 2
    said = capsys.readouterr().err
    assert (
        "--frame: 'atlantis'" in said and "indo-pacific" in said and "--size: 'huge'" in said and "--dpi: 9999" in said
    )
    assert not path.exists()


@pytest.mark.parametrize("frame", ["0,0,1100", "0,0,19", "86,0,3", "0,361,3", "0,0,1" + "0" * 400])
def test_a_view_of_nowhere_is_refused_in_a_sentence(frame: str) -> None:
    with pytest.raises(OptionError, match=r"is out of range; use lat,lon,zoom within -85\.\.85, -360\.\.360, 0\.\.18"):
        checked(Options(frame=frame))


def test_the_same_command_gives_the_same_pack(real_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    paths = [tmp_path / f"{n}.zip" for n in (1, 2)]
    flags = [
        "pack",
        "--data",
        str(real_data),
        "--by",
        "focus",
        "--format",
        "zip",
        "--region",
        "oceania",
        "--size",
        "640x360",
    ]
    assert [main([*flags, "-o", str(path)]) for path in paths] == [0, 0]
    assert paths[0].read_bytes() == paths[1].read_bytes()


def _basket(path: Path, **other: object) -> Path:
    whole = {"format": "foip-atlas-basket", "version": 1, "edition": "", "ids": ["palau-airport", "osa-fiji-2023"]}
    path.write_text(json.dumps(whole | other), encoding="utf-8")
    return path


def test_a_saved_briefing_gives_its_initiatives_in_their_order(real_data: Path, tmp_path: Path) -> None:
    made, file = [tmp_path / "file.csv", tmp_path / "flag.csv"], _basket(tmp_path / "basket.json")
    for path, ids in zip(made, (f"@{file}", "palau-airport,osa-fiji-2023"), strict=True):
        flags = ("--format", "csv", "--by", "initiatives", "--ids", ids)
        assert _run(real_data, *flags, "-o", str(path)) == 0
    assert made[0].read_bytes() == made[1].read_bytes()
    found = pd.read_csv(io.BytesIO(made[0].read_bytes()), encoding="utf-8-sig")
    assert list(found.iloc[:, -1]) == ["palau-airport", "osa-fiji-2023"]


@pytest.mark.parametrize(
    "other", [{"version": 2}, {"format": "x"}, {"ids": "a"}, {"ids": [1]}, None, "[", "[" * 100_000, "[]"]
)
def test_a_file_that_is_no_briefing_is_named(
    real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], other: object
) -> None:
    file, out = tmp_path / "basket.json", tmp_path / "out.csv"
    if isinstance(other, dict):
        _basket(file, **other)
    elif other:
        file.write_text(str(other))
    assert _run(real_data, "--format", "csv", "--ids", f"@{file}", "-o", str(out)) == 2
    assert capsys.readouterr().err == f"--ids: '{file}' cannot be read as a saved briefing\n" and not out.exists()


def test_an_initiative_that_the_edition_does_not_have_is_named(
    real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _basket(tmp_path / "basket.json", ids=["palau-airport", "nobody"])
    assert _run(real_data, "--format", "csv", "--ids", f"@{file}", "-o", str(tmp_path / "out.csv")) == 2
    assert capsys.readouterr().err == "--ids: the edition has no initiative 'nobody'\n"
