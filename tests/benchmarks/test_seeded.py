"""The folder that speed is measured on: as strict readers want it, and the same every time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import seeded
from loaders.geojson.reader import parse_features, read_documents, read_organisations
from loaders.geojson.rfc7946 import MAX_FEATURES
from loaders.geojson.strictjson import MAX_BYTES


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("seeded")
    seeded.write(found, 600)
    return found


def test_the_atlas_reads_a_seeded_folder_whole(folder: Path) -> None:
    documents = read_documents(folder / "documents.yml")
    organisations = read_organisations(folder / "organisations.yml")
    data = (folder / "initiatives.geojson").read_bytes()
    frame = parse_features(data, "initiatives.geojson", documents, organisations)
    assert len(frame) == 600
    kinds = Counter(frame["precision"])
    assert set(kinds) == {"site", "city", "admin1", "country", "region", "route"}
    assert kinds["site"] > kinds["country"] > kinds["route"] > 0
    assert frame["geometry"].isna().any()
    assert set(frame.geometry.dropna().geom_type) >= {"Point", "LineString"}


def test_the_same_seed_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    seeded.write(tmp_path, 600)
    name = "initiatives.geojson"
    assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_as_many_features_as_are_taken_fit_the_bytes_that_are(folder: Path) -> None:
    size = (folder / "initiatives.geojson").stat().st_size
    assert size / 600 * MAX_FEATURES < MAX_BYTES * 0.95  # else the largest hangs when measured
