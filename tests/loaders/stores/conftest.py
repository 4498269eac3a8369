"""Every store behind one face: how to make one, and how to put the next edition into it."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loaders.atomic import write_atomic
from loaders.geojson.geometry import bbox
from loaders.stores import DOCUMENTS, FEATURES, ORGANISATIONS, Contents, Store, store_of
from loaders.stores.base import NAMES
from loaders.stores.files import FileStore
from loaders.stores.held import Held, held_of
from loaders.stores.lines import collection, normal, text_of
from loaders.stores.parquet.store import ParquetStore
from loaders.stores.parquet.write import write_parquet
from loaders.stores.postgis.write import write_postgis
from tests.loaders.stores.databases import database

KINDS = ("file", "parquet", "partitions", "postgis")


@dataclass
class Stand:
    """A store, its setting, and the way to replace what it holds."""

    kind: str
    setting: str
    store: Store
    publish: Callable[[Contents], object]


@cache
def _held(items: tuple[tuple[str, bytes], ...]) -> Held:
    return held_of(dict(items))


def held(contents: Contents) -> Held:
    """An edition read and indexed, remembered: the same few are published again and again."""
    return _held(tuple(contents.items()))


@pytest.fixture(scope="session")
def edition(real_data: Path) -> Contents:
    """The committed catalogue."""
    return FileStore(real_data).read()


def stand(kind: str, folder: Path, database: str) -> Stand:
    """A store of a kind that holds nothing yet; `publish` is what its users do."""

    def loose(contents: Contents) -> None:
        for name in NAMES:
            write_atomic(folder / name.replace(FEATURES, "another name.geojson"), contents[name])

    publish: Callable[[Contents], object]
    match kind:
        case "file":
            setting, publish = str(folder / "another name.geojson"), loose
        case "postgis":
            setting = database
            publish = lambda contents: write_postgis(database, held(contents))  # noqa: E731
        case _:
            path = folder / ("sites.parquet" if kind == "parquet" else "sites")
            path.parent.joinpath("sites").mkdir(exist_ok=True)
            setting = str(path)
            publish = lambda contents: write_parquet(path, held(contents), 40)  # noqa: E731
    return Stand(kind, setting, ParquetStore(Path(setting)) if kind == "partitions" else store_of(setting), publish)


@contextmanager
def standing(kind: str, folder: Path, server: Callable[[], str], edition: Contents) -> Iterator[Stand]:
    """A store of a kind with the committed catalogue in it."""
    with database(server()) if kind == "postgis" else nullcontext("") as address:
        if kind == "file":
            (folder / "another name.geojson").touch()
        found = stand(kind, folder, address)
        found.publish = _long_ago(found.publish, folder)
        found.publish(edition)
        yield found
        found.store.close()


def _long_ago(publish: Callable[[Contents], object], folder: Path) -> Callable[[Contents], object]:
    """Files get a time long past, another each time: what is not yet settled would be read anew for each question."""
    times = itertools.count(1_700_000_000)

    def published(contents: Contents) -> None:
        publish(contents)
        when = next(times)
        for path in folder.rglob("*"):
            with suppress(FileNotFoundError):
                os.utime(path, (when, when))

    return published


def _server(request: pytest.FixtureRequest) -> Callable[[], str]:
    return lambda: str(request.getfixturevalue("postgis_server"))


@pytest.fixture(params=KINDS, scope="package")
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, edition: Contents
) -> Iterator[Stand]:
    """Each store in turn with the committed catalogue in it, to be read only."""
    folder = tmp_path_factory.mktemp("store")
    with standing(request.param, folder, _server(request), edition) as found:
        yield found


@pytest.fixture(params=KINDS)
def fresh(request: pytest.FixtureRequest, tmp_path: Path, edition: Contents) -> Iterator[Stand]:
    """Each store in turn with the committed catalogue in it, to be published into."""
    with standing(request.param, tmp_path, _server(request), edition) as found:
        yield found


@pytest.fixture
def home(postgis_server: str) -> Iterator[str]:
    """The address of an empty database with PostGIS."""
    with database(postgis_server) as address:
        yield address


def changed(contents: Contents, change: Callable[[dict[str, Any]], None], add: bytes = b"", step: int = 1) -> Contents:
    """Another edition: each feature (or each `step`-th) changed, and `add` at the end of the sources and partners."""
    features = [normal(feature) for feature in json.loads(contents[FEATURES])["features"][::step]]
    for feature in features:
        change(feature["properties"])
    lines = [text_of(feature).encode() for feature in features]
    more = {name: contents[name] + add for name in (DOCUMENTS, ORGANISATIONS)}
    return {FEATURES: collection(lines, bbox([feature["geometry"] for feature in features])), **more}
