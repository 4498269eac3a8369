"""The gazetteer entries that a draft needs: its own new points, and the label points of countries not there yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from loaders.intake.accepting.plan import free
from loaders.intake.draft import DraftPlace, FoundPlace
from loaders.lists.entries import slug
from loaders.lists.placing.placement import PossiblePlace
from loaders.lists.placing.world import country_points

_KINDS: Final = {"city": "town", "admin1": "area"}


@dataclass(frozen=True)
class NewPlaces:
    """Entries as the gazetteer writes them, by key; `keys` has those of the draft's own points."""

    raw: Mapping[str, dict[str, Any]]
    keys: Mapping[FoundPlace, str]


def new_places(places: Iterable[DraftPlace], folder: Path, there: Mapping[str, Any], today: str) -> NewPlaces:
    """What `places` need that the gazetteer of a data folder lacks."""
    raw: dict[str, dict[str, Any]] = {}
    keys: dict[FoundPlace, str] = {}
    points = country_points(folder, {}) if (folder / "basemap" / "context.json").is_file() else {}
    for place in places:
        if place.spot and place.spot not in keys:
            keys[place.spot] = key = free(_key(place.spot), {*there, *raw})
            raw[key] = _spot(place.spot, today)
        elif place.precision == "country" and place.country not in {*there, *raw} and place.country in points:
            raw[place.country] = _label_point(points[place.country], today)
    return NewPlaces(raw, keys)


def _label_point(point: PossiblePlace, today: str) -> dict[str, Any]:
    names = {"ja": point.name_ja, "en": point.name_en}
    return {"name": names, "country": point.country, "lon": point.lon, "lat": point.lat, "precision": "country",
            "source": point.source, "checked": today}  # fmt: skip


def _key(spot: FoundPlace) -> str:
    return slug(spot.name.en) or f"{spot.country.lower()}-place"


def _spot(spot: FoundPlace, today: str) -> dict[str, Any]:
    kind = {"kind": _KINDS[spot.precision]} if spot.precision in _KINDS else {}
    room = {"uncertainty_km": spot.uncertainty_km} if spot.uncertainty_km else {}
    names = {lang: name for lang, name in spot.name.model_dump().items() if name}
    return {"name": names, "country": spot.country, "lon": spot.lon, "lat": spot.lat, "precision": spot.precision,
            **kind, **room, "source": spot.source, "checked": today}  # fmt: skip
