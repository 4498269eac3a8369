"""An import as files: the placed rows, the catalogue, the report."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from atlas.vocab import Lang
from loaders.lists.entries import ListEntry
from loaders.lists.output.catalogue import catalogue_files
from loaders.lists.output.features import geojson
from loaders.lists.output.report import report_csv

_STAMP = (2000, 1, 1, 0, 0, 0)


def files(entries: Sequence[ListEntry], lang: Lang, today: date) -> Iterator[tuple[str, bytes]]:
    """Every file of an import, path and bytes, one at a time."""
    yield "placed.geojson", geojson(entries, lang)
    yield "report.csv", report_csv(entries, lang)
    yield from ((name, text.encode()) for name, text in catalogue_files(entries, lang, today))


def catalogue_zip(entries: Sequence[ListEntry], lang: Lang, today: date) -> bytes:
    """The catalogue files in one archive, the same bytes for the same list."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in catalogue_files(entries, lang, today):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), text.encode())
    return stream.getvalue()


def write_files(found: Iterable[tuple[str, bytes]], folder: Path) -> list[str]:
    """Write the files; returns catalogue files in the folder that an earlier import left. Raises OSError."""
    written: set[str] = set()
    for name, data in found:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)  # not forced to the disk one by one: there may be tens of thousands
        written.add(name)
    there = sorted(path.relative_to(folder).as_posix() for path in (folder / "catalogue").glob("list-*.yml"))
    return [name for name in there if name not in written]
