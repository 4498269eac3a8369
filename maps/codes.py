"""Which site has which code, as the browser is sent it once an edition: it can show a filter before it is asked to.

The same members as the index has them. What needs more than members (free text, a status at the end of a year) is not
here, and the browser waits for the page then.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

import numpy as np

from atlas.index import Index, Mask

_FACETS = ("focus", "region", "country", "theme", "instrument", "partner", "document", "precision", "basis", "status")


def codes(index: Index) -> dict[str, Any]:
    """The members by facet and code: the numbers of the sites, or a bit a site (Base64) where that is shorter."""
    return {"size": index.size, "facets": {facet: _members(index.members[facet]) for facet in _FACETS}}


def _members(members: Mapping[str, Mask]) -> dict[str, str | list[int]]:
    return {code: _packed(member) for code, member in members.items()}


def _packed(member: Mask) -> str | list[int]:
    rows: list[int] = np.flatnonzero(member).tolist()
    if len(rows) * 6 < member.size / 6:
        return rows
    return base64.b64encode(np.packbits(member).tobytes()).decode()
