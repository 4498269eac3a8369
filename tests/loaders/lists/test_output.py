"""What comes out: GeoJSON that the atlas reads, catalogue files that its loader takes, a report safe to open."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path

import geojson_validator
import pytest

from atlas.vocab import LANGS, Lang
from loaders.catalogue.check import check_data
from loaders.geojson.reader import read_features
from loaders.geojson.schema import PROPERTIES
from loaders.lists.output.files import catalogue_zip, files, write_files
from tests import hostile
from tests.loaders.conftest import Command
from tests.loaders.lists.conftest import Take
from tests.loaders.lists.messy import delimited, items

TODAY = date(2026, 11, 22)
COMPLETE = (
    "事業名,事業名（英語）,国,場所,緯度,経度,重点分野,テーマ,手段,連携先,概要,概要（英語）,記載箇所,進捗,日付,出典,金額,通貨,備考\n"
    "警備艇,Patrol boats,フィジー,スバ,,,3,海上保安,OSA,豪州、アジア開発銀行,供与する。,"
    "Boats are given.,evolved-foip:D8.2,署名,令和7年5月,mofa-2024-tuvalu-cable,4億,JPY,\n"
    "警備艇,Patrol boats,フィジー,スバ桟橋,-18.1331,178.4242,3,海上保安,OSA,,,,evolved-foip:D8.2,,,,,,注記\n"
)


def test_a_complete_row_is_a_catalogue_file_that_the_loader_takes(take: Take, tmp_path: Path, real_data: Path) -> None:
    shutil.copytree(real_data, tmp_path / "data")
    before = check_data(tmp_path / "data")
    found = dict(files(take(COMPLETE).entries(), "en", TODAY))
    assert [name for name in found if name.startswith("catalogue/")] == ["catalogue/list-patrol-boats.yml"]
    (tmp_path / "data" / "catalogue" / "list-patrol-boats.yml").write_bytes(found["catalogue/list-patrol-boats.yml"])
    with (tmp_path / "data" / "gazetteer.yml").open("ab") as stream:
        stream.write(found["gazetteer.yml"])
    report = check_data(tmp_path / "data")
    assert report.problems == before.problems == []
    record = report.catalogue.initiatives["list-patrol-boats"]
    assert (record.focus_area, record.themes, record.partners) == (3, ["coast-guard"], ["AUS", "adb"])
    assert [(step.date, step.status, step.amount) for step in record.milestones] == [("2025-05", "signed", 4e8)]
    assert {site.precision for site in record.sites.values()} == {"city", "site"}


def test_what_is_missing_is_said_in_the_file(take: Take) -> None:
    found = dict(files(take("国,事業名,重点分野\nフィジー,警備艇,九\n").entries(), "ja", TODAY))
    text = found["catalogue/list-row-2.yml"].decode()
    for field in ("title.en", "summary", "focus_area", "themes", "instruments", "mentions"):
        assert f"# 不足： {field}: " in text
    assert "重点分野「九」が分からない。" in text


@pytest.mark.parametrize("lang", LANGS)
def test_the_geojson_is_valid_and_the_atlas_reads_it(take: Take, tmp_path: Path, lang: Lang) -> None:
    rows = items(11, 120)
    entries = take(delimited(rows, "utf-8")[0]).entries()
    path = tmp_path / "placed.geojson"
    path.write_bytes(dict(files(entries, lang, TODAY))["placed.geojson"])
    content = json.loads(path.read_text(encoding="utf-8"))
    assert not geojson_validator.validate_geometries(content, criteria_problematic=[])["invalid"]
    frame = read_features(path)
    placed = [entry for entry in entries if entry.line.placement.outcome in ("placed", "country")]
    assert len(frame) == len(placed) == len(content["features"]) and frame.index.is_unique
    assert [feature["properties"]["row"] for feature in content["features"]] == [entry.line.number for entry in placed]
    assert all(list(feature["properties"])[: len(PROPERTIES)] == list(PROPERTIES) for feature in content["features"])


@pytest.mark.parametrize(
    "text", [*hostile.STRINGS, "=1+1", "'; x: y", "a: b # c", "---", "null", "&a *a !x", "\\", '"']
)
def test_hostile_text_stays_text_in_every_file(take: Take, tmp_path: Path, text: str) -> None:
    quoted = text.replace('"', '""')
    data = f'国,事業名,場所,備考\nフィジー,"{quoted}","{quoted}","{quoted}"\nフィジー,b,,\n'
    write_files(files(take(data).entries(), "en", TODAY), tmp_path)
    (tmp_path / "documents.yml").write_text("{}", encoding="utf-8")
    frame = read_features(tmp_path / "placed.geojson")
    assert list(frame["title_en"]) == [text, "b"]
    catalogue = check_data(tmp_path).catalogue
    assert len(catalogue.raw) == 3
    titles = [list(raw["title"].values()) for name, raw in catalogue.raw.items() if "catalogue/" in name]
    assert sorted(titles) == sorted([[text], ["b"]])


def test_no_cell_of_the_report_is_a_formula(take: Take) -> None:
    data = '国,事業名,場所\n=1+1,a,"=cmd|\'/c calc\'!A1"\nフィジー,a,"@SUM(A1)"\nフィジー,a,"+1"\n'
    text = dict(files(take(data).entries(), "ja", TODAY))["report.csv"].decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text, newline="")))
    assert len(lines) == 4
    assert not any(cell.startswith(("=", "+", "@")) for line in lines for cell in line)


def test_the_archive_is_the_same_for_the_same_list(take: Take) -> None:
    entries = take(COMPLETE).entries()
    assert catalogue_zip(entries, "en", TODAY) == catalogue_zip(entries, "en", TODAY)


def test_the_command(command: Command, tmp_path: Path) -> None:
    rows = [row for row in items(12, 70) if row.expected != "left"][:60]
    (tmp_path / "list.csv").write_bytes(delimited(rows, "cp932")[0])
    run = command("import", tmp_path / "list.csv", "--out", tmp_path / "out", "--lang", "ja")
    assert run.returncode == 0 and run.stdout.startswith("60行：")
    assert "CP932" in run.stderr and "使わなかった列：担当課" in run.stderr
    lines = (tmp_path / "out" / "report.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "row,outcome,country,lon,lat,precision,how,reason,candidates"
    assert (tmp_path / "out" / "placed.geojson").is_file() and list((tmp_path / "out" / "catalogue").iterdir())
    assert command("import", tmp_path / "list.csv").stdout.startswith("60 rows:")


def test_the_command_refuses_with_a_sentence(command: Command, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    run = command("import", tmp_path / "x.xlsx", "--out", tmp_path / "out")
    assert run.returncode == 1 and "Save the list as .xlsx or CSV" in run.stderr and "Traceback" not in run.stderr
    assert not (tmp_path / "out").exists()
    missing = command("import", "http://127.0.0.1:9/x.csv")
    assert missing.returncode == 1 and "Traceback" not in missing.stderr
