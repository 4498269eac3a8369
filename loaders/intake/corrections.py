"""What is right for the items of a document: as the catalogue has it, or as an officer settled it (data/intake/)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from atlas.errors import DataError, Problem
from atlas.records import Country, Initiative, Instrument, Record, Region, Slug, Theme
from atlas.vocab import NOT_INITIATIVE
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
    """What an officer made of a document, without any of its text; `sha256` is that of the file.

    `refused` has the key of `vocab.NOT_INITIATIVE` for the items that have no answers, empty for a reason of one's own.
    """

    format: Literal["foip-atlas-corrections/1"] = FORMAT
    document: Slug
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    parties: tuple[Country, ...] = ()
    items: dict[str, tuple[Answer, ...]]
    refused: dict[str, str] = Field(default_factory=dict)


def corrections_of(draft: Draft) -> Corrections:
    """What became of a draft: the entries of the items that were taken, the reasons of those that were refused."""
    items: dict[str, tuple[Answer, ...]] = {}
    for item in draft.items:
        if item.state == "taken":
            items[item.code] = tuple(_settled(entry, items) for entry in item.entries if entry.themes)
        elif item.state == "refused":
            items[item.code] = ()
    refused = {
        item.code: item.reason if item.reason in NOT_INITIATIVE else ""
        for item in draft.items
        if item.state == "refused"
    }
    source = draft.source
    return Corrections(
        document=source.key, sha256=source.sha256, parties=source.parties, items=items, refused=refused
    )  # fmt: skip


def corrections_text(found: Corrections) -> str:
    """The file that keeps them, an item a line."""
    raw = found.model_dump(mode="json", exclude_defaults=True) | {"format": found.format}
    lines = [f"    {json.dumps(code)}: {json.dumps(value)}" for code, value in raw.pop("items").items()]
    head = json.dumps(raw, indent=2, sort_keys=True)[:-2]
    return head + ',\n  "items": {\n' + ",\n".join(lines) + "\n  }\n}\n"


def corrections_for(data: Path, sha256: str) -> Corrections | None:
    """Those of the file with this hash, None where nobody settled it. Raises DataError."""
    every = (_read(path, data) for path in sorted((data / FOLDER).glob("*.json")))
    return next((one for one in every if one.sha256 == sha256), None)


def _read(path: Path, data: Path) -> Corrections:
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


def _settled(entry: DraftEntry, items: Mapping[str, tuple[Answer, ...]]) -> Answer:
    told = items.get(entry.with_item or "")
    countries = [place.country for place in entry.places if place.country]
    named = _but_japan([*countries, *(code for code in entry.partners if code.isupper())])
    return Answer(
        initiative=entry.same_as or (told[0].initiative if told else entry.id),
        named=named, countries=named, partners=entry.partners,
        regions=tuple(place.region for place in entry.places if place.region and place.region != "global"),
        themes=entry.themes, instruments=entry.instruments, focus_area=entry.focus_area or 0,
    )  # fmt: skip


def _but_japan(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code in codes if code != "JPN"))
