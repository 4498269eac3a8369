"""The map of a fact sheet: the country as large as it goes, and in the emptiest corner where it lies."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import shapely

from atlas import palette
from atlas.geo.bounds import Bounds
from exporters.print.content.brief import Brief, gather
from exporters.print.elements.items import Rect, RoundedRect
from exporters.print.elements.lines import corners
from exporters.print.elements.sheet import Sheet
from exporters.print.factsheet.facts import Facts
from exporters.print.map.draw import draw_map
from exporters.print.map.frames import HOME, REGIONS, WORLD, country_bounds, projection_of, roomy
from exporters.print.map.inset import with_insets
from exporters.print.map.labels import label, scale_bar
from exporters.print.map.land import draw_land
from exporters.print.map.map_layout import Stage, sort_out
from exporters.print.map.marking import place
from exporters.print.map.projection import fit
from exporters.print.options import Options
from maps.basemap import Basemap

_LOCATOR: Final = (0.33, 0.42)  # of the map's width and height
_SHARE: Final = 0.5  # of what the locator shows that the country may take
_LEAST: Final = 12.0
_SMALL: Final = 3.0  # square degrees of land
_MOST: Final = 0.85  # of a small state's land
_NARROW: Final = 1.2  # degrees that a map shows at the least
_ROOM: Final = 34.0  # round a place that a locator may not cover
_HIDES: Final = 400.0  # what a covered place costs, in cells of covered land


def brief_of(facts: Facts, base: Basemap, options: Options) -> Brief:
    """What the map shows: the subject's own places, framed on it."""
    frame = facts.about.code if facts.about.code != "global" else "world"
    return gather(facts.extract, base, replace(options, style="boxes", frame=frame))


def draw_detail(sheet: Sheet, facts: Facts, brief: Brief, area: Rect) -> None:
    """Draw the map with its locator into an area of a page."""
    seen = _seen(brief, facts)
    stage = sort_out(brief, fit(seen, area) if seen else projection_of(brief, area))
    frame = _around(brief, facts)
    corner = _corner(stage) if frame else None
    stage.barred = (corner.shrunk(-6),) if corner else ()
    stage = with_insets(stage)
    draw_map(sheet, stage, place(stage))
    if corner and frame:
        _locator(sheet, facts, brief, corner, frame)


def _seen(brief: Brief, facts: Facts) -> Bounds | None:
    """What the map of a country shows; of a small island state without its far specks, if nothing is there."""
    if facts.about.facet == "region":
        return None
    shapes = [shape for code, shape in zip(brief.base.codes, brief.base.land, strict=True) if code == facts.about.code]
    if not shapes or shapes[0].area > _SMALL:
        return roomy(country_bounds(brief.base, facts.about.code), _NARROW)
    parts = sorted(shapely.get_parts(shapes[0]), key=lambda part: -part.area)
    most = [part for at, part in enumerate(parts) if sum(one.area for one in parts[:at]) < _MOST * shapes[0].area]
    points = [shapely.Point(spot.x, spot.y) for spot in brief.spots if spot.country == facts.about.code and spot.x]
    west, south, east, north = shapely.total_bounds([*most, *points]).tolist()
    return roomy((west, south, east, north), _NARROW)


def _target(brief: Brief, facts: Facts) -> Bounds | None:
    if facts.about.facet == "region":
        return REGIONS.get(facts.about.code)
    return country_bounds(brief.base, facts.about.code)


def _around(brief: Brief, facts: Facts) -> Bounds | None:
    """What the locator shows: the region, or what is larger where the country is a good part of that."""
    target = _target(brief, facts)
    if target is None:
        return None
    return next((one for one in (REGIONS.get(facts.about.region), HOME, WORLD) if one and _within(target, one)), None)


def _within(target: Bounds, frame: Bounds) -> bool:
    holds = target[0] >= frame[0] and target[1] >= frame[1] and target[2] <= frame[2] and target[3] <= frame[3]
    return holds and target[2] - target[0] <= _SHARE * (frame[2] - frame[0])


def _corner(stage: Stage) -> Rect:
    """The corner with the fewest places and the least of the country; the scale bar keeps its own."""
    area = stage.projection.area.shrunk(8)
    wide, high = area.w * _LOCATOR[0], area.h * _LOCATOR[1]
    rects = [Rect(x, y, wide, high) for y in (area.bottom - high, area.y) for x in (area.right - wide, area.x)]
    bar = [text.rect.shrunk(-12) for _, text in scale_bar(stage)]
    free = [rect for rect in rects if not any(rect.meets(one) for one in bar)]
    land = stage.ground(stage.projection).cover(stage.brief.shown).under(corners(free))
    spots = [Rect(*stage.at(spot), 0, 0).shrunk(-_ROOM) for spot in stage.inside if not spot.lines]
    hidden = [sum(rect.meets(spot) for spot in spots) for rect in free]
    return free[int(np.argmin(land + _HIDES * np.array(hidden)))]


def _locator(sheet: Sheet, facts: Facts, brief: Brief, rect: Rect, frame: Bounds) -> None:
    """A small map round the country, which stands in a rectangle with its name."""
    words = facts.t("fact_locator", name=facts.name)
    layer, view, target = sheet.layer("locator", words), fit(frame, rect), _target(brief, facts)
    layer.add(RoundedRect("rim", rect.shrunk(-3), "#FFFFFF"))
    draw_land(layer, brief.base, view, brief.shown if facts.about.facet == "region" else {facts.about.code})
    west, south, east, north = target or frame
    points = view(np.array([(west, south), (west, north), (east, north), (east, south)]))
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    x, y = (left + right) / 2, (top + bottom) / 2
    w, h = max(right - left, _LEAST), max(bottom - top, _LEAST)
    source = Rect(x - w / 2, y - h / 2, w, h)
    layer.add(RoundedRect(words, source, None, palette.INK, 2))
    text, wide, high = label(facts.name)
    inner = rect.shrunk(5)
    left = min(max(x - wide / 2, inner.x), inner.right - wide)
    top = source.bottom + 2 if source.bottom + 2 + high <= inner.bottom else source.y - 2 - high
    if wide <= inner.w and top >= inner.y:
        layer.add(text(Rect(left, top, wide, high))._replace(colour=palette.INK))
    layer.add(RoundedRect("frame", rect, None, palette.INK, 1.6))
