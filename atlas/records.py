"""The records as people write them: one initiative per catalogue file, places, documents."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final, Literal, Self
from unicodedata import east_asian_width

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from atlas import vocab
from atlas.countries import is_country
from atlas.text.folding import plain

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
ITEM: Final = r"[A-Z]?[0-9]+(\.[0-9]+){0,3}"
Precision = Literal["site", "city", "admin1", "country", "region", "route"]


def _member(allowed: dict[str, vocab.Label], name: str) -> Any:
    def check(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"'{value}' is not a known {name}; use one of: {', '.join(allowed)}")
        return value

    return AfterValidator(check)


def _country(value: str) -> str:
    if not is_country(value):
        raise ValueError(f"'{value}' is not an ISO 3166-1 alpha-3 code of a country; write for example FJI")
    return value


def _calendar(value: str) -> str:
    if len(value) == 10:
        try:
            date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"'{value}' is not a day of the calendar; correct it") from None
    return value


Plain = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(plain)]
Country = Annotated[str, AfterValidator(_country)]
Region = Annotated[str, _member(vocab.REGIONS, "region")]
Theme = Annotated[str, _member(vocab.THEMES, "theme")]
Instrument = Annotated[str, _member(vocab.INSTRUMENTS, "instrument")]
Status = Annotated[str, _member(vocab.STATUSES, "status")]
Role = Annotated[str, _member(vocab.ROLES, "role")]
KindOfPlace = Annotated[str, _member(vocab.PLACE_KINDS, "kind of place")]
Date = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"),
    AfterValidator(_calendar),
]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s\"'<>\\]+$", max_length=500)]


class Record(BaseModel):
    """Unknown keys are errors; records do not change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Record):
    """The same words in Japanese and English; both are required."""

    ja: Plain
    en: Plain

    def text(self, lang: vocab.Lang) -> str:
        """The words in one language."""
        return self.ja if lang == "ja" else self.en


def _short(most: float) -> Any:
    def check(value: str) -> str:
        if (wide := sum(1 if east_asian_width(char) in "WFA" else 0.5 for char in value)) > most:
            raise ValueError(f"is {wide:g} full-width characters long; {most:g} are the most")
        return value

    return AfterValidator(check)


class ShortText(Text):
    """A title for a slide: 15 full-width characters in Japanese, 30 letters in English at most."""

    ja: Annotated[Plain, _short(15)]
    en: Annotated[Plain, _short(15)]


class Site(Record):
    """One place of an initiative, no more precise than the sources allow."""

    country: Country | None = None
    region: Region | None = None
    countries: list[Country] = []
    place: str | None = None
    path: list[str] = []
    role: Role | None = None
    candidate: bool = False
    precision: Precision
    basis: Literal["stated", "inferred"]
    source: Slug | None = None
    confidence: Literal["high", "medium", "low"] | None = None
    route_basis: Literal["surveyed", "published", "schematic"] | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if (self.country is None) == (self.region is None):
            raise ValueError("give either country or region (a route that crosses countries: region and countries)")
        if self.basis == "inferred" and (self.source is None or self.confidence is None):
            raise ValueError("an inferred place needs source and confidence")
        if self.basis == "stated" and self.confidence is not None:
            raise ValueError("confidence belongs to inferred places only; remove it")
        if self.candidate and self.basis == "stated":
            raise ValueError("a candidate is not stated in the document; use basis: inferred")
        if (self.precision == "route") != (len(self.path) >= 2):
            raise ValueError("a route needs a path of two or more gazetteer keys, and only a route has one")
        if (self.precision == "route") != (self.route_basis is not None):
            raise ValueError("a route needs route_basis, and only a route has one")
        if self.precision in ("site", "city", "admin1") and not (self.place and self.country):
            raise ValueError(f"precision '{self.precision}' needs country and place (a gazetteer key)")
        if self.precision == "region" and self.region is None:
            raise ValueError("precision 'region' needs region, not country")
        if self.precision == "country" and self.country is None:
            raise ValueError("precision 'country' needs country")
        return self


class Milestone(Record):
    """A dated step, with amount and currency as published, and its source.

    `dated` is how the source words the date where the date alone would say too much or too little. An `expected` one is
    still to come; one of a `predecessor` (a memorandum to be renewed) is background; one of a `candidate` is of a
    project of which it is not sure that the document means it. None of them is the initiative's status. `amount_of`
    says in a few words what an amount is of that is not simply Japan's own: a total, a ceiling, a figure only reported;
    without a recipient it counts in no total. `recipient` is that of a grant; `fiscal_year` (Japan's, April to March)
    is that of a grant, or the one in which something is expected. Reports of one event that do not agree stand one by
    one and share the name of the `event`.
    """

    date: Date
    status: Status
    expected: bool = False
    dated: Text | None = None
    predecessor: bool = False
    candidate: bool = False
    sites: list[Slug] = []
    recipient: Country | None = None
    fiscal_year: int | None = Field(default=None, ge=1950, le=2100)
    amount: float | None = Field(default=None, gt=0)
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None
    amount_of: Text | None = None
    source: Slug
    event: Slug | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        if (self.amount is None) != (self.currency is None):
            raise ValueError("amount and currency go together")
        if self.amount_of is not None and self.amount is None:
            raise ValueError("amount_of belongs to an amount; remove it")
        if self.expected and self.predecessor:
            raise ValueError("expected and predecessor exclude each other; keep one")
        return self


class Initiative(Record):
    """One initiative that a source document names."""

    title: Text
    short_title: ShortText | None = None
    summary: Text
    focus_area: Literal[0, 1, 2, 3]
    focus_area_basis: Literal["stated", "inferred"]
    focus_area_reason: Text | None = None
    priority_area: Literal["I", "II", "III", "IV", "V"] | None = None
    themes: list[Theme] = Field(min_length=1)
    instruments: list[Instrument] = Field(min_length=1)
    partners: list[str] = []
    mentions: list[Annotated[str, StringConstraints(pattern=rf"^[a-z0-9-]+:{ITEM}$")]] = Field(min_length=1)
    sites: dict[Slug, Site] = Field(min_length=1)
    milestones: list[Milestone] = []

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if (self.focus_area_basis == "inferred") != (self.focus_area_reason is not None):
            raise ValueError("focus_area_reason (ja, en) is required when focus_area_basis is inferred, and only then")
        for milestone in self.milestones:
            for site in milestone.sites:
                if site not in self.sites:
                    raise ValueError(
                        f"milestones: the one of {milestone.date} names '{site}', which is not under sites"
                    )
        return self

    @model_validator(mode="after")
    def _disputed(self) -> Self:
        for event in sorted({one.event for one in self.milestones if one.event}):
            if len({one.source for one in self.milestones if one.event == event}) < 2:
                raise ValueError(f"milestones: event '{event}' needs two reports of different sources, or no name")
        return self


class Place(Record):
    """A gazetteer entry: a named point (degrees, WGS 84) with where it comes from."""

    name: Text
    country: Country | None = None
    region: Region | None = None
    lon: float = Field(ge=-180, le=180)
    lat: float = Field(ge=-90, le=90)
    precision: Literal["site", "city", "admin1", "country", "region", "waypoint"]
    kind: KindOfPlace | None = None
    uncertainty_km: float | None = Field(default=None, gt=0)
    source: Plain
    checked: Date


class Item(Record):
    """One entry of a document's outline; of one that names no initiative, `not_initiative` says why."""

    heading: Text
    label: Text
    not_initiative: Text | None = None


class Document(Record):
    """A source: a document that is covered whole, or as far as its `scope` says, or a cited public record."""

    kind: Literal["document", "record"]
    publisher: Text
    title: Text
    short_title: ShortText | None = None
    language: Literal["ja", "en", "ja/en", "id", "other"]
    date: Date | None = None
    address: Address | None = None
    read: Date
    scope: Text | None = None
    outline: dict[str, Item] = {}

    def named(self, lang: vocab.Lang) -> str:
        """What it is called in filters and mentions: its short name, else its title."""
        return (self.short_title or self.title).text(lang)
