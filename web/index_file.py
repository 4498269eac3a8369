"""The index as the browser reads it, once an edition: which site has which code, the words that a search looks at."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from atlas.filter import FACETS
from atlas.index import Index, Mask
from atlas.progress.years import UNDATED
from atlas.search.words import GROUPS
from web.extents import Extents


def index_file(index: Index, regions: Sequence[str], extents: Extents) -> dict[str, Any]:
    """Members by facet and code, statuses by year, lines to search, synonyms, names; `regions` has each site's."""
    lines: dict[str, int] = {}
    texts = [
        [lines.setdefault(line, len(lines)) for line in dict.fromkeys(text.split("\n"))] for text in index.haystack
    ]
    return {
        "size": index.size, "initiative": index.initiative.tolist(), "regions": list(regions), "undated": UNDATED,
        "extents": extents,
        "facets": {facet: _members(index.members[facet]) for facet in FACETS},
        "statuses": {year: _members(members) for year, members in index.statuses.items()},
        "lines": list(lines), "haystack": texts, "synonyms": GROUPS, "names": index.names,
    }  # fmt: skip


def _members(members: Mapping[str, Mask]) -> dict[str, str | list[int]]:
    return {code: _packed(member) for code, member in members.items()}


def _packed(member: Mask) -> str | list[int]:
    """The numbers of the sites, or a bit a site (Base64) where that is shorter."""
    rows: list[int] = np.flatnonzero(member).tolist()
    if len(rows) * 6 < member.size / 6:
        return rows
    return base64.b64encode(np.packbits(member).tobytes()).decode()
