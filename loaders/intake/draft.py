"""A document on its way in: its text, what was proposed for each item, what an officer made of it; one file."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from atlas.records import (
    Address,
    Country,
    Date,
    Instrument,
    Plain,
    Precision,
    Record,
    Region,
    Role,
    Slug,
    Status,
    Theme,
)

FORMAT: Final = "foip-atlas-intake/1"
Clued = Literal["country", "partner", "place", "date", "status", "amount", "theme", "instrument", "focus", "same"]
State = Literal["open", "taken", "refused"]
Sure = Literal["low", "medium", "high"]
Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]]


class DraftWords(Record):
    """Words in both languages; an empty one is still to be written."""

    ja: str = ""
    en: str = ""


class FoundPlace(Record):
    """A point that the gazetteer lacks (degrees, WGS 84), with where it was found."""

    name: DraftWords
    country: Country
    lon: float = Field(ge=-180, le=180)
    lat: float = Field(ge=-90, le=90)
    precision: Literal["site", "city", "admin1"]
    uncertainty_km: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    source: Plain


class Clue(Record):
    """One thing proposed, and on what it rests.

    `value` is a code, a date, an amount as `1500000000 JPY`, a key of the gazetteer, or an initiative's id. `spans` are
    positions in the draft's text, none where nothing there says it. `rule` is the key of a sentence that says why,
    `near` the initiative that it was learnt from, `margin` (0–1) how far it is ahead of the next. `rank` is 0 for what
    the entry begins with, 1 and on for those that came next; of a `same`, `agrees` and `differs` say in what.
    """

    field: Clued
    value: str
    spans: tuple[Span, ...] = ()
    rule: str
    near: str | None = None
    margin: float = Field(ge=0, le=1)
    rank: int = Field(default=0, ge=0)
    spot: FoundPlace | None = None
    agrees: tuple[Clued, ...] = ()
    differs: tuple[Clued, ...] = ()


class DraftPlace(Record):
    """Where an entry stands on the map: a country, a region, or in a country a place of the gazetteer or a new one."""

    country: Country | None = None
    region: Region | None = None
    place: str | None = None
    spot: FoundPlace | None = None
    role: Role | None = None
    precision: Precision = "country"


class DraftStep(Record):
    """A dated step that the document states; `note` says in a few words what it is of.

    `amount_of` says what an amount is of that is not simply Japan's own; `fiscal_year` is Japan's.
    """

    status: Status
    date: Date | None = None
    amount: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    currency: str | None = None
    amount_of: DraftWords = DraftWords()
    fiscal_year: int | None = Field(default=None, ge=1950, le=2100)
    recipient: Country | None = None
    expected: bool = False
    note: DraftWords = DraftWords()


class DraftEntry(Record):
    """One initiative of an item, as it will stand in the catalogue; `same_as` is one that the atlas has.

    `start` and `end` are the part of the item that it speaks of. `with_item` is an earlier item that tells of the same.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    same_as: str | None = None
    with_item: str | None = None
    id: str = ""
    title: DraftWords = DraftWords()
    short_title: DraftWords = DraftWords()
    summary: DraftWords = DraftWords()
    focus_area: Literal[0, 1, 2, 3] | None = None
    focus_area_basis: Literal["stated", "inferred"] = "inferred"
    focus_area_reason: DraftWords = DraftWords()
    themes: tuple[Theme, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    partners: tuple[str, ...] = ()
    places: tuple[DraftPlace, ...] = ()
    steps: tuple[DraftStep, ...] = ()


class Organisation(Record):
    """An organisation that the atlas's table lacks: its names, and the key it would get."""

    key: Slug
    name: DraftWords


class DraftItem(Record):
    """One item of the document's outline, what is proposed for it, and what became of it.

    `start` and `end` are its place in the draft's text. `label` says in a few words what the item is, for the outline.
    `reason` of a refused one is a key of `vocab.NOT_INITIATIVE` or an officer's own words; of an open one it is the key
    that is proposed, empty for what may be an initiative.
    """

    code: str
    heading: DraftWords
    label: DraftWords = DraftWords()
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    clues: tuple[Clue, ...] = ()
    sure: Sure = "low"
    doubts: tuple[str, ...] = ()
    entries: tuple[DraftEntry, ...] = ()
    state: State = "open"
    reason: str = ""


class Heard(Record):
    """What is known of the document itself. `parties` are the other sides of a bilateral statement."""

    key: Slug
    title: DraftWords
    short_title: DraftWords = DraftWords()
    publisher: DraftWords = DraftWords()
    language: Literal["ja", "en"]
    date: Date | None = None
    parties: tuple[Country, ...] = ()
    address: Address | None = None
    scope: DraftWords = DraftWords()
    file: str
    sha256: str


class ReadingNote(Record):
    """Something that reading the document left to tell: a key of the words (`intake_…`) and its values."""

    key: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    values: dict[str, str | int]


class Draft(Record):
    """A whole draft, as `*.intake.json` holds it. `edition` is the one that it was proposed against.

    `remarks` tell what reading it left open or supposed; `dropped` are running heads and the like, left out of `text`.
    """

    format: Literal["foip-atlas-intake/1"] = FORMAT
    edition: str
    source: Heard
    text: str
    items: tuple[DraftItem, ...]
    organisations: tuple[Organisation, ...] = ()
    remarks: tuple[ReadingNote, ...] = ()
    dropped: tuple[str, ...] = ()
