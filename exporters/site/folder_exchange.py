"""Puts a folder in the place of another at once: whoever asks, and whoever kills, finds the old one or the new one."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_DRAFT: Final = ".draft"
_OLD: Final = 3600.0  # seconds after which a draft is nobody's any more
_HERE: Final = -100  # AT_FDCWD
_EXCHANGE: Final = 2  # RENAME_EXCHANGE


@contextmanager
def drafted(folder: Path) -> Iterator[Path]:
    """A place beside `folder` to make the new one in; when all went well that one stands there afterwards (OSError)."""
    parent = folder.resolve().parent
    for left in parent.glob(f".{folder.name}.*{_DRAFT}"):
        if time.time() - left.stat().st_mtime > _OLD:
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", suffix=_DRAFT, dir=parent) as draft:
        new = Path(draft) / "new"
        new.mkdir()
        yield new
        put(new, folder)


def put(new: Path, folder: Path) -> None:
    """Let `new` stand at `folder`; what stood there is where `new` was, or gone if it was empty."""
    if not folder.exists():
        new.rename(folder)
    elif not _exchanged(new, folder):
        old = new.with_name("old")  # two steps, where the system knows no single one
        folder.rename(old)
        new.rename(folder)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two names of one file system now stand for each other's folder, in one step (Linux)."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):  # a C library from before 2018
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)
