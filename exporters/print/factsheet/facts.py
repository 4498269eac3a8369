"""What a fact sheet says: counts, amounts, steps, what is to come, what applies to the whole region, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from typing import Literal, NamedTuple

import numpy as np

from atlas.errors import AtlasError
from atlas.filter import Filter
from atlas.progress.amounts import Amount, amounts, first_reports
from atlas.progress.milestones import Told, told
from atlas.progress.years import Step, counts, later
from atlas.regional import FOCUS_ORDER, Recent, Subject, by_initiative, expected, own, region_wide, subject
from atlas.vocab import text_of
from atlas.words.i18n import t
from atlas.words.phrases import date_text
from exporters.extract import Extract, Row

Sort = Literal["confirmed", "candidate", "shared"]


class PlaceError(AtlasError):
    """There is nothing on record of a country or region."""


class FactSum(NamedTuple):
    """Amounts of one currency and one sort, never added to others."""

    sort: Sort
    currency: str
    found: tuple[Amount, ...]


@dataclass(frozen=True)
class Facts:
    """All of a fact sheet in the extract's language; `extract` has the subject's own sites, `whole` all of them."""

    about: Subject
    whole: Extract
    extract: Extract
    numbers: dict[str, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The country's or region's name."""
        return self.about.name(self.whole.lang)

    @property
    def region(self) -> str:
        """The name of the region that it lies in."""
        return Subject("region", self.about.region).name(self.whole.lang)

    @property
    def today(self) -> date:
        """The day of the edition, or the end of the year that was asked for."""
        until = self.whole.filter.until
        day = date.fromisoformat(self.whole.date) if self.whole.date else self.whole.stamp().date()
        return min(day, date(int(until), 12, 31)) if until else day

    def t(self, key: str, **values: object) -> str:
        """Words in the sheet's language."""
        return t(self.whole.lang, key, **values)

    def source(self, step: Step) -> int:
        """The number of a step's source: they are numbered as they are first used."""
        return self.numbers.setdefault(str(step["source"]), len(self.numbers) + 1)

    def tally(self) -> dict[int, int]:
        """How many initiatives there are of each focus area."""
        areas = [sites[0]["focus_area"] for sites in by_initiative(self.extract.rows).values()]
        return {focus: areas.count(focus) for focus in FOCUS_ORDER if focus or 0 in areas}

    def steps(self, sites: Sequence[Row]) -> list[Told]:
        """What has happened to the country itself: no step of another recipient, nothing expected."""
        lang, until = self.whole.lang, self.whole.filter.until
        return [one for one in told(sites, lang) if not one.step.get("expected") and self._mine(one.step, until)]

    def unsure(self) -> bool:
        """Whether a candidate is among what happened or is expected."""
        return any(one.told.step.get("candidate") for one in (*self.past(), *chain(*self.coming())))

    def coming(self) -> list[list[Recent]]:
        """What is expected as published, each event with its reports."""
        until, every = self.whole.filter.until, expected(self.extract.rows, self.whole.lang)
        mine = ([one for one in reports if self._mine(one.told.step, until)] for reports in every)
        return [reports for reports in mine if reports]

    def past(self) -> list[Recent]:
        """All steps that are no history of a predecessor, oldest first."""
        groups = by_initiative(self.extract.rows).values()
        found = [Recent(one, sites[one.rows[0]]) for sites in groups for one in self.steps(sites)]
        return sorted((one for one in found if not one.told.step.get("predecessor")), key=_day)

    def latest(self) -> Recent | None:
        """The newest step, one of a candidate only where there is no other."""
        past = self.past()
        return max([one for one in past if counts(one.told.step)] or past, key=_day, default=None)

    def sums(self) -> tuple[list[FactSum], int]:
        """The amounts by sort and currency, and how many published ones stand in no total."""
        every = amounts(self.extract.rows, self.whole.lang, self.whole.filter.until)
        mine = [one for one in every if self._mine(one.step, None)]
        kept: dict[Sort, list[Amount]] = {"confirmed": [], "candidate": [], "shared": []}
        for one in mine:
            if one.why == "":
                kept["shared" if self.shared(one) else "confirmed"].append(one)
        kept["candidate"] = first_reports([one for one in mine if one.why == "candidate" and _sure(one)])
        found = [FactSum(sort, code, tuple(one for one in some if one.step["currency"] == code))
                 for sort, some in kept.items() for code in _currencies(some)]  # fmt: skip
        return found, len(mine) - sum(len(one.found) for one in found)

    def shared(self, one: Amount) -> bool:
        """Whether an amount is also another country's: paid to nobody by name, for places of several."""
        if self.about.facet == "region" or one.step["recipient"]:
            return False
        sites = self.whole.groups[str(one.site["initiative"])]
        return any(set(site["countries"]) != {self.about.code} for site in sites if one.step in site["milestones"])

    def wide(self) -> dict[str, list[Row]]:
        """What applies to the country's whole region; a region has that among its own."""
        if self.about.facet == "region":
            return {}
        mask = region_wide(self.whole.index, Filter(), self.about)
        return by_initiative(self.whole.rows[number] for number in np.flatnonzero(mask))

    def day(self, iso: str) -> str:
        """A date as short as a table needs: 2024.02.12."""
        return iso.replace("-", ".") if self.whole.lang == "ja" else date_text(iso, self.whole.lang)

    def title(self, row: Row) -> str:
        """The short title of an initiative, else its title."""
        lang = self.whole.lang
        return str(text_of(row, "short_title", lang) or text_of(row, "title", lang))

    def _mine(self, step: Step, until: str | None) -> bool:
        ours = step["recipient"] in (None, self.about.code) or self.about.facet == "region"
        return ours and not later(step, until)


def facts_of(extract: Extract, place: str) -> Facts:
    """The facts of a country or region in an extract of all sites; raises PlaceError where there are none."""
    about = subject(place)
    mask = own(extract.index, Filter(), about)
    if not mask.any():
        raise PlaceError(t(extract.lang, "fact_nothing", name=about.in_sentence(extract.lang)))
    return Facts(
        about,
        extract,
        replace(extract, sites=extract.sites[mask], filter=about.narrow(Filter(year=extract.filter.year))),
    )


def _sure(one: Amount) -> bool:
    """Whether an amount is Japan's own as published: of nothing else, and more than a report."""
    return not one.step.get("amount_of_en") and one.step["status"] != "reported"


def _currencies(found: Iterable[Amount]) -> list[str]:
    """Their currencies, yen first."""
    return sorted({str(one.step["currency"]) for one in found}, key=lambda code: (code != "JPY", code))


def _day(one: Recent) -> str:
    return str(one.told.step["date"])
