"""Places that the gazetteer lacks, by name, among the offline sources: for whoever reviews a draft."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final, get_args

from loaders.intake.draft import DraftWords, FoundPlace
from loaders.lists.placing.placement import PossiblePlace
from loaders.lists.placing.world import read_world

_PRECISIONS: Final = get_args(FoundPlace.model_fields["precision"].annotation)
_MOST: Final = 8


def find_places(name: str, countries: Iterable[str], folder: Path) -> tuple[FoundPlace, ...]:
    """The places of a name in some countries, else the surest in each country; those of the gazetteer left out."""
    finder = read_world(folder).finder
    within = [spot for code in countries for spot in finder.find(name, code).spots]
    spots = within or [match.spots[0] for match in finder.elsewhere(name)]
    return tuple(_found(spot) for spot in spots if _is_new(spot))[:_MOST]


def _is_new(spot: PossiblePlace) -> bool:
    return spot.key is None and spot.country is not None and spot.precision in _PRECISIONS


def _found(spot: PossiblePlace) -> FoundPlace:
    values = {"country": spot.country, "lon": spot.lon, "lat": spot.lat, "precision": spot.precision}
    values |= {"uncertainty_km": spot.uncertainty_km, "source": spot.source}
    return FoundPlace.model_validate(values | {"name": DraftWords(ja=spot.name_ja, en=spot.name_en)})
