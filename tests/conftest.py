"""Fixtures that every room's tests share: where the repository and its real data are."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def real_data(repository: Path) -> Path:
    """The committed `data` folder."""
    return repository / "data"
