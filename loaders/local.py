"""Paths that come from a setting or a command line: only what lies on this machine is ever opened."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from atlas.errors import DataError, Problem

# As text or already as a path, which folds "//" into "/"; /vsi… are GDAL's readers, two bars a network share.
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]+:[\\/]|[\\/]vsi|\\\\|//", re.IGNORECASE)
RULE: Final = "not a path on this machine; name a local file or folder"


def local(path: str | Path, name: str | None = None) -> Path:
    """The path itself; raises DataError, which calls it `name`, for an address, a GDAL reader or a network share."""
    text = str(path)
    if _ELSEWHERE.match(text) or "\0" in text:
        raise DataError([Problem(name or ascii(text)[1:-1][:80], "", RULE)])
    return Path(path)
