"""Draws a map that was laid out: base map, routes, insets, lines, marks, names; nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
import shapely

from atlas import palette
from exporters.print.content.places import Spot
from exporters.print.elements.fonts import FLOOR
from exporters.print.elements.items import Connector, Group, Item, Rect, RoundedRect, Run, Words, ring
from exporters.print.elements.lines import Path
from exporters.print.elements.sheet import Layer, Leader, Sheet
from exporters.print.map.labels import names, scale_bar
from exporters.print.map.land import draw_land
from exporters.print.map.map_layout import Inset, Placed, Stage, landing_dots
from exporters.print.map.marks import route_lines
from exporters.print.map.projection import Projection

_CASING: Final = 4.0


def draw_map(sheet: Sheet, stage: Stage, placed: Placed, paths: Sequence[tuple[str, Path]] = ()) -> set[str]:
    """Draw the whole map with lines from boxes to marks; returns the countries that are named on it."""
    brief, view = stage.brief, stage.projection
    layer = sheet.layer("map", brief.alt())
    _ground(layer, stage, view, [spot for spot in stage.inside if stage.view(spot) is view])
    for inset in stage.insets:
        _inset(sheet, stage, inset)
    _lines(sheet, placed, paths)
    sheet.dots += stage.dots()
    signs = sheet.layer("marks")
    for mark, place in placed.marks:
        signs.add(Group(mark.label, tuple(mark.draw(place.rect))))
        sheet.labels.append((mark.label, place.rect))
    return _names(sheet, stage, placed, [path for _, path in paths])


def _ground(layer: Layer, stage: Stage, view: Projection, spots: Iterable[Spot]) -> None:
    draw_land(layer, stage.brief.base, view, stage.brief.shown)
    layer.add(*route_items([spot for spot in spots if spot.lines], view))
    layer.add(RoundedRect("frame", view.area, None, palette.COAST, 1))


def _inset(sheet: Sheet, stage: Stage, inset: Inset) -> None:
    """A part of the map drawn larger: its source in ink with a tag, itself on a white rim; no connectors."""
    words = stage.brief.t("snap_inset", letter=inset.letter)
    layer = sheet.layer(words, words)
    rect = inset.view.area
    layer.add(RoundedRect("rim", rect.shrunk(-4), "#FFFFFF"))
    _ground(layer, stage, inset.view, stage.inside)
    layer.add(
        RoundedRect(words, rect, None, palette.INK, 1.8), RoundedRect("source", inset.source, None, palette.INK, 1.6)
    )
    for text, tag in ((inset.letter, Rect(rect.x, rect.y, 34, 28)), (words, inset.tag)):
        layer.add(RoundedRect("tag", tag, palette.INK))
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
        yield from (RoundedRect(spot.name, dot, "#FFFFFF", colour, 2.4, 5) for dot in landing_dots(spot, view))


def _lines(sheet: Sheet, placed: Placed, paths: Sequence[tuple[str, Path]]) -> None:
    """Lines on a white casing, ties with a dot at their point."""
    layer = sheet.layer("leaders")
    ties = [(mark.label, place.tie) for mark, place in placed.marks if place.tie]
    for name, path in paths:
        layer.add(Connector(name, ring(path), palette.LEADER, 1.5, _CASING))
        sheet.leaders.append(Leader(name, path, False))
    for name, path in ties:
        x, y = path[-1]
        dot = RoundedRect(name, Rect(x - 3, y - 3, 6, 6), palette.LEADER, "#FFFFFF", 1, 3)
        layer.add(Connector(name, ring(path), palette.LEADER, 1.2, _CASING), Group(name, (dot,)))
        sheet.leaders.append(Leader(name, path, True))


def _names(sheet: Sheet, stage: Stage, placed: Placed, paths: Sequence[Path]) -> set[str]:
    """All names, and the scale bar."""
    bar = scale_bar(stage)
    taken = [*placed.rects(), *(text.rect.shrunk(-6) for _, text in bar)]
    taken += [rect for inset in stage.insets for rect in (inset.source, inset.tag, inset.view.area)]
    taken += stage.barred
    texts, known = names(stage, placed, taken, paths)
    sheet.layer("names").add(*(item for pair in bar for item in pair), *texts)
    sheet.labels += [(text.name, text.rect) for text in [*texts, *(text for _, text in bar)]]
    return known
