"""Released editions: kept compressed, found by name, date or hash, refused when they are not what was released."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from atlas.errors import DataError
from loaders.__main__ import main
from loaders.catalogue.check import check_data
from loaders.editions.diff import find
from loaders.editions.released import edition_problems, packed, read_edition, read_released, release, released
from loaders.geojson.strict import MAX_BYTES
from tests.editions import features, first, put, raw

Run = Callable[..., "Result"]


class Result(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `python -m loaders …` in this process."""

    def run(*arguments: str | Path) -> Result:
        status = main([str(one) for one in arguments])
        return Result(status, *capsys.readouterr())

    return run


@pytest.fixture
def folder(tmp_path: Path, real_data: Path) -> Path:
    """The real data without its released editions."""
    return Path(shutil.copytree(real_data, tmp_path / "data", ignore=shutil.ignore_patterns("editions", "basemap")))


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """An edition in which Suva lay a degree farther south and a cable was missing."""
    found = {key: one for key, one in features().items() if one["properties"]["initiative"] != "tuvalu-cable"}
    site = first(found, precision="city", place="suva")
    put(site, site["geometry"]["coordinates"][0], site["geometry"]["coordinates"][1] - 1)
    path = tmp_path / "older.geojson"
    path.write_bytes(raw(found))
    return path


def test_what_is_released_is_sound_and_holds_what_the_index_says(real_data: Path) -> None:
    known = released(real_data)
    assert known
    for name, entry in known.items():
        frame = read_released(real_data, entry)
        assert name == entry.name == f"{entry.date}-{entry.sha256[:8]}"
        assert (frame["initiative"].nunique(), len(frame)) == (entry.initiatives, entry.sites)


def test_the_folder_holds_nothing_that_the_index_does_not_name(real_data: Path) -> None:
    files = {path.name for path in (real_data / "editions").iterdir()}
    assert files == {"index.yml", *(f"{name}.geojson.gz" for name in released(real_data))}


def test_release_twice(sample: Path, command: Run, older: Path) -> None:
    assert command("build", "--data", sample).returncode == 0
    assert command("release", older, "--date", "2026-10-01", "--data", sample).returncode == 0
    run = command("release", "--data", sample, "--force")  # of another kind than the one before
    digest = hashlib.sha256((sample / "initiatives.geojson").read_bytes()).hexdigest()
    assert run.stdout.endswith(f"2026-11-22-{digest[:8]}: released\n")
    assert command("release", "--data", sample).stdout.endswith("stands among the released editions already\n")
    names = list(released(sample))
    assert names[0].startswith("2026-10-01-") and names[1].endswith(digest[:8])
    kept = gzip.decompress((sample / "editions" / f"{names[1]}.geojson.gz").read_bytes())
    assert kept == (sample / "initiatives.geojson").read_bytes()
    assert check_data(sample).problems == []
    (sample / "editions" / f"{names[1]}.geojson.gz").write_bytes(b"\x1f\x8b")
    assert ["damaged" in problem.message for problem in check_data(sample).problems] == [True]


def test_a_release_that_has_lost_half_needs_to_be_meant(folder: Path) -> None:
    whole = (folder / "initiatives.geojson").read_bytes()
    assert release(folder, whole, "2026-10-01")
    collection = json.loads(whole)
    collection["features"] = collection["features"][::3]
    data = json.dumps(collection).encode()
    with pytest.raises(DataError, match=r"fewer than half of the .* before it; give --force"):
        release(folder, data, "2027-01-01")
    assert release(folder, data, "2026-01-01"), "an older one than any that stands there is no loss"
    data = json.dumps({**collection, "features": collection["features"][1:]}).encode()
    assert release(folder, data, "2027-01-01", force=True)


def test_a_release_needs_a_geojson_that_agrees_with_the_catalogue(sample: Path, command: Run) -> None:
    (sample / "initiatives.geojson").write_bytes(raw(features()))
    run = command("release", "--data", sample)
    assert run.returncode == 1
    assert "differs from the catalogue" in run.stderr
    assert not (sample / "editions").exists()


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "../../x"])
def test_a_release_needs_a_day(folder: Path, day: str) -> None:
    with pytest.raises(DataError, match="date"):
        release(folder, raw(features()), day)


def test_compression_gives_the_same_bytes_every_time() -> None:
    data = raw(features())
    assert packed(data) == packed(data)
    assert packed(data)[4:8] == bytes(4)  # no time of day
    assert len(packed(data)) < len(data) / 3
    assert gzip.decompress(packed(data)) == data


def test_an_edition_reads_the_same_compressed() -> None:
    data = raw(features())
    assert read_edition(packed(data), "x.gz").equals(read_edition(data, "x.geojson"))


def test_damaged_editions_are_told(folder: Path, older: Path) -> None:
    entry = release(folder, older.read_bytes(), "2026-10-01")
    assert entry is not None
    path = folder / "editions" / f"{entry.name}.geojson.gz"
    whole = path.read_bytes()
    for data, rule in ((whole[:500], "damaged"), (packed(raw(features())), "is not the file that was released")):
        path.write_bytes(data)
        [problem] = edition_problems(folder)
        assert path.name in problem.file and rule in problem.message
    path.unlink()
    assert "missing" in edition_problems(folder)[0].message
    (folder / "editions" / "index.yml").write_text("a: {date: x}", encoding="utf-8")
    assert {problem.field for problem in edition_problems(folder)} >= {"a.date", "a.sha256"}


def test_an_edition_that_unpacks_to_too_much_is_refused() -> None:
    bomb = gzip.compress(bytes(MAX_BYTES + 2), 1)
    with pytest.raises(DataError, match="larger than 64 MB when unpacked"):
        read_edition(bomb, "bomb.gz")


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b", b"\x1f\x8b" + bytes(50), b"[]", b"{", bytes(100)])
def test_what_is_no_edition_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(DataError, match=r"^x\.geojson: "):
        read_edition(data, "x.geojson")


def test_diff_in_both_languages_and_all_forms(older: Path, command: Run) -> None:
    english = command("diff", older).stdout
    assert "1 initiative added, 1 place moved" in english
    assert "moved 111 km: Suva (Fiji" in english
    japanese = command("diff", older, "--lang", "ja", "--format", "md").stdout
    assert japanese.startswith("# 変更点：older")
    assert "取組の追加1件、場所の移動1か所" in japanese and "| スバ（フィジー" in japanese
    told = json.loads(command("diff", older, "--format", "json").stdout)
    assert told["added"][0]["initiative"] == "tuvalu-cable"
    assert [move["km"] for move in told["moved"]] == [pytest.approx(111.19, abs=0.05)]
    assert told["counts"]["changed"] == 0 and told["changed"] == []


def test_editions_are_found_by_name_date_hash_and_file(folder: Path, older: Path) -> None:
    entry = release(folder, older.read_bytes(), "2026-10-01")
    assert entry is not None
    kept = folder / "editions" / f"{entry.name}.geojson.gz"
    for asked in (entry.name, entry.date, entry.sha256[:12], f"{entry.date}-{entry.sha256}", str(kept), str(older)):
        side = find(folder, asked)
        assert (side.digest, len(side.frame)) == (entry.sha256, entry.sites), asked


@pytest.mark.parametrize("asked", ["http://127.0.0.1:9/x.geojson", "/vsicurl/http://127.0.0.1:9/x", "2020-01-01", "e"])
def test_diff_of_what_is_not_there(asked: str, command: Run) -> None:
    run = command("diff", asked)
    assert run.returncode == 1 and run.stdout == ""
    assert "is no file and no released edition" in run.stderr or "not a path on this machine" in run.stderr
    assert "Traceback" not in run.stderr


def test_diff_of_a_date_that_means_several(folder: Path, older: Path, command: Run) -> None:
    release(folder, older.read_bytes(), "2026-10-01")
    release(folder, raw(features()), "2026-10-01")
    assert "means several editions; use one of: 2026-10-01-" in command("diff", "2026-10-01", "--data", folder).stderr
