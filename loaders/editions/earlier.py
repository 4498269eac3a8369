"""Which edition another is compared with when nobody says: the one in force a month before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

_BEFORE: Final = timedelta(days=30)
Days = Mapping[str, str | None]


def earlier(days: Days, to: str, differs: Callable[[str], bool]) -> str | None:
    """The edition in force 30 days before one, else the last before it whose content differs, else another.

    `days` has the day of every edition by its name, newest first.
    """
    names = list(days)
    at = names.index(to) if to in days else -1
    others = [name for name in (in_force(days, to), *names[at + 1 :], *names[: max(at, 0)]) if name]
    return next(filter(differs, others), others[0] if others else None)


def in_force(days: Days, to: str) -> str | None:
    """The last edition released on or before the day 30 days before another's."""
    then = days.get(to)
    if not then:
        return None
    last = _day(then) - _BEFORE
    return next((name for name, day in days.items() if day and _day(day) <= last), None)


def days_apart(one: str | None, other: str | None) -> int | None:
    """How many days lie between two editions; None when a day is not known."""
    return abs((_day(one) - _day(other)).days) if one and other else None


def _day(text: str) -> date:
    """A date as a day; a month or a year is its first."""
    return date.fromisoformat(f"{text}-01-01"[:10])
