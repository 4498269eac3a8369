"""Draws a map that was laid out: base map, routes, insets, lines, marks, names; nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
import shapely

from atlas import palette
from exporters.snapshot.content.places import Spot
from exporters.snapshot.lines import Path
from exporters.snapshot.map.labels import names
from exporters.snapshot.map.land import draw_land
from exporters.snapshot.map.marks import route_lines
from exporters.snapshot.map.projection import Projection
from exporters.snapshot.map.stage import Inset, Placed, Stage
from exporters.snapshot.sheet import Box, Item, Layer, Leader, Line, Rect, Run, Sheet, Words, ring
from exporters.snapshot.type import FLOOR, width

_BARS: Final = (1000, 500, 200, 100, 50, 20, 10)
_CASING: Final = 4.0


def draw_map(sheet: Sheet, stage: Stage, placed: Placed, paths: Sequence[tuple[str, Path]] = ()) -> set[str]:
    """Draw the whole map with lines from boxes to marks; returns the countries that are named on it."""
    brief, view = stage.brief, stage.projection
    layer = sheet.layer("map", brief.alt())
    _ground(layer, stage, view, [spot for spot in stage.inside if stage.view(spot) is view])
    for inset in stage.insets:
        _inset(sheet, stage, inset)
    _lines(sheet, placed, paths)
    signs = sheet.layer("marks")
    for mark, place in placed.marks:
        signs.add(*mark.draw(place.rect))
        sheet.labels.append((mark.label, place.rect))
    return _names(sheet, stage, placed, [path for _, path in paths])


def _ground(layer: Layer, stage: Stage, view: Projection, spots: Iterable[Spot]) -> None:
    draw_land(layer, stage.brief.base, view, stage.brief.shown())
    layer.add(*route_items([spot for spot in spots if spot.lines], view))
    layer.add(Box("frame", view.area, None, palette.COAST, 1))


def _inset(sheet: Sheet, stage: Stage, inset: Inset) -> None:
    """A part of the map drawn larger: its source in ink with a tag, itself on a white rim; no connectors."""
    words = stage.brief.t("snap_inset", letter=inset.letter)
    layer = sheet.layer(words, words)
    rect = inset.view.area
    layer.add(Box("rim", rect.shrunk(-4), "#FFFFFF"))
    _ground(layer, stage, inset.view, stage.inside)
    layer.add(Box(words, rect, None, palette.INK, 1.8), Box("source", inset.source, None, palette.INK, 1.6))
    for text, tag in ((inset.letter, Rect(rect.x, rect.y, 34, 28)), (words, inset.tag)):
        layer.add(Box("tag", tag, palette.INK))
        layer.add(Words(text, tag, ((Run(text, True),),), FLOOR, 28, "#FFFFFF", "center"))
    sheet.labels.append((words, inset.tag))


def route_items(routes: Iterable[Spot], view: Projection) -> Iterator[Item]:
    """The routes in the frame with their landings."""
    for spot in routes:
        drawn = [shapely.LineString(view(np.array(line))) for line in spot.lines]
        area = view.area.shrunk(2)
        inside = shapely.get_parts(
            [shapely.clip_by_rect(line, area.x, area.y, area.right, area.bottom) for line in drawn]
        )
        yield from route_lines(spot, [[(x, y) for x, y in part.coords] for part in inside])
        colour = palette.FOCUS[spot.entries[0].focus]
        for lon, lat in spot.landings:
            x, y = view.point(lon, lat)
            if view.area.holds(Rect(x, y, 0, 0)):
                yield Box(spot.name, Rect(x - 5, y - 5, 10, 10), "#FFFFFF", colour, 2.4, 5)


def _lines(sheet: Sheet, placed: Placed, paths: Sequence[tuple[str, Path]]) -> None:
    """Lines on a white casing, ties with a dot at their point."""
    layer = sheet.layer("leaders")
    ties = [(mark.label, place.tie) for mark, place in placed.marks if place.tie]
    for name, path in (*paths, *ties):
        layer.add(Line(f"{name} (casing)", ring(path), "#FFFFFF", _CASING))
    for name, path in paths:
        layer.add(Line(name, ring(path), palette.LEADER, 1.5))
        sheet.leaders.append(Leader(name, path, False))
    for name, path in ties:
        x, y = path[-1]
        layer.add(Line(name, ring(path), palette.LEADER, 1.2))
        layer.add(Box(name, Rect(x - 3, y - 3, 6, 6), palette.LEADER, "#FFFFFF", 1, 3))
        sheet.leaders.append(Leader(name, path, True))


def _names(sheet: Sheet, stage: Stage, placed: Placed, paths: Sequence[Path]) -> set[str]:
    """All names, and the scale bar."""
    bar = scale_bar(stage.projection, stage)
    taken = [*placed.rects(), *(item.rect.shrunk(-6) for item in bar if isinstance(item, Words))]
    taken += [rect for inset in stage.insets for rect in (inset.source, inset.tag, inset.view.area)]
    texts, known = names(stage, placed, taken, paths)
    sheet.layer("names").add(*bar, *texts)
    sheet.labels += [(text.name, text.rect) for text in [*texts, *bar] if isinstance(text, Words)]
    return known


def scale_bar(view: Projection, stage: Stage) -> list[Item]:
    """A bar at the lower left, true at the middle of the frame; none on a map of the whole world."""
    if view.kind == "mill":
        return []
    per_km = view.units_per_km(view.lon, view.lat)
    km = next((km for km in _BARS if km * per_km <= view.area.w / 6), _BARS[-1])
    left, y = view.area.x + 18, view.area.bottom - 14
    right, text = left + km * per_km, stage.brief.t("snap_km", n=f"{km:,}")
    bar = Line("scale", ring([(left, y - 7), (left, y), (right, y), (right, y - 7)]), palette.NEUTRAL, 1.5)
    high = FLOOR * 1.3
    words = Words("scale", Rect(left, y - 8 - high, width(text, FLOOR), high), ((Run(text),),), FLOOR, high,
                  palette.NEUTRAL, "left", palette.SEA)  # fmt: skip
    return [bar, words]
