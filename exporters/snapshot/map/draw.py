"""Draws a map that was laid out: base map, routes, insets, lines, marks, names; nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import shapely

from atlas import palette
from atlas.countries import country_name
from atlas.pacific import to_frame
from exporters.snapshot.content.places import Spot
from exporters.snapshot.lines import Path, segments
from exporters.snapshot.map import placing
from exporters.snapshot.map.land import draw_land
from exporters.snapshot.map.marks import route_lines
from exporters.snapshot.map.projection import Projection
from exporters.snapshot.map.stage import Inset, Placed, Stage, corner, named, renamed, standing
from exporters.snapshot.sheet import Box, Item, Layer, Leader, Line, Points, Rect, Run, Sheet, Words, ring
from exporters.snapshot.type import FLOOR, clean, width, wrap

_NAMES_UNTIL: Final = 95.0
_LONGEST: Final = 230.0
_WRAPPED: Final = 260.0
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
    return named(placed) | _names(sheet, stage, placed, [path for _, path in paths])


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
    """Names beside bare signs, then of countries that share a route, then of those around, where there is room."""
    layer, area = sheet.layer("names"), stage.projection.area.shrunk(6)
    bar = _scale_bar(stage.projection, stage)
    taken = [*placed.rects(), *(item.rect.shrunk(-6) for item in bar if isinstance(item, Words))]
    taken += [rect for inset in stage.insets for rect in (inset.source, inset.tag, inset.view.area)]
    lines, routes, known = segments(paths), _segments(stage), named(placed)
    bare = [(renamed(mark.spot, stage, known), place.rect) for mark, place in placed.marks if not mark.named]
    found = _beside(stage, placed, bare, taken, [np.vstack([lines, routes]), lines])
    known |= {spot.country for spot, _ in bare if spot.country and spot.key in found}
    texts = list(found.values())
    left = {code for spot in stage.inside for entry in spot.entries for code in entry.row["countries"]} - known
    at = standing(stage, left)
    wishes = [(clean(country_name(code, stage.brief.lang)), point, 4.0, 4.0) for code, point in at.items()]
    members = _labelled(wishes, area, [*taken, *(text.rect for text in texts)], lines, 45.0)
    known |= {code for code, text in zip(at, members, strict=True) if text}
    texts += [text for text in members if text]
    used = [*taken, *(text.rect for text in texts)]
    around = _labelled(list(_around(stage, known)), area, used, np.vstack([lines, routes]), 10.0)
    layer.add(*bar, *texts, *(text._replace(colour=palette.CONTEXT, halo=None) for text in around if text))
    sheet.labels += [(text.name, text.rect) for text in [*texts, *around] if text]
    return known


def _beside(
    stage: Stage, placed: Placed, bare: Sequence[tuple[Spot, Rect]], taken: Sequence[Rect], lines: Sequence[Points]
) -> dict[str, Words]:
    """The names of signs on the map and in its insets; `lines` are to be kept clear of, fewer when there is no room."""
    found: dict[str, Words] = {}
    for view in stage.views():
        whole = view is stage.projection
        room = view.area.shrunk(6 if whole else 4)
        used = taken if whole else [*placed.rects(), corner(view.area)]
        for clear in lines:
            left = [(spot, rect) for spot, rect in bare if stage.view(spot) is view and spot.key not in found]
            wishes = [(clean(spot.name), rect.centre, rect.w / 2, rect.h / 2) for spot, rect in left]
            some = _labelled(wishes, room, [*used, *(text.rect for text in found.values())], clear, 45.0)
            found |= {spot.key: text for (spot, _), text in zip(left, some, strict=True) if text}
    return found


Wish = tuple[str, tuple[float, float], float, float]


def _labelled(
    wishes: Sequence[Wish], area: Rect, taken: Sequence[Rect], lines: Points, far: float
) -> list[Words | None]:
    """Names as halo text beside their points, each where it has a place."""
    broken = [wrap(text, _WRAPPED, FLOOR, even=True) for text, *_ in wishes]
    sizes = [(max(width(line, FLOOR) for line in some) + 4, len(some) * FLOOR * 1.28) for some in broken]
    ways = [placing.beside(x, y, w, h, (right, down), far)
            for (_, (x, y), right, down), (w, h) in zip(wishes, sizes, strict=True)]  # fmt: skip
    found = placing.choose(ways, area, taken, [lines] * len(ways))
    return [
        place and Words(text, place.rect, tuple((Run(line),) for line in some), FLOOR, FLOOR * 1.28,
                        palette.NEUTRAL, "center", "#FFFFFF")
        for (text, *_), some, place in zip(wishes, broken, found, strict=True)
    ]  # fmt: skip


def _segments(stage: Stage) -> Points:
    """The routes as straight pieces on the page, for names of countries around to keep clear of."""
    found = [(*a, *b) for spot in stage.inside for line in spot.lines
             for a, b in pairwise(stage.projection(np.array(line)).tolist())]  # fmt: skip
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def _around(stage: Stage, known: set[str]) -> Iterator[Wish]:
    """The countries in the frame that no mark names yet, the larger first."""
    view = stage.projection
    degrees = view.area.w / (view.units_per_km(view.lon, view.lat) * 111)
    if degrees > _NAMES_UNTIL:
        return
    for code, entry in sorted(stage.brief.base.context.items(), key=lambda item: (item[1]["rank"], item[0])):
        x, y = view.point(to_frame(entry["lon"]), entry["lat"])
        name = country_name(code, stage.brief.lang)
        short = name != code and width(name, FLOOR) < _LONGEST
        if code not in known and short and view.area.holds(Rect(x, y, 0, 0)):
            yield name, (x, y), 3.0, 3.0


def _scale_bar(view: Projection, stage: Stage) -> list[Item]:
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
