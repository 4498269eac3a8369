"""Moving, scaling and recolouring things on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from exporters.print.elements.items import (
    Area,
    Bars,
    Connector,
    Group,
    Item,
    LaidCell,
    LaidTable,
    Polyline,
    Rect,
    RoundedRect,
    Run,
    Sign,
    TextBox,
    Words,
)
from exporters.print.elements.sheet import Leader, Sheet


def moved(item: Item, dx: float, dy: float) -> Item:
    """The same thing, dx to the right and dy down."""
    return placed(item, 1.0, dx, dy)


def placed(item: Item, by: float, dx: float = 0.0, dy: float = 0.0) -> Item:
    """The same thing so many times as large, then moved."""
    shift = np.array([dx, dy])
    match item:
        case RoundedRect():
            rect = _rect(item.rect, by, dx, dy)
            return item._replace(rect=rect, width=item.width * by, radius=item.radius * by)
        case Words():
            rect = _rect(item.rect, by, dx, dy)
            return item._replace(rect=rect, size=item.size * by, leading=item.leading * by)
        case Polyline():
            dash = (item.dash[0] * by, item.dash[1] * by) if item.dash else None
            return item._replace(points=item.points * by + shift, width=item.width * by, dash=dash)
        case Area():
            rings = tuple(ring * by + shift for ring in item.rings)
            return item._replace(rings=rings, width=item.width * by)
        case Sign():
            return item._replace(x=item.x * by + dx, y=item.y * by + dy, size=item.size * by)
        case LaidTable():
            rows = tuple(
                row._replace(high=row.high * by, cells=tuple(_cell(cell, by, dx, dy) for cell in row.cells))
                for row in item.rows
            )
            widths = tuple(one * by for one in item.widths)
            return item._replace(x=item.x * by + dx, y=item.y * by + dy, widths=widths, rows=rows)
        case Bars():
            return item._replace(rect=_rect(item.rect, by, dx, dy))
        case Connector():
            points = item.points * by + shift
            return item._replace(points=points, width=item.width * by, casing=item.casing * by)
        case TextBox():
            inside: Any = [placed(one, by, dx, dy) for one in (item.frame, *item.parts)]
            inner = {name: getattr(item, name) * by for name in ("size", "leading", "pad", "top", "indent")}
            return item._replace(frame=inside[0], parts=tuple(inside[1:]), **inner)
        case Group():
            inside = tuple(placed(one, by, dx, dy) for one in item.items)
            return item._replace(items=inside)


def _cell(cell: LaidCell, by: float, dx: float, dy: float) -> LaidCell:
    words = placed(cell.words, by, dx, dy)
    assert isinstance(words, Words)
    return cell._replace(words=words)


def _rect(rect: Rect, by: float, dx: float, dy: float) -> Rect:
    return Rect(rect.x * by + dx, rect.y * by + dy, rect.w * by, rect.h * by)


def scaled(sheet: Sheet, by: float) -> None:
    """Make a page and all on it so many times as large."""
    sheet.width, sheet.height = sheet.width * by, sheet.height * by
    title = placed(sheet.title, by)
    assert isinstance(title, Words)
    sheet.title = title
    for layer in sheet.layers:
        layer.items = [placed(item, by) for item in layer.items]
    sheet.number = _rect(sheet.number, by, 0, 0) if sheet.number else None
    sheet.labels = [(name, _rect(rect, by, 0, 0)) for name, rect in sheet.labels]
    sheet.dots = [_rect(dot, by, 0, 0) for dot in sheet.dots]
    sheet.leaders = [
        Leader(one.name, tuple((x * by, y * by) for x, y in one.path), one.tie) for one in sheet.leaders
    ]  # fmt: skip


def shifted(sheet: Sheet, dx: float, dy: float) -> Sheet:
    """The same page with all on it dx to the right and dy down, the title where it was."""
    layers = [replace(layer, items=[moved(item, dx, dy) for item in layer.items]) for layer in sheet.layers]
    number = _rect(sheet.number, 1, dx, dy) if sheet.number else None
    return replace(sheet, layers=layers, number=number)


def painted(sheet: Sheet, colours: Mapping[str, str]) -> None:
    """Exchange colours; what is not in the table stays."""
    for layer in sheet.layers:
        layer.items = [_painted(item, colours) for item in layer.items]


def _painted(item: Item, colours: Mapping[str, str]) -> Item:
    match item:
        case Sign() | LaidTable() | Bars():
            return item
        case Group():
            inside: Any = tuple(_painted(one, colours) for one in item.items)
            return item._replace(items=inside)
        case TextBox():
            inside = [_painted(one, colours) for one in (item.frame, *item.parts)]
            said = tuple(one._replace(runs=_runs(one.runs, colours)) for one in item.paragraphs)
            return item._replace(frame=inside[0], parts=tuple(inside[1:]), paragraphs=said)
    names = [name for name in ("fill", "stroke", "colour") if getattr(item, name, None) in colours]
    changes: dict[str, Any] = {name: colours[getattr(item, name)] for name in names}
    item = item._replace(**changes)
    if isinstance(item, Words):
        lines, flow = (tuple(_runs(line, colours) for line in some) for some in (item.lines, item.flow))
        return item._replace(lines=lines, flow=flow)
    return item


def _runs(runs: tuple[Run, ...], colours: Mapping[str, str]) -> tuple[Run, ...]:
    return tuple(run._replace(colour=colours.get(run.colour, run.colour)) if run.colour else run for run in runs)
