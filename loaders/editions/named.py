"""Editions as people name them: by the day on which one was in force, by its name or the start of its digest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from atlas.compare.editions import compare
from atlas.edition import Edition, EditionId, EditionThen
from atlas.errors import DataError
from loaders.editions.earlier import earlier
from loaders.editions.released import Released, edition_name, read_released, released, released_bytes
from loaders.stores.base import FEATURES, Contents
from loaders.stores.edition import edition_of

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_LEAST: Final = 4  # characters of a digest


def edition_named(entries: Mapping[str, Released], text: str) -> Released | None:
    """The edition that a day, a name or a digest means; of a day the last one until then."""
    every = sorted(entries.values(), key=lambda one: one.date)
    if _DAY.fullmatch(text):
        found = [one for one in every if one.date <= text]
    else:
        found = [one for one in every if one.name == text or (len(text) >= _LEAST and one.sha256.startswith(text))]
    return found[-1] if found else None


def edition_again(folder: Path, contents: Contents, text: str) -> Edition | None:
    """A released edition whole, with the sources of today; None where none is called so, or where it lacks fields or
    names sources that no longer stand."""
    entry = edition_named(released(folder), text)
    try:
        found = edition_of({**contents, FEATURES: released_bytes(folder, entry)}) if entry else None
    except DataError:
        return None
    return replace(found, id=EditionId(entry.date, entry.sha256[:12])) if entry and found else None


def edition_then(folder: Path, edition: Edition, text: str | None) -> EditionThen | None:
    """The edition to compare one with: the one named, else the one in force a month before it, or the last that
    differs; None when there is none. Raises DataError when it is damaged."""
    entries = released(folder)
    same = [name for name, one in entries.items() if one.sha256.startswith(edition.id.digest)]
    now = same[0] if same else edition_name(*edition.id)
    days = {name: entries[name].date if name in entries else edition.id.date
            for name in (*([] if same else [now]), *reversed(entries))}  # fmt: skip
    if text is not None:
        found = edition_named(entries, text)
    else:
        name = earlier(days, now, lambda code: _differs(folder, entries[code], edition))
        found = entries[name] if name else None
    return EditionThen(found.name, found.date, read_released(folder, found)) if found else None


def _differs(folder: Path, entry: Released, edition: Edition) -> bool:
    try:
        return bool(compare(read_released(folder, entry), edition.frame))
    except DataError:
        return True
