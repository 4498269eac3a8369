"""Proposes gazetteer entries from offline sources. Build-time only: the app, build and check never load these."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Final

from atlas.countries import is_country
from atlas.errors import AtlasError
from atlas.geo.distance import great_circle_km
from loaders.places.offline import Candidate, candidates

LIMIT: Final = 8
_APART_KM: Final = {"site": 2.0, "city": 10.0}
_ORDER: Final = ("GeoNames", "Airport", "UN/LOCODE")
_INSIDE: Final = 3  # the name is a word inside a longer one: shown only when nothing is nearer
_QUOTES = re.compile(r"['’‘ʻʼ`´\".,]")
_STROKES: Final = str.maketrans("đĐøØłŁħĦıŋ", "dDoOlLhHin")  # letters that Unicode does not take apart
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_WIDE = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff]")


def propose(name: str, country: str | None, today: date) -> str:
    """Gazetteer entries in YAML, the best first, for a person to accept. Raises AtlasError when there are none."""
    if country is not None and not is_country(country):
        raise AtlasError(f"'{country}' is not an ISO 3166-1 alpha-3 code; write for example TUV")
    found = search(name, country, candidates())
    if not found:
        within = f" in {country}" if country else ""
        raise AtlasError(f"nothing found for '{name}'{within}; try another spelling or the nearest town")
    return "\n".join(entry(candidate, name, today) for candidate in found)


def search(name: str, country: str | None, known: Iterable[Candidate], limit: int = LIMIT) -> list[Candidate]:
    """The known places that a name may mean, best match first, near-duplicates of one precision dropped."""
    wanted = fold(name)
    if not wanted:
        return []
    ranked = [
        (rank, _ORDER.index(candidate.source.split()[0]), -candidate.population, candidate.source, candidate)
        for candidate in known
        if country in (None, candidate.country) and (rank := _rank(wanted, candidate)) is not None
    ]
    inside_words = min((row[0] for row in ranked), default=0) == _INSIDE
    kept: list[Candidate] = []
    for rank, *_, candidate in sorted(ranked, key=lambda row: row[:4]):
        if (rank < _INSIDE or inside_words) and not any(_same(candidate, other) for other in kept):
            kept.append(candidate)
    return kept[:limit]


def fold(name: str) -> str:
    """A name without case, accents, quotes and runs of space, for comparing."""
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.translate(_STROKES))
        # Only Latin marks: the voicing marks of kana tell ba from ha.
        name = unicodedata.normalize("NFC", re.sub(r"[\u0300-\u036f]", "", decomposed))
    return " ".join(_QUOTES.sub("", name).replace("-", " ").casefold().split())


def entry(candidate: Candidate, asked: str, today: date) -> str:
    """One line of `data/gazetteer.yml`; an unknown Japanese name is left empty, which `check` reports."""
    kana = next((name for name in candidate.names if _KANA.search(name)), "")
    japanese = asked if _WIDE.search(asked) else kana
    return (
        f"{_slug(candidate.name)}: {{name: {{ja: {_yaml(japanese)}, en: {_yaml(candidate.name)}}}, "
        f"country: {candidate.country}, lon: {candidate.lon:.5f}, lat: {candidate.lat:.5f}, "
        f'precision: {candidate.precision}, source: {_yaml(candidate.source)}, checked: "{today.isoformat()}"}}'
    )


def km_between(one: Candidate, other: Candidate) -> float:
    """How far two places lie apart."""
    return float(great_circle_km(one.lon, one.lat, other.lon, other.lat))


def _rank(wanted: str, candidate: Candidate) -> int | None:
    folded = [fold(name) for name in candidate.names]
    if wanted == folded[0]:
        return 0
    if wanted in folded:
        return 1
    if any(name.startswith(f"{wanted} ") for name in folded):
        return 2
    return _INSIDE if any(f" {wanted} " in f" {name} " for name in folded) else None


def _same(one: Candidate, other: Candidate) -> bool:
    return one.precision == other.precision and km_between(one, other) < _APART_KM[one.precision]


def _slug(name: str) -> str:
    ascii_name = unicodedata.normalize("NFKD", fold(name)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name).strip("-")[:60].strip("-") or "place"


def _yaml(text: str) -> str:
    plain = re.fullmatch(r"[^\W\d_][^\x00-\x1f:#{}\[\],&*!|>'\"%@`]*", text)
    return text if plain else json.dumps(text, ensure_ascii=False)
