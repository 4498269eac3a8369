"""What a list needs of openpyxl that its documents do not promise; tried with 3.1.5.

Merged ranges are counted in the file's own parts; only a private attribute of a sheet tells which part it is. Without
it a list is read all the same, with each merged range's value in its first cell. Nor does it promise the fonts of a
workbook in one place; without them nothing is said of rows that are struck through.

`tests/adapters/test_openpyxl.py` says when this no longer holds after an upgrade.
"""

from __future__ import annotations

from typing import Any


def part_of(sheet: Any) -> str:
    """The part of a workbook that a sheet is, empty when it is not known."""
    return str(getattr(sheet, "_worksheet_path", ""))


def has_struck(book: Any) -> bool:
    """Whether any font of a workbook is struck through, so that its cells are worth a look."""
    return any(font.strike for font in getattr(book, "_fonts", ()))


def is_struck(cell: Any) -> bool:
    """Whether a cell that holds something is struck through."""
    return cell.value is not None and bool(getattr(cell, "has_style", False) and cell.font.strike)
