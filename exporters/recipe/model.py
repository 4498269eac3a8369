"""The recipe of a briefing and its pages as records; keys that nobody knows are faults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from atlas.compare.groups import Grouping
from atlas.comparison import FEWEST, MOST
from atlas.filter import FACETS, MAX_QUERY, Filter
from atlas.records import Record
from atlas.regional import months_before, subject
from exporters.print.options import Style
from exporters.recipe.words import (
    Basis,
    Both,
    Country,
    Day,
    Focus,
    Frame,
    Initiative,
    Instrument,
    Known,
    Precision,
    Region,
    Status,
    Subject,
    Theme,
    Year,
)

PAGES: Final = 60
MOST_CHOSEN: Final = 500
Size = Literal["slide-16x9", "a4-landscape", "a3-landscape"]  # tables need their width
Named = Iterator[tuple[str, str]]


class RecipeFilter(Record):
    """What is shown, by the names that the map's address has: several codes of one are or, several names are and."""

    focus: list[Focus] | None = Field(default=None, min_length=1)
    region: list[Region] | None = Field(default=None, min_length=1)
    country: list[Country] | None = Field(default=None, min_length=1)
    theme: list[Theme] | None = Field(default=None, min_length=1)
    instrument: list[Instrument] | None = Field(default=None, min_length=1)
    partner: list[Known] | None = Field(default=None, min_length=1)
    document: list[Known] | None = Field(default=None, min_length=1)
    precision: list[Precision] | None = Field(default=None, min_length=1)
    basis: list[Basis] | None = Field(default=None, min_length=1)
    status: list[Status] | None = Field(default=None, min_length=1)
    year: list[Year] | None = Field(default=None, min_length=1)
    ids: list[Initiative] | None = Field(default=None, min_length=1, max_length=MOST_CHOSEN)
    q: Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUERY)] | None = None

    def over(self, base: Filter) -> Filter:
        """The base with what this one asks for in its place."""
        for facet in FACETS:
            codes = getattr(self, facet)
            base = base.with_codes(facet, codes) if codes else base
        return replace(base, q=self.q) if self.q else base

    def named(self) -> Named:
        """Every code with its facet."""
        return ((facet, code) for facet in FACETS for code in getattr(self, facet) or ())


class RecipePage(Record):
    """What every page may have: a title, the presenter's notes, a filter of its own over the recipe's."""

    kind: str
    title: Both | None = None
    notes: Both | None = None
    filter: RecipeFilter | None = None

    def asked(self, base: Filter) -> Filter:
        """What the page shows."""
        return self.filter.over(base) if self.filter else base

    def named(self) -> Named:
        """What of an edition the page names, each with its facet."""
        return self.filter.named() if self.filter else iter(())


class ChosenPage(RecipePage):
    """A page that may show chosen initiatives, in their order."""

    ids: list[Initiative] | None = Field(default=None, min_length=1, max_length=MOST_CHOSEN)

    def asked(self, base: Filter) -> Filter:
        """The filter with the initiatives chosen."""
        found = super().asked(base)
        return found.with_codes("ids", self.ids) if self.ids else found

    def named(self) -> Named:
        """Also the initiatives chosen."""
        yield from super().named()
        yield from (("ids", code) for code in self.ids or ())


class SincePage(RecipePage):
    """A page that may be about what moved in the last months, or since a day."""

    months: int | None = Field(default=None, ge=1, le=36)
    since: Day | None = None

    @model_validator(mode="after")
    def _once(self) -> Self:
        if self.months and self.since:
            raise ValueError("since and months say the same; keep one")
        return self

    def first(self, today: date, usual: int | None = None) -> date | None:
        """The day from which on something counts; none where neither it nor a `usual` number of months is given."""
        if self.since:
            return date.fromisoformat(self.since)
        months = self.months or usual
        return months_before(today, months) if months else None


class MapPage(ChosenPage, SincePage):
    """A map with boxes or lists; `callouts` are own words for initiatives, `emphasise` those that stand out;
    with `months` or a day in `since` it shows what moved."""

    kind: Literal["map"]
    frame: Frame = "auto"
    style: Style = "boxes"
    callouts: dict[Initiative, Both] = Field(default={}, max_length=MOST_CHOSEN)
    emphasise: list[Initiative] = Field(default=[], max_length=MOST_CHOSEN)

    def named(self) -> Named:
        """Also the initiatives that have own words or stand out."""
        yield from super().named()
        yield from (("ids", code) for code in dict.fromkeys((*self.callouts, *self.emphasise)))


class FactsheetPage(RecipePage):
    """What is on record of a country or region on A4; on slides, which are no A4, its map and its list."""

    kind: Literal["factsheet"]
    place: Subject

    def asked(self, base: Filter) -> Filter:
        """The filter for the country or region alone."""
        return subject(self.place).narrow(super().asked(base))

    def named(self) -> Named:
        """Also the country or region."""
        yield from super().named()
        yield subject(self.place).facet, self.place


class AmountsPage(RecipePage):
    """Published amounts."""

    kind: Literal["amounts"]


class TimelinePage(SincePage):
    """What moved in the last months, or since a day, and what is to come."""

    kind: Literal["timeline"]


class ComparisonPage(RecipePage):
    """Two to four countries or regions side by side."""

    kind: Literal["comparison"]
    of: list[Subject] = Field(min_length=FEWEST, max_length=MOST)

    def named(self) -> Named:
        """Also what is compared."""
        yield from super().named()
        yield from ((subject(code).facet, code) for code in self.of)


class GapsPage(RecipePage):
    """Where there is nothing: regions by focus area, countries by theme."""

    kind: Literal["gaps"]
    wide: bool = False
    themes: bool = False


class ChangesPage(RecipePage):
    """What changed since an edition, named by day or digest, without one since the edition of a month before.

    Changes of wording alone are counted, and listed only when `wording` is true.
    """

    kind: Literal["changes"]
    since: Known | None = None
    by: Grouping = "kind"
    wording: bool = False


class ListPage(ChosenPage):
    """All initiatives as a list."""

    kind: Literal["list"]


class SourcesPage(RecipePage):
    """Every source that is cited."""

    kind: Literal["sources"]


class Recipe(Record):
    """A briefing: its words, its look, its data; its pages are records of their own, by their kinds."""

    lang: Literal["ja", "en", "both"]
    title: Both | None = None
    subtitle: Both | None = None
    marking: Both | None = None
    date: Day | None = None
    size: Size = "slide-16x9"
    template: Annotated[str, StringConstraints(pattern=r"(?i)\.(pptx|potx)$", max_length=500)] | None = None
    edition: Known | None = None
    filter: RecipeFilter | None = None
    pages: Any = None

    def base(self) -> Filter:
        """The filter that holds for all pages."""
        return self.filter.over(Filter()) if self.filter else Filter()
