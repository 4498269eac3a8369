"""GeoJSON geometry (RFC 7946): rounding, the cut at the antimeridian, bounding boxes. Degrees, WGS 84."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, Final

Position = tuple[float, float]
DECIMALS: Final = 6


def point(lon: float, lat: float) -> dict[str, Any]:
    """A Point."""
    return {"type": "Point", "coordinates": _rounded((lon, lat))}


def line(positions: Sequence[Position]) -> dict[str, Any]:
    """The line through the positions, each leg the short way round; cut in parts where it crosses 180°."""
    parts = [[_rounded(position) for position in part] for part in cut(positions)]
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": parts[0]}
    return {"type": "MultiLineString", "coordinates": parts}


def cut(positions: Sequence[Position]) -> list[list[Position]]:
    """The parts of a line; neighbouring parts meet at 180 and -180 at the same latitude. Each has two or more."""
    parts: list[list[Position]] = [[positions[0]]]
    for start, end in pairwise(positions):
        if abs(end[0] - start[0]) > 180:
            edge, latitude = _crossing(start, end)
            parts[-1].append((edge, latitude))
            parts.append([(-edge, latitude)])
        parts[-1].append(end)
    unique = [_without_repeats(part) for part in parts]
    return [part for part in unique if len(part) > 1] or [list(positions)]


def _crossing(start: Position, end: Position) -> tuple[float, float]:
    eastward = end[0] < start[0]
    edge = 180.0 if eastward else -180.0
    length = end[0] + (360.0 if eastward else -360.0) - start[0]
    share = (edge - start[0]) / length if length else 0.0
    return edge, start[1] + share * (end[1] - start[1])


def _without_repeats(part: list[Position]) -> list[Position]:
    return [position for index, position in enumerate(part) if index == 0 or position != part[index - 1]]


def _rounded(position: Position) -> list[float]:
    return [round(float(value), DECIMALS) + 0.0 for value in position]  # + 0.0 turns -0.0 into 0.0


def bbox(geometries: Iterable[dict[str, Any] | None]) -> list[float] | None:
    """[west, south, east, north] of the shortest arc that holds all; west > east where it crosses 180°."""
    parts = [part for geometry in geometries if geometry for part in _parts(geometry)]
    if not parts:
        return None
    west, east = _arc([(min(lon for lon, _ in part), max(lon for lon, _ in part)) for part in parts])
    latitudes = [lat for part in parts for _, lat in part]
    return [west, min(latitudes), east, max(latitudes)]


def _parts(geometry: dict[str, Any]) -> list[list[list[float]]]:
    coordinates: list[Any] = geometry["coordinates"]
    return {"Point": [[coordinates]], "LineString": [coordinates]}.get(geometry["type"], coordinates)


def _arc(spans: list[tuple[float, float]]) -> tuple[float, float]:
    """The ends of the arc that remains when the widest empty stretch of the circle is left out."""
    spans = sorted(spans)
    reach = spans[0][1]
    best, arc = spans[0][0] + 360 - max(east for _, east in spans), (spans[0][0], max(east for _, east in spans))
    for west, east in spans[1:]:
        if west - reach > best:
            best, arc = west - reach, (west, reach)
        reach = max(reach, east)
    return arc
