"""What stood when: the years of a record, its status at the end of one, what came later."""

from __future__ import annotations

from calendar import monthrange
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import pandas as pd

from atlas.vocab import STAGES

UNDATED: Final = "undated"
Step = Mapping[str, Any]


def year_of(step: Step) -> str:
    """The year of a milestone, whatever the precision of its date."""
    return str(step["date"])[:4]


def days_of(step: Step) -> tuple[date, date]:
    """The first and the last day that its date may mean: of a day, a month, a year, or Japan's fiscal year."""
    year, month, day = [*map(int, str(step["date"]).split("-")), 0, 0][:3]
    if not month and step.get("fiscal_year") == year:
        return date(year, 4, 1), date(year + 1, 3, 31)
    last = month or 12
    return date(year, month or 1, day or 1), date(year, last, day or monthrange(year, last)[1])


def span(histories: Iterable[Sequence[Step]]) -> list[str]:
    """Every year from the first milestone to the last, none left out."""
    years = [int(year_of(step)) for steps in histories for step in steps]
    return [str(year) for year in range(min(years), max(years) + 1)] if years else []


def later(step: Step, until: str | None) -> bool:
    """Whether a milestone came after the end of a year; never when no year is asked for."""
    return until is not None and year_of(step) > until


def counts(step: Step) -> bool:
    """Whether a milestone has happened to the initiative itself: not expected, not of a predecessor or a candidate."""
    return not (step.get("expected") or step.get("predecessor") or step.get("candidate"))


def reached(steps: Iterable[Step], until: str | None) -> list[Step]:
    """What had happened by the end of a year, up to today when no year is asked for."""
    return [step for step in steps if counts(step) and not later(step, until)]


def order(step: Step) -> tuple[int, str, bool]:
    """What makes a milestone the one that stands: how far a thing got, then how new it is, then if it has an amount."""
    stage = next((stage for stage, codes in enumerate(STAGES, 1) if step["status"] in codes), 0)
    return stage, str(step["date"]), bool(step["amount"])


def status_at(steps: Sequence[Step], until: str | None) -> str | None:
    """The status at the end of a year."""
    found = sorted(reached(steps, until), key=order)[-1:]
    return str(found[0]["status"]) if found else None


def statuses(steps: Iterable[Step], years: Iterable[str]) -> list[str | None]:
    """The status at the end of each year; years ascend."""
    ahead, best, found = deque(sorted(reached(steps, None), key=year_of)), list[Step](), list[str | None]()
    for year in years:
        while ahead and not later(ahead[0], year):
            best = sorted([*best, ahead.popleft()], key=order)[-1:]
        found.append(str(best[0]["status"]) if best else None)
    return found


def as_of(sites: pd.DataFrame, until: str | None) -> pd.DataFrame:
    """The same sites with the status that they had at the end of a year; their milestones stay whole."""
    if until is None or sites.empty:
        return sites
    statuses = pd.Series([status_at(steps, until) for steps in sites["milestones"]], index=sites.index, dtype=object)
    return sites.assign(status=statuses)
