"""Finds the place that a name means within one country: gazetteer first, then the offline sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from atlas.records import Place
from loaders.lists.placing.gazetteer import PlaceIndex
from loaders.lists.placing.ground import LandIndex
from loaders.lists.placing.placement import MAX_CANDIDATES, PossiblePlace
from loaders.lists.placing.placenames import Form, forms, split_bracket
from loaders.places.geocode import fold, km_between
from loaders.places.offline import Candidate

SAME_KM: Final = 20.0  # a town, its port and its other entries
_LARGE: Final = 100_000  # a city this large, and so many times the next of its name, is meant by the bare name
_TIMES: Final = 20
_LONGEST: Final = 200  # characters; nothing has a longer name
_DRAWN: Final = ("site", "city", "admin1")


class Match(NamedTuple):
    """What a name may mean; `sure` when the first is meant for all we know."""

    spots: tuple[PossiblePlace, ...] = ()
    sure: bool = False
    largest: bool = False


class Finder:
    """Names to places. `index` is None where the offline sources are not installed."""

    def __init__(self, gazetteer: Mapping[str, Place], index: PlaceIndex | None, ground: LandIndex) -> None:
        self._index, self._ground = index, ground
        self._known = _by_name(gazetteer)
        self._found: dict[tuple[str, str], Match] = {}

    def find(self, text: str, country: str) -> Match:
        """The places of a name in a country; never one outside it."""
        if len(text) > _LONGEST:
            return Match()
        key = (text, country)
        if key not in self._found:
            self._found[key] = self._find(text, country)
        return self._found[key]

    def numbered(self, number: str) -> PossiblePlace | None:
        """The place of a number in GeoNames; None when the offline sources have none."""
        source = f"GeoNames {number}"
        known = next((spot for spot in self._known.values() if spot.source == source), None)
        found = self._index.sourced(source) if self._index and not known else None
        return _spot(found) if found else known

    def elsewhere(self, text: str) -> list[PossiblePlace]:
        """The surest meaning of a name in each country that has one, for a row that names no country."""
        asked = forms(split_bracket(text)[0])
        countries = {country for name, country in self._known if any(fold(form.name) == name for form in asked)}
        if self._index:
            countries |= {code for form in asked[:2] for code in self._index.countries(form.name)}
        matches = (self.find(text, country) for country in sorted(countries - {""}))
        return sorted((match.spots[0] for match in matches if match.spots), key=lambda spot: spot.key is None)

    def _find(self, text: str, country: str) -> Match:
        maybe, parts = Match(), dict.fromkeys((text, *split_bracket(text)))
        for form in dict.fromkeys(form for part in parts if part for form in forms(part)):
            match = self._listed(form, country) or self._offline(form, country)
            if match.sure:
                return match
            maybe = maybe if maybe.spots else match
        return maybe

    def _listed(self, form: Form, country: str) -> Match | None:
        """The gazetteer's place; the town of the same name is only a proposal for a province or an airport."""
        spot = self._known.get((fold(form.name), country))
        if spot is None:
            return None
        asked = {"area": spot.precision == "admin1", "airport": spot.precision == "site"}.get(form.sort or "", True)
        return Match((spot,), asked)

    def _offline(self, form: Form, country: str) -> Match:
        if self._index is None:
            return Match()
        found = [
            candidate
            for candidate in self._index.named(form.name, country)
            if self._ground.within(country, candidate.lon, candidate.lat)
        ]
        named = [one for one in found if any(fold(name) == fold(form.name) for name in one.names)]
        fitting = list(_fitting(named, form))
        groups = _groups(sorted(fitting or named or found, key=lambda one: _rank(one, form)))
        spots = tuple(_spot(group[0]) for group in groups[:MAX_CANDIDATES])
        alone, largest = len(groups) == 1, _towers(groups)
        return Match(spots, bool(fitting) and (alone or largest), largest and not alone)


def _fitting(named: Iterable[Candidate], form: Form) -> Iterator[Candidate]:
    """The exact matches of the sort that the name asks for; a bare name never means an airport."""
    kinds = {"airport": ("Airport",), "port": ("UN/LOCODE", "GeoNames"), "area": (), None: ("GeoNames", "UN/LOCODE")}
    named = list(named)
    for kind in kinds[form.sort]:
        own = [one for one in named if one.source.startswith(kind)]
        first = [one for one in own if fold(one.name) == fold(form.name)]
        if own:
            return iter(first or own)
    return iter(())


def _rank(candidate: Candidate, form: Form) -> tuple[bool, int, str]:
    return fold(candidate.name) != fold(form.name), -candidate.population, candidate.source


def _groups(ranked: Sequence[Candidate]) -> list[list[Candidate]]:
    """The candidates by place: those near to one another are one."""
    groups: list[list[Candidate]] = []
    for one in ranked:
        near = next((group for group in groups if km_between(group[0], one) <= SAME_KM), None)
        near.append(one) if near else groups.append([one])
    return groups


def _towers(groups: Sequence[Sequence[Candidate]]) -> bool:
    """Whether the first is so much larger than the others of its name that nobody means them without saying so."""
    sizes = [max(one.population for one in group) for group in groups]
    return bool(sizes) and sizes[0] >= _LARGE and all(sizes[0] >= _TIMES * size for size in sizes[1:])


def _spot(one: Candidate) -> PossiblePlace:
    kana = next((name for name in one.names if any("ァ" <= char <= "ヶ" for char in name)), "")
    return PossiblePlace(
        kana or one.name, one.name, one.country, round(one.lon, 6), round(one.lat, 6), one.precision, one.source
    )


def _by_name(gazetteer: Mapping[str, Place]) -> dict[tuple[str, str], PossiblePlace]:
    """The gazetteer's places by each of their names and their country; names that two places share are left out."""
    found: dict[tuple[str, str], PossiblePlace | None] = {}
    for key, place in gazetteer.items():
        if place.precision not in _DRAWN or not place.country:
            continue
        spot = PossiblePlace(
            place.name.ja, place.name.en, place.country, place.lon, place.lat, place.precision, place.source, key,
            place.uncertainty_km,
        )  # fmt: skip
        for name in {fold(form) for full in (place.name.ja, place.name.en) for form in (full, split_bracket(full)[0])}:
            taken = found.get((name, place.country), spot)
            found[name, place.country] = spot if taken is spot else None
    return {name: spot for name, spot in found.items() if spot is not None}
