"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


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
