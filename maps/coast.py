"""The finer coast as the browser fetches it: a file a country, so that only what is in view is asked for."""

from __future__ import annotations

import hashlib
from typing import Final

COAST: Final = "coast.json"


def coast_of(text: bytes) -> str | None:
    """What tells this coast from others, the same for all its files; None where there is none."""
    return hashlib.sha256(text).hexdigest()[:12] if text else None


def coast_files(text: bytes) -> dict[str, bytes]:
    """The files by name; `text` is a JSON object with one country a line, as the base map's script writes it."""
    entries = (line.rstrip(b",").partition(b":") for line in text.splitlines() if line.startswith(b'"'))
    which = coast_of(text)
    return {f"coast-{key.decode().strip(chr(34))}-{which}.json": rings for key, _, rings in entries}
