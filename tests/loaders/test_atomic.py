"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaders.atomic import sweep, write_atomic


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "x.geojson"
    for data in (b"first", b"second"):
        write_atomic(path, data)
        assert path.read_bytes() == data
    assert [item.name for item in tmp_path.iterdir()] == ["x.geojson"]
    assert path.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "x.geojson"
    path.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(OSError, match="no space left"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_drafts_of_the_killed_are_swept_and_nothing_else(tmp_path: Path) -> None:
    kept = [".gitkeep", "land.json", "mine.tmp", ".x.ABCDEFGH.tmp", ".tmp"]
    for name in (".land-0123.json.abcd_123.tmp", *kept):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".new.json.abcd_123.tmp").touch()
    assert sweep(tmp_path, tmp_path / "nowhere") == 1
    assert {path.name for path in tmp_path.iterdir()} == {*kept, ".new.json.abcd_123.tmp"}
