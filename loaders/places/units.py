"""Provinces, districts and islands: `units.csv` beside this file, made by `scripts/placeunits`."""

from __future__ import annotations

import csv
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from loaders.places.offline import Candidate

_FILE: Final = Path(__file__).parent / "units.csv"
# What Japanese names of units end with, the longest first; the name without it means the same.
JAPANESE: Final = (
    "特別行政区|特別自治市|特別自治州|特別区域|特別市|直轄市|特別州|自治共和国|自治管区|自治州|自治区|自治県|連邦直轄領|連邦領|首長国|行政区|管区|"
    "地域圏|地域|地方|教区|環礁|諸島|列島|群島|島|都|道|府|県|州|省|郡|区|市"
)
_SORT: Final = re.compile(rf"(?<=..)(?:{JAPANESE})$")


def units() -> Iterator[Candidate]:
    """Every province, district and island of the file."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            own = row["own"].split("|")
            own += [core for name in own if not name.isascii() and (core := _SORT.sub("", name)) not in own]
            also = [name for name in row["also"].split("|") if name and name not in own]
            yield Candidate(
                own[0], (*own, *also), row["country"], float(row["lon"]), float(row["lat"]), "admin1", row["source"],
                kind=row["kind"], km=float(row["km"]), own=len(own),
            )  # fmt: skip


def units_version() -> str:
    """Eight digits that change with the file."""
    return f"{zlib.crc32(_FILE.read_bytes()):08x}"
