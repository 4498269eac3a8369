"""Composes a page in the boxes style: marks at their places, boxes round them, lines between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from atlas import palette
from exporters.snapshot.boxes import FACES, Face, TextBox, boxes_of, draw_box, sizes_of
from exporters.snapshot.brief import Brief
from exporters.snapshot.land import draw_land
from exporters.snapshot.marks import Mark, mark_of
from exporters.snapshot.placing import Wish, place_marks
from exporters.snapshot.projection import Projection
from exporters.snapshot.sheet import Box, Item, Line, Rect, Sheet
from exporters.snapshot.slots import Block, Slot, has_room, place_boxes
from exporters.snapshot.stage import Stage, gathered, leaders, route_items, sort_out

_TALL: Final = 0.52
_NEAR: Final = 95.0
Laid = list[tuple[TextBox, Slot, int]]
_INSET: Final = 10.0
_HOMES: Final = {  # open sea or land without marks, as shares of a map of the whole Indo-Pacific
    "europe": (0.09, 0.1),
    "south-asia": (0.3, 0.1),
    "east-asia": (0.46, 0.1),
    "central-asia": (0.21, 0.1),
    "middle-east": (0.2, 0.3),
    "asean": (0.69, 0.24),
    "americas": (0.9, 0.12),
    "africa": (0.1, 0.9),
    "pacific": (0.8, 0.84),
    "oceania": (0.52, 0.9),
    "global": (0.3, 0.86),
}


def draw_boxes(sheet: Sheet, brief: Brief, band: Rect, projection: Projection) -> bool:
    """Draw map, marks and boxes into a band; False (and nothing drawn) where the boxes do not fit in any size."""
    stage = sort_out(brief, projection)
    placed = _marks(stage)
    boxes = boxes_of(brief)
    found: list[tuple[float, Laid, Face]] = []
    for face in FACES:
        laid = _laid(boxes, face, _TALL * band.h, stage, placed)
        if laid is not None:
            found.append((_far(laid), laid, face))
            if found[-1][0] < _NEAR:
                break
    if not found:
        return False
    _, laid, face = min(found, key=lambda way: way[0])
    _draw(sheet, stage, placed, laid, face)
    return True


def _far(laid: Laid) -> float:
    """How long the lines are in the mean, in units."""
    lengths = [np.hypot(*(line[:2] - line[2:])) for _, slot, _ in laid for line in slot.leaders]
    return float(np.mean(lengths)) if lengths else 0.0


def _marks(stage: Stage) -> list[tuple[Mark, Rect]]:
    """Small marks at their places: symbols in a pill for a country, bare for a town; regions have none."""
    spots = [spot for spot in stage.inside if spot.form != "region" and not spot.lines]
    routes = [spot for spot in stage.inside if spot.lines]
    marks = [mark_of(spot, stage.brief.options) for spot in [*gathered(spots, stage), *routes]]
    wishes = [Wish(*stage.at(mark.spot), mark.w, mark.h, 4.0, mark.fixed) for mark in marks]
    rects = place_marks(wishes, stage.projection.area.shrunk(6), room=1)
    return [(mark, rect) for mark, rect in zip(marks, rects, strict=True) if rect is not None]


def _laid(
    boxes: Sequence[TextBox], face: Face, tall: float, stage: Stage, placed: Sequence[tuple[Mark, Rect]]
) -> Laid | None:
    area, marks = stage.projection.area.shrunk(_INSET), [rect for _, rect in placed]
    blocks, columns = [], []
    for box in boxes:
        targets, home = tuple(_targets(box, placed)), _home(box, stage, placed)
        shapes = [(Block(w, h, targets, home), n) for w, h, n in sizes_of(box, stage.brief.lang, face, tall)]
        fitting = next(((block, n) for block, n in shapes if has_room(block, area, marks)), None)
        if fitting is None:
            return None
        blocks.append(fitting[0])
        columns.append(fitting[1])
    slots = place_boxes(blocks, area, marks)
    if slots is None:
        return None
    return list(zip(boxes, slots, columns, strict=True))


def _targets(box: TextBox, placed: Sequence[tuple[Mark, Rect]]) -> Iterator[tuple[float, float]]:
    """The marks that a country's box is tied to; regions and what has no place have no line."""
    if box.kind != "country":
        return
    for mark, rect in placed:
        codes = {code for entry in mark.spot.entries for code in entry.row["countries"]}
        if mark.spot.country == box.key or (not mark.spot.country and box.key in codes):
            yield rect.centre


def _home(box: TextBox, stage: Stage, placed: Sequence[tuple[Mark, Rect]]) -> tuple[float, float]:
    """Where a box would like to be: a country's at its marks, a region's at its sea point, the rest at a corner."""
    targets = list(_targets(box, placed))
    if targets:
        return float(np.mean([x for x, _ in targets])), float(np.mean([y for _, y in targets]))
    area = stage.projection.area
    if box.key in _HOMES and stage.projection.kind == "mill":
        across, down = _HOMES[box.key]
        return area.x + across * area.w, area.y + down * area.h
    for spot in stage.brief.spots:
        if spot.x is not None and box.key in (spot.entries[0].row["region"], spot.country):
            x, y = stage.at(spot)
            return min(max(x, area.x), area.right), min(max(y, area.y), area.bottom)
    return area.right, area.bottom


def _draw(
    sheet: Sheet,
    stage: Stage,
    placed: Sequence[tuple[Mark, Rect]],
    laid: Laid,
    face: Face,
) -> None:
    brief, projection = stage.brief, stage.projection
    layer = sheet.layer("map", brief.alt())
    draw_land(layer, brief.base, projection, brief.shown())
    layer.add(*route_items([spot for spot in stage.inside if spot.lines], projection))
    layer.add(Box("frame", projection.area, None, palette.COAST, 1))
    ties = sheet.layer("leaders")
    for box, slot, _ in laid:
        ties.add(*_ties(box.title, slot))
    ties.add(*leaders(placed, stage)[0])
    signs = sheet.layer("marks")
    for mark, rect in placed:
        signs.add(*mark.draw(rect))
        sheet.labels.append((mark.label, rect))
    texts = sheet.layer("boxes")
    for box, slot, columns in laid:
        texts.add(*draw_box(box, brief.lang, face, slot.rect, columns))
        sheet.labels.append((box.title, slot.rect))


def _ties(name: str, slot: Slot) -> Iterator[Item]:
    for x1, y1, x2, y2 in slot.leaders:
        points = np.array([(x1, y1), (x2, y2)])
        yield Line(f"{name} (casing)", points, "#FFFFFF", 4)
        yield Line(name, points, palette.LEADER, 1.5)
