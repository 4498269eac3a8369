"""Whether an edition has lost so much that somebody has to say that it is meant."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from atlas.errors import DataError, Problem

FORCE: Final = "take it although it has no features, or fewer than half of those before it"


def shrunk(before: int, after: int) -> bool:
    """Whether an edition has no features, or fewer than half of those before it."""
    return after == 0 or 2 * after < before


def told(before: int, after: int) -> str:
    """What is wrong with it, without the remedy."""
    if after == 0:
        return "holds no feature at all"
    return f"holds {after} features, fewer than half of the {before} before it"


def refuse_shrunk(file: str, before: int, after: int, force: bool = False) -> None:
    """Raise DataError for an edition that has shrunk, unless it is forced."""
    if shrunk(before, after) and not force:
        raise DataError([Problem(file, "", f"{told(before, after)}; give --force if that is meant")])


def features_in(path: Path) -> int:
    """How many features a GeoJSON file holds; none when it is not there or cannot be read."""
    try:
        return len(json.loads(path.read_bytes())["features"])
    except (OSError, ValueError, TypeError, KeyError):
        return 0
