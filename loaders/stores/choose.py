"""Which store a setting means; only the store that is chosen loads its library."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from loaders.geojson.strictjson import refuse
from loaders.local import RULE, local
from loaders.stores.base import FEATURES, Store
from loaders.stores.files import FileStore

_DATABASE: Final = re.compile(r"postgres(?:ql)?://", re.IGNORECASE)
_SIGNED: Final = re.compile(r"[^/\\]*@|.*\bpassword\s*=", re.IGNORECASE)  # user:password@host, host=… password=…


def is_database(setting: str) -> bool:
    """Whether a setting is the address of a database; raises nothing."""
    return _DATABASE.match(setting) is not None


def store_of(setting: str | Path, name: str = "ATLAS_DATA") -> Store:
    """The store of a setting that messages call `name`; raises DataError. Nothing of an address is ever repeated."""
    text = str(setting)
    if isinstance(setting, str) and is_database(text):
        from loaders.stores.postgis.store import PostgisStore

        return PostgisStore(text, name)
    path = local_path(text, name)
    if path.suffix.lower() == ".parquet" or _is_partitioned(path):
        from loaders.stores.parquet.store import ParquetStore

        return ParquetStore(path)
    if not path.is_dir() and path.suffix.lower() not in (".geojson", ".json"):
        refuse(name, "names no folder; create it or correct the setting")
    return FileStore(path)


def local_path(text: str, name: str) -> Path:
    """A path on this machine; raises DataError, also for what looks like a mistyped address of a database."""
    if _SIGNED.match(text):
        refuse(name, RULE)
    return local(text, name)


def _is_partitioned(path: Path) -> bool:
    return path.is_dir() and not (path / FEATURES).exists() and any(path.glob("*.parquet"))
