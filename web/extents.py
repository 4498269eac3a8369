"""What a filter by region or country frames on a map, the same for server and browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pandas as pd

from atlas.filter import Filter
from atlas.geo.bounds import PLACED, Bounds, Context, bounds_of
from atlas.index import Index
from atlas.regional import Subject

Extents = Mapping[str, Mapping[str, Bounds]]
HOME: Final[Bounds] = (55.0, -38.5, 197.0, 46.6)
_FACETS: Final = ("region", "country")


def extents(frame: pd.DataFrame, index: Index, context: Context) -> Extents:
    """The extent of every region and country that has a place: west, south, east, north in degrees of the frame."""
    found: dict[str, dict[str, Bounds]] = {}
    sites = pd.DataFrame({name: frame[name] for name in PLACED})  # cutting forty columns takes four times as long
    for facet in _FACETS:
        members = index.members[facet].items()
        boxes = {code: bounds_of(sites[member], context, Subject(facet, code)) for code, member in members}
        found[facet] = {code: box for code, box in boxes.items() if box}
    return found


def around(filter_: Filter, known: Extents) -> Bounds | None:
    """What a filter frames unless someone has moved the map; None where the home view shows its countries already."""
    facet = "country" if filter_.country else "region"
    boxes = [known[facet][code] for code in filter_.codes(facet) if code in known[facet]]
    if not boxes:
        return None
    west, south, east, north = (list(side) for side in zip(*boxes, strict=True))
    box = (min(west), min(south), max(east), max(north))
    return None if facet == "country" and _within(box, HOME) else box


def _within(box: Bounds, home: Bounds) -> bool:
    return box[0] >= home[0] and box[1] >= home[1] and box[2] <= home[2] and box[3] <= home[3]
