"""Which marks a map needs: the sites of a filter gathered by place, one entry an initiative."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot
from typing import Any, Final, NamedTuple

from atlas.countries import country_name
from atlas.geo.drawn import drawn
from atlas.vocab import Lang, text_of
from exporters.extract import Extract
from exporters.print.elements.fonts import clean
from exporters.print.elements.symbols import SHAPE_ORDER
from maps.symbols import form_of

Row = Mapping[str, Any]
_TOUCH: Final = 0.3  # degrees: a landing is at its town


class PlacedItem(NamedTuple):
    """An initiative at a place; `number` is its place in the key."""

    initiative: str
    focus: int
    title: str
    number: int
    row: Row


@dataclass(frozen=True)
class Spot:
    """A place with its initiatives: longitude and latitude of the drawing frame, None where it can't be placed.

    A route has the places of its landings as `stops`: they stand on the map with their names alone.
    """

    key: str
    form: str
    name: str
    country: str | None
    x: float | None
    y: float | None
    entries: tuple[PlacedItem, ...]
    lines: tuple[tuple[tuple[float, float], ...], ...] = ()
    landings: tuple[tuple[float, float], ...] = ()
    solid: bool = False
    stops: tuple[Spot, ...] = ()

    def counts(self) -> dict[int, int]:
        """How many initiatives of each focus area, ①②③＋."""
        return {focus: n for focus in SHAPE_ORDER if (n := sum(entry.focus == focus for entry in self.entries))}


def entries_of(extract: Extract) -> dict[str, PlacedItem]:
    """The initiatives of an extract, numbered by focus area and then as they stand, with clean titles."""
    first = [group[0] for group in extract.groups.values()]
    ordered = sorted(first, key=lambda row: SHAPE_ORDER.index(int(row["focus_area"])))
    return {
        row["initiative"]: PlacedItem(row["initiative"], int(row["focus_area"]), _title(row, extract.lang), number, row)
        for number, row in enumerate(ordered, 1)
    }


def _title(row: Row, lang: Lang) -> str:
    return clean(str(text_of(row, "title", lang)))


def spots_of(extract: Extract, context: Mapping[str, Row], entries: Mapping[str, PlacedItem]) -> list[Spot]:
    """The places of an extract, each once and in form: site before city where a place has both."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for id_, row in zip(extract.sites.index, extract.rows, strict=True):
        form = form_of(row["precision"])
        key = row["country"] if form == "country" else str(id_) if form == "route" else row["place"] or str(id_)
        groups.setdefault((form, key), []).append(row)
    return _threaded([_spot(key, form, some, extract.lang, context, entries) for (form, key), some in groups.items()])


def _threaded(spots: Sequence[Spot]) -> list[Spot]:
    """The routes of the same initiatives as one, with the places of these initiatives that it lands at."""
    routes: dict[tuple[str, ...], list[Spot]] = {}
    for spot in spots:
        if spot.lines:
            routes.setdefault(_codes(spot), []).append(spot)
    found = [_route(parts, [spot for spot in spots if _codes(spot) == codes]) for codes, parts in routes.items()]
    stops = [stop for route in found for stop in route.stops]
    return [spot for spot in spots if not spot.lines and spot not in stops] + found


def _codes(spot: Spot) -> tuple[str, ...]:
    return tuple(entry.initiative for entry in spot.entries)


def _route(parts: Sequence[Spot], own: Iterable[Spot]) -> Spot:
    """One route: its mark stands on the longest part; where one part leaves another is no landing."""
    first = max(parts, key=lambda part: sum(map(len, part.lines)))
    lines = tuple(line for part in parts for line in part.lines)
    ends = dict.fromkeys(end for part in parts for end in part.landings)
    landings = tuple(end for end in ends if not any(end in line[1:-1] for line in lines))
    stops = tuple(one for one in own if one.form in ("site", "city") and any(_at(one, end) for end in landings))
    return replace(first, entries=_unique(entry for part in parts for entry in part.entries), lines=lines,
                   landings=landings, stops=stops)  # fmt: skip


def _spot(
    key: str, form: str, rows: list[Row], lang: Lang, context: Mapping[str, Row], entries: Mapping[str, PlacedItem]
) -> Spot:
    row, where = rows[0], drawn(rows[0], context)
    there = _unique(entries[one["initiative"]]._replace(row=one) for one in rows)
    name = country_name(row["country"], lang) if form == "country" else str(text_of(row, "place", lang) or "")
    lines = tuple(tuple((x, y) for y, x in line) for line in where.get("lines", ()))
    landings = tuple((x, y) for y, x in where.get("landings", ()))
    placed = (where["x"], where["y"])
    return Spot(key, form, name, row["country"], *placed, there, lines, landings, bool(where.get("solid")))


def _unique(entries: Iterable[PlacedItem]) -> tuple[PlacedItem, ...]:
    found = {entry.initiative: entry for entry in entries}
    return tuple(sorted(found.values(), key=lambda entry: entry.number))


def _at(spot: Spot, landing: tuple[float, float]) -> bool:
    return hypot((spot.x or 0) - landing[0], (spot.y or 0) - landing[1]) < _TOUCH


def merged(spots: Sequence[Spot], between: str) -> Spot:
    """Several places of one country as one, at the largest and with the names of all."""
    first = max(spots, key=lambda spot: len(spot.entries))
    everything = _unique(entry for spot in spots for entry in spot.entries)
    form = first.form if len({spot.form for spot in spots}) == 1 else "city"
    name = between.join(dict.fromkeys(spot.name for spot in [first, *spots]))
    return Spot(first.key, form, name, first.country, first.x, first.y, everything)
