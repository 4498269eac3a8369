"""Boxes and views of PostGIS at a million rows: `python -m benchmarks.stores [--rows N] [--database URL]`.

Without a database of one's own (it is overwritten!) a throw-away one is started. The catalogue is published as always,
then its sites are copied, each with everything that it carries, to exact places scattered around their own; each round
of copies is of initiatives of its own, as many as the catalogue has. For each box and filter: how many sites it finds,
the plan's indexes, and the median time of `PostgisStore.select` once warm, from the call to the list of ids; for each
view of the map what it draws and how long that took; for filters' options how long until they are counted. Processor
time is the database's and the reader's together, which other work on the machine leaves as it is. A table on standard
error, JSON on standard output.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

import psycopg

from atlas.filter import Filter
from atlas.geo.box import Box
from benchmarks.load import busy
from loaders.stores import store_of
from loaders.stores.held import Held, held_of
from loaders.stores.postgis.asking import current
from loaders.stores.postgis.connection import Connection, connected, parameters_of
from loaders.stores.postgis.counting import facet_counts
from loaders.stores.postgis.crowds import count_crowds
from loaders.stores.postgis.store import PostgisStore
from loaders.stores.postgis.write import write_postgis
from scripts.postgis import cluster

DATA: Final = Path(__file__).resolve().parent.parent / "data"
ROWS: Final = 1_000_000
WARM: Final = 25
FEW: Final = 5
T = TypeVar("T")
SPREAD: Final = 6  # degrees around the real place
CASES: Final[dict[str, tuple[Filter, Box | None]]] = {
    "a city (Suva, 0.5 x 0.5)": (Filter(), Box(178.2, -18.4, 178.7, -17.9)),
    "Fiji, across 180 (6 x 6)": (Filter(), Box(176, -21, 182, -15)),
    "Fiji, focus 3": (Filter(focus=("3",)), Box(176, -21, 182, -15)),
    "the Pacific island states (90 x 50), focus 3, free text": (
        Filter(focus=("3",), region=("pacific",), q="フィジー"), Box(130, -25, 220, 25)),
    "the Pacific island states (90 x 50), OSA in Tonga": (
        Filter(country=("TON",), instrument=("osa",)), Box(130, -25, 220, 25)),
    "the Pacific island states (90 x 50)": (Filter(), Box(130, -25, 220, 25)),
    "no box, OSA in Tonga": (Filter(country=("TON",), instrument=("osa",)), None),
}  # fmt: skip
HOME: Final = Box(55, -38.5, 197, 46.6)
VIEWS: Final[dict[str, tuple[Filter, float, Box]]] = {
    "the world": (Filter(), 2.0, Box(-30, -60, 330, 75)),
    "the Indo-Pacific": (Filter(), 3.4, HOME),
    "the Indo-Pacific, focus 3": (Filter(focus=("3",)), 3.4, HOME),
    "the Indo-Pacific, ASEAN, focus 1 and 2": (Filter(focus=("1", "2"), region=("asean",)), 3.4, HOME),
    "the Indo-Pacific, ASEAN, training": (Filter(region=("asean",), instrument=("training",)), 3.4, HOME),
    "the Indo-Pacific, ASEAN, at the end of 2024": (Filter(region=("asean",), year=("2024",)), 3.4, HOME),
    "the Indo-Pacific, free text": (Filter(q="フィジー"), 3.4, HOME),
    "Fiji": (Filter(), 7.0, Box(176, -21, 182, -15)),
    "Suva": (Filter(), 11.0, Box(178.3, -18.2, 178.6, -18.0)),
}
OPTIONS: Final[dict[str, tuple[Filter, str]]] = {
    "themes in Tonga": (Filter(country=("TON",)), "theme"),
    "themes in the Pacific island states": (Filter(region=("pacific",)), "theme"),
    "themes in ASEAN": (Filter(region=("asean",)), "theme"),
    "partners in ASEAN": (Filter(region=("asean",)), "partner"),
}
_COPIES: Final = """
CREATE TEMPORARY TABLE copies AS
SELECT *, initiative || '-' || round AS named, CASE WHEN lon < -30 THEN lon + 360 ELSE lon END AS drawn
FROM (
    SELECT real.edition, (1000 + number)::integer AS position, real.position AS origin,
           real.id || '-' || number AS id, real.words, real.known, real.initiative, real.country, real.focus,
           number / real.every AS round,
           mod((real.lon + %(spread)s * (random() - random()) + 540)::numeric, 360)::float8 - 180 AS lon,
           greatest(-80, least(80, real.lat + %(spread)s * (random() - random()))) AS lat
    FROM generate_series(1, %(rows)s) AS number
    JOIN (SELECT site.edition, position, id, site.initiative AS known, country, focus,
                 substr(own.code, 5) AS initiative,
                 ST_X(ST_PointOnSurface(geom)) AS lon, ST_Y(ST_PointOnSurface(geom)) AS lat,
                 array_remove(words, precision.number) || exact.number AS words,
                 row_number() OVER (ORDER BY position) - 1 AS at, count(*) OVER () AS every
          FROM foip_atlas.site
          JOIN foip_atlas.word AS own ON own.edition = site.edition AND own.number = initiative
          JOIN foip_atlas.word AS exact ON exact.edition = site.edition AND exact.code = 'precision=site'
          JOIN foip_atlas.word AS precision ON precision.edition = site.edition AND precision.code LIKE 'precision=%%'
               AND precision.number = ANY(words)
          WHERE geom IS NOT NULL) AS real ON real.at = number %% real.every
) AS one
"""
_SITES: Final = (
    "INSERT INTO foip_atlas.word (edition, number, code) SELECT edition, 100000 + row_number() OVER (ORDER BY named),"
    " 'ids=' || named FROM (SELECT DISTINCT edition, named FROM copies) AS one",
    "INSERT INTO foip_atlas.site SELECT c.edition, position, id, array_replace(words, known, number), number, country,"
    " focus, false, floor((drawn + 30) / 360 * 4096), floor((1 - asinh(tan(radians(lat))) / pi()) / 2 * 4096),"
    " ST_SetSRID(ST_MakePoint(lon, lat), 4326) FROM copies AS c"
    " JOIN foip_atlas.word AS w ON w.edition = c.edition AND w.code = 'ids=' || named ORDER BY ST_MakePoint(lon, lat)",
    "VACUUM ANALYZE foip_atlas.word",
    "VACUUM ANALYZE foip_atlas.site",
)
_CONTENTS: Final = (
    "INSERT INTO foip_atlas.content SELECT c.edition, c.position, jsonb_set(jsonb_set(jsonb_set(jsonb_set("
    "feature::jsonb, '{id}', to_jsonb(c.id)), '{properties,initiative}', to_jsonb(named)), '{geometry}',"
    " jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(lon, lat))), '{properties,precision}',"
    " '\"site\"')::json FROM copies AS c"
    " JOIN foip_atlas.content AS real ON real.edition = c.edition AND real.position = c.origin"
    " ORDER BY ST_MakePoint(lon, lat)",
    "UPDATE foip_atlas.edition SET features = (SELECT count(*) FROM foip_atlas.site),"
    " bytes = bytes * (SELECT count(*) FROM foip_atlas.site) / features",
    "VACUUM ANALYZE foip_atlas.content",
)


def copy_sites(line: Connection, held: Held, rows: int) -> None:
    """Copies of an edition's sites, up to a number of rows, as the map and filters look for them; seeded."""
    line.execute("SELECT setseed(0.20261122)")
    line.execute(_COPIES, {"spread": SPREAD, "rows": rows - len(held.features)})
    for step in _SITES:
        line.execute(step)


def fill(address: str, rows: int) -> None:
    """The catalogue and, under the same edition, copies of its sites with what they carry, up to a number of rows."""
    held = held_of(store_of(DATA).read())
    write_postgis(address, held)
    with connected(parameters_of(address, "address"), write=True, seconds=3600) as line:
        copy_sites(line, held, rows)
        for step in _CONTENTS:
            line.execute(step)
        with line.transaction():
            ((edition,),) = line.execute("SELECT edition FROM foip_atlas.current").fetchall()
            line.execute("DELETE FROM foip_atlas.crowd")
            count_crowds(line, edition)
        line.execute("VACUUM ANALYZE foip_atlas.crowd")


def timed(store: PostgisStore, work: Callable[[], T], rounds: int = WARM) -> tuple[T, list[float], float]:
    """What some work finds, how long it takes each time, the first apart, and its processor time, all in ms."""
    [(process,)] = store._line.ask(lambda line: line.execute("SELECT pg_backend_pid()").fetchall())
    times, spent = list[float](), 0.0
    for _ in range(rounds + 1):
        begun, used = time.perf_counter(), busy(process) + busy(os.getpid())
        found = work()
        times.append(1000 * (time.perf_counter() - begun))
        spent += (busy(process) + busy(os.getpid()) - used) if len(times) > 1 else 0
    return found, times, round(spent / rounds, 1)


def measured(store: PostgisStore, filter_: Filter, box: Box | None) -> dict[str, Any]:
    """One case: sites found, the first and the median warm time in ms, the database's own, the indexes of the plan."""
    found, times, spent = timed(store, lambda: store.select(filter_, box))
    plan = store.plan(filter_, box)
    return {
        "sites": len(found), "first_ms": round(times[0], 1), "warm_ms": round(statistics.median(times[1:]), 1),
        "warm_p95_ms": round(sorted(times[1:])[int(0.95 * WARM)], 1), "processor_ms": spent,
        "database_ms": round(plan["Execution Time"] + plan["Planning Time"], 1),
        "indexes": sorted(set(indexes(plan["Plan"]))), "scans": sorted(set(scans(plan["Plan"]))),
    }  # fmt: skip


def viewed(store: PostgisStore, filter_: Filter, zoom: float, box: Box) -> dict[str, Any]:
    """A view of the map: sites in it, what is drawn of them, the median warm time in ms."""
    found, times, spent = timed(store, lambda: store.view(filter_, zoom, box))
    return {
        "sites": found.sites, "cells": len(found.cells), "single": len(found.single),
        "first_ms": round(times[0], 1), "warm_ms": round(statistics.median(times[1:]), 1),
        "warm_p95_ms": round(sorted(times[1:])[int(0.95 * WARM)], 1), "processor_ms": spent,
    }  # fmt: skip


def optioned(store: PostgisStore, filter_: Filter, facet: str) -> dict[str, Any]:
    """The numbers beside a filter's options, worked out anew: how many options, the median warm time in ms."""
    found, times, spent = timed(
        store, lambda: store._line.ask(lambda line: facet_counts(line, current(line), filter_, facet)), FEW
    )
    return {"options": len(found), "first_ms": round(times[0], 1), "warm_ms": round(statistics.median(times[1:]), 1),
            "processor_ms": spent}  # fmt: skip


def indexes(node: dict[str, Any]) -> Iterator[str]:
    """The names of the indexes that a plan uses."""
    if name := node.get("Index Name"):
        yield str(name)
    for child in node.get("Plans", []):
        yield from indexes(child)


def scans(node: dict[str, Any]) -> Iterator[str]:
    """How a plan goes through tables."""
    if "Scan" in node["Node Type"]:
        yield str(node["Node Type"])
    for child in node.get("Plans", []):
        yield from scans(child)


def report(address: str, rows: int) -> dict[str, Any]:
    """Every case on a database that is filled for it."""
    begun = time.perf_counter()
    fill(address, rows)
    filled = time.perf_counter() - begun
    store = PostgisStore(address)
    with psycopg.connect(address) as line:
        ((count, size, version),) = line.execute(
            "SELECT (SELECT count(*) FROM foip_atlas.site), pg_total_relation_size('foip_atlas.site') +"
            " pg_total_relation_size('foip_atlas.content'),"
            " split_part(version(), ' ', 2) || ', PostGIS ' || postgis_lib_version()"
        ).fetchall()
    cases = {name: measured(store, *asked) for name, asked in CASES.items()}
    views = {name: viewed(store, *asked) for name, asked in VIEWS.items()}
    options = {name: optioned(store, *asked) for name, asked in OPTIONS.items()}
    store.close()
    return {"rows": count, "size_mb": round(size / 1e6), "filled_s": round(filled, 1), "server": version,
            "cases": cases, "views": views, "options": options}  # fmt: skip


def main() -> None:
    """Print the table and the JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stores", description="PostGIS at a million rows.")
    parser.add_argument("--rows", type=int, default=ROWS, help=f"how many sites (default: {ROWS:,})")
    parser.add_argument("--database", help="a database to overwrite (default: a throw-away one)")
    parser.add_argument("--json", action="store_true", help="the JSON alone, without the table")
    options = parser.parse_args()
    if options.database:
        found = report(options.database, options.rows)
    else:
        with cluster() as address:
            found = report(address, options.rows)
    for name, one in found["cases"].items() if not options.json else ():
        print(f"{one['warm_ms']:8.1f} ms {one['sites']:8,} sites  {name}: {', '.join(one['indexes'])}", file=sys.stderr)
    for name, one in found["views"].items() if not options.json else ():
        drawn = f"{one['cells']} cells" if one["cells"] else f"{one['single']} sites"
        print(f"{one['warm_ms']:8.1f} ms {one['sites']:8,} sites  {name}: {drawn}", file=sys.stderr)
    for name, one in found["options"].items() if not options.json else ():
        print(f"{one['warm_ms']:8.1f} ms {one['options']:8,} options {name}", file=sys.stderr)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
