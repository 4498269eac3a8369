"""Problems found in data: each says where it is and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from errno import errorcode
from typing import Final

_FIELD: Final = 120
_MESSAGE: Final = 1_000


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: the file, the field inside it, and a sentence that says what to do."""

    file: str
    field: str
    message: str

    def __str__(self) -> str:
        parts = (self.file, _told(self.field, _FIELD), _told(self.message, _MESSAGE))
        return ": ".join(part for part in parts if part)


def _told(text: str, most: int) -> str:
    """Text that a terminal and a log can show: one line, not endless, whatever a file holds."""
    plain = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text[:most])
    return plain if len(text) <= most else f"{plain}…"


def cause(error: OSError) -> str:
    """Why the system refused something, without the path: "No space left on device (ENOSPC)"."""
    words = error.strerror or "the system refused"
    return f"{words} ({errorcode.get(error.errno or 0, type(error).__name__)})"


class AtlasError(Exception):
    """Base of every error that the atlas raises on purpose."""


class DataError(AtlasError):
    """The data has problems; all of them are in `problems`."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[DataError], tuple[list[Problem]]]:
        return type(self), (self.problems,)
