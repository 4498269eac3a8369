"""Released editions under `data/editions/`: compressed GeoJSON files and an index with their dates and hashes."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

import geopandas as gpd
from pydantic import Field, StringConstraints

from atlas.errors import DataError, Problem
from atlas.records import Date, Record
from loaders.atomic import write_atomic
from loaders.catalogue.messages import validate
from loaders.catalogue.yamlfile import read_yaml
from loaders.editions.shrunk import refuse_shrunk
from loaders.geojson.reader import frame_of
from loaders.geojson.strict import MAX_BYTES, parse_collection, read_bytes

FOLDER: Final = "editions"
INDEX: Final = "index.yml"
_GZIP: Final = b"\x1f\x8b"
# What a comparison cannot do without; any other property may be missing from an older edition.
NEEDED: Final = ("initiative", "title_ja", "title_en", "focus_area", "country", "place", "place_ja", "place_en",
                 "precision")  # fmt: skip
_HEAD: Final = "# Released editions, written by `python -m loaders release`; newest last. sha256 is of the GeoJSON.\n"


class Released(Record):
    """A released edition: the day, the SHA-256 of its GeoJSON, and how much it holds."""

    date: Date
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    initiatives: int = Field(ge=0)
    sites: int = Field(ge=0)

    @property
    def name(self) -> str:
        """What it is called: its day and the start of its hash."""
        return edition_name(self.date, self.sha256)


def edition_name(date: str | None, digest: str) -> str:
    """How an edition is called in addresses and file names: `2026-11-22-e65c5b62`."""
    return f"{date}-{digest[:8]}" if date else digest[:8]


def released(root: Path) -> dict[str, Released]:
    """The released editions of a data folder by name, oldest first; raises DataError when the index is not sound."""
    path = root / FOLDER / INDEX
    if not path.is_file():
        return {}
    raw, problems = read_yaml(path, f"{FOLDER}/{INDEX}")
    found = {}
    for key, value in (raw or {}).items():
        entry, faults = validate(Released, value, f"{FOLDER}/{INDEX}", (key,))
        problems += faults
        if entry is not None and entry.name != key:
            problems.append(Problem(f"{FOLDER}/{INDEX}", key, f"must be called {entry.name} after its date and hash"))
        elif entry is not None:
            found[key] = entry
    if problems:
        raise DataError(problems)
    return found


def read_released(root: Path, entry: Released) -> gpd.GeoDataFrame:
    """The features of a released edition; raises DataError when the file is not the one that was released."""
    return read_edition(released_bytes(root, entry), f"{entry.name}.geojson.gz")


def released_bytes(root: Path, entry: Released) -> bytes:
    """The GeoJSON of a released edition, as it was released; raises DataError."""
    path = _path(root, entry.name)
    if not path.is_file():
        raise DataError([Problem(f"{FOLDER}/{path.name}", "", "missing; restore the file that was released")])
    data = unpacked(read_bytes(path), path.name)
    if hashlib.sha256(data).hexdigest() != entry.sha256:
        raise DataError([Problem(f"{FOLDER}/{path.name}", "", "is not the file that was released; restore it")])
    return data


def read_edition(data: bytes, name: str) -> gpd.GeoDataFrame:
    """The features of any edition, GeoJSON or compressed, read strictly; raises DataError.

    Properties that this atlas has learnt since may be missing; then the frame has no such column.
    """
    return frame_of(parse_collection(unpacked(data, name), name, NEEDED))


def unpacked(data: bytes, name: str) -> bytes:
    """The bytes of a file, decompressed when it is gzip, never more than the limit; raises DataError."""
    if not data.startswith(_GZIP):
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            found = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise DataError([Problem(name, "", "the compressed file is damaged; fetch it again")]) from None
    if len(found) > MAX_BYTES:
        raise DataError([Problem(name, "", f"larger than {MAX_BYTES // 1_000_000} MB when unpacked")])
    return found


def take_edition(data: bytes, name: str, progress: object) -> tuple[str, gpd.GeoDataFrame]:
    """A file that somebody brings: the head of its hash and its features; raises DataError."""
    content = unpacked(data, name)
    return hashlib.sha256(content).hexdigest()[:8], read_edition(content, name)


def packed(data: bytes) -> bytes:
    """Data compressed; the same bytes every time."""
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=out, mtime=0) as stream:
        stream.write(data)
    return out.getvalue()


def release(root: Path, data: bytes, date: str, force: bool = False) -> Released | None:
    """Add an edition to a data folder; None when it stands there already. Raises DataError."""
    known = released(root)
    frame = read_edition(data, "initiatives.geojson")
    sites = {"initiatives": int(frame["initiative"].nunique()), "sites": len(frame)}
    raw = {"date": date, "sha256": hashlib.sha256(data).hexdigest(), **sites}
    entry, problems = validate(Released, raw, f"{FOLDER}/{INDEX}")
    if entry is None:
        raise DataError(problems)
    if entry.sha256 in {one.sha256 for one in known.values()}:
        return None
    before = [one.sites for one in sorted(known.values(), key=lambda one: one.date) if one.date <= date]
    refuse_shrunk("initiatives.geojson", before[-1] if before else 0, entry.sites, force)
    (root / FOLDER).mkdir(exist_ok=True)
    write_atomic(_path(root, entry.name), packed(data))
    write_atomic(root / FOLDER / INDEX, _index({**known, entry.name: entry}))
    return entry


def edition_problems(root: Path) -> list[Problem]:
    """Every released edition that is not what the index says."""
    try:
        known = released(root)
    except DataError as error:
        return error.problems
    problems = []
    for entry in known.values():
        try:
            read_released(root, entry)
        except DataError as error:
            problems += error.problems
    return problems


def _path(root: Path, name: str) -> Path:
    return root / FOLDER / f"{name}.geojson.gz"


def _index(entries: Mapping[str, Released]) -> bytes:
    ordered = sorted(entries.items(), key=lambda item: item[1].date)  # stable: the same day keeps its order
    lines = [
        f'{name}: {{date: "{one.date}", sha256: "{one.sha256}", initiatives: {one.initiatives}, sites: {one.sites}}}\n'
        for name, one in ordered
    ]
    return (_HEAD + "".join(lines)).encode()
