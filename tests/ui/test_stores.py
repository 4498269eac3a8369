"""The pages read GeoParquet and PostGIS as they read files: new editions show, and what is away leaves the last one."""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st

import ui.assets
from loaders.stores import FEATURES, Contents
from loaders.stores.files import FileStore
from loaders.stores.held import held_of
from loaders.stores.parquet.write import write_parquet
from loaders.stores.postgis import store as postgis
from loaders.stores.postgis.write import write_postgis
from scripts.postgis import cluster, restart, signalled
from tests import catalogue
from tests.conftest import PASSWORD
from tests.ui.conftest import PAGES, Open
from tests.ui.reading import published, recorded, texts
from tests.ui.test_editions import Lines, told, warned
from ui import log

__all__ = ["told"]
Publish = Callable[[Contents], object]
KINDS = ("partitions", "postgis")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A database that tests stop and freeze, and leave running."""
    with cluster(PASSWORD) as here:
        yield here


@contextmanager
def _place(kind: str, folder: Path, here: str) -> Iterator[tuple[str, Publish, Callable[[], None], Callable[[], None]]]:
    """A setting, how to publish there, how to take it away and how to bring it back."""
    if kind == "postgis":
        yield (
            here,
            lambda c: write_postgis(here, held_of(c)),
            lambda: restart(here, "stop"),
            lambda: restart(here, "start"),
        )
        return
    path, gone = folder / "sites", folder / "gone"
    path.mkdir()
    yield str(path), lambda c: write_parquet(path, held_of(c), 60), lambda: _move(path, gone), lambda: _move(gone, path)


def _move(path: Path, to: Path) -> None:
    path.rename(to)


def _retitled(contents: Contents, title: str) -> Contents:
    collection = json.loads(contents[FEATURES])
    for feature in collection["features"]:
        if feature["properties"]["initiative"] == "afcfta":
            feature["properties"]["title_en"] = title
    return {**contents, FEATURES: json.dumps(collection).encode()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_store_under_running_pages(
    kind: str,
    server: str,
    open_page: Open,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    real_data: Path,
    told: Lines,
) -> None:
    edition = FileStore(real_data).read()
    monkeypatch.setattr(ui.assets, "STATIC", tmp_path / "static")
    monkeypatch.setattr(postgis, "ASKED_SECONDS", 0.0)
    monkeypatch.setattr(postgis, "AWAY_SECONDS", 0.0)
    st.cache_resource.clear()
    with _place(kind, tmp_path, server) as (setting, publish, away, back):
        publish(edition)
        monkeypatch.setenv("ATLAS_DATA", setting)
        at = open_page(lang="en", id="afcfta")
        assert not at.exception and not at.error and published(at, "index")["size"] == len(catalogue.FEATURES)
        publish(_retitled(edition, "A newly published title"))
        at.run()
        assert not warned(at) and "A newly published title" in recorded(at)
        away()
        for page in PAGES[:2]:
            shown = open_page(page, lang="en", id="afcfta")
            assert not shown.exception and not shown.error and warned(shown)
        back()
        at.run()
        assert not warned(at) and "A newly published title" in recorded(at)
    assert told.events() == ["edition loaded", "edition loaded", "edition refused", "edition restored"]
    assert "secret" not in json.dumps(told.lines)
    st.cache_resource.clear()


def test_a_frozen_database_holds_nobody_up(
    server: str, open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, real_data: Path, told: Lines
) -> None:
    monkeypatch.setattr(ui.assets, "STATIC", tmp_path / "static")
    monkeypatch.setattr(postgis, "ASKED_SECONDS", 0.0)
    monkeypatch.setattr(postgis, "AWAY_SECONDS", 0.5)
    st.cache_resource.clear()
    write_postgis(server, held_of(FileStore(real_data).read()))
    monkeypatch.setenv("ATLAS_DATA", server)
    at, usual = open_page(lang="en"), float("inf")
    for _ in range(2):
        begun = time.monotonic()
        at.run()
        usual = min(usual, time.monotonic() - begun)
    signalled(server, signal.SIGSTOP)
    try:
        until, took, kept = time.monotonic() + 12, [], False
        while time.monotonic() < until and not kept:
            begun = time.monotonic()
            at.run()
            took.append(time.monotonic() - begun)
            assert not at.exception and not at.error and published(at, "index")["size"] == len(catalogue.FEATURES)
            kept = warned(at)
        assert kept, "the pages say that they show the last edition"
        assert max(took) < postgis.MOMENT + 3 * usual + 1.0
    finally:
        signalled(server, signal.SIGCONT)
    deadline = time.monotonic() + 15
    while warned(at.run()) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not warned(at)
    (refused,) = [line for line in told.lines if line["event"] == "edition refused"]
    assert refused["problems"] == ["PostGIS: the database took too long to answer"]
    st.cache_resource.clear()


@pytest.mark.parametrize("setting", ["postgresql://atlas:secret@127.0.0.1:9/atlas", "postgresql://[secret"])
def test_a_database_that_was_never_there(
    setting: str, open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: Lines
) -> None:
    monkeypatch.setattr(ui.assets, "STATIC", tmp_path / "static")
    monkeypatch.setenv("ATLAS_DATA", setting)
    monkeypatch.setenv(log.DETAIL, "1")
    st.cache_resource.clear()
    at = open_page(lang="en")
    assert not at.exception and "The data can't be read." in at.error[0].value
    assert told.events() == ["edition refused"] and "secret" not in json.dumps(told.lines) + texts(at)
    st.cache_resource.clear()
