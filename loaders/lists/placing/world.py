"""What a list is placed with: the base map's land, the gazetteer, the offline sources, the countries' label points."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from atlas.countries import country_name
from atlas.errors import AtlasError, DataError
from atlas.records import Place
from atlas.vocab import REGIONS
from loaders.catalogue.messages import validate
from loaders.catalogue.reader import GAZETTEER
from loaders.catalogue.yamlfile import read_yaml
from loaders.lists.placing.finding import Finder
from loaders.lists.placing.gazetteer import open_places
from loaders.lists.placing.ground import LandIndex, read_ground
from loaders.lists.placing.placement import PossiblePlace
from loaders.lists.remark import Remark


@dataclass(frozen=True)
class World:
    """Everything that placing needs, read once; `notes` say what is missing."""

    ground: LandIndex
    finder: Finder
    gazetteer: Mapping[str, Place]
    points: Mapping[str, PossiblePlace]
    notes: tuple[Remark, ...] = ()

    def region(self, code: str) -> PossiblePlace | None:
        """The fixed point of a region's box, which is not a location; None for the whole world."""
        place = self.gazetteer.get(code)
        if place is None:
            return None
        label = REGIONS[code]
        return PossiblePlace(label.ja, label.en, None, place.lon, place.lat, "region", place.source, code)


def read_world(data: Path) -> World:
    """Reads it from a data folder; without the offline sources only the gazetteer's places are found."""
    gazetteer, ground = read_places(data / GAZETTEER), read_ground(data)
    notes: list[Remark] = []
    try:
        index = open_places()
    except AtlasError as error:
        index = None
        notes.append(Remark("no_places", {"why": str(error)}))
    return World(ground, Finder(gazetteer, index, ground), gazetteer, country_points(data, gazetteer), tuple(notes))


def read_places(path: Path) -> dict[str, Place]:
    """The sound entries of a gazetteer; raises DataError."""
    raw, problems = read_yaml(path, path.name)
    found: dict[str, Place] = {}
    for key, value in (raw or {}).items():
        record, faults = validate(Place, value, path.name, (key,))
        problems += faults
        if record is not None:
            found[key] = record
    if problems:
        raise DataError(problems)
    return found


def country_points(data: Path, gazetteer: Mapping[str, Place]) -> dict[str, PossiblePlace]:
    """The label point of every country: the gazetteer's, else the base map's."""
    context = json.loads((data / "basemap" / "context.json").read_text(encoding="utf-8"))
    found: dict[str, PossiblePlace] = {}
    for code, entry in context.items():
        place = gazetteer.get(code)
        lon, lat = (place.lon, place.lat) if place else (entry["lon"], entry["lat"])
        source = place.source if place else "Label point, Natural Earth 4.1 (world-atlas 2.0.2)"
        room = place.uncertainty_km if place else None
        names = country_name(code, "ja"), country_name(code, "en")
        found[code] = PossiblePlace(*names, code, lon, lat, "country", source, code if place else None, room)
    return found
