"""Writes a file whole or not at all, and sweeps up what a kill left of one."""

from __future__ import annotations

import os
import re
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

_LEFT: Final = re.compile(r"\..+\.[a-z0-9_]{8}\.tmp")
_OLD: Final = 3600.0  # seconds after which a draft is nobody's any more


def write_atomic(path: Path, data: bytes) -> None:
    """Replaces `path` by `data`; readers see the old bytes or the new ones, and a failure leaves the old (OSError)."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(0o644)  # mkstemp gives 0600, and a server may run as another user
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def sweep(*folders: Path) -> int:
    """Remove the drafts of writers that were killed long ago, and nothing else; returns how many there were."""
    found = 0
    for folder in folders:
        with suppress(OSError):  # not there, or not ours
            for path in folder.iterdir():
                if _LEFT.fullmatch(path.name) and path.is_file() and time.time() - path.stat().st_mtime > _OLD:
                    path.unlink()
                    found += 1
    return found
