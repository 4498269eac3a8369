"""Writes an edition as GeoParquet: one file at once, or partitions with one file that switches to them."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from loaders.atomic import write_atomic
from loaders.stores.base import NAMES
from loaders.stores.held import Held
from loaders.stores.lines import normal
from loaders.stores.parquet.columns import frame_of_columns
from loaders.stores.parquet.store import EDITION, KEYS, MANIFEST, SIZE

ROWS: Final = 10_000  # features a partition


def write_parquet(path: Path, held: Held, rows: int = ROWS) -> int:
    """Replace the file `path`, or what a folder holds, by an edition; returns how many files it is. Raises OSError."""
    features = [normal(feature) for feature in held.features]
    metadata = _metadata(held)
    if path.suffix == ".parquet":
        write_atomic(path, _bytes(features, metadata))
        return 1
    path.mkdir(exist_ok=True)
    parts = [features[at : at + rows] for at in range(0, len(features), rows)] or [[]]
    names = [f"{metadata[EDITION].decode()[:12]}-{at:04}.parquet" for at in range(len(parts))]
    for name, part in zip(names, parts, strict=True):
        write_atomic(path / name, _bytes(part, metadata))
    write_atomic(path / MANIFEST, json.dumps({"files": names}, indent=1).encode())
    for left in set(path.glob("*.parquet")) - {path / name for name in names}:
        with contextlib.suppress(OSError):  # a reader on a system that locks open files
            left.unlink()
    return len(names)


def _metadata(held: Held) -> dict[str, bytes]:
    digest = hashlib.sha256(b"".join(hashlib.sha256(held.contents[name]).digest() for name in NAMES)).hexdigest()
    texts = {key: held.contents[name] for name, key in KEYS.items()}
    return {EDITION: digest.encode(), SIZE: str(len(held.features)).encode(), **texts}


def _bytes(features: Sequence[Mapping[str, Any]], metadata: Mapping[str, bytes]) -> bytes:
    """GeoParquet as geopandas writes it, with the atlas's own metadata beside the geometry's."""
    plain, full = io.BytesIO(), io.BytesIO()
    frame_of_columns(features).to_parquet(plain, index=False)
    table = pq.read_table(pa.BufferReader(plain.getvalue()))
    geo = {b"geo": table.schema.metadata[b"geo"]}  # what pandas notes of its types no other reader understands
    merged = geo | {key.encode(): value for key, value in metadata.items()}
    pq.write_table(table.replace_schema_metadata(merged), full)
    return full.getvalue()
