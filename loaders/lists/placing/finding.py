"""Finds the place that a name means within one country: gazetteer first, then the offline sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from atlas.records import Place
from loaders.lists.placing.gazetteer import PlaceIndex
from loaders.lists.placing.ground import LandIndex
from loaders.lists.placing.judging import Match, alone, judged, sounding, spot_of
from loaders.lists.placing.placement import PossiblePlace
from loaders.lists.placing.placenames import Form, forms, heads, split_bracket, tails
from loaders.places.geocode import fold
from loaders.places.kana import is_kana
from loaders.places.offline import Candidate

_LONGEST: Final = 200  # characters; nothing has a longer name
_DRAWN: Final = ("site", "city", "admin1")


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
        return spot_of(found) if found else known

    def elsewhere(self, text: str) -> list[Match]:
        """The meaning of a name in each country that has one, the surest first, for a row that names no country."""
        asked = forms(split_bracket(text)[0])
        countries = {country for name, country in self._known if any(fold(form.name) == name for form in asked)}
        if self._index:
            countries |= {code for form in asked[:2] for code in self._index.countries(form.name)}
        matches = (self.find(text, country) for country in sorted(countries - {""}))
        found = (match for match in matches if match.spots)
        return sorted(found, key=lambda match: (not match.sure, not match.spots[0].key))

    def _find(self, text: str, country: str) -> Match:
        maybe, parts = Match(), dict.fromkeys((text, *split_bracket(text)))
        read = list(dict.fromkeys(form for part in parts if part for form in forms(part)))
        for form in read:
            match = self._named(form, country, whole=form in read[:1] or form.name in parts)
            if match.sure:
                return match
            maybe = maybe if maybe.spots else match
        for match in self._later(maybe, text, read, country):
            if match.spots:
                return match
        return Match()

    def _later(self, maybe: Match, text: str, read: Sequence[Form], country: str) -> Iterator[Match]:
        """What is tried one after the other when no place is sure to be of exactly this name."""
        yield maybe
        yield self._addressed(text, country)
        yield self._heard(read, country)
        yield self._alike(read, country)

    def _named(self, form: Form, country: str, whole: bool) -> Match:
        """The gazetteer's place, else what the offline sources have of exactly this name."""
        listed = self._listed(form, country)
        if listed.sure or (whole and listed.spots):
            return listed._replace(sure=True)
        found = self._places(form.name, country)
        match = judged(form, found, self._seats(form.name, found, country))
        return match if match.sure or not listed.spots else Match((*listed.spots, *match.spots))

    def _listed(self, form: Form, country: str) -> Match:
        """The gazetteer's place; the town of the same name is only a proposal for a province or an airport."""
        spot = self._known.get((fold(form.name), country))
        if spot is None:
            return Match()
        wanted = {"airport": "site", "area": "admin1", "district": "admin1", "island": "admin1"}.get(form.sort or "")
        return Match((spot,), spot.precision == wanted or (wanted is None and form.sort != "feature"))

    def _places(self, name: str, country: str) -> list[Candidate]:
        return self._inside(self._index.named(name, country) if self._index else [], country)

    def _inside(self, found: Iterable[Candidate], country: str) -> list[Candidate]:
        """Those that lie in the country, as every unit and island of the file does."""
        return [one for one in found if one.kind or self._ground.within(country, one.lon, one.lat)]

    def _seats(self, name: str, found: Sequence[Candidate], country: str) -> list[Candidate]:
        """The towns that bear another name of a unit among the places found: Savannakhet for サワンナケート."""
        towns = any(not one.kind for one in found)
        units = [one for one in found if one.kind and not (towns and one.kind == "2")]
        names = {fold(own): own for one in units for own in one.names[: one.own] if own.isascii()}
        return [one for key in names if key != fold(name) for one in self._places(names[key], country) if not one.kind]

    def _addressed(self, text: str, country: str) -> Match:
        """A province and what lies in it, written in one: the finest part that is found inside it, or the province."""
        for head, rest in heads(text):
            areas = [one for one in self._places(head, country) if one.kind in ("1", "city")]
            if areas:
                inside = ((name, alone(self._part(name, country), areas[0])) for name in tails(rest))
                unread = head, judged(Form(head, "area"), areas)._replace(sure=False)
                name, match = next((found for found in inside if found[1].sure), unread)
                return match if name == rest else match._replace(how="how_part", part=name)
        return Match()

    def _part(self, name: str, country: str) -> list[Candidate]:
        read = forms(name)
        found = [one for form in read for one in self._places(form.name, country)]
        return found or self._inside(self._sounds(read, country), country)

    def _sounds(self, read: Sequence[Form], country: str) -> list[Candidate]:
        kana = dict.fromkeys(form.name for form in read if is_kana(form.name))
        return [one for name in kana if self._index for one in self._index.heard(name, country)]

    def _heard(self, read: Sequence[Form], country: str) -> Match:
        """A name in kana by its sound, among the Latin names of its country."""
        kana = [form for form in read if is_kana(form.name)]
        if not kana:
            return Match()
        return sounding(kana[-1], self._inside(self._sounds(kana, country), country))

    def _alike(self, read: Sequence[Form], country: str) -> Match:
        """Names that begin with this one or hold it: never sure."""
        for form in read:
            found = self._inside(self._index.alike(form.name, country) if self._index else (), country)
            if found:
                return judged(form, found)._replace(sure=False)
        return Match()


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
