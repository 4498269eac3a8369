"""What is right for the items of a document: as the catalogue has it, or as an officer settled it (data/intake/)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from atlas.errors import DataError, Problem
from atlas.records import Country, Initiative, Instrument, Record, Region, Slug, Theme
from loaders.intake.draft import Draft, DraftEntry

FOLDER: Final = "intake"
FORMAT: Final = "foip-atlas-corrections/1"


class Answer(Record):
    """One initiative of an item, in codes alone. `named` are the countries that the document itself names."""

    initiative: str
    named: tuple[Country, ...] = ()
    countries: tuple[Country, ...] = ()
    regions: tuple[Region, ...] = ()
    partners: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    focus_area: Literal[0, 1, 2, 3]


class Corrections(Record):
    """What an officer made of a document, without any of its text; `sha256` is that of the file."""

    format: Literal["foip-atlas-corrections/1"] = FORMAT
    document: Slug
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    items: dict[str, tuple[Answer, ...]]


def corrections_of(draft: Draft) -> Corrections:
    """What became of a draft: the entries of the items that were taken, none for those that were refused."""
    items = {
        item.code: tuple(_settled(entry) for entry in item.entries if item.state == "taken" and entry.themes)
        for item in draft.items
        if item.state != "open"
    }
    return Corrections(document=draft.source.key, sha256=draft.source.sha256, items=items)


def read_corrections(data: Path, document: str) -> Corrections | None:
    """Those of a document in the data folder, None where there are none. Raises DataError."""
    path = data / FOLDER / f"{document}.json"
    if not path.is_file():
        return None
    try:
        return Corrections.model_validate_json(path.read_bytes())
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"]))
        raise DataError([Problem(f"{data.name}/{FOLDER}/{path.name}", where, str(fault["msg"]))]) from None


def answers_of(initiatives: Mapping[str, Initiative], document: str) -> dict[str, tuple[Answer, ...]]:
    """What the catalogue says of each item of a document that it covers."""
    found: dict[str, list[Answer]] = {}
    for key, one in initiatives.items():
        for mention in one.mentions:
            source, _, code = mention.partition(":")
            if source == document:
                found.setdefault(code, []).append(_known(key, one))
    return {code: tuple(answers) for code, answers in found.items()}


def _known(key: str, one: Initiative) -> Answer:
    stated = [site for site in one.sites.values() if site.basis == "stated"]
    partners = [code for code in one.partners if code.isupper()]
    named = [*(site.country for site in stated if site.country), *partners]
    every = [*named, *(code for site in one.sites.values() for code in (site.country, *site.countries) if code)]
    return Answer(
        initiative=key, named=_but_japan(named), countries=_but_japan(every), partners=tuple(one.partners),
        regions=tuple(dict.fromkeys(site.region for site in stated if site.region and site.region != "global")),
        themes=tuple(one.themes), instruments=tuple(one.instruments), focus_area=one.focus_area,
    )  # fmt: skip


def _settled(entry: DraftEntry) -> Answer:
    countries = [place.country for place in entry.places if place.country]
    named = _but_japan([*countries, *(code for code in entry.partners if code.isupper())])
    return Answer(
        initiative=entry.same_as or entry.id, named=named, countries=named, partners=entry.partners,
        regions=tuple(place.region for place in entry.places if place.region and place.region != "global"),
        themes=entry.themes, instruments=entry.instruments, focus_area=entry.focus_area or 0,
    )  # fmt: skip


def _but_japan(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code != "JPN"))
