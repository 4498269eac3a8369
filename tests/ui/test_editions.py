"""A new edition shows up without a restart; what is broken, half-written or gone leaves the last good one on screen."""

from __future__ import annotations

import json
import logging
import os
import random
import shutil
import threading
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml
from streamlit.testing.v1 import AppTest

import ui.assets
from atlas.errors import DataError
from loaders.atomic import write_atomic
from loaders.stores import Store
from loaders.stores.files import FileStore
from tests import catalogue
from tests.conftest import ROOT
from tests.ui.conftest import PAGES, Open
from tests.ui.reading import part, published, recorded, texts
from ui import edition_cache, log
from ui.data import BASEMAP, Atlas, read_files
from ui.edition_cache import EditionCache

KEPT = {"en": "the previous edition", "ja": "前の版"}
RANDOM = 20260318


class Lines(logging.Handler):
    """Catches the log as it would be written."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(log.JsonLines())
        self.lines: list[dict[str, Any]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(json.loads(self.format(record)))

    def events(self) -> list[str]:
        return [line["event"] for line in self.lines]


@pytest.fixture
def told() -> Iterator[Lines]:
    handler = Lines()
    log.configure()
    log.LOGGER.addHandler(handler)
    yield handler
    log.LOGGER.removeHandler(handler)


def retitle(folder: Path, title: str) -> bytes:
    """The edition of a folder with another title for its first initiative."""
    collection = json.loads((folder / "initiatives.geojson").read_bytes())
    first = collection["features"][0]["properties"]["initiative"]
    for feature in collection["features"]:
        if feature["properties"]["initiative"] == first:
            feature["properties"]["title_ja"] = feature["properties"]["title_en"] = title
    return json.dumps(collection, ensure_ascii=False).encode()


def warned(at: AppTest, lang: str = "en") -> bool:
    return any(KEPT[lang] in warning.value for warning in at.warning)


def test_a_new_edition_is_on_the_next_run(open_page: Open, data_copy: Path, told: Lines) -> None:
    at = open_page(lang="en", id="afcfta")
    before = part(at, "foot")
    write_atomic(data_copy / "initiatives.geojson", retitle(data_copy, "A new title"))
    at.run()
    assert not at.exception and not warned(at)
    assert "A new title" in recorded(at) and part(at, "foot") != before
    assert told.events() == ["edition loaded", "edition loaded"]
    assert told.lines[-1]["features"] == len(catalogue.FEATURES)
    assert told.lines[-1]["digest"][:8] in part(at, "foot")


def test_the_map_is_sent_to_the_files_of_the_new_edition(
    open_page: Open, data_copy: Path, drawn: list[dict[str, Any]]
) -> None:
    at = open_page(lang="en")
    write_atomic(data_copy / "initiatives.geojson", retitle(data_copy, "Seen on the map"))
    at.run()
    named = [file.name for file in ui.assets.STATIC.glob("features-en-*.json") if "Seen on the map" in file.read_text()]
    assert len(named) == 1
    code = [sent["feature_group"].replace("\\u002d", "-").replace("\\u002e", ".") for sent in drawn]
    assert named[0] not in code[0] and named[0] in code[1]
    assert len(list(ui.assets.STATIC.glob("features-en-*.json"))) == 2, "open pages still need the old file"


@pytest.mark.parametrize(("page", "lang"), list(zip(PAGES, cycle(["ja", "en"]), strict=False)))
def test_every_page_keeps_the_last_good_edition_with_a_notice(
    open_page: Open, data_copy: Path, page: str, lang: str
) -> None:
    before = open_page(page, lang=lang, id="afcfta")
    (data_copy / "initiatives.geojson").write_bytes(b'{"type": "FeatureColl')
    after = open_page(page, lang=lang, id="afcfta")
    assert not after.exception and not after.error
    assert warned(after, lang) and not warned(before, lang)
    notice = next(warning.value for warning in after.warning if KEPT[lang] in warning.value)
    assert texts(after).replace(notice, "").split() == texts(before).split()


FILES = ("initiatives.geojson", "documents.yml", "organisations.yml", *(f"basemap/{name}" for name in BASEMAP))
DAMAGES = [(name, damage) for name in FILES for damage in ("gone", "half")]
DAMAGES += [(name, damage) for name in (*FILES[:2], FILES[-1]) for damage in ("empty", "not text")]  # one a format


@pytest.mark.parametrize(("name", "damage"), [*DAMAGES, (FILES[0], "a folder")])
def test_no_file_of_an_edition_may_break_it(small: Path, told: Lines, name: str, damage: str) -> None:
    shutil.copytree(ROOT / "data" / "basemap", small / "basemap")
    keeper = EditionCache(FileStore(small))
    good = keeper.newest().atlas
    file, data = small / name, (small / name).read_bytes()
    file.unlink()
    match damage:
        case "empty":
            file.write_bytes(b"")
        case "half":
            file.write_bytes(data[: len(data) // 2] + b"\xe3")
        case "a folder":
            file.mkdir()
        case "not text":
            file.write_bytes(b"\xff\xfe\x00" * 99)
    kept = [keeper.newest() for _ in range(3)]
    assert all(one == (good, True) for one in kept)
    assert told.events() == ["edition loaded", "edition refused"], "one line, however often pages ask"
    assert all(file.name in problem for problem in told.lines[-1]["problems"])
    shutil.rmtree(file) if file.is_dir() else file.unlink(missing_ok=True)
    write_atomic(file, data)
    assert keeper.newest() == (good, False)
    assert told.events()[-1] == "edition restored"


def test_a_start_with_broken_data_recovers_when_it_is_mended(open_page: Open, data_copy: Path) -> None:
    file, data = data_copy / "initiatives.geojson", (data_copy / "initiatives.geojson").read_bytes()
    file.write_bytes(data[:5000])
    at = open_page(lang="en")
    assert "The data can't be read." in at.error[0].value
    file.write_bytes(data)
    at.run()
    assert not at.error and published(at, "index")["size"] == len(catalogue.FEATURES)


def test_files_that_arrive_one_after_the_other(open_page: Open, data_copy: Path, told: Lines) -> None:
    """Features that cite a document which comes a moment later."""
    documents, title = data_copy / "documents.yml", "Cites the newcomer"
    known = yaml.safe_load(documents.read_text("utf-8"))
    record = next(one for one in known.values() if one["kind"] == "record")
    at = open_page(lang="en", id="afcfta")
    new = retitle(data_copy, title).replace(b'"source": null', b'"source": "newcomer"', 1)
    write_atomic(data_copy / "initiatives.geojson", new)
    at.run()
    assert warned(at) and title not in recorded(at)
    with documents.open("a", encoding="utf-8") as stream:
        stream.write(f"\nnewcomer: {json.dumps(record, ensure_ascii=False)}\n")
    at.run()
    assert not warned(at) and title in recorded(at)


def test_nothing_is_read_while_nothing_changes(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in data_copy.iterdir():
        os.utime(file, (1_700_000_000, 1_700_000_000))
    keeper, reads = EditionCache(FileStore(data_copy)), list[Store]()

    def read(store: Store) -> dict[str, bytes]:
        reads.append(store)
        return read_files(store)

    monkeypatch.setattr(edition_cache, "read_files", read)
    for _ in range(5):
        keeper.newest()
    assert len(reads) == 1
    (data_copy / "initiatives.geojson").touch()
    before = keeper.newest()
    assert len(reads) == 2 and keeper.newest() == before, "the same bytes are the same edition"


def test_a_change_within_the_clock_of_the_file_system_is_seen(data_copy: Path) -> None:
    keeper, file = EditionCache(FileStore(data_copy)), data_copy / "initiatives.geojson"
    keeper.newest()
    seen, data = file.stat(), file.read_bytes()
    with file.open("r+b") as stream:  # same size, same inode, and the time put back
        stream.write(data.replace(b"POWERR Asia", b"POWERR Asib"))
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert "POWERR Asib" in " ".join(keeper.newest().atlas.frame["title_en"])


def test_many_users_at_once_see_one_loading(data_copy: Path, told: Lines) -> None:
    keeper, found = EditionCache(FileStore(data_copy)), list[Atlas]()
    threads = [threading.Thread(target=lambda: found.append(keeper.newest().atlas)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 and len({id(atlas) for atlas in found}) == 1
    assert told.events() == ["edition loaded"]


def test_whatever_a_file_makes_fail_the_edition_stays(
    data_copy: Path, told: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = EditionCache(FileStore(data_copy))
    good = keeper.newest().atlas

    def fail(*_: object) -> None:
        raise KeyError("words of the data")

    monkeypatch.setattr(edition_cache, "build", fail)
    (data_copy / "initiatives.geojson").write_bytes(retitle(data_copy, "x"))
    assert keeper.newest() == (good, True)
    assert told.events()[1:] == ["error", "edition refused"]
    assert told.lines[1]["error"] == "KeyError" and "words of the data" not in json.dumps(told.lines)


def _damage(data: bytes, chance: random.Random) -> bytes:
    """One random corruption: bytes set, cut out, doubled, swapped, or a number or bracket changed."""
    at, size = chance.randrange(len(data)), chance.choice((1, 1, 2, 8, 64, 512))
    kind = chance.randrange(6)
    if kind == 0:
        return data[:at] + chance.randbytes(size) + data[at + size :]
    if kind == 1:
        return data[:at] + data[at + size :]
    if kind == 2:
        return data[:at] + data[at : at + size] * 2 + data[at + size :]
    if kind == 3:
        other = chance.randrange(len(data))
        return data[:at] + data[other : other + size] + data[at + size :]
    if kind == 4:
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    signs = [n for n, byte in enumerate(data) if byte in b'{}[]":,-.0123456789'] if len(data) < 200_000 else [at]
    at = chance.choice(signs)
    return data[:at] + chance.choice((b"", b"null", b"9", b'"', b"}", b"-1", b"[]")) + data[at + 1 :]


@pytest.fixture
def small(data_copy: Path) -> Path:
    """Every eighth site of the real catalogue, so that a hundred editions take seconds."""
    file = data_copy / "initiatives.geojson"
    collection = json.loads(file.read_bytes())
    collection["features"] = collection["features"][::8]
    file.write_bytes(json.dumps(collection, ensure_ascii=False).encode())
    return data_copy


def _versions(data: bytes, kind: str) -> list[bytes]:
    chance = random.Random(RANDOM)
    if kind == "truncated":
        return [data[: chance.randrange(len(data))] for _ in range(30)]
    return [_damage(data, chance) for _ in range(100)]


@pytest.mark.parametrize("kind", ["truncated", "corrupted"])
def test_a_hundred_bad_files_under_a_running_atlas(open_page: Open, small: Path, kind: str) -> None:
    file = small / "initiatives.geojson"
    data, at = file.read_bytes(), open_page(lang="en")
    keeper = edition_cache.edition_cache(str(small))
    good, loaded = keeper.newest().atlas, 0
    for number, version in enumerate(_versions(data, kind)):
        file.write_bytes(version)
        shown, kept = keeper.newest()
        if kept:
            assert shown is good
        else:
            changed = _changed(good, shown)
            good, loaded = shown, loaded + (version != data)
            assert _agrees(version, shown)
            if changed and loaded % 8 == 0:
                page = open_page(PAGES[loaded // 8 % len(PAGES)], lang="ja", id=changed)
                assert not page.exception and not page.error
        if number % 15 == 0:
            at.run()
            assert not at.exception and not at.error
            assert warned(at) is kept
            assert good.id.digest[:8] in part(at, "foot")
    assert loaded == 0 if kind == "truncated" else 0 < loaded < 67


def _changed(before: Atlas, after: Atlas) -> str | None:
    """An initiative that has another record than before."""
    rows = [{row["id"]: str(row) for row in atlas.frame.reset_index().to_dict("records")} for atlas in (before, after)]
    return next((key.split("/")[0] for key, row in rows[1].items() if rows[0].get(key) != row), None)


def _agrees(version: bytes, shown: Atlas) -> bool:
    """What was taken is what any reader of JSON finds in the file."""
    features = {feature["id"]: feature["properties"] for feature in json.loads(version)["features"]}
    titles = shown.frame["title_ja"].to_dict()
    return bool({key: row["title_ja"] for key, row in features.items()} == titles)


def test_a_folder_that_is_no_local_folder_is_never_read(
    open_page: Open, data_copy: Path, monkeypatch: pytest.MonkeyPatch, told: Lines
) -> None:
    places = ["http://127.0.0.1:9/data", "/vsicurl/http://127.0.0.1:9/x", "../../etc/passwd", r"\\host\share"]
    for place in [*places, "file:///etc", "s3://bucket/data", "nowhere"]:
        monkeypatch.setenv("ATLAS_DATA", place)
        at = open_page(lang="en")
        assert not at.exception and "The data can't be read." in at.error[0].value
        assert told.lines[-1]["event"] == "edition refused" and "ATLAS_DATA" in told.lines[-1]["problems"][0]


def test_data_error_before_any_edition(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"initiatives\.geojson: missing"):
        EditionCache(FileStore(tmp_path)).newest()
