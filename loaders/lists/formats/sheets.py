"""Which sheets of a workbook are one list, and what is to be told of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter

from loaders.lists.formats.counts import Aside
from loaders.lists.formats.grid import Grid
from loaders.lists.formats.headers import Header
from loaders.lists.placing.naming.countrynames import read_countries
from loaders.lists.remark import Remark

_TOLD: Final = 10  # cells, rows or names in one sentence
_MOST: Final = 300  # columns of a hidden range that are looked at
_COPY: Final = re.compile(r"\(\d+\)$|旧|案$|控|copy|old|backup", re.IGNORECASE)


class ListSheet(NamedTuple):
    """A sheet that is, or is part of, a list."""

    title: str
    grid: Grid


def alike(heads: Sequence[tuple[str, Header | None]]) -> list[int]:
    """The sheet that is most of a list, with those of the same columns and the same sort of name; none without one."""
    worth = {at: _worth(header) for at, (_, header) in enumerate(heads) if header}
    if not worth:
        return []
    best = max(worth, key=lambda at: (worth[at], -at))
    title, header = heads[best]
    sort, fields = _sort(title), set(header.fields.values()) if header else set()
    return [
        at
        for at, (other, one) in enumerate(heads)
        if at == best or (one and sort and _sort(other) == sort and set(one.fields.values()) == fields)
    ]


def about_sheets(read: Sequence[str], others: Sequence[str], hidden: Sequence[str]) -> Iterator[Remark]:
    """Which sheets were read and which not."""
    if len(read) > 1:
        yield Remark("sheets_together", {"sheets": _told(read)})
    if others and len(read) > 1:
        yield Remark("sheets_left", {"others": _told(others)})
    elif others:
        yield Remark("other_sheets", {"sheet": _told(read), "others": _told(others)})
    if hidden:
        yield Remark("hidden_sheets", {"sheets": _told(hidden)})


def about_cells(aside: Aside, grid: Grid, header: Header | None, title: str) -> Iterator[Remark]:
    """Formulas without a result, rows and columns that are hidden, rows that are struck through."""
    rows = {row.number for row in grid.rows if header and row.number > header.row}
    lead = {"sheet": f"{title}: " if title else ""}
    if aside.unsaved:
        yield Remark("formulas_unsaved", lead | {"n": len(aside.unsaved), "cells": _told(aside.unsaved)})
    for key, found in (("hidden_rows", aside.rows), ("struck_rows", grid.struck)):
        if numbers := [str(number) for number in found if number in rows]:
            yield Remark(key, lead | {"n": len(numbers), "rows": _told(numbers)})
    hidden = {at - 1 for one in aside.columns for at in one[:_MOST]}
    names = [
        name or get_column_letter(at + 1) for at, name in enumerate(header.names if header else ()) if at in hidden
    ]
    if names:
        yield Remark("hidden_columns", lead | {"n": len(names), "columns": _told(names)})


def _worth(header: Header) -> tuple[bool, int]:
    fields = set(header.fields.values())
    return any(field.startswith("title") for field in fields), len(fields)


def _sort(title: str) -> str:
    """What sort of name a sheet has: 令和6年度 and 令和7年度 are of one, and so are two countries; "" for no sort."""
    plain = unicodedata.normalize("NFKC", title).strip()
    if _COPY.search(plain):
        return ""
    named = read_countries(plain)
    if named.region or len(named.codes) == 1:
        return "country"
    numbered = re.sub(r"\d+|元(?=年)", "#", plain)
    return numbered if "#" in numbered else ""


def _told(names: Sequence[str]) -> str:
    return ", ".join(names[:_TOLD])[:300] + (" …" if len(names) > _TOLD else "")
