"""Which store a setting means, the commands `publish` and `query`, and GeoParquet that is not sound."""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import closing
from pathlib import Path

import geopandas as gpd
import pyarrow.parquet as pq
import pytest

from atlas.errors import DataError
from atlas.filter import Filter
from loaders.__main__ import main
from loaders.stores import Contents, store_of
from loaders.stores.files import FileStore
from loaders.stores.parquet.store import MANIFEST, ParquetStore
from loaders.stores.parquet.write import write_parquet
from tests import catalogue
from tests.loaders.stores.conftest import changed, held

PLACES = ("http://127.0.0.1:9/x.parquet", "s3://bucket/x.parquet", "/vsicurl/x.parquet", r"\\host\x.parquet",
          "file:///x.parquet", "postgresql:/u:secret@h/d", "postgis://u:secret@h/d", "u:secret@h/d",
          "host=h password=secret", "nowhere", "a\0b")  # fmt: skip


@pytest.fixture
def parquet(tmp_path: Path, edition: Contents) -> Path:
    path = tmp_path / "sites.parquet"
    write_parquet(path, held(edition))
    return path


def test_one_setting_chooses(real_data: Path, parquet: Path, tmp_path: Path, edition: Contents) -> None:
    assert isinstance(store_of(real_data), FileStore) and store_of(str(real_data)).folder == real_data
    assert store_of(real_data / "initiatives.geojson").folder == real_data
    assert isinstance(store_of(str(parquet)), ParquetStore) and store_of(parquet).folder is None
    write_parquet(tmp_path / "parts", held(edition), 50)
    assert isinstance(store_of(tmp_path / "parts"), ParquetStore)
    assert type(store_of("postgresql://host/database")).__name__ == "PostgisStore"


@pytest.mark.parametrize("place", PLACES)
def test_what_is_neither_a_local_path_nor_a_database_is_refused(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DataError, match=r"^ATLAS_DATA: ") as caught:
        store_of(place)
    assert "secret" not in str(caught.value)
    assert main(["query", place]) == 1 and main(["publish", place]) == 1 if place != "nowhere" else True
    assert "secret" not in capsys.readouterr().err


def test_only_the_database_needs_its_library(real_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("psycopg", "loaders.stores.postgis.store", "loaders.stores.postgis.connection"):
        monkeypatch.setitem(sys.modules, name, None)
    assert store_of(real_data).select(Filter(focus=("3",)))
    with pytest.raises(ImportError):
        store_of("postgresql://host/database")


def test_publish_and_query_on_every_store(tmp_path: Path, home: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--filter", "region=pacific&focus=3", "--box", "176,-20,182,-15"]
    printed = set[str]()
    previous = "data"
    for target in (str(tmp_path / "a.parquet"), str(tmp_path / "parts"), home):
        assert main(["publish", target, "--from", previous]) == 0
        assert f"{len(catalogue.FEATURES)} sites published" in capsys.readouterr().out
        previous = target
    for store in ("data", str(tmp_path / "a.parquet"), str(tmp_path / "parts"), home):
        assert main(["query", store, *asked]) == 0
        printed.add(capsys.readouterr().out)
    (text,) = printed
    found = [feature["id"] for feature in json.loads(text)["features"]]
    assert "osa-fiji-2023/fji" in found
    assert main(["query", home, "--ids", *asked]) == 0
    assert capsys.readouterr().out.split() == found
    assert main(["query", home, "--box", "0,80,1,81"]) == 0
    assert json.loads(capsys.readouterr().out)["features"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["query", "--filter", "region=mars&colour=red"], "not known: colour, region=mars"),
        (["query", "--filter", "q=" + "x" * 999], "not known: q="),
        (["query", "--box", "1,2,3"], "west,south,east,north"),
        (["publish", "data"], "the target: is neither GeoParquet nor a folder for it"),
        (["publish", "Makefile"], "the target: is neither GeoParquet nor a folder for it"),
        (["publish", "no/such/folder/x.parquet"], "the target: lies in a folder that does not exist"),
        (["publish", "x.parquet", "--from", "nowhere"], "the store: names no folder"),
    ],
)
def test_commands_refuse_in_one_sentence(
    arguments: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(repository)
    assert main(arguments) == 1
    assert said in capsys.readouterr().err


def test_an_edition_that_has_lost_half_is_published_only_when_that_is_meant(
    tmp_path: Path, home: str, edition: Contents, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "less"
    folder.mkdir()
    for name, data in changed(edition, lambda _: None, step=3).items():
        (folder / name).write_bytes(data)
    for target in (str(tmp_path / "sites.parquet"), home):
        assert main(["publish", target]) == 0
        assert main(["publish", target, "--from", str(folder)]) == 1
        assert "fewer than half" in capsys.readouterr().err
        with closing(store_of(target)) as store:
            assert len(store.select(Filter())) == len(catalogue.FEATURES)
        assert main(["publish", target, "--from", str(folder), "--force"]) == 0


def test_broken_data_is_never_published(tmp_path: Path, real_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(real_data, tmp_path / "data", ignore=shutil.ignore_patterns("catalogue", "editions", "basemap"))
    file = tmp_path / "data" / "initiatives.geojson"
    file.write_bytes(file.read_bytes().replace(b'"region": "pacific"', b'"region": "atlantis"', 1))
    assert main(["publish", str(tmp_path / "x.parquet"), "--from", str(tmp_path / "data")]) == 1
    assert "region 'atlantis' is not in the vocabulary" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.parquet"))


def test_others_read_it_as_geoparquet(parquet: Path) -> None:
    frame = gpd.read_parquet(parquet)
    assert frame.crs.to_epsg() == 4326 and len(frame) == len(catalogue.FEATURES)
    assert list(frame["id"]) == [site["id"] for site in catalogue.FEATURES]
    assert set(frame.geom_type.dropna()) == {"Point", "LineString"}
    assert json.loads(pq.read_metadata(parquet).metadata[b"geo"])["columns"]["geometry"]["encoding"] == "WKB"


def test_geoparquet_that_is_not_ours_is_refused(parquet: Path, tmp_path: Path) -> None:
    data = parquet.read_bytes()
    frame = gpd.read_parquet(parquet)
    frame.drop(columns="milestones").to_parquet(tmp_path / "less.parquet")
    frame.to_parquet(tmp_path / "bare.parquet")
    frame.to_crs(3857).to_parquet(tmp_path / "metres.parquet")
    frame.drop(columns="geometry").to_parquet(tmp_path / "flat.parquet")
    (tmp_path / "half.parquet").write_bytes(data[: len(data) // 2])
    (tmp_path / "empty.parquet").touch()
    for name, said in (("less", "lacks the columns milestones"), ("bare", "carries no sources"),
                       ("flat", "not GeoParquet"), ("metres", "must be WKB in WGS 84"), ("half", "not GeoParquet"),
                       ("empty", "not GeoParquet"),
                       ("gone", "missing; run python -m loaders publish")):  # fmt: skip
        with pytest.raises(DataError, match=f"^{name}.parquet: .*{said}"):
            ParquetStore(tmp_path / f"{name}.parquet").read()
    for at in range(8, len(data), len(data) // 60):  # whatever byte is wrong, it is told or does not matter
        (tmp_path / "odd.parquet").write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        try:
            ParquetStore(tmp_path / "odd.parquet").read()
        except DataError as error:
            assert len(error.problems) == 1


def test_partitions_of_two_editions_are_never_one(tmp_path: Path, edition: Contents) -> None:
    other = dict(edition) | {"documents.yml": edition["documents.yml"] + b"\n# another\n"}
    one, two = tmp_path / "one", tmp_path / "two"
    write_parquet(one, held(edition), 50)
    write_parquet(two, held(other), 50)
    assert ParquetStore(one).read() == edition
    parts = sorted(one.glob("*.parquet"))
    (one / MANIFEST).unlink()
    assert ParquetStore(one).read() == edition, "a folder without a manifest is all its partitions"
    shutil.copy(parts[0], one / "again.parquet")
    with pytest.raises(DataError, match="a partition is missing or doubled"):
        ParquetStore(one).read()
    (one / "again.parquet").unlink()
    shutil.copy(sorted(two.glob("*.parquet"))[0], parts[0])
    with pytest.raises(DataError, match="is of another edition"):
        ParquetStore(one).read()
    for names in (["../two/x.parquet"], ["/etc/passwd"], [], "x", [1], [".parquet"]):
        (one / MANIFEST).write_text(json.dumps({"files": names}))
        with pytest.raises(DataError, match=r"edition\.json: files: must name the partitions"):
            ParquetStore(one).read()


def test_a_small_file_that_unpacks_to_much_is_refused(
    parquet: Path, monkeypatch: pytest.MonkeyPatch, edition: Contents
) -> None:
    monkeypatch.setattr("loaders.stores.lines.MAX_BYTES", 100_000)
    with pytest.raises(DataError, match="larger than"):
        ParquetStore(parquet).read()
    monkeypatch.setattr("loaders.stores.parquet.store.MAX_FEATURES", 100)
    with pytest.raises(DataError, match="more than 100 features"):
        ParquetStore(parquet).read()
