"""Faults that pass: a full disk, a file that cannot be read just now, an edition that has lost most of itself."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

import ui.assets
from access.paths import READY
from atlas.errors import DataError
from loaders.atomic import write_atomic
from loaders.stores import store_of
from server.lifespan import prepare
from tests.e2e.servers import serve
from tests.ui.test_editions import Lines, told
from ui import edition_cache, retry

__all__ = ["told"]


def _mount(*options: str) -> None:
    subprocess.run(["mount", *options], check=True)


@contextmanager
def _mounted(disk: Path, *options: str) -> Iterator[None]:
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    disk.mkdir()
    _mount(*options, str(disk))
    try:
        yield
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def small_disk(data_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk of its own for what browsers fetch, too small for it."""
    with _mounted(disk := tmp_path / "disk", "-t", "tmpfs", "-o", "size=400k", "tmpfs"):
        monkeypatch.setattr(ui.assets, "STATIC", disk)
        monkeypatch.setattr(retry, "FIRST", 0.2)
        yield disk


def test_a_disk_that_was_full_at_the_start(data_copy: Path, small_disk: Path, told: Lines) -> None:
    prepare()
    (refused,) = told.lines
    assert refused["event"] == "edition refused" and "(ENOSPC)" in refused["problems"][0]
    keeper = edition_cache.edition_cache(str(data_copy))
    with pytest.raises(DataError, match="No space left on device"):
        keeper.newest()
    _mount("-o", "remount,size=64m", str(small_disk))
    time.sleep(0.3)
    assert not keeper.newest().kept, "no file had to be touched"
    assert told.events() == ["edition refused", "edition loaded"]
    assert not list(small_disk.glob(".*.tmp"))


@pytest.fixture
def device(data_copy: Path, tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A disk with the data, and the file that is its device."""
    image, disk = tmp_path / "image", tmp_path / "disk"
    image.write_bytes(bytes(16_000_000))
    subprocess.run(["mkfs.ext2", "-q", "-b", "4096", "-N", "32", "-d", str(data_copy), str(image)], check=True)
    with _mounted(disk, "-o", "loop", str(image)):
        yield disk, image


def test_a_device_that_gives_errors(device: tuple[Path, Path], told: Lines, monkeypatch: pytest.MonkeyPatch) -> None:
    """The device ends in the middle of the data, then has all of it again."""
    disk, image = device
    monkeypatch.setattr(retry, "FIRST", 0.2)
    file, whole = disk / "initiatives.geojson", image.read_bytes()
    keeper = edition_cache.EditionCache(store_of(disk))
    good = keeper.newest().atlas
    content = file.read_bytes()
    cut = whole.index(content[len(content) // 2 // 4096 * 4096 :][:4096])
    os.truncate(image, cut)
    _forget(file)
    assert keeper.newest() == (good, True)
    assert "Input/output error (EIO)" in told.lines[-1]["problems"][0]
    with image.open("r+b") as stream:
        stream.seek(cut)
        stream.write(whole[cut:])
    time.sleep(0.3)
    assert keeper.newest() == (good, False)
    assert told.events()[-2:] == ["edition refused", "edition restored"]


def _forget(file: Path) -> None:
    """Have the system read a file anew, as after it changed."""
    with file.open("rb") as stream:
        os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    os.utime(file)


def test_what_fails_is_tried_ever_more_seldom(data_copy: Path, monkeypatch: pytest.MonkeyPatch, told: Lines) -> None:
    tried, now = list[float](), [1000.0]

    def fail(_: object) -> None:
        tried.append(now[0])
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("ui.retry.time.monotonic", lambda: now[0])
    monkeypatch.setattr(edition_cache, "publish", fail)
    for name in data_copy.iterdir():
        os.utime(name, (1_700_000_000, 1_700_000_000))
    keeper = edition_cache.EditionCache(store_of(data_copy))
    for _ in range(1200):
        with pytest.raises(DataError, match="Input/output error"):
            keeper.newest()
        now[0] += 0.5
    gaps = [later - before for before, later in pairwise(tried)]
    assert gaps[:4] == [1.0, 2.0, 4.0, 8.0] and max(gaps) == retry.LONGEST and len(tried) < 20
    assert told.events() == ["edition refused"], "the log is told once"


def _part(folder: Path, step: int | None) -> bytes:
    collection = json.loads((folder / "initiatives.geojson").read_bytes())
    collection["features"] = collection["features"][::step] if step else []
    return json.dumps(collection, ensure_ascii=False).encode()


@pytest.mark.parametrize(("step", "words"), [(None, "holds no feature at all"), (3, "fewer than half of the")])
def test_an_edition_that_has_lost_most_of_itself_is_not_taken_without_a_word(
    data_copy: Path, told: Lines, step: int | None, words: str
) -> None:
    keeper = edition_cache.edition_cache(str(data_copy))
    good, whole = keeper.newest().atlas, (data_copy / "initiatives.geojson").read_bytes()
    write_atomic(data_copy / "initiatives.geojson", _part(data_copy, step))
    assert keeper.newest() == (good, True)
    assert words in told.lines[-1]["problems"][0]
    write_atomic(data_copy / "initiatives.geojson", whole)
    assert keeper.newest() == (good, False)
    write_atomic(data_copy / "initiatives.geojson", _part(data_copy, 3))
    assert not edition_cache.EditionCache(store_of(data_copy)).newest().kept, "a restart takes what is meant"


def _status(address: str) -> int:
    try:
        with urlopen(address, timeout=10) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_a_server_without_an_edition_is_alive_and_not_ready(data_copy: Path, tmp_path: Path) -> None:
    file = data_copy / "initiatives.geojson"
    whole = file.read_bytes()
    file.write_text("{", encoding="utf-8")
    with serve(tmp_path / "log.txt", ATLAS_DATA=str(data_copy)) as address:
        assert (_status(f"{address}/_stcore/health"), _status(address + READY)) == (200, 503)
        file.write_bytes(whole)
        assert _status(address + READY) == 200
        file.write_text("{", encoding="utf-8")
        assert _status(address + READY) == 200, "the last good edition is shown"
