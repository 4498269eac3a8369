"""Places that a text names, inside the countries of its item; what is not sure comes second and is no pin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from loaders.intake.draft import Clue, DraftPlace, DraftWords, FoundPlace
from loaders.intake.proposing.words.countries import named_areas
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.terms import Terms
from loaders.lists.placing.placement import PossiblePlace
from loaders.lists.placing.placenames import split_bracket
from loaders.lists.placing.world import World

_KANA_NAME: Final = r"[ァ-ヺー]{2,20}(?:[・=][ァ-ヺー]{2,20}){0,3}"
_JAPANESE: Final = re.compile(
    rf"(?<![ァ-ヺー])(?P<name>{_KANA_NAME})(?:国際空港|空港|国際港|港|市|州|県|島|"
    rf"町)(?![一-龠])"
)
_BARE: Final = re.compile(rf"(?<![ァ-ヺー])(?P<name>{_KANA_NAME})(?=(?:近郊)?(?:において|における|に所在|で開催|沖))")
_CAPITAL: Final = r"[A-Z][\w’'-]{1,30}(?: [A-Z][\w’'-]{1,30}){0,2}"
_ENGLISH: Final = re.compile(
    rf"\b(?:(?:the )?[Pp]ort of (?P<of>{_CAPITAL})|(?P<name>{_CAPITAL}) (?:International )?(?:Airport|Port|City|"
    rf"Province|State|Island|Bay|Harbou?r))\b"
)
_IN: Final = re.compile(rf"\b(?:in|at|near|based in) (?P<name>{_CAPITAL})(?=[,.;)]|\s(?:and|in|on|by|to|with)\b|$)")
_MET: Final = re.compile(r"署名|調印|会談|会合|開催|書簡|表敬|\b(?:signed|met|meeting|summit|conference|held)\b")
_MET_BEFORE: Final = re.compile(r"\b(?:signed|met|meeting|summit|conference|held|hosted|visited|visit to)\b")
_DRAWN: Final = ("site", "city", "admin1")
_MOST: Final = 3


class PlaceName(NamedTuple):
    """A name of a place in a text; `told` where a word beside it says that it is one."""

    text: str
    start: int
    end: int
    told: bool


def places_of(part: Flat, countries: Sequence[str], world: World) -> list[Clue]:
    """The clues to places, the sure ones with rank 0; a point that the gazetteer lacks comes along."""
    sure: dict[str, Clue] = {}
    maybe: dict[str, Clue] = {}
    for name, spot, certain in _spots(part.text, countries, world):
        key = spot.key or f"{spot.country}:{spot.lon},{spot.lat}"
        if key in sure or (not certain and key in maybe):
            continue
        venue = certain and _is_venue(part.text, name)
        certain = certain and not venue
        known = ("place_gazetteer", 1.0) if spot.key else ("place_offline", 0.6)
        rule, margin = known if certain else ("place_venue" if venue else "place_unsure", 0.2)
        (sure if certain else maybe)[key] = Clue(
            field="place", value=spot.key or spot.name_en, spans=(part.span(name.start, name.end),),
            rule=rule, margin=margin,
            spot=None if spot.key else _found(spot),
        )  # fmt: skip
    later = [one for key, one in maybe.items() if key not in sure][:_MOST]
    return [*sure.values(), *(one.model_copy(update={"rank": rank}) for rank, one in enumerate(later, 1))]


def _is_venue(text: str, name: PlaceName) -> bool:
    """Whether people only met or signed there: what they agreed on is done elsewhere."""
    after = re.split(r"。|\.\s", text[name.end : name.end + 80], maxsplit=1)[0]
    before = re.split(r"。|\.\s", text[max(0, name.start - 60) : name.start])[-1]
    return bool(before.endswith("首都") or _MET.search(after) or _MET_BEFORE.search(before))


def pins(clues: Sequence[Clue], world: World) -> dict[str, list[DraftPlace]]:
    """The places to begin with, by country: only the sure ones."""
    found: dict[str, list[DraftPlace]] = {}
    for clue in clues:
        if clue.field != "place" or clue.rank:
            continue
        known = world.gazetteer.get(clue.value) if clue.spot is None else None
        country = known.country if known else clue.spot.country if clue.spot else None
        precision = known.precision if known else clue.spot.precision if clue.spot else "country"
        if country and precision in _DRAWN:
            place = DraftPlace(
                country=country, place=clue.value if known else None, spot=clue.spot, precision=precision
            )
            found.setdefault(country, []).append(place)
    return found


def _spots(text: str, countries: Sequence[str], world: World) -> Iterator[tuple[PlaceName, PossiblePlace, bool]]:
    taken = {place for area in named_areas(Flat(text, ())) for place in range(area.start, area.end)}
    for name, key in _listed(text, world):
        place = world.gazetteer[key]
        if taken >= set(range(name.start, name.end)):
            continue
        taken |= set(range(name.start, name.end))
        spot = PossiblePlace(
            place.name.ja, place.name.en, place.country, place.lon, place.lat, place.precision, place.source, key
        )
        yield name, spot, place.country in countries
    for name in _written(text):
        if taken >= set(range(name.start, name.end)) or name.told < bool(taken & set(range(name.start, name.end))):
            continue
        matches = [world.finder.find(name.text, country) for country in countries]
        alone = sum(bool(match.spots) for match in matches) == 1
        for match in matches:
            for number, spot in enumerate(match.spots):
                yield name, spot, number == 0 and match.sure and alone and name.told and spot.precision in _DRAWN


def _listed(text: str, world: World) -> Iterator[tuple[PlaceName, str]]:
    """The gazetteer's own names as they stand in the text."""
    words = [
        (name, key)
        for key, place in world.gazetteer.items()
        if place.precision in _DRAWN and place.country
        for full in (place.name.ja, place.name.en)
        for name in {full, split_bracket(full)[0]}
        if len(name) > 2
    ]
    for hit in Terms(words, cased=True, whole=True).find(text):
        yield PlaceName(text[hit.start : hit.end], hit.start, hit.end, True), hit.value


def _written(text: str) -> Iterator[PlaceName]:
    for pattern, told in ((_JAPANESE, True), (_ENGLISH, True), (_BARE, False), (_IN, False)):
        for match in pattern.finditer(text):
            yield PlaceName(match[0].removeprefix("in ").removeprefix("at ").removeprefix("near "), *match.span(), told)


def _found(spot: PossiblePlace) -> FoundPlace:
    kana = spot.name_ja if spot.name_ja != spot.name_en else ""
    return FoundPlace.model_validate({
        "name": DraftWords(ja=kana, en=spot.name_en), "country": spot.country, "lon": spot.lon, "lat": spot.lat,
        "precision": spot.precision, "uncertainty_km": spot.uncertainty_km, "source": spot.source,
    })  # fmt: skip
