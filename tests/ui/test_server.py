"""What the server does before the first visit."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

import ui.assets
from server.lifespan import prepare


def test_the_files_of_the_edition_are_there_before_anyone_asks(data_copy: Path) -> None:
    prepare()
    names = {path.name.split("-")[0] for path in ui.assets.STATIC.iterdir()}
    assert names >= {"land", "features", "leaflet.js", "sym"}


def test_a_server_starts_with_broken_data_and_says_so(data_copy: Path, caplog: pytest.LogCaptureFixture) -> None:
    (data_copy / "initiatives.geojson").write_text("{", encoding="utf-8")
    with caplog.at_level(logging.INFO, "atlas"):
        prepare()
    assert [record.getMessage() for record in caplog.records] == ["edition refused"]


def test_a_server_starts_without_its_folder_and_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("ATLAS_DATA", "nowhere")
    with caplog.at_level(logging.INFO, "atlas"):
        prepare()
    assert [record.getMessage() for record in caplog.records] == ["edition refused"]


def test_files_that_are_there_need_not_be_ours(data_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that somebody else wrote, or that is read-only, serves as it is."""
    prepare()

    def refused(path: Path, *_: object) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "touch", refused)
    ui.assets._put("leaflet.js", (ui.assets.STATIC / "leaflet.js").read_bytes())
