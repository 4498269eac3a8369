"""Writes the files of an accepted draft into a data folder: all of them or none."""

from __future__ import annotations

from pathlib import Path

from loaders.atomic import write_atomic
from loaders.intake.accepting.accepted import Accepted


def write_accepted(found: Accepted, folder: Path) -> None:
    """Write every file; when one fails, those before it are put back as they were (OSError)."""
    before = {name: path.read_bytes() if (path := folder / name).is_file() else None for name in found.files}
    done: list[str] = []
    try:
        for name, text in found.files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            write_atomic(folder / name, text.encode())
            done.append(name)
    except BaseException:
        for name in done:
            _restore(folder / name, before[name])
        raise


def _restore(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        write_atomic(path, data)
