"""A briefing's initiatives as the page saved them in a file (web/modules/core/basket.js)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from atlas.errors import AtlasError

_FORMAT: Final = {"format": "foip-atlas-basket", "version": 1}


class BasketError(AtlasError):
    """A file is not what the page saves."""


def ids_in(text: str) -> list[str]:
    """The ids that a flag gives, those of a file when it is `@FILE`."""
    if not text.startswith("@"):
        return [text]
    try:
        found = json.loads(Path(text[1:]).read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        found = None
    if not _is_basket(found):
        raise BasketError(f"--ids: '{text[1:]}' cannot be read as a saved briefing")
    return list(found["ids"])


def _is_basket(found: Any) -> bool:
    known = isinstance(found, dict) and _FORMAT.items() <= found.items()
    return known and isinstance(found.get("ids"), list) and all(isinstance(id_, str) for id_ in found["ids"])
