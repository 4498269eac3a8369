"""What `loaders check` says of a data folder once files are added, told before anything is written."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from atlas.errors import Problem
from loaders.catalogue.check import check_data


def checked(files: Mapping[str, str], folder: Path) -> tuple[Problem, ...]:
    """The problems of a copy of the folder that has the files."""
    with TemporaryDirectory() as room:
        copy = Path(room) / folder.resolve().name
        shutil.copytree(folder, copy, ignore=lambda here, names: _aside(names) if Path(here) == folder else ())
        for name, text in files.items():
            (copy / name).parent.mkdir(exist_ok=True)
            (copy / name).write_bytes(text.encode())
        return tuple(check_data(copy).problems)


def _aside(names: list[str]) -> set[str]:
    """What the check does not read of the folder: all but YAML, catalogue and editions."""
    wanted = {"catalogue", "editions", *(name for name in names if name.endswith((".yml", ".yaml")))}
    return {name for name in names if name not in wanted}
