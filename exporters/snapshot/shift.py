"""Moving things on a page."""

from __future__ import annotations

import numpy as np

from exporters.snapshot.sheet import Area, Box, Item, Line, Rect, Sign, Words


def moved(item: Item, dx: float, dy: float) -> Item:
    """The same thing, dx to the right and dy down."""
    match item:
        case Box() | Words():
            return item._replace(rect=Rect(item.rect.x + dx, item.rect.y + dy, item.rect.w, item.rect.h))
        case Line():
            return item._replace(points=item.points + np.array([dx, dy]))
        case Area():
            return item._replace(rings=tuple(ring + np.array([dx, dy]) for ring in item.rings))
        case Sign():
            return item._replace(x=item.x + dx, y=item.y + dy)
