"""What a year leaves out: initiatives that come later, and those of which no date is known."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from atlas.filter import Filter
from atlas.index import Index, Mask
from atlas.progress.years import UNDATED


class LeftOut(NamedTuple):
    """How many initiatives of the other filters a year does not show, by reason."""

    later: int
    undated: int


def left_out(index: Index, filter_: Filter) -> LeftOut:
    """What the year of a filter leaves out; an initiative that stands anywhere by then is not counted."""
    until = filter_.until
    if until is None:
        return LeftOut(0, 0)
    every = index.select(filter_.without("year").without("status"))
    stands, undated = index.members["year"][until], index.members["year"].get(UNDATED, np.zeros_like(every))
    now = every & (stands | undated if UNDATED in filter_.year else stands)
    later, unknown = every & ~stands & ~undated, every & undated
    return LeftOut(_apart(index, later, now), _apart(index, unknown, now | later))


def _apart(index: Index, mask: Mask, from_: Mask) -> int:
    """The initiatives of one mask that have no site in another."""
    return len(set(index.initiative[mask]) - set(index.initiative[from_]))
