"""The committed GeoJSON as plain dictionaries, and what a filter means, told once more and simply."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from atlas import vocab
from atlas.countries import region_of, search_names

DATA = Path(__file__).resolve().parents[1] / "data"
Feature = dict[str, Any]
Wish = Mapping[str, Iterable[str]]
FEATURES: list[Feature] = json.loads((DATA / "initiatives.geojson").read_text(encoding="utf-8"))["features"]
ORGANISATIONS: dict[str, dict[str, str]] = yaml.safe_load((DATA / "organisations.yml").read_text("utf-8"))
SOURCES: dict[str, dict[str, Any]] = yaml.safe_load((DATA / "documents.yml").read_text("utf-8"))
_PROPERTY = {
    "focus": "focus_area", "region": "region", "country": "countries", "theme": "themes", "instrument": "instruments",
    "partner": "partners", "document": "documents", "precision": "precision", "basis": "basis", "status": "status",
    "ids": "initiative",
}  # fmt: skip


def done(feature: Feature) -> list[dict[str, Any]]:
    """What has happened at a site, the last that stands: not expected, not a predecessor's or a candidate's."""
    steps: list[dict[str, Any]] = feature["properties"]["milestones"]
    return in_order(step for step in steps if not (step["expected"] or step["predecessor"] or step["candidate"]))


def candidates(feature: Feature) -> list[dict[str, Any]]:
    """What has happened to a project that the document may or may not mean."""
    steps: list[dict[str, Any]] = feature["properties"]["milestones"]
    return in_order(step for step in steps if step["candidate"] and not step["expected"])


def in_order(steps: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """By how far they got, then by day."""
    return sorted(steps, key=lambda step: (_STAGE[step["status"]], step["date"], step["amount"] is not None))


_STAGE = dict.fromkeys(vocab.STATUSES, 0) | {
    "in-force": 1, "amended": 1, "under-construction": 1, "landed": 1, "launched": 1, "partly-delivered": 1,
    "delivered": 2, "in-service": 2, "completed": 2, "revised": 2,
}  # fmt: skip


_YEARS: dict[str, list[int]] = {}
for _feature in FEATURES:
    _YEARS.setdefault(_feature["properties"]["initiative"], []).extend(int(step["date"][:4]) for step in done(_feature))
_LAST = max(year for years in _YEARS.values() for year in years)


def codes(feature: Feature, facet: str, until: int | None = None) -> set[str]:
    """The codes that one site has in a facet; its status may be that at the end of a year."""
    row = feature["properties"]
    steps = done(feature)
    if facet == "year":
        years = [int(step["date"][:4]) for step in steps] or _YEARS[row["initiative"]]
        return {str(year) for year in range(min(years), _LAST + 1)} if years else {"undated"}
    if facet == "status" and until is not None:
        return {step["status"] for step in [step for step in steps if int(step["date"][:4]) <= until][-1:]}
    if facet == "region" and row["precision"] == "route":
        return {row["region"], *(region_of(code) for code in row["countries"])}
    value = row[_PROPERTY[facet]]
    values = value if isinstance(value, list) else [value]
    return {str(code) for code in values if code is not None}


def sites(wish: Wish, text: str = "") -> list[Feature]:
    """The sites that a filter asks for: OR inside a facet, AND between facets and words."""
    wanted = {facet: set(asked) for facet, asked in wish.items() if asked}
    years = [int(code) for code in wanted.get("year", ()) if code.isdigit()]
    terms = [re.compile("|".join(one)) for one in patterns(plain(text).split())]
    until = max(years, default=None)
    return [
        feature
        for number, feature in enumerate(FEATURES)
        if all(_codes(number, facet, until) & asked for facet, asked in wanted.items())
        and all(term.search(_haystack(number)) for term in terms)
    ]


@cache
def _codes(number: int, facet: str, until: int | None) -> set[str]:
    return codes(FEATURES[number], facet, until if facet == "status" else None)


@cache
def _haystack(number: int) -> str:
    return haystack(FEATURES[number])


def initiatives(found: Iterable[Feature]) -> int:
    """How many initiatives some sites belong to."""
    return len({feature["properties"]["initiative"] for feature in found})


def ids(found: Iterable[Feature]) -> set[str]:
    """The ids of some sites."""
    return {feature["id"] for feature in found}


def title(initiative: str, lang: vocab.Lang) -> str:
    """The title of an initiative."""
    rows = (feature["properties"] for feature in FEATURES)
    return next(str(row[f"title_{lang}"]) for row in rows if row["initiative"] == initiative)


def plain(text: str) -> str:
    """Text without width, case, accents and the difference between the two kana."""
    letters = [char for char in unicodedata.normalize("NFKD", text.lower()) if not 0x300 <= ord(char) < 0x370]
    composed = unicodedata.normalize("NFC", "".join(letters))
    return "".join(chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char for char in composed)


def haystack(feature: Feature) -> str:
    """Everything a search looks at."""
    row = feature["properties"]
    names = ("initiative", "title_ja", "title_en", "summary_ja", "summary_en", "place_ja", "place_en")
    parts = [str(row[name] or "") for name in names]
    parts += [*vocab.REGIONS[row["region"]]]
    parts += [word for code in row["themes"] for word in vocab.THEMES[code]]
    parts += [word for code in row["instruments"] for word in vocab.INSTRUMENTS[code]]
    for code in [*row["countries"], *row["partners"]]:
        known = ORGANISATIONS.get(code)
        parts += [code, known["ja"], known["en"]] if known else search_names(code)
    return plain("\n".join(parts))


def _bounded(text: str, *, whole: bool) -> str:
    """A pattern that finds a text where a Latin word begins, and ends there too if it is to be whole."""
    end = r"(?![a-z0-9])" if whole and re.match("[a-z0-9]", text[-1]) else ""
    return (r"(?<![a-z0-9])" if re.match("[a-z0-9]", text) else "") + re.escape(text) + end


def _synonyms() -> dict[str, list[str]]:
    lines = (DATA.parent / "atlas" / "search" / "synonyms.txt").read_text("utf-8").splitlines()
    groups = [[plain(term.strip()) for term in line.split("|")] for line in lines if line and line[0] != "#"]
    return {term: [_bounded(one, whole=True) for one in group] for group in groups for term in group}


SYNONYMS = _synonyms()


def patterns(words: list[str]) -> list[list[str]]:
    """What a search has to find, one of each entry: the longest run of words that has synonyms, else a word."""
    if not words:
        return []
    for n in range(len(words), 0, -1):
        if found := SYNONYMS.get(" ".join(words[:n])):
            return [found, *patterns(words[n:])]
    return [[_bounded(words[0], whole=False)], *patterns(words[1:])]


QUERIES: dict[str, dict[str, Any]] = {
    one.pop("q"): one for one in yaml.safe_load((DATA.parent / "tests" / "queries.yml").read_text("utf-8"))
}


def is_right(query: str, found: set[str]) -> bool:
    """Whether a query of the list finds the initiatives that it should."""
    right = QUERIES[query] | QUERIES.get(QUERIES[query].get("same", ""), {})
    exact = found == set(right.get("found", found))
    return exact and found >= set(right.get("has", ())) and found.isdisjoint(right.get("not", ()))
