"""What a list needs of openpyxl that its documents do not promise; tried with 3.1.5.

Merged ranges are counted in the file's own parts; only a private attribute of a sheet tells which part it is. Without
it a list is read all the same, with each merged range's value in its first cell.

`tests/adapters/test_openpyxl.py` says when this no longer holds after an upgrade.
"""

from __future__ import annotations

from typing import Any


def part_of(sheet: Any) -> str:
    """The part of a workbook that a sheet is, empty when it is not known."""
    return str(getattr(sheet, "_worksheet_path", ""))
