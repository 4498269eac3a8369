"""Text on its way into a spreadsheet."""

from __future__ import annotations

import re
from typing import Final, TypeVar

V = TypeVar("V")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Where a text could begin a cell of its own when a CSV is opened with another separator than the comma.
_BREAK: Final = re.compile("([;\t|\r\n][ \u3000\"']*)(?=[-=+@\uff0d\uff1d\uff0b\uff20])")


def guarded(value: V) -> V | str:
    """Text that a spreadsheet would take for a formula gets a leading apostrophe; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def guarded_throughout(value: V) -> V | str:
    """The same for CSV, where what follows a semicolon or a line's end inside a text may become a cell as well."""
    return guarded(_BREAK.sub(r"\1'", value) if isinstance(value, str) else value)
