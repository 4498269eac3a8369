"""A map's boxes: short lines by country or region, none of them a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from atlas.countries import COUNTRIES, search_names
from atlas.text.folding import fold
from loaders.intake.outline.rows import OutlineRow

_WIDE: Final = re.compile(r"(.{1,40}?) ?[(（](広域|region-?wide|regional)[)）]", re.IGNORECASE)
_LED: Final = re.compile(r"[(（]([^()（）]{1,60})[)）] *(?=\S)")
_REGIONS: Final = (
    "欧州", "アフリカ", "大洋州", "中東", "中南米", "北米", "南アジア", "東南アジア", "中央アジア",
    "太平洋島嶼国", "太平洋島しょ国", "大洋州島しょ国",
    "ASEAN", "EU", "Europe", "Africa", "Oceania", "Middle East", "Latin America", "North America",
    "South Asia", "Southeast Asia", "Central Asia", "Pacific Islands", "Pacific island countries",
)  # fmt: skip
_PARTS: Final = re.compile(r"[、,，/／・]| and |及び|等$|ほか$")
_FEWEST: Final = 3
_LONGEST: Final = 120


def box_range(rows: Sequence[OutlineRow]) -> range:
    """The rows that are boxes of a map, from the first that names a region to the last that is no sentence."""
    end = 0
    for start, row in enumerate(rows):
        if start < end or not is_region(row):
            continue
        end = start
        while end < len(rows) and not rows[end].text.endswith(("。", ".")) and len(rows[end].text) < _LONGEST:
            end += 1
        if sum(bool(led_by(row) or _WIDE.fullmatch(row.words)) for row in rows[start:end]) >= _FEWEST:
            return range(start, end)
    return range(0)


def is_region(row: OutlineRow) -> bool:
    """Whether a line is no more than the name of a region or a country."""
    return not row.numbered and (_WIDE.fullmatch(row.words) is not None or _is_place(row.words))


def led_by(row: OutlineRow) -> str:
    """The countries in brackets that a line begins with."""
    found = _LED.match(row.words)
    return found[1] if found and any(_is_place(part) for part in _PARTS.split(found[1]) if part.strip()) else ""


def _is_place(text: str) -> bool:
    return len(text) < 60 and fold(text.strip()) in _names()


@cache
def _names() -> frozenset[str]:
    known = [name for code in COUNTRIES for name in search_names(code)[:-1]]
    return frozenset(fold(name) for name in (*known, *_REGIONS))
