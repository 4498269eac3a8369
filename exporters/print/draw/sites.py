"""Where connectors may be tied to a shape: the sites of its form, moved to where lines touch it."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Final

from exporters.print.draw.drawingml import Site
from exporters.print.elements.items import Rect

NEAR: Final = 1.0  # how near a line ends to a box that it touches


def touches(rect: Rect, point: Site) -> bool:
    """Whether a point lies on a rectangle's edge."""
    at = Rect(*point, 0, 0)
    return rect.shrunk(-NEAR).holds(at) and not rect.shrunk(NEAR).holds(at)


def sides(rect: Rect) -> tuple[Site, ...]:
    """The middles of the sides: top, left, bottom, right."""
    x, y = rect.centre
    return (x, rect.y), (rect.x, y), (x, rect.bottom), (rect.right, y)


def ported(rect: Rect, ends: Sequence[Site]) -> tuple[Site, ...]:
    """The sites of the sides, moved to where a line touches; further lines have sites of their own.

    LibreOffice knows four sites and has each in the middle of its side.
    """
    sites, more = list(sides(rect)), []
    for end in ends:
        away = [abs(end[1] - rect.y), abs(end[0] - rect.x), abs(end[1] - rect.bottom), abs(end[0] - rect.right)]
        side = away.index(min(away))
        if sites[side] == sides(rect)[side]:
            sites[side] = end
        else:
            more.append(end)
    return (*sites, *more)


def turn(rect: Rect) -> tuple[Site, ...]:
    """The eight sites of an ellipse, from the top by way of the left."""
    (x, y), angles = rect.centre, [pi / 2 + at * pi / 4 for at in range(8)]
    return tuple((x + rect.w / 2 * cos(angle), y - rect.h / 2 * sin(angle)) for angle in angles)
