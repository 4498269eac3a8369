"""What the tests of lists share: the real world to place them in, and a short way to import one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.geojson.reader import read_organisations
from loaders.lists.importing import Imported, import_list
from loaders.lists.placing.world import World, read_world

Take = Callable[[bytes | str], Imported]


@pytest.fixture(scope="session")
def world(real_data: Path) -> World:
    """What places a list, with the real index of place names."""
    found = read_world(real_data)
    assert not found.notes, "the index of place names is missing"
    return found


@pytest.fixture
def take(world: World, real_data: Path) -> Take:
    """Imports a list from its bytes or its text."""

    def run(data: bytes | str) -> Imported:
        content = data.encode() if isinstance(data, str) else data
        return import_list(content, world, read_organisations(real_data / "organisations.yml"))

    return run
