"""Fixtures that every room's tests share: where the repository and its real data are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.postgis import cluster

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "it's a {secret}/?"


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def real_data(repository: Path) -> Path:
    """The committed `data` folder."""
    return repository / "data"


@pytest.fixture(scope="session")
def postgis_server() -> Iterator[str]:
    """The address of a live PostgreSQL with PostGIS that ends with the tests; its owner needs a password."""
    try:
        with cluster(PASSWORD) as address:
            yield address
    except FileNotFoundError as error:
        pytest.fail(f"{error}: these tests are never skipped")
