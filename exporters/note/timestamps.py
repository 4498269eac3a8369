"""Office files are archives that carry the time of writing; the same content shall give the same bytes."""

from __future__ import annotations

import io
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def stamped(data: bytes, when: datetime) -> bytes:
    """The same archive with every member of one time and kind."""
    time = max(when.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = ZipInfo(name, time)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, 0o644 << 16, 3
            new.writestr(entry, old.read(name))
    return out.getvalue()
