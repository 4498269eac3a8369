"""GeoParquet: one file, or a folder of partitions that `edition.json` names; sources and partners travel inside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
from shapely.errors import ShapelyError

from atlas.errors import DataError
from loaders.geojson import geometry
from loaders.geojson.rfc7946 import MAX_FEATURES
from loaders.geojson.strictjson import MAX_BYTES, parse_json, read_bytes, refuse
from loaders.stores.base import DOCUMENTS, FEATURES, ORGANISATIONS, Contents, Stamp
from loaders.stores.files import InMemory, stamp_of
from loaders.stores.lines import bounded, collection, text_of
from loaders.stores.parquet.columns import COLUMNS, GEOMETRY, features_of

MANIFEST: Final = "edition.json"
EDITION: Final = "foip_atlas:edition"  # the same in all partitions of one edition
SIZE: Final = "foip_atlas:features"  # how many features all partitions hold together
KEYS: Final[Mapping[str, str]] = {DOCUMENTS: "foip_atlas:documents", ORGANISATIONS: "foip_atlas:organisations"}
_UNPACKED: Final = 4 * MAX_BYTES
_BATCH: Final = 256
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,200}\.parquet")
_TRIES: Final = 3
_FAULTS: Final = (pa.ArrowException, ShapelyError, OSError, KeyError, TypeError, ValueError, AttributeError)


class ParquetStore(InMemory):
    """A GeoParquet file or a folder of them, read whole."""

    folder = None

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def stamp(self) -> Stamp:
        """Time, size and inode of the file, or of what says which partitions belong together."""
        return stamp_of([self._path, *_watched(self._path)] if self._path.is_dir() else [self._path])

    def read(self) -> Contents:
        """The edition as the files of a data folder; begins anew when another edition takes its place meanwhile."""
        for _ in range(_TRIES - 1):
            stamp = self.stamp().value
            try:
                return _contents(_paths(self._path))
            except DataError:
                if self.stamp().value == stamp:
                    raise
        return _contents(_paths(self._path))


def _watched(folder: Path) -> list[Path]:
    manifest = folder / MANIFEST
    return [manifest] if manifest.is_file() else sorted(folder.glob("*.parquet"))


def _paths(path: Path) -> list[Path]:
    """The files of an edition; a folder without a manifest is all its partitions, in the order of their names."""
    if not path.is_dir():
        return [path]
    manifest = path / MANIFEST
    if not manifest.is_file():
        return sorted(path.glob("*.parquet")) or refuse(path.name, "holds no GeoParquet; run python -m loaders publish")
    named = parse_json(read_bytes(manifest), MANIFEST)
    names = named.get("files") if isinstance(named, dict) else None
    if not isinstance(names, list) or not names or not all(isinstance(n, str) and _NAME.fullmatch(n) for n in names):
        refuse(MANIFEST, "must name the partitions of the edition, plain names that end in .parquet", "files")
    return [path / name for name in names]


def _contents(paths: list[Path]) -> Contents:
    tables, left = [], MAX_BYTES
    for path in paths:
        data = read_bytes(path, "missing; run python -m loaders publish")
        left -= len(data)
        tables.append(_open(path.name, data))
        if left < 0:
            refuse(path.name, f"with it the edition is larger than {MAX_BYTES // 1_000_000} MB; make it smaller")
    texts = _metadata(tables)
    _check_size(tables, int(texts[SIZE]) if texts[SIZE].isdigit() else -1)
    shapes: list[dict[str, Any] | None] = []
    lines = list(bounded(_lines(tables, shapes)))
    return {FEATURES: collection(lines, geometry.bbox(shapes)), **{name: texts[key] for name, key in KEYS.items()}}


def _open(name: str, data: bytes) -> tuple[str, pq.ParquetFile]:
    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        column = json.loads(file.schema_arrow.metadata[b"geo"])["columns"][GEOMETRY]
        crs = column.get("crs", {"id": {"code": "CRS84"}})
        sound = column["encoding"] == "WKB" and crs is not None and crs["id"]["code"] in (4326, "CRS84")
    except _FAULTS:
        refuse(name, "not GeoParquet; write it with python -m loaders publish")
    if not sound:
        refuse(name, "its geometry must be WKB in WGS 84 longitude and latitude")
    if missing := [column for column in COLUMNS if column not in file.schema_arrow.names]:
        refuse(name, f"lacks the columns {', '.join(missing[:5])}; write it with python -m loaders publish")
    return name, file


def _metadata(tables: list[tuple[str, pq.ParquetFile]]) -> dict[str, bytes]:
    """What all partitions say alike; a mixture of two editions is refused."""
    first: dict[str, bytes] | None = None
    for name, file in tables:
        found = {key: file.schema_arrow.metadata.get(key.encode(), b"") for key in (EDITION, SIZE, *KEYS.values())}
        if not all(found.values()):
            refuse(name, "carries no sources of the atlas; write it with python -m loaders publish")
        if found != (first := first or found):
            refuse(name, "is of another edition than the partitions beside it; publish the folder anew")
    assert first is not None
    return first


def _check_size(tables: list[tuple[str, pq.ParquetFile]], said: int) -> None:
    rows = sum(file.metadata.num_rows for _, file in tables)
    groups = [file.metadata.row_group(at) for _, file in tables for at in range(file.metadata.num_row_groups)]
    if rows > MAX_FEATURES or sum(group.total_byte_size for group in groups) > _UNPACKED:
        refuse(tables[0][0], f"more than {MAX_FEATURES:,} features or {_UNPACKED // 1_000_000} MB; make it smaller")
    if rows != said:
        refuse(tables[0][0], "a partition is missing or doubled; publish the folder anew")


def _lines(tables: list[tuple[str, pq.ParquetFile]], shapes: list[dict[str, Any] | None]) -> Iterator[str]:
    """Every feature on a line, unpacked a few rows at a time; its geometry goes to `shapes`."""
    for name, file in tables:
        try:
            for batch in file.iter_batches(batch_size=_BATCH):
                for feature in features_of(batch):
                    shapes.append(feature["geometry"])
                    yield text_of(feature)
        except _FAULTS:
            refuse(name, "cannot be read; write it with python -m loaders publish")
