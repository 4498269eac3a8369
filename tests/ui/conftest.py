"""Runs the real pages without a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
import streamlit_folium
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

import loaders.stores.edition
import ui.assets
import ui.data
from atlas.records import Document
from loaders.geojson.reader import parse_documents
from maps.coast import COAST, coast_files
from tests.conftest import ROOT
from tests.ui.here import work_here
from ui import edition_cache

Open = Callable[..., AppTest]
_basemap = ui.data._basemap
PAGES = ("app.py", *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "pages").glob("*.py")))


@pytest.fixture(scope="package", autouse=True)
def components() -> Iterator[None]:
    """Every AppTest looks through all installed packages for components, a third of a page's run: once is enough."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def processes() -> None:
    """For tests that are about work in processes of its own: `work_done_here` leaves them alone."""


@pytest.fixture(autouse=True)
def work_done_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page has made elsewhere is made here, unless a test asks for `processes`."""
    if "processes" not in request.fixturenames:
        work_here(monkeypatch)


@pytest.fixture
def open_page() -> Open:
    """Opens a page by its address: `open_page("app.py", lang="ja", focus="3")`."""

    def run(page: str = "app.py", **parameters: str | list[str]) -> AppTest:
        at = AppTest.from_file(ROOT / "app.py", default_timeout=60)
        for name, value in parameters.items():
            at.query_params[name] = value
        if page != "app.py":
            at.switch_page(page)
        return at.run()

    return run


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What each run sends to the map's component, in order."""
    sent: list[dict[str, Any]] = []

    def component(**arguments: Any) -> Any:
        sent.append(arguments)
        return arguments.get("default")

    monkeypatch.setattr(streamlit_folium, "_component_func", component)
    return sent


@cache
def _parsed(data: bytes, file: str) -> dict[str, Document]:
    """The sources of the very same bytes, half the work of an edition, once for all tests; faults are told anew."""
    return parse_documents(data, file)


@cache
def _ground(*files: bytes) -> tuple[dict[str, dict[str, Any]], bytes]:
    """The base map of the very same bytes, likewise."""
    return _basemap(dict(zip(ui.data.BASEMAP, files, strict=True)))


@pytest.fixture(scope="session")
def coast(tmp_path_factory: pytest.TempPathFactory, real_data: Path) -> Path:
    """The files of the finer coast, which no edition changes: over two hundred."""
    folder = tmp_path_factory.mktemp("coast")
    for name, rings in coast_files((real_data / "basemap" / COAST).read_bytes()).items():
        (folder / name).write_bytes(rings)
    return folder


@pytest.fixture
def data_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, real_data: Path, coast: Path) -> Iterator[Path]:
    """A data folder of one's own that the pages read; the process-wide caches are emptied before and after."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in ("initiatives.geojson", "documents.yml", "organisations.yml"):
        shutil.copy(real_data / name, folder / name)
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    monkeypatch.setattr(ui.assets, "STATIC", tmp_path / "static")
    shutil.copytree(coast, tmp_path / "static", copy_function=os.link)
    monkeypatch.setattr(loaders.stores.edition, "parse_documents", _parsed)
    monkeypatch.setattr(ui.data, "_basemap", lambda contents: _ground(*map(contents.__getitem__, ui.data.BASEMAP)))
    monkeypatch.setattr(edition_cache, "settle", lambda: None)  # gives the collector of a long-lived server less to do
    st.cache_resource.clear()
    yield folder
    st.cache_resource.clear()
