"""What can be said of finished pages before anybody presents them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from exporters.snapshot.shapes import SIGN
from exporters.snapshot.sheet import Rect, Sheet, Words


def overlaps(sheet: Sheet) -> list[tuple[str, str]]:
    """The names of labels and marks that lie over each other."""
    pairs = combinations(sheet.labels, 2)
    return [(a, b) for (a, one), (b, other) in pairs if one.shrunk(0.2).meets(other.shrunk(0.2))]


def outside(sheet: Sheet) -> list[str]:
    """The names of labels, and the texts, that leave the page."""
    texts = ((item.plain(), item.rect) for item in sheet.items() if isinstance(item, Words))
    both: Iterable[tuple[str, Rect]] = [*sheet.labels, *texts]
    return [name for name, rect in both if not sheet.page.holds(rect)]


def smallest(sheets: Iterable[Sheet], inches: float) -> float:
    """The smallest text in points when the page is `inches` wide; signs inside symbols do not count."""
    sheets = list(sheets)
    sizes = [item.size for sheet in sheets for item in sheet.items() if isinstance(item, Words) and item.name != SIGN]
    return min(sizes) * inches / sheets[0].width * 72
