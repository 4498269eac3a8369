"""Published amounts, each once: what counts in a total of its currency, and why the rest does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final, Literal, NamedTuple, Protocol, TypeVar

from atlas.progress.milestones import Row, Told, told
from atlas.progress.years import Step, counts, later
from atlas.regional import by_initiative
from atlas.vocab import Lang

Why = Literal["", "other", "background", "candidate", "event", "intent", "budget"]
# What binds the one who pays; an announcement, a report or a request does not.
_AGREED: Final = ("signed", "loan-signed", "approved")


class _Dated(Protocol):
    @property
    def step(self) -> Step: ...


_Report = TypeVar("_Report", bound=_Dated)


class Amount(NamedTuple):
    """A milestone with an amount and the first of the sites that have it; `why` it counts in no total, if so."""

    site: Row
    told: Told
    why: Why

    @property
    def step(self) -> Step:
        """The milestone itself."""
        return self.told.step

    @property
    def osa(self) -> bool:
        """Whether it is a grant of Official Security Assistance to a country."""
        return "osa" in self.site["instruments"] and bool(self.step["recipient"])


def amounts(sites: Iterable[Row], lang: Lang, until: str | None = None) -> list[Amount]:
    """The published amounts of some sites at the end of a year, newest first."""
    found: list[Amount] = []
    for rows in by_initiative(sites).values():
        dated = [one for one in told(rows, lang) if one.step["amount"] and not later(one.step, until)]
        first = first_reports(dated)
        found += [Amount(rows[one.rows[0]], one, _why(one, first)) for one in dated]
    return sorted(found, key=lambda one: str(one.step["date"]), reverse=True)


def first_reports(dated: Sequence[_Report]) -> list[_Report]:
    """Of the reports of one event the one in yen, else the first: the others would count the same money again."""
    in_order = sorted(dated, key=lambda one: one.step["currency"] != "JPY")
    return list({str(one.step.get("event") or id(one)): one for one in reversed(in_order)}.values())


def _why(one: Told, first: Sequence[Told]) -> Why:
    step = one.step
    if step["status"] == "budgeted":
        return "budget"
    if step.get("predecessor"):
        return "background"
    if step.get("amount_of_en") and not step["recipient"]:
        return "other"
    if not counts(step):
        return "candidate" if step.get("candidate") else "intent"
    if not any(one is report for report in first):
        return "event"
    return "" if step["status"] in _AGREED else "intent"


def pivot(found: Iterable[Amount]) -> dict[str, dict[int, list[Amount]]]:
    """OSA grants by recipient and Japan's fiscal year; the recipient of most first. All are in yen."""
    table: dict[str, dict[int, list[Amount]]] = {}
    for one in found:
        if one.osa and not one.why and one.step["currency"] == "JPY":
            table.setdefault(one.step["recipient"], {}).setdefault(one.step["fiscal_year"], []).append(one)
    return dict(sorted(table.items(), key=lambda item: (-total([*chain(*item[1].values())]), item[0])))


def by_currency(found: Iterable[Amount]) -> dict[str, list[Amount]]:
    """What counts and is no OSA grant, by currency, yen first; the largest first."""
    groups: dict[str, list[Amount]] = {}
    for one in sorted(found, key=lambda one: -float(one.step["amount"])):
        if not one.why and not (one.osa and one.step["currency"] == "JPY"):
            groups.setdefault(one.step["currency"], []).append(one)
    return dict(sorted(groups.items(), key=lambda item: (item[0] != "JPY", -len(item[1]), item[0])))


def budgets(found: Iterable[Amount]) -> dict[int, Amount]:
    """The OSA budget of each fiscal year."""
    osa = (one for one in found if one.why == "budget" and "osa" in one.site["instruments"])
    return {one.step["fiscal_year"]: one for one in reversed(list(osa)) if one.step["fiscal_year"]}


def total(found: Sequence[Amount]) -> float:
    """The sum of some amounts; raises ValueError when they are not of one currency."""
    if len({one.step["currency"] for one in found}) > 1:
        raise ValueError("amounts of several currencies are never added")
    return sum(float(one.step["amount"]) for one in found)
