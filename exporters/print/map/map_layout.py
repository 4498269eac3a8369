"""The map on a page before it is drawn: what lies in the frame, and where its marks stand."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

import numpy as np

from atlas.countries import country_name
from atlas.geo.pacific import to_frame
from exporters.print.content.brief import Brief
from exporters.print.content.places import Spot, merged
from exporters.print.elements.items import Points, Rect, Words
from exporters.print.elements.lines import Path
from exporters.print.map.land import LandCells, ground_of
from exporters.print.map.marks import Mark
from exporters.print.map.placing import MarkPlace
from exporters.print.map.projection import Projection

_BEAD: Final = 8.0
NONE: Final[Points] = np.zeros((0, 4))


@dataclass(frozen=True)
class Inset:
    """A part of the map drawn larger over the sea: its letter, what it shows, where, and which places stand in it."""

    letter: str
    source: Rect
    view: Projection
    keys: frozenset[str]

    @property
    def tag(self) -> Rect:
        """Where the source says which inset it is."""
        return Rect(self.source.x, self.source.y - 28, 116, 28)


@dataclass
class Stage:
    """A map under way: its projection, what is placed in the frame and what is not, where nothing may stand."""

    brief: Brief
    projection: Projection
    inside: list[Spot] = field(default_factory=list)
    outside: list[Spot] = field(default_factory=list)
    edge: list[Spot] = field(default_factory=list)
    insets: tuple[Inset, ...] = ()
    barred: tuple[Rect, ...] = ()
    grounds: dict[Projection, LandCells] = field(default_factory=dict)

    def views(self) -> list[Projection]:
        """The map and its insets."""
        return [self.projection, *(inset.view for inset in self.insets)]

    def view(self, spot: Spot) -> Projection:
        """The projection that a place is drawn in: an inset's, if it stands in one."""
        return next((inset.view for inset in self.insets if spot.key in inset.keys), self.projection)

    def ground(self, view: Projection) -> LandCells:
        """Whose land lies where in a view."""
        if view not in self.grounds:
            self.grounds[view] = ground_of(self.brief.base, view)
        return self.grounds[view]

    def at(self, spot: Spot) -> tuple[float, float]:
        """Where a placed spot lies on the page."""
        return self.view(spot).point(float(spot.x or 0), float(spot.y or 0))

    def dots(self) -> list[Rect]:
        """Where the landings of the routes are drawn."""
        return [dot for spot in self.inside if spot.lines for dot in landing_dots(spot, self.view(spot))]


@dataclass
class Placed:
    """The marks of a map, each with its place, and the names beside them by the keys of their places."""

    marks: list[tuple[Mark, MarkPlace]]
    names: dict[str, Words]

    def rects(self) -> list[Rect]:
        """What marks, ties and names take, a tie in short pieces."""
        ties = [bead for _, place in self.marks if place.tie for bead in beads(place.tie)]
        return [place.rect for _, place in self.marks] + ties + [text.rect for text in self.names.values()]


def around(path: Path) -> Rect:
    """The room of a tie."""
    (x1, y1), (x2, y2) = path[0], path[-1]
    return Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)).shrunk(-3)


def beads(tie: Path) -> list[Rect]:
    """The room of a tie in short pieces: one rectangle round a slanting tie would bar far more than the tie does."""
    count = max(1, int(np.ceil(np.abs(np.subtract(tie[-1], tie[0])).min() / _BEAD)))
    points = np.linspace(tie[0], tie[-1], count + 1).tolist()
    return [around(((x1, y1), (x2, y2))) for (x1, y1), (x2, y2) in pairwise(points)]


def sort_out(brief: Brief, projection: Projection) -> Stage:
    """Which places lie in the frame; a country's plate may stand on any part of it that does."""
    stage = Stage(brief, projection)
    for spot in brief.spots:
        if spot.x is not None and spot.y is not None and spot.form != "region":
            x, y = stage.at(spot)
            inside = projection.area.shrunk(10).holds(Rect(x, y, 0, 0))
            (stage.inside if inside else stage.outside).append(spot)
    _dock(stage)
    return stage


def _dock(stage: Stage) -> None:
    """On a page of boxes a country outside the frame stands at its edge, with an arrow."""
    if stage.brief.options.style != "boxes":
        return
    seen = {spot.country for spot in stage.inside}
    away: dict[str, list[Spot]] = {}
    for spot in stage.outside:
        if spot.country and spot.country not in seen and not spot.lines and spot.country in stage.brief.shown:
            away.setdefault(spot.country, []).append(spot)
    for country, spots in away.items():
        one = merged(spots, "")
        x, y = stage.at(one)
        name = f"{_arrow(x, y, stage.projection.area)} {country_name(country, stage.brief.lang)}"
        stage.edge.append(replace(one, form="country", name=name))
        stage.outside = [spot for spot in stage.outside if spot not in spots]


def _arrow(x: float, y: float, area: Rect) -> str:
    """Where a point outside lies: one of eight arrows."""
    right = (x > area.right) - (x < area.x)
    down = (y > area.bottom) - (y < area.y)
    return {(0, -1): "↑", (1, -1): "↗", (1, 0): "→", (1, 1): "↘", (0, 1): "↓", (-1, 1): "↙", (-1, 0): "←"}.get(
        (right, down), "↖"
    )


def named(placed: Placed) -> set[str]:
    """The countries whose plate is on the map."""
    return {mark.spot.country for mark, _ in placed.marks if mark.spot.form == "country" and mark.spot.country}


def standing(stage: Stage, codes: Set[str]) -> dict[str, tuple[float, float]]:
    """Where some countries have their label point, those in the frame."""
    found = {}
    for code in sorted(codes):
        entry = stage.brief.base.context.get(code)
        if entry is not None:
            x, y = stage.projection.point(to_frame(entry["lon"]), entry["lat"])
            if stage.projection.area.shrunk(8).holds(Rect(x, y, 0, 0)):
                found[code] = (x, y)
    return found


def renamed(spot: Spot, stage: Stage, known: Set[str]) -> str:
    """A place's name: with its country where no plate says that; beside boxes, which list no places, that of candidates
    alone says so."""
    if stage.brief.options.style == "boxes":
        unsure = spot.form != "country" and all(entry.row["candidate"] for entry in spot.entries)
        return stage.brief.t("place_candidate", place=spot.name) if unsure else spot.name
    if not spot.country or spot.country in known or spot.form == "country":
        return spot.name
    country = country_name(spot.country, stage.brief.lang)
    name = f"{spot.name}（{country}）" if stage.brief.lang == "ja" else f"{spot.name} ({country})"
    return name if country not in spot.name else spot.name


def route_segments(stage: Stage, view: Projection) -> Points:
    """The routes as straight pieces on the page."""
    found = [(*a, *b) for spot in stage.inside for line in spot.lines
             for a, b in pairwise(view(np.array(line)).tolist())]  # fmt: skip
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def landing_dots(spot: Spot, view: Projection) -> list[Rect]:
    """Where a view has the dots of a route's landings."""
    points = [view.point(lon, lat) for lon, lat in spot.landings]
    return [Rect(x - 5, y - 5, 10, 10) for x, y in points if view.area.holds(Rect(x, y, 0, 0))]


def corner(area: Rect) -> Rect:
    """Where an inset has its letter."""
    return Rect(area.x, area.y, 38, 32)
