"""Two editions side by side: which initiatives and places came, went and moved, and which fields changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import geopandas as gpd

from atlas.geo.distance import distance_km

Row = Mapping[Any, Any]
FIELDS: Final = (
    "title_ja", "title_en", "short_title_ja", "short_title_en", "summary_ja", "summary_en", "focus_area",
    "focus_area_basis", "focus_area_reason_ja", "focus_area_reason_en", "priority_area", "themes", "instruments",
    "partners", "mentions", "status", "milestones", "place_ja", "place_en", "country", "countries", "role",
    "candidate", "region", "precision", "basis", "confidence", "route_basis", "uncertainty_km",
    "source", "note_ja", "note_en",
)  # fmt: skip
_OF_PLACE: Final = frozenset({"place_ja", "place_en", "country", "countries", "region"})
_WIDE: Final = frozenset({"country", "region"})
_OF_SITE: Final = frozenset({"sites"})  # each site has its own milestones: that says where they are


@dataclass(frozen=True)
class Move:
    """A place that moved (`km` along a great circle), came (`old` is None) or went (`new` is None)."""

    old: Row | None
    new: Row | None
    km: float | None = None

    @property
    def drawn(self) -> bool:
        """Whether only the point moved at which the map draws the same country or region."""
        if self.old is None or self.new is None:
            return False
        same = self.old["place"] == self.new["place"] and self.old["precision"] == self.new["precision"]
        return bool(same and self.new["precision"] in _WIDE)


@dataclass(frozen=True)
class Edit:
    """A field with its old and new value; `places` are the sites it changed at, empty when at all of them."""

    field: str
    old: Any
    new: Any
    places: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Change:
    """What changed in one initiative; `old` and `new` are its sites in either edition."""

    initiative: str
    old: tuple[Row, ...]
    new: tuple[Row, ...]
    moves: tuple[Move, ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def row(self) -> Row:
        """The first site of the newer edition, of the older one when the initiative is gone."""
        return (self.new or self.old)[0]


@dataclass(frozen=True)
class Changes:
    """Everything that changed, in the order of the newer edition; `uncompared` fields stand in one edition only."""

    items: tuple[Change, ...]
    uncompared: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items)

    def of(self, initiatives: Collection[str], gone: Callable[[Row], bool]) -> Changes:
        """The changes of some initiatives; of those that are gone the ones of whose former sites `gone` is true."""
        kept = (item for item in self.items
                if item.initiative in initiatives or (not item.new and any(map(gone, item.old))))  # fmt: skip
        return replace(self, items=tuple(kept))

    @property
    def added(self) -> list[Change]:
        """Initiatives that only the newer edition has."""
        return [item for item in self.items if not item.old]

    @property
    def removed(self) -> list[Change]:
        """Initiatives that only the older edition has."""
        return [item for item in self.items if not item.new]

    @property
    def placed(self) -> list[Change]:
        """Initiatives of both editions with places that moved, came or went."""
        return [item for item in self.items if item.moves]

    @property
    def edited(self) -> list[Change]:
        """Initiatives of both editions with changed fields."""
        return [item for item in self.items if item.edits]

    def moves(self) -> list[Move]:
        """Every move of every initiative."""
        return [move for item in self.items for move in item.moves]

    def counts(self) -> dict[str, int]:
        """How many of each kind there are."""
        moves = self.moves()
        return {
            "added": len(self.added),
            "removed": len(self.removed),
            "moved": sum(bool(move.old and move.new and not move.drawn) for move in moves),
            "redrawn": sum(move.drawn for move in moves),
            "places_added": sum(move.old is None for move in moves),
            "places_removed": sum(move.new is None for move in moves),
            "changed": len(self.edited),
        }


def compare(old: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> Changes:
    """What changed from one edition to another; both as `loaders.geojson.reader` reads them, index = feature id."""
    fields = [field for field in FIELDS if field in old.columns and field in new.columns]
    before, after = _initiatives(old), _initiatives(new)
    found = (_change(key, before.get(key, {}), after.get(key, {}), fields) for key in {**after, **before})
    missing = tuple(field for field in FIELDS if (field in old.columns) != (field in new.columns))
    return Changes(tuple(one for one in found if one.moves or one.edits or not (one.old and one.new)), missing)


def _initiatives(frame: gpd.GeoDataFrame) -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {}
    for id_, row in zip(frame.index, frame.to_dict("records"), strict=True):
        found.setdefault(row["initiative"], {})[str(id_)] = row
    return found


def _change(key: str, old: Mapping[str, Row], new: Mapping[str, Row], fields: Sequence[str]) -> Change:
    pairs = _pairs(old, new) if old and new else []
    moves = tuple(move for before, after in pairs if (move := _move(before, after)))
    return Change(key, tuple(old.values()), tuple(new.values()), moves, tuple(_edits(pairs, fields)))


def _pairs(old: Mapping[str, Row], new: Mapping[str, Row]) -> list[tuple[Row | None, Row | None]]:
    """Sites by id; where exactly one went and one came, that is the same place moved."""
    gone, come = [id_ for id_ in old if id_ not in new], [id_ for id_ in new if id_ not in old]
    if len(gone) == len(come) == 1:
        return [(old[gone[0] if id_ == come[0] else id_], row) for id_, row in new.items()]
    return [(old.get(id_), new.get(id_)) for id_ in {**new, **old}]


def _move(old: Row | None, new: Row | None) -> Move | None:
    if old is None or new is None:
        return Move(old, new)
    here, there = old["geometry"], new["geometry"]
    same = here is there is None or (here is not None and there is not None and here.equals_exact(there, 0))
    if same and old["place"] == new["place"]:
        return None
    return Move(old, new, None if same else distance_km(here, there))


def _edits(pairs: Sequence[tuple[Row | None, Row | None]], fields: Sequence[str]) -> Iterator[Edit]:
    both = [(old, new) for old, new in pairs if old is not None and new is not None]
    for field in fields:
        groups: list[Edit] = []
        for old, new in both:
            before, after = _value(old[field]), _value(new[field])
            if before == after or (field in _OF_PLACE and old["place"] != new["place"]):
                continue
            at = next((i for i, group in enumerate(groups) if (group.old, group.new) == (before, after)), None)
            if at is None:
                groups.append(Edit(field, before, after, (new,)))
            else:
                groups[at] = Edit(field, before, after, (*groups[at].places, new))
        for group in groups:
            yield group if len(group.places) < len(both) else Edit(group.field, group.old, group.new)


def _value(value: Any) -> Any:
    """A value without what is empty in it: a key that an edition lacks is as good as one without a value."""
    if isinstance(value, Mapping):
        return {key: _value(one) for key, one in value.items() if key not in _OF_SITE and one not in (None, False)}
    if isinstance(value, list):
        return [_value(one) for one in value]
    return None if isinstance(value, float) and value != value else value
