"""What the briefing page asks for: the first page at a glance with the reports of all, and a format as one file."""

from __future__ import annotations

from typing import NamedTuple

from exporters.print.draw.png import png_bytes
from exporters.print.pictures import PICTURES, Snapshot
from exporters.print.report import Report
from exporters.zipped import zip_bytes


def made(snapshot: Snapshot, kind: str, several: bool) -> bytes:
    """A format as one file: its first, or all of them in an archive."""
    files = PICTURES[kind].make(snapshot)
    if not several:
        return files[0].data
    stem = snapshot.file_name(kind).rsplit(".", 1)[0]
    return zip_bytes(((f"{stem}{file.tail}.{kind}", file.data) for file in files), snapshot.extract.stamp())


class Preview(NamedTuple):
    """The first page as a small PNG, and what is to be said of all pages."""

    png: bytes
    alt: str
    pages: int
    reports: tuple[Report, ...]


def preview(snapshot: Snapshot, wide: int) -> Preview:
    """The pages as they will be, the first drawn so many pixels wide."""
    sheets = [sheet for lang in snapshot.langs for sheet in snapshot.sheets(lang)]
    first = sheets[0]
    pixels = (wide, round(wide * first.height / first.width))
    png = png_bytes(first, pixels, snapshot.extract.stamp(), snapshot.facts(snapshot.langs[0]))
    return Preview(png, first.alt, len(sheets), tuple(snapshot.report(lang) for lang in snapshot.langs))
