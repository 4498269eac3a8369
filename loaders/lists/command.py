"""`python -m loaders import LIST [--out DIR]`."""

from __future__ import annotations

import sys
from pathlib import Path

from atlas.vocab import Lang
from loaders.clock import today
from loaders.geojson.reader import read_organisations
from loaders.lists.entries import ListEntry
from loaders.lists.importing import MAX_XML, import_list
from loaders.lists.output.files import files, write_files
from loaders.lists.output.report import reason_text, summary
from loaders.lists.placing.world import read_world
from loaders.lists.remark import ListError

_SHOWN = 20


def run(path: Path, folder: Path | None, lang: Lang, data: Path) -> int:
    """Imports one list; returns the exit status. Raises OSError and AtlasError."""
    try:
        found = import_list(_read(path), read_world(data), read_organisations(data / "organisations.yml"), _tell)
    except ListError as error:
        print(f"{path}: {error.said.text(lang)}", file=sys.stderr)
        return 1
    for note in found.notes:
        print(f"{path}: {note.text(lang)}", file=sys.stderr)
    entries = found.entries()
    _print(entries, lang)
    if folder is not None:
        left = write_files(files(entries, lang, today()), folder)
        print(f"{folder}: placed.geojson, report.csv, catalogue/")
        if left:
            print(f"{folder}: left from before: {', '.join(left[:_SHOWN])}", file=sys.stderr)
    return 0


def _read(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(MAX_XML + 1)


def _tell(done: int, every: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done}/{every}", end="\n" if done == every else "", file=sys.stderr)


def _print(entries: list[ListEntry], lang: Lang) -> None:
    print(summary(entries, lang))
    open_rows = [entry for entry in entries if entry.line.placement.outcome in ("choose", "swap", "unplaced")]
    for entry in open_rows[:_SHOWN]:
        text = " ".join(reason_text(entry, lang).split())
        print(f"{entry.line.number}: {text}")
    if len(open_rows) > _SHOWN:
        print("…")
