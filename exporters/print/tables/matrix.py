"""A matrix of counts as a table for paper: what has many columns lies on its side, its names upright."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Any, Final

from exporters.print.elements.fonts import clean
from exporters.print.elements.items import LaidTable
from exporters.print.tables.grid import TIGHT, Cell, grid_of

_MANY: Final = 12


def is_broad(one: Mapping[str, Any]) -> bool:
    """Whether a table is a matrix that takes a page of its own."""
    return len(one.get("columns", ())) > _MANY


def matrix_rows(one: Mapping[str, Any]) -> tuple[list[list[Cell]], list[list[Cell]]]:
    """The headings and the rows; a line's own number stands in the last column, of a large matrix in the last row."""
    lines, columns, counts = one["lines"], one["columns"], one["counts"]
    most = max(1, *(n for line in counts for n in line))
    if not is_broad(one):
        head: list[Cell] = [{"text": ""}, *({"text": name, "sign": f"focus{code}-site"} for code, name, _ in columns),
                {"text": one["last"], "kind": "n"}]  # fmt: skip
        return [head], [[{"text": name}, *(_count(n, most) for n in line), {"text": own, "kind": "n"}]
                        for (_, name), line, own in zip(lines, counts, one["named"], strict=True)]  # fmt: skip
    turned: list[Cell] = [{"text": ""}, *({"text": name, "turned": True} for _, name in lines)]
    rows: list[list[Cell]] = [[{"text": name, "sign": f"focus{area}-site"},
                               *(_count(line[at], most) for line in counts)]
            for at, (_, name, area) in enumerate(columns)]  # fmt: skip
    return [turned], [*rows, [{"text": one["named_as"]}, *({"text": n, "level": None} for n in one["named"])]]


def _count(n: int, most: int) -> Cell:
    return {"text": n, "level": sqrt(n / most) if n else 0, "kind": "cell"}


def laid(one: Mapping[str, Any], room: float) -> LaidTable:
    """Any table of the overview as a grid no wider than a room in units; without rows it says so."""
    rows = [*one.get("rows", ()), *one.get("foot", ())] or [[{"text": one.get("empty", "")}]]
    heads, rows = matrix_rows(one) if "counts" in one else (one.get("head", []), rows)
    return grid_of(clean(str(one["title"])), heads, rows, room, TIGHT if is_broad(one) else None)
