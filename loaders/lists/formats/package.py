"""Opens what people send: tells kinds of files apart by their content, unpacks a package without trusting it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from typing import IO, Final, Literal, NamedTuple

from loaders.lists.formats.counts import PIECE, WORKBOOK, Aside, ElementCounter
from loaders.lists.remark import ListError

Kind = Literal["xlsx", "csv", "geojson", "xml"]
_STRICT: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
MAX_UNPACKED: Final = 100_000_000
MAX_ASIDE: Final = 20_000_000  # of them for all that is neither a sheet nor the texts of cells
MAX_MEMBERS: Final = 2_000
# What the library raises for a damaged archive of stored and deflated members (NotImplementedError for a version or a
# flag that it does not read); other ways to pack are refused before they are opened.
BROKEN: Final = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError)
_PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
BINARY: Final = (
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"SQLite format 3",
    b"{\\rtf",
    b"II*\x00",
)  # pictures, archives and others whose text nobody reads here
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Layout(NamedTuple):
    """What is read of a kind of package: a part that it must have, the parts needed and those that may be large."""

    main: str
    needed: re.Pattern[str]
    large: re.Pattern[str]
    limits: Mapping[bytes, tuple[str, int]] = WORKBOOK
    most: int = MAX_UNPACKED
    hollow: bool = False  # whether the other parts stay, empty, for a library that misses them


XLSX: Final = Layout(
    "xl/workbook.xml",
    re.compile(
        r"\[Content_Types\]\.xml|_rels/.*|xl/(_rels/.*|workbook\.xml|styles\.xml|sharedStrings\.xml|theme/.*\.xml|"
        r"worksheets/[^/]*\.xml)",
        re.IGNORECASE,
    ),
    re.compile(r"xl/(sharedStrings\.xml|worksheets/[^/]*\.xml)", re.IGNORECASE),
)


def kind_of(data: bytes) -> Kind:
    """What a file is, whatever its name says; raises ListError for what is no list."""
    if data.startswith(OLE):
        raise ListError("encrypted" if ENCRYPTED in data else "old_excel")
    if data.startswith(b"PK\x03\x04"):
        return "xlsx"
    if data.startswith((b"%PDF", *BINARY)):
        raise ListError("not_a_list")
    start = beginning(data, 400)
    if not start:
        raise ListError("empty")
    return "xml" if start.startswith(b"<") else "geojson" if start.startswith((b"{", b"[")) else "csv"


def beginning(data: bytes, most: int) -> bytes:
    """The first bytes of a text whatever its encoding: without byte order mark, blanks and zeros."""
    return data[:most].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").replace(b"\x00", b"")


class Unpacked(NamedTuple):
    """A package with only the parts that are read, and what each sheet has beside its values."""

    archive: io.BytesIO
    aside: Mapping[str, Aside]


def repacked(data: bytes, layout: Layout = XLSX) -> Unpacked:
    """A package whose parts were unpacked within the limits, counted, and found free of declarations.

    What the archive claims about sizes is never relied on. Raises ListError.
    """
    result, tally = io.BytesIO(), ElementCounter(layout.limits)
    try:
        with (
            zipfile.ZipFile(io.BytesIO(data)) as source,
            zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target,
        ):
            _copy(source, target, tally, layout)
    except BROKEN:
        raise ListError("xlsx_broken") from None
    result.seek(0)
    return Unpacked(result, tally.aside)


def _copy(source: zipfile.ZipFile, target: zipfile.ZipFile, tally: ElementCounter, layout: Layout) -> None:
    members = {info.filename.replace("\\", "/").lstrip("/"): info for info in source.infolist()}
    if len(members) > MAX_MEMBERS or len(members) != len(source.infolist()):
        raise ListError("xlsx_broken")
    if any(info.flag_bits & 1 for info in members.values()):
        raise ListError("encrypted")
    if any(info.compress_type not in _PACKED for info in members.values()):
        raise ListError("xlsx_broken")
    if layout.main not in members:
        raise ListError("other_package")
    most = min(layout.most, MAX_UNPACKED)
    left, aside = most, MAX_ASIDE
    for name, info in members.items():
        if not layout.needed.fullmatch(name) or ".." in name:
            if layout.hollow:
                target.writestr(name, b"")
            continue
        large = layout.large.fullmatch(name)
        with source.open(info) as stream, target.open(name, "w") as sink:
            size = _part(name, stream, sink, tally, left if large else min(left, aside))
        left, aside = left - size, aside if large else aside - size
        if min(left, aside) < 0:
            raise ListError("too_big_unpacked", limit=(MAX_ASIDE if aside < 0 else most) // 1_000_000)
    if tally.sheets > sum("sheets/" in name for name in members):  # several that share a part, each read anew
        raise ListError("xlsx_broken")


def _part(name: str, stream: IO[bytes], sink: IO[bytes], tally: ElementCounter, most: int) -> int:
    """Copy one part in pieces, counting; returns its size, or more than it may have."""
    size, piece = 0, _transitional(stream.read(PIECE))
    if piece[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in piece[:200]:
        raise ListError("xlsx_broken")
    tally.begin()
    while piece:
        size += len(piece)
        if size > most:
            break
        tally.take(name, piece)
        sink.write(piece)
        piece = stream.read(PIECE)
    tally.end(name)
    return size


def _transitional(start: bytes) -> bytes:
    """The beginning of a part, where names are declared, those of Strict Open XML as the libraries know them."""
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", start)
