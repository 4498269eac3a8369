"""A map of what moved: the places, country by country, where something has happened since a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from atlas.countries import is_country
from atlas.progress.moves import Advance, move
from exporters.extract import Extract, Row


def move_of(extract: Extract, rows: Sequence[Row], since: str) -> Advance | None:
    """What moved some rows of one initiative up to the extract's edition."""
    return move(rows, extract.lang, since, extract.date or "9999-12-31")


def moved_units(extract: Extract, since: str) -> dict[tuple[str, str], list[int]]:
    """The rows, by position, of every initiative in every country or region where it moved."""
    units: dict[tuple[str, str], list[int]] = {}
    for number, row in enumerate(extract.rows):
        for place in row["countries"] or [row["region"]]:
            units.setdefault((row["initiative"], place), []).append(number)
    return {unit: some for unit, some in units.items() if move_of(extract, [extract.rows[n] for n in some], since)}


def moved_extract(extract: Extract, since: str) -> Extract:
    """The sites that moved, and no other."""
    kept = sorted({number for some in moved_units(extract, since).values() for number in some})
    return replace(extract, sites=extract.sites.iloc[kept])


def moved_counts(extract: Extract, since: str) -> dict[str, int]:
    """How many initiatives moved, in how many countries, and in how many of these one reached a further stage."""
    units = moved_units(extract, since)
    found = {unit: move_of(extract, [extract.rows[n] for n in some], since) for unit, some in units.items()}
    nations = {place: False for _, place in found if is_country(place)}
    for (_, place), one in found.items():
        if place in nations and one and one.advanced:
            nations[place] = True
    return {"n": len({code for code, _ in found}), "countries": len(nations), "advanced": sum(nations.values())}
