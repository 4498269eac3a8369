"""Where a site is drawn: at its point, its country's label, or along its route."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from shapely.geometry import LineString, MultiLineString

from atlas.geo.pacific import line_to_frame, to_frame


def drawn(row: Mapping[str, Any], context: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Where a site is drawn, in degrees of the drawing frame: x, y; a route also has lines and landings (lat, lon)."""
    geometry = row["geometry"]
    if geometry is None or geometry.is_empty:
        return {"x": None, "y": None}
    if row["precision"] == "route":
        return _route(geometry, row["route_basis"])
    if row["precision"] == "country" and row["country"] in context:
        point = context[row["country"]]
        return {"x": to_frame(point["lon"]), "y": point["lat"]}
    return {"x": to_frame(round(geometry.x, 6)), "y": round(geometry.y, 6)}


def _route(geometry: LineString | MultiLineString, basis: str | None) -> dict[str, Any]:
    cut = (line_to_frame((x, y) for x, y, *_ in part.coords) for part in _parts(geometry))
    parts = _joined(part for pieces in cut for part in pieces)
    longest = max(parts, key=lambda part: LineString(part).length)
    middle = LineString(longest).interpolate(0.5, normalized=True)
    ends = [longest[0], longest[-1]]
    return {
        "x": round(middle.x, 6),
        "y": round(middle.y, 6),
        "solid": basis in ("surveyed", "published"),
        "lines": [[[y, x] for x, y in part] for part in parts],
        "landings": [[y, x] for x, y in ends],
    }


def _parts(geometry: LineString | MultiLineString) -> list[LineString]:
    return list(geometry.geoms) if isinstance(geometry, MultiLineString) else [geometry]


def _joined(parts: Iterable[list[tuple[float, float]]]) -> list[list[tuple[float, float]]]:
    """Join the parts that only the cut at the antimeridian separates."""
    done: list[list[tuple[float, float]]] = []
    for part in parts:
        part = [(x + 360 if x == -180 else x, y) for x, y in part]
        if done and done[-1][-1] == part[0]:
            done[-1] += part[1:]
        else:
            done.append(part)
    return done
