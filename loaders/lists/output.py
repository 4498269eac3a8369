"""An import as files: the placed rows, the catalogue, the report."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from atlas.vocab import Lang
from loaders.atomic import write_atomic
from loaders.lists.entries import Entry
from loaders.lists.features import geojson
from loaders.lists.report import report_csv
from loaders.lists.yamlout import catalogue_files

_STAMP = (2000, 1, 1, 0, 0, 0)


def files(entries: Sequence[Entry], lang: Lang, today: date) -> dict[str, bytes]:
    """Every file of an import by its path."""
    found = {"placed.geojson": geojson(entries, lang), "report.csv": report_csv(entries, lang)}
    return found | {name: text.encode() for name, text in catalogue_files(entries, lang, today).items()}


def catalogue_zip(entries: Sequence[Entry], lang: Lang, today: date) -> bytes:
    """The catalogue files in one archive, the same bytes for the same list."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in catalogue_files(entries, lang, today).items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), text.encode())
    return stream.getvalue()


def write_files(found: dict[str, bytes], folder: Path) -> list[str]:
    """Write the files; returns catalogue files in the folder that an earlier import left. Raises OSError."""
    for name, data in found.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, data)
    there = sorted(path.relative_to(folder).as_posix() for path in (folder / "catalogue").glob("list-*.yml"))
    return [name for name in there if name not in found]
