"""Yen equivalents for reference: an amount at the published average rate of its own year, never of another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, NamedTuple, Self

from pydantic import Field, StringConstraints, model_validator

from atlas.progress.years import Step, year_of
from atlas.records import Address, Date, Record, Text

Year = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Figures = dict[Year, dict[Currency, Annotated[float, Field(gt=0)]]]
_FIGURES: Final = 3  # that are told: an average of a year says no more


class Release(Record):
    """Annual averages to the US dollar as one release prints them: units for a dollar, or dollars for a unit."""

    publisher: Text
    title: Text
    released: Date
    address: Address
    read: Date
    per_dollar: Figures
    in_dollars: Figures = Field(default_factory=dict)

    @model_validator(mode="after")
    def _crossed(self) -> Self:
        for year in sorted({*self.per_dollar, *self.in_dollars}):
            here, there = self.per_dollar.get(year, {}), self.in_dollars.get(year, {})
            if "JPY" not in here:
                raise ValueError(f"{year} has no yen for a dollar; add per_dollar.{year}.JPY")
            if twice := sorted((here.keys() & there.keys()) | ({"USD"} & {*here, *there})):
                raise ValueError(f"{year}: {', '.join(twice)} stands twice; keep one figure")
        return self


class Rate(NamedTuple):
    """Yen for one unit of a currency on average of a year, how that was worked out, and who published the figures."""

    year: str
    currency: str
    yen: float
    how: str
    release: Release


Releases = Mapping[str, Release]


def rate_of(step: Step, releases: Releases) -> Rate | None:
    """The rate of a milestone's own year and currency; None for yen and where it is not known."""
    year, currency = year_of(step), step["currency"]
    for release in releases.values():
        dollar, to = release.per_dollar.get(year, {}), release.in_dollars.get(year, {})
        if currency == "USD" and dollar:
            return Rate(year, currency, dollar["JPY"], "", release)
        if currency in to:
            return Rate(year, currency, dollar["JPY"] * to[currency], f"{dollar['JPY']} × {to[currency]}", release)
        if currency in dollar and currency != "JPY":
            how = f"{dollar['JPY']} ÷ {dollar[currency]}"
            return Rate(year, currency, dollar["JPY"] / dollar[currency], how, release)
    return None


def equivalent(step: Step, releases: Releases) -> float | None:
    """About how many yen a milestone's amount was, to a few figures; None where no rate is known."""
    rate = rate_of(step, releases)
    return float(f"{float(step['amount']) * rate.yen:.{_FIGURES}g}") if rate else None


def last_year(releases: Releases) -> int:
    """The last year that has rates."""
    return max(int(year) for release in releases.values() for year in release.per_dollar)
