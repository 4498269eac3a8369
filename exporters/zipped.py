"""Office files and packs that are the same bytes each time: fixed order, fixed dates."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime


def fixed(data: bytes, stamp: datetime, instead: Mapping[str, bytes] | None = None) -> bytes:
    """The same archive with every entry dated alike; some of them may have another content."""
    other = instead or {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zip_bytes(((name, other.get(name) or archive.read(name)) for name in archive.namelist()), stamp)


def zip_bytes(entries: Iterable[tuple[str, bytes]], stamp: datetime) -> bytes:
    """An archive of named entries in the order given."""
    stream = io.BytesIO()
    date = max(stamp, datetime(1980, 1, 1, tzinfo=stamp.tzinfo)).timetuple()[:6]
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            info = zipfile.ZipInfo(name, date)
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(info, data)
    return stream.getvalue()
