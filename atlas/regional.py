"""Regions and countries as subjects: what is a country's own, what is region-wide, counts, frame, milestones."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

import numpy as np

from atlas import vocab
from atlas.countries import country_name, name_in_sentence, region_of
from atlas.filter import Filter
from atlas.index import Index, Mask
from atlas.progress.milestones import Row, Told, told
from atlas.progress.years import counts

DEFAULT: Final = "asean"
FOCUS_ORDER: Final = (1, 2, 3, 0)


@dataclass(frozen=True)
class Subject:
    """What a page is about: a region or a country."""

    facet: Literal["region", "country"]
    code: str

    @property
    def region(self) -> str:
        """The region itself, or the country's."""
        return self.code if self.facet == "region" else region_of(self.code)

    def name(self, lang: vocab.Lang) -> str:
        """The name, plain text."""
        return vocab.REGIONS[self.code].text(lang) if self.facet == "region" else country_name(self.code, lang)

    def in_sentence(self, lang: vocab.Lang) -> str:
        """The name as a sentence has it."""
        return self.name(lang) if self.facet == "region" else name_in_sentence(self.code, lang)

    def narrow(self, filter_: Filter) -> Filter:
        """The filter with this subject and no other."""
        return filter_.without("region", "country").with_codes(self.facet, (self.code,))


def subject(code: str) -> Subject:
    """The subject of a code: a region of the vocabulary, else a country."""
    return Subject("region" if code in vocab.REGIONS else "country", code)


def subject_of(filter_: Filter) -> Subject:
    """The first country of a filter, else its first region, else ASEAN."""
    return subject((*filter_.country, *filter_.region, DEFAULT)[0])


def own(index: Index, filter_: Filter, about: Subject) -> Mask:
    """The sites that count for a subject: a region's with its region-wide ones, a country's without."""
    return index.select(about.narrow(filter_))


def region_wide(index: Index, filter_: Filter, about: Subject) -> Mask:
    """The sites that stand for the subject's whole region; a country's own initiatives are not repeated."""
    none = np.zeros(index.size, dtype=np.bool_)
    wide = own(index, filter_, Subject("region", about.region)) & index.members["precision"].get("region", none)
    if about.region == "global":
        return wide & False
    if about.facet == "country":
        wide &= ~np.isin(index.initiative, index.initiative[own(index, filter_, about)])
    return wide


def members(index: Index, filter_: Filter, region: str) -> dict[str, int]:
    """The countries of a region that have initiatives, most first, as their own pages count them."""
    counts = index.facet_counts(filter_.without("region"), "country")
    found = [code for code, n in counts.items() if n and region_of(code) == region]
    return {code: counts[code] for code in sorted(found, key=lambda code: (-counts[code], code))}


def tally(index: Index, mask: Mask, facet: str) -> dict[str, int]:
    """How many initiatives of a mask have each code of a facet, most first, without those that have none."""
    counts = {code: index.count(mask & member) for code, member in index.members[facet].items()}
    return {code: n for code, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n}


def by_initiative(sites: Iterable[Row]) -> dict[str, list[Row]]:
    """The sites of each initiative, as they stood."""
    found: dict[str, list[Row]] = {}
    for site in sites:
        found.setdefault(str(site["initiative"]), []).append(site)
    return found


def in_focus_order(sites: Iterable[Row]) -> list[Row]:
    """The first site of each initiative, by focus area ①②③＋ and then as they stood."""
    return sorted(
        (rows[0] for rows in by_initiative(sites).values()), key=lambda row: FOCUS_ORDER.index(row["focus_area"])
    )


class Recent(NamedTuple):
    """A milestone of an initiative, and the first of the sites that have it."""

    told: Told
    site: Row


def recent(sites: Iterable[Row], since: date, today: date, lang: vocab.Lang) -> list[Recent]:
    """What happened from a day up to today, latest first; a month or year counts when it begins in that time."""
    first, last = since.isoformat(), today.isoformat()
    found = []
    for rows in by_initiative(sites).values():
        for one in told(rows, lang):
            day = str(one.step["date"])
            if counts(one.step) and first <= (day + "-01-01")[:10] <= last:
                found.append(Recent(one, rows[one.rows[0]]))
    return sorted(found, key=lambda one: str(one.told.step["date"]), reverse=True)


def expected(sites: Iterable[Row], lang: vocab.Lang) -> list[list[Recent]]:
    """What is still to come as published, soonest first: each event with every report of it, none of a predecessor."""
    found: dict[object, list[Recent]] = {}
    for initiative, rows in by_initiative(sites).items():
        for one in told(rows, lang):
            if one.step.get("expected") and not one.step.get("predecessor"):
                event = (initiative, one.step.get("event") or len(found))
                found.setdefault(event, []).append(Recent(one, rows[one.rows[0]]))
    return sorted(found.values(), key=lambda reports: str(reports[0].told.step["date"]))


def months_before(today: date, months: int) -> date:
    """The same day so many months ago, or that month's last."""
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))
