"""The map on a page: base map, routes, marks with leaders, names; nothing over anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np

from atlas import palette, vocab
from atlas.countries import country_name
from atlas.pacific import to_frame
from exporters.snapshot.brief import Brief
from exporters.snapshot.land import draw_land
from exporters.snapshot.marks import Mark, mark_of, route_lines
from exporters.snapshot.places import Spot, merged
from exporters.snapshot.placing import Segment, Wish, nearest, place_labels, place_marks
from exporters.snapshot.projection import Projection
from exporters.snapshot.sheet import Box, Item, Line, Rect, Run, Sheet, Words, ring
from exporters.snapshot.type import FLOOR, clean, width

_APART: Final = 34.0
_NAMES_UNTIL: Final = 95.0
_LONGEST: Final = 190.0
_BARS: Final = (1000, 500, 200, 100, 50, 20, 10)


@dataclass
class Stage:
    """A map under way: its projection, what is placed in the frame and what is not."""

    brief: Brief
    projection: Projection
    inside: list[Spot] = field(default_factory=list)
    outside: list[Spot] = field(default_factory=list)
    taken: list[tuple[str, Rect]] = field(default_factory=list)

    def at(self, spot: Spot) -> tuple[float, float]:
        """Where a placed spot lies on the page."""
        return self.projection.point(float(spot.x or 0), float(spot.y or 0))


def sort_out(brief: Brief, projection: Projection) -> Stage:
    """Which places lie in the frame."""
    stage = Stage(brief, projection)
    for spot in brief.spots:
        if spot.x is not None and spot.y is not None:
            x, y = stage.at(spot)
            inside = projection.area.shrunk(4).holds(Rect(x, y, 0, 0)) or _asked(spot, brief)
            (stage.inside if inside else stage.outside).append(spot)
    return stage


def _asked(spot: Spot, brief: Brief) -> bool:
    """Whether a region-wide place belongs to the very region that the picture is about: its box always shows."""
    region = spot.entries[0].row["region"]
    return spot.form == "region" and region in (*brief.extract.filter.region, brief.options.frame)


def draw_map(sheet: Sheet, stage: Stage) -> None:
    """Draw the whole map."""
    brief, projection = stage.brief, stage.projection
    layer = sheet.layer("map", brief.alt())
    draw_land(layer, brief.base, projection, brief.shown())
    spots = [spot for spot in stage.inside if not spot.lines]
    routes = [spot for spot in stage.inside if spot.lines]
    layer.add(*route_items(routes, projection))
    marks = [_mark(spot, brief) for spot in gathered(spots, stage) + routes]
    rects = place_marks([_wish(mark, stage) for mark in marks], projection.area.shrunk(8), room=3)
    placed = [(mark, rect) for mark, rect in zip(marks, rects, strict=True) if rect is not None]
    stage.outside += [mark.spot for mark, rect in zip(marks, rects, strict=True) if rect is None]
    lines, over = leaders(placed, stage)
    sheet.layer("leaders").add(*lines)
    signs = sheet.layer("marks")
    for mark, rect in placed:
        signs.add(*mark.draw(rect))
    stage.taken += [(mark.label, rect) for mark, rect in placed]
    _names(sheet, stage, placed, over)
    layer.add(Box("frame", projection.area, None, palette.COAST, 1))


def _mark(spot: Spot, brief: Brief) -> Mark:
    title = ""
    if spot.form == "region":
        name = vocab.REGIONS[spot.entries[0].row["region"]].text(brief.lang)
        title = brief.t("snap_wide_box", name=name)
    return mark_of(spot, brief.options, title)


def _wish(mark: Mark, stage: Stage) -> Wish:
    x, y = stage.at(mark.spot)
    if mark.spot.form == "region":
        area = stage.projection.area.shrunk(16)
        x = min(max(x, area.x + mark.w / 2), area.right - mark.w / 2)
        y = min(max(y, area.y + mark.h / 2), area.bottom - mark.h / 2)
    return Wish(x, y, mark.w, mark.h, 6.0, mark.fixed)


def gathered(spots: Sequence[Spot], stage: Stage) -> list[Spot]:
    """The same places, those of one country that would touch as one."""
    done: list[Spot] = []
    groups: dict[str | None, list[Spot]] = {}
    for spot in spots:
        if spot.form in ("site", "city"):
            groups.setdefault(spot.country, []).append(spot)
        else:
            done.append(spot)
    more = stage.brief.t("snap_more")
    for group in groups.values():
        done += [merged(cluster, more) if len(cluster) > 1 else cluster[0] for cluster in _clusters(group, stage)]
    return done


def _clusters(spots: Sequence[Spot], stage: Stage) -> list[list[Spot]]:
    clusters: list[list[Spot]] = []
    for spot in spots:
        x, y = stage.at(spot)
        near = [one for one in clusters if any(np.hypot(*np.subtract(stage.at(o), (x, y))) < _APART for o in one)]
        clusters = [one for one in clusters if one not in near]
        clusters.append([other for one in near for other in one] + [spot])
    return clusters


def route_items(routes: Iterable[Spot], projection: Projection) -> Iterator[Item]:
    """The routes in the frame with their landings."""
    for spot in routes:
        drawn = [[tuple(point) for point in projection(np.array(line))] for line in spot.lines]
        inside = [[p for p in line if projection.area.holds(Rect(p[0], p[1], 0, 0))] for line in drawn]
        yield from route_lines(spot, [line for line in inside if len(line) > 1])
        colour = palette.FOCUS[spot.entries[0].focus]
        for lon, lat in spot.landings:
            x, y = projection.point(lon, lat)
            if projection.area.holds(Rect(x, y, 0, 0)):
                yield Box(spot.name, Rect(x - 5, y - 5, 10, 10), "#FFFFFF", colour, 2.4, 5)


def _segments(stage: Stage) -> Iterator[Segment]:
    """The routes as straight pieces on the page, for names to keep clear of."""
    for spot in stage.inside:
        for line in spot.lines:
            points = stage.projection(np.array(line))
            for (x1, y1), (x2, y2) in pairwise(points):
                yield float(x1), float(y1), float(x2), float(y2)


def leaders(placed: Sequence[tuple[Mark, Rect]], stage: Stage) -> tuple[list[Item], list[Rect]]:
    """A line with a dot from every mark that had to move to its place, and the ground that these take."""
    items: list[Item] = []
    over: list[Rect] = []
    for mark, rect in placed:
        x, y = stage.at(mark.spot)
        if rect.shrunk(-2).holds(Rect(x, y, 0, 0)) or mark.spot.form == "region":
            continue
        near = nearest(rect, x, y)
        items.append(Line(f"{mark.label} (casing)", ring([near, (x, y)]), "#FFFFFF", 4))
        items.append(Line(mark.label, ring([near, (x, y)]), palette.LEADER, 1.5))
        items.append(Box(mark.label, Rect(x - 3, y - 3, 6, 6), palette.LEADER, "#FFFFFF", 1, 3))
        over.append(Rect(x - 4, y - 4, 8, 8))
    return items, over


def _names(sheet: Sheet, stage: Stage, placed: Sequence[tuple[Mark, Rect]], over: Sequence[Rect]) -> None:
    """Names of places beside bare symbols, then of the countries around, where there is room."""
    layer, area = sheet.layer("names"), stage.projection.area.shrunk(6)
    bar = _scale_bar(stage)
    layer.add(*bar)
    taken = [*(rect for _, rect in placed), *over, *(item.rect.shrunk(-6) for item in bar if isinstance(item, Words))]
    bare = [(mark, rect) for mark, rect in placed if mark.spot.form in ("site", "city", "route") and not mark.named]
    labels = [(clean(mark.spot.name), *rect.centre, rect.w / 2 - 2) for mark, rect in bare]
    lines = list(_segments(stage))
    for text, rect in _labelled(labels, area, taken, 60.0, lines, True):
        layer.add(_label(text, rect, True))
        taken.append(rect)
        stage.taken.append((text, rect))
    for text, rect in _labelled(list(_around(stage, placed)), area, taken, 40.0, lines, False):
        layer.add(_label(text, rect, False))
        stage.taken.append((text, rect))
    sheet.labels += stage.taken


def _labelled(
    labels: Sequence[tuple[str, float, float, float]],
    area: Rect,
    taken: Sequence[Rect],
    far: float,
    lines: Sequence[Segment],
    bold: bool,
) -> Iterator[tuple[str, Rect]]:
    wishes = [Wish(x, y, width(text, FLOOR, bold) + 4, FLOOR * 1.3, reach) for text, x, y, reach in labels]
    rects = place_labels(wishes, area, taken, far=far, room=2, lines=lines)
    for (text, *_), rect in zip(labels, rects, strict=True):
        if rect is not None:
            yield text, rect


def _label(text: str, rect: Rect, bold: bool) -> Words:
    colour, halo = (palette.INK, "#FFFFFF") if bold else (palette.CONTEXT, None)
    return Words(text, rect, ((Run(text, bold),),), FLOOR, rect.h, colour, "center", halo)


def _around(stage: Stage, placed: Sequence[tuple[Mark, Rect]]) -> Iterator[tuple[str, float, float, float]]:
    """The countries in the frame that no mark names yet, the larger first."""
    view = stage.projection
    degrees = view.area.w / (view.units_per_km(view.lon, view.lat) * 111)
    if degrees > _NAMES_UNTIL:
        return
    named = {mark.spot.country for mark, _ in placed if mark.spot.form == "country"}
    for code, entry in sorted(stage.brief.base.context.items(), key=lambda item: (item[1]["rank"], item[0])):
        x, y = view.point(to_frame(entry["lon"]), entry["lat"])
        name = country_name(code, stage.brief.lang)
        short = name != code and width(name, FLOOR) < _LONGEST
        if code not in named and short and view.area.holds(Rect(x, y, 0, 0)):
            yield name, x, y, 3.0


def _scale_bar(stage: Stage) -> list[Item]:
    """A bar at the lower right, true at the middle of the frame; none on a map of the whole world."""
    view = stage.projection
    if view.kind == "mill":
        return []
    per_km = view.units_per_km(view.lon, view.lat)
    km = next((km for km in _BARS if km * per_km <= view.area.w / 6), _BARS[-1])
    right, y = view.area.right - 18, view.area.bottom - 16
    left, text = right - km * per_km, stage.brief.t("snap_km", n=f"{km:,}")
    bar = Line("scale", ring([(left, y - 7), (left, y), (right, y), (right, y - 7)]), palette.NEUTRAL, 1.5)
    high = FLOOR * 1.3
    words = Words("scale", Rect(left, y - 8 - high, right - left, high), ((Run(text),),), FLOOR, high,
                  palette.NEUTRAL, "center", palette.SEA)  # fmt: skip
    return [bar, words]
