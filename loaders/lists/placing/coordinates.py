"""Latitudes and longitudes as people write them: decimal, degrees and minutes, hemispheres in Latin or Japanese."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Literal, NamedTuple

Axis = Literal["lat", "lon"]
_BEFORE: Final = str.maketrans(
    {"º": "°", "˚": "°", "∘": "°", "゜": "°", "″": '"', "”": '"', "“": '"', "’": "'", "‘": "'", "´": "'", "′": "'",
     "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "。": "."}
)  # fmt: skip
_WORDS: Final = (
    ("北緯", "N"), ("南緯", "S"), ("東経", "E"), ("西経", "W"), ("緯度", ""), ("経度", ""), ("度", "°"), ("分", "'"),
    ("秒", '"'), ("north", "N"), ("south", "S"), ("east", "E"), ("west", "W"), ("latitude", ""), ("longitude", ""),
    ("lat", ""), ("lon", ""), ("deg", "°"), ("''", '"'),
)  # fmt: skip
_ONE: Final = re.compile(
    r"""(?P<before>[NSEW])?\s*(?P<sign>[-+])?\s*(?P<d>\d{1,3}(?:[.,]\d*)?)
        (?:[\s°:-]+(?P<m>\d{1,2}(?:[.,]\d+)?)(?:[\s':-]+(?P<s>\d{1,2}(?:[.,]\d+)?))?)?
        [\s°'"]*(?P<after>[NSEW])?""",
    re.VERBOSE,
)
_GAP: Final = re.compile(r"[,;/、\s]+")
_LETTERS: Final[dict[str, tuple[Axis, int]]] = {"N": ("lat", 1), "S": ("lat", -1), "E": ("lon", 1), "W": ("lon", -1)}


class Coordinate(NamedTuple):
    """One number in degrees; `axis` where a letter says which; `step` is how fine it was written, in degrees."""

    degrees: float
    axis: Axis | None
    step: float


def parse_one(text: str) -> Coordinate | None:
    """One coordinate, None when it cannot be read for sure."""
    found = _ONE.fullmatch(_plain(text))
    if found is None or (found["before"] and found["after"]):
        return None
    parts = [found["d"], *(part for part in (found["m"], found["s"]) if part)]
    if any(_fraction(part) for part in parts[:-1]) or any(_number(part) >= 60 for part in parts[1:]):
        return None
    degrees = sum(_number(part) / 60**index for index, part in enumerate(parts))
    axis, sign = _LETTERS.get(found["before"] or found["after"] or "", (None, 1))
    if found["sign"] == "-":
        if axis and sign > 0:
            return None  # minus and north cannot both hold
        sign = -1
    return Coordinate(sign * degrees, axis, 10.0 ** -_fraction(parts[-1]) / 60 ** (len(parts) - 1))


def parse_pair(text: str) -> tuple[Coordinate, Coordinate] | None:
    """Latitude and longitude out of one cell, None unless there is only one way to read it."""
    plain = _plain(text).strip("()[] ")
    plain = re.sub(r"(?<=.)(?=[NSEW])", ", ", plain) if plain[:1] in _LETTERS else re.sub(r"(?<=[NSEW])", ", ", plain)
    plain = plain.strip(", ")
    halves = [(parse_one(plain[: gap.start()]), parse_one(plain[gap.end() :])) for gap in _GAP.finditer(plain)]
    found = {pair for one, other in halves if one and other and (pair := ordered(one, other))}
    return found.pop() if len(found) == 1 else None


def ordered(first: Coordinate, second: Coordinate) -> tuple[Coordinate, Coordinate] | None:
    """Latitude, then longitude: as the letters say, else as they stand; None when the letters do not fit."""
    if (first.axis is None) != (second.axis is None) or (first.axis and first.axis == second.axis):
        return None
    if first.axis == "lon" or second.axis == "lat":
        return second, first
    return first, second


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text.translate(_BEFORE)).translate(_BEFORE)
    plain = re.sub(r"^([NSEW]?\s*)ー(?=\d)", r"\1-", plain.strip(), flags=re.IGNORECASE)
    for word, sign in _WORDS:
        plain = re.sub(re.escape(word), sign, plain, flags=re.IGNORECASE)
    return plain.upper().strip(" :=.")


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _fraction(text: str) -> int:
    """How many digits stand behind the point."""
    return len(re.split("[.,]", text)[1]) if re.search("[.,]", text) else 0
