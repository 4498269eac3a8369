"""What a name means among the places that have it: which one for sure, or which a person has to choose from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from loaders.lists.placing.placement import MAX_CANDIDATES, PossiblePlace
from loaders.lists.placing.placenames import Form
from loaders.places.geocode import fold, km_between
from loaders.places.kana import kana_key, likeness
from loaders.places.offline import Candidate

SAME_KM: Final = 20.0  # a town, its port and its other entries
LARGE: Final = 100_000  # a city this large, and so many times the next of its name, is meant by the bare name
KNOWN: Final = 50_000  # one this large is meant by an alternate name
TOWN: Final = 15_000  # a smaller one is not meant for sure by a name that is not quite its own, nor beside a province's
_TIMES: Final = 20
_KINDS: Final = {"airport": ("Airport",), "port": ("UN/LOCODE", "GeoNames"), "town": ("GeoNames",)}
_FEW_TIMES: Final = 5
_ROOM_KM: Final = 30.0
_FAR_KM: Final = 150.0
_LONG_KM: Final = 100.0
_AREA: Final = re.compile("(?:県|府|省|道|州|管区|自治区|地方|地域|環礁|諸島|列島|島)$")
_ALIKE: Final = 0.8  # how alike a name must sound to be offered, and to be taken
_ALIKE_FULLY: Final = 0.95


class Match(NamedTuple):
    """What a name may mean; `sure` when the first is meant for all we know, and `how` we know, by which `part`."""

    spots: tuple[PossiblePlace, ...] = ()
    sure: bool = False
    how: str = "how_name"
    part: str = ""


def judged(form: Form, found: Sequence[Candidate], seats: Sequence[Candidate] = ()) -> Match:
    """The match of a name among the places of exactly that name; `seats` are towns with another of its province's."""
    areas = _areas(form, [one for one in found if one.kind])
    rest = [one for one in found if not one.kind]
    said = _AREA.search(form.name) and areas and _degree(form.name, areas[0])
    if areas and (said or form.sort in ("area", "district", "island")):
        return _area(form, areas)
    first = areas[0] if areas and form.sort is None and _degree(form.name, areas[0]) else None
    if first and (first.kind in ("1", "city") or (first.kind == "island" and not _settled(form, rest).sure)):
        return _province(form, areas, [*rest, *seats])
    near = [one for one in seats if areas and km_between(one, areas[0]) <= areas[0].km + _ROOM_KM]
    match = _settled(form, rest or (near if form.sort in (None, "town") else ()))
    if not areas:
        return match
    if form.sort is None and not match.spots:
        return _area(form, areas)
    aside = form.sort is None and _degree(form.name, areas[0]) and not _beside(areas[0], match, [*rest, *near])
    return Match((*match.spots, *_spots(areas))[:MAX_CANDIDATES], match.sure and not aside, match.how)


def _areas(form: Form, areas: Iterable[Candidate]) -> list[Candidate]:
    """The units of the sort that the name asks for that bear it best, an island with its province."""
    order = {"district": ("2",), "island": ("island",)}.get(form.sort or "", ("1", "city"))
    ranked = sorted(
        areas,
        key=lambda one: (-_degree(form.name, one), one.kind not in order, one.kind == "2", one.kind != "city", -one.km),
    )
    kept: list[Candidate] = []
    for one in ranked:
        if _degree(form.name, one) == _degree(form.name, ranked[0]) and not any(_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _same(one: Candidate, other: Candidate) -> bool:
    """An island and its province, a city and the province around it, or a province and the district of its seat."""
    return one.kind != other.kind and km_between(one, other) <= max(one.km, other.km)


def _area(form: Form, areas: list[Candidate]) -> Match:
    alone = [one for one in areas if one.kind == areas[0].kind]
    sure = len(alone) == 1 and _degree(form.name, areas[0]) > 0
    return Match(_spots(areas)[:MAX_CANDIDATES], sure)


def _province(form: Form, areas: list[Candidate], towns: Sequence[Candidate]) -> Match:
    """A province's bare name, at the town in it that shares the name where there is one.

    It is told as the province in Latin letters; in Japanese, which says 州 or 省 when it means one, as the town.
    Where the town lies far from the middle of its province, as São Paulo does, both are offered.
    """
    area, exact, latin = areas[0], _degree(form.name, areas[0]), _is_latin(form.name)
    seat = max((one for one in towns if _seated(one, area, form.name)), key=lambda one: one.population, default=None)
    level = "city" if seat and (area.kind == "city" or not latin) else "admin1"
    spot = replace(spot_of(seat or area), precision=level, uncertainty_km=area.km if level == "admin1" else None)
    others = [one for one in areas[1:] if one.kind != "2" and not (seat and km_between(one, seat) <= one.km + _ROOM_KM)]
    rivals = [one for one in towns if _degree(form.name, one) >= exact and _rivals(one, area, seat, exact)]
    if seat and latin and km_between(seat, area) > (_FAR_KM if seat.population >= LARGE else _LONG_KM):
        rivals.append(area)
    spots = (spot, *_spots(others), *_spots(group[0] for group in groups(sorted(rivals, key=_size))))
    how = "how_seat" if seat and level == "admin1" else "how_name"
    return Match(spots[:MAX_CANDIDATES], not others and not rivals, how)


def _seated(town: Candidate, area: Candidate, name: str) -> bool:
    """Whether a town in a province is meant by the same name: its own, or one that is used of a large town."""
    if town.precision != "city" or km_between(town, area) > area.km + _ROOM_KM:
        return False
    if _degree(name, town) > 0 or fold(town.name) in {fold(own) for own in area.names}:
        return True
    alike = area.kind == "city" or not _is_latin(name)
    return town.population >= KNOWN and (alike or f" {fold(name)} " in f" {fold(town.name)} ")


def _rivals(town: Candidate, area: Candidate, seat: Candidate | None, exact: int) -> bool:
    """Whether a town of a province's name that lies elsewhere may be meant as well."""
    least = max(TOWN if exact == 2 else 0, seat.population // _FEW_TIMES if seat else 0)
    return town.population >= least and km_between(town, area) > area.km + _ROOM_KM


def _beside(area: Candidate, match: Match, rest: Sequence[Candidate]) -> bool:
    """Whether a town of a district's name lies in the district, or is a town to speak of."""
    first = next((one for one in rest if match.spots and one.source == match.spots[0].source), None)
    return first is None or first.population >= TOWN or km_between(first, area) <= area.km + _ROOM_KM


def _settled(form: Form, named: Sequence[Candidate]) -> Match:
    """Towns, ports and airports: one alone, or one that towers over its namesakes."""
    fitting = _fitting(named, form)
    ranked = groups(sorted(fitting or named, key=lambda one: _rank(one, form)))
    spots = tuple(spot_of(group[0]) for group in ranked[:MAX_CANDIDATES])
    alone, largest = len(ranked) == 1, _towers(ranked)
    known = bool(ranked) and _known(form, ranked[0], named)
    sure = bool(fitting) and known and (alone or largest)
    return Match(spots, sure, "how_largest" if largest and not alone else "how_name")


def _fitting(named: Sequence[Candidate], form: Form) -> list[Candidate]:
    """The places of the sort that the name asks for; a bare name never means an airport."""
    for kind in _KINDS.get(form.sort or "", ("GeoNames", "UN/LOCODE")):
        own = [one for one in named if one.source.startswith(kind)]
        first = [one for one in own if fold(one.name.split(" (")[0]) == fold(form.name)]
        if own and form.sort not in ("area", "district", "island", "feature"):
            return first or own
    return []


def _known(form: Form, group: Sequence[Candidate], named: Sequence[Candidate]) -> bool:
    """Whether a name is enough: no port's code alone; lost accents or an alternate name for a town to speak of."""
    if form.sort == "airport":
        return True
    if all(one.source.startswith("UN/LOCODE") for one in group):
        return any(not one.source.startswith("UN/LOCODE") and km_between(one, group[0]) <= SAME_KM for one in named)
    degree, people = max(_degree(form.name, one) for one in group), max(one.population for one in group)
    return degree == 2 or people >= (TOWN if degree == 1 else KNOWN)


def _degree(name: str, one: Candidate) -> int:
    """How well a place bears a name: 2 as it is written, 1 but for its accents, 0 as one that is also used."""
    own = [name.split(" (")[0] for name in one.names[: one.own]]
    if not _is_latin(name):
        return 2 if not one.kind or any(kana_key(name) == kana_key(mine) for mine in own if not mine.isascii()) else 0
    if any(_strict(name) == _strict(mine) for mine in own):
        return 2
    return 1 if any(fold(name) == fold(mine) for mine in own) else 0


@lru_cache(maxsize=10_000)
def _is_latin(name: str) -> bool:
    return any("a" <= char <= "z" for char in unicodedata.normalize("NFKD", name).casefold())


@lru_cache(maxsize=10_000)
def _strict(name: str) -> str:
    """A name with its accents, without case, quotes and hyphens."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(char for char in letters if char.isalnum() or unicodedata.combining(char))


def _rank(one: Candidate, form: Form) -> tuple[int, int, str]:
    """The better it bears the name the earlier; a name without accents may have lost them."""
    degree = _degree(form.name, one)
    return -min(degree, 1) if form.name.isascii() else -degree, -one.population, one.source


def _size(one: Candidate) -> int:
    return -one.population


def groups(ranked: Sequence[Candidate]) -> list[list[Candidate]]:
    """The candidates by place: those near to one another are one."""
    found: list[list[Candidate]] = []
    for one in ranked:
        near = next((group for group in found if km_between(group[0], one) <= SAME_KM), None)
        near.append(one) if near else found.append([one])
    return found


def _towers(ranked: Sequence[Sequence[Candidate]]) -> bool:
    """Whether the first is so much larger than the others of its name that nobody means them without saying so."""
    sizes = [max(one.population for one in group) for group in ranked]
    return bool(sizes) and sizes[0] >= LARGE and all(sizes[0] >= _TIMES * size for size in sizes[1:])


def _spots(found: Iterable[Candidate]) -> tuple[PossiblePlace, ...]:
    return tuple(spot_of(one) for one in found)


def spot_of(one: Candidate) -> PossiblePlace:
    """A place of the index as one of a row."""
    return PossiblePlace(
        _japanese(one) or one.name, one.name, one.country, round(one.lon, 6), round(one.lat, 6), one.precision,
        one.source, uncertainty_km=one.km or None,
    )  # fmt: skip


def _japanese(one: Candidate) -> str:
    """Its name in Japanese: as the source has it for a province, in kanji in Japan, else in kana."""
    first, last = ("一", "鿿") if one.country == "JPN" else ("ァ", "ヶ")
    wide = [name for name in one.names[: one.own] if any("ぁ" <= char <= "鿿" for char in name)]
    return next(iter(wide), "") or next((name for name in one.names if any(first <= char <= last for char in name)), "")


def alone(found: Sequence[Candidate], area: Candidate) -> Match:
    """The one town among those found that lies in a province; nothing when there is none, or not one alone."""
    inside = [one for one in found if one.source.startswith("GeoNames") and km_between(one, area) <= area.km + _ROOM_KM]
    towns = groups(sorted((one for one in inside if not one.kind), key=_size))
    return Match((spot_of(towns[0][0]),), True) if len(towns) == 1 else Match()


def sounding(form: Form, found: Sequence[Candidate]) -> Match:
    """A name in kana among places that sound so: sure for one that sounds the same and is a town to speak of."""
    if form.sort == "airport":
        found = [one for one in found if one.precision == "site"]
    elif form.sort in ("area", "district", "island"):
        found = [one for one in found if one.kind]
    else:
        found = [one for one in found if one.precision == "city"]
    named = ((one, name) for one in found for name in one.names[: max(one.own, 2)] if name.isascii())
    scored = [(likeness(form.name, name), one) for one, name in named]
    close = sorted(((score, one) for score, one in scored if score >= _ALIKE), key=lambda two: (-two[0], _size(two[1])))
    ranked = groups(list({one.source: one for _, one in close}.values()))
    same = bool(close) and close[0][0] >= _ALIKE_FULLY
    speaks = bool(close) and ((form.sort is not None and form.sort != "town") or close[0][1].population >= TOWN)
    sure = same and speaks and (len(ranked) == 1 or _towers(ranked))
    name = close[0][1].name if close else ""
    return Match(_spots(group[0] for group in ranked[:MAX_CANDIDATES]), sure, "how_sound", name)
