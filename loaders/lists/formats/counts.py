"""What a file holds, counted in its bytes as they come, before any library builds something of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from loaders.lists.remark import ListError

# Elements of a whole workbook by what is said of too many. Rows and cells count though they be empty: to pass over them
# takes as long; real lists have them, where somebody gave whole columns a border.
WORKBOOK: Final[Mapping[bytes, tuple[str, int]]] = {
    b"sheet": ("too_many_sheets", 250), b"row": ("too_many_blank", 200_000), b"c": ("too_many_blank", 650_000),
    b"si": ("too_many_strings", 600_000), b"xf": ("too_many_styles", 66_000), b"mergeCell": ("too_many_merges", 20_000),
}  # fmt: skip
MAX_LINES: Final = 200_000
MAX_OBJECTS: Final = 400_000
MAX_ARRAYS: Final = 1_500_000
PIECE: Final = 1 << 18
_MAX_TAGS: Final = 8_000_000
_LONGEST: Final = 200  # bytes of an element that is told across two pieces
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
_NO_RESULT: Final = re.compile(  # a formula, and nothing or an empty value after it
    rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<(?:\w+:)?f(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)'
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_HIDDEN: Final = re.compile(rb'<(?:\w+:)?(row|col)\s([^>]*?\bhidden="(?:1|true)"[^>]*)>')
_NUMBERS: Final = re.compile(rb'\b(r|min|max)="(\d{1,7})"')
_KEPT: Final = 1_000  # of such cells, rows and columns
_DOCTYPE: Final = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
Range = tuple[str, str, str, str]


@dataclass
class Aside:
    """What a sheet has beside its values: merged ranges, formulas without a result, hidden rows and columns."""

    merged: list[Range] = field(default_factory=list)
    unsaved: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    columns: list[range] = field(default_factory=list)

    def take(self, text: bytes) -> None:
        """What a piece of a sheet's part tells of it."""
        self.merged += [tuple(group.decode() for group in match.groups()) for match in _MERGED.finditer(text)]  # type: ignore[misc]
        if len(self.unsaved) < _KEPT and b"f>" in text:
            self.unsaved += [match[1].decode() for match in _NO_RESULT.finditer(text)][:_KEPT]
        if b'hidden="' not in text:
            return
        for match in _HIDDEN.finditer(text):
            numbers = {name: int(number) for name, number in _NUMBERS.findall(match[2])}
            if match[1] == b"row" and b"r" in numbers and len(self.rows) < _KEPT:
                self.rows.append(numbers[b"r"])
            elif match[1] == b"col" and {b"min", b"max"} <= set(numbers) and len(self.columns) < _KEPT:
                self.columns.append(range(numbers[b"min"], numbers[b"max"] + 1))


class ElementCounter:
    """Counts the elements of a package's parts, piece by piece, and keeps what each sheet has beside its values."""

    def __init__(self, limits: Mapping[bytes, tuple[str, int]] = WORKBOOK) -> None:
        self._limits = limits
        self._element = re.compile(rb"<(?:\w+:)?(" + b"|".join(limits) + rb")[\s/>]")
        self._found: Counter[bytes] = Counter()
        self._tags = 0
        self._rest = b""
        self.aside: dict[str, Aside] = {}

    @property
    def sheets(self) -> int:
        """How many sheets the workbook names."""
        return self._found[b"sheet"]

    def begin(self) -> None:
        """A new part begins."""
        self._rest = b""

    def take(self, part: str, piece: bytes) -> None:
        """Count a piece; raises ListError at the first limit that is met."""
        if len(piece) == PIECE and b"<" not in piece:  # no cell holds as much
            raise ListError("xlsx_broken")
        text = self._rest + piece
        if _DOCTYPE.search(text):
            raise ListError("xlsx_broken")
        cut = max(text.rfind(b"<"), len(text) - _LONGEST)
        whole, self._rest = text[:cut], text[cut:]
        self._count(whole)
        if "sheets/" in part:
            self.aside.setdefault(part, Aside()).take(whole)

    def end(self, part: str) -> None:
        """The part is over: what was held back counts too."""
        self._count(self._rest)
        self._rest = b""

    def _count(self, text: bytes) -> None:
        self._found.update(self._element.findall(text))
        self._tags += text.count(b"<")
        for name, (key, most) in self._limits.items():
            if self._found[name] > most:
                raise ListError(key, most=most)
        if self._tags > _MAX_TAGS:
            raise ListError("too_many_blank", most=WORKBOOK[b"c"][1])


def few_lines(text: str) -> None:
    """Raises ListError for a text of more lines than any list has."""
    if text.count("\n") > MAX_LINES or text.count("\r") > MAX_LINES:
        raise ListError("too_many_lines", most=MAX_LINES)


def few_values(data: bytes) -> None:
    """Raises ListError for JSON of more objects or arrays than any list has."""
    if data.count(b"{") > MAX_OBJECTS or data.count(b"[") > MAX_ARRAYS:
        raise ListError("too_many_values", most=MAX_OBJECTS)


def few_elements(data: bytes, name: bytes, most: int) -> bool:
    """Whether XML has at most so many elements of a name."""
    found = re.finditer(rb"<" + name + rb"[\s/>]", data)
    return all(number < most for number, _ in enumerate(found))
