"""`python -m loaders publish TARGET [--from STORE]`, `python -m loaders query [STORE] [--filter …] [--box w,s,e,n]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs

from atlas.errors import AtlasError, DataError
from atlas.filter import FACETS, Filter, parse
from atlas.geo.box import parse_box
from loaders.editions.shrunk import FORCE, refuse_shrunk
from loaders.geojson.strictjson import refuse
from loaders.stores.base import FEATURES, Allowed
from loaders.stores.choose import is_database, local_path, store_of
from loaders.stores.held import held_of

_TARGET: Final = "the target"
_SOURCE: Final = "the store"
_UNINDEXED: Final = (
    "free text is looked for without an index, right but slower: the database has no pg_trgm for letters of Japanese;"
    " its keeper runs CREATE EXTENSION pg_trgm (postgresql-contrib, a locale like C.UTF-8), then publish again"
)


class QueryError(AtlasError):
    """A filter that names what does not exist."""


def commands(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands to the parser of `python -m loaders`."""
    publishing = parsers.add_parser("publish", help="put an edition into GeoParquet or PostGIS, whole or not at all")
    publishing.add_argument("target", help="postgresql://user@host/database, a .parquet file, or a folder of them")
    publishing.add_argument("--from", dest="source", default="data", help="any store (default: the folder data)")
    publishing.add_argument("--force", action="store_true", help=FORCE)
    asking = parsers.add_parser("query", help="print the sites of a filter and a box as GeoJSON")
    asking.add_argument("store", nargs="?", default="data", help="any store (default: the folder data)")
    asking.add_argument("--filter", default="", help='as in the address of a page: "region=pacific&focus=3"')
    asking.add_argument("--box", help="west,south,east,north in degrees, longitudes -180..180 or as drawn (-30..330)")
    asking.add_argument("--ids", action="store_true", help="print only the ids, one a line")


def publish(target: str, source: str, force: bool = False) -> int:
    """Put an edition that is sound in every part into a store; returns the exit status. Raises DataError, OSError."""
    path = None if is_database(target) else _target(target)
    with closing(store_of(source, _SOURCE)) as store:
        held = held_of(store.read())
    for note in held.edition.notes:
        print(f"warning: {note}", file=sys.stderr)
    if not force:
        refuse_shrunk(FEATURES, _standing(target), len(held.features))
    if path is None:
        from loaders.stores.postgis.write import write_postgis

        done = write_postgis(target, held, _TARGET)
        if not done.indexed:
            print(f"warning: {_UNINDEXED}", file=sys.stderr)
        print(f"PostGIS: {done.sites} sites published")
        return 0
    from loaders.stores.parquet.write import write_parquet

    files = write_parquet(path, held)
    print(f"{path}: {len(held.features)} sites published in {files} file{'' if files == 1 else 's'}")
    return 0


def _standing(target: str) -> int:
    """How many sites a target holds; none when it holds no edition."""
    try:
        with closing(store_of(target, _TARGET)) as store:
            return len(store.select(Filter()))
    except DataError:
        return 0


def _target(text: str) -> Path:
    path = local_path(text, _TARGET)
    if path.suffix.lower() == ".parquet" and path.is_dir():
        refuse(_TARGET, "is a folder with the name of a file; name another")
    if (path / FEATURES).exists() or (path.exists() and not path.is_dir() and path.suffix.lower() != ".parquet"):
        refuse(_TARGET, "is neither GeoParquet nor a folder for it; name a .parquet file or another folder")
    if not path.parent.is_dir():
        refuse(_TARGET, "lies in a folder that does not exist; create it")
    return path


def query(source: str, filter_: str, box: str | None, ids: bool) -> int:
    """Print what a filter and a box find; returns the exit status. Raises AtlasError."""
    asked = parse_box(box) if box else None
    with closing(store_of(source, _SOURCE)) as store:
        chosen = _filter(filter_, store.allowed())
        if ids:
            sys.stdout.writelines(f"{key}\n" for key in store.select(chosen, asked))
        else:
            sys.stdout.writelines(_collection(store.features(chosen, asked)))
    return 0


def _collection(lines: Iterator[str]) -> Iterator[str]:
    """A FeatureCollection, piece by piece: however many there are, none waits for the last."""
    between = ""
    yield '{"type": "FeatureCollection", "features": [\n'
    for line in lines:
        yield between + line
        between = ",\n"
    yield "\n]}\n"


def _filter(text: str, allowed: Allowed) -> Filter:
    """The filter of an address; a name or a code that the edition does not know is refused."""
    params = parse_qs(text.removeprefix("?"), keep_blank_values=True)
    strange = [ascii(name)[1:-1] for name in params if name not in (*FACETS, "q")]
    found, unknown = parse(params, allowed)
    if strange or unknown:
        raise QueryError(f"--filter: not known: {', '.join([*strange, *unknown])}; facets are {', '.join(FACETS)}, q")
    return found
