"""What the catalogue's things are called: countries, themes, organisations, places, initiatives and what else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from atlas import vocab
from atlas.countries import search_names
from atlas.records import Text


class Name(NamedTuple):
    """A thing and what it is called, in Japanese and English first; `kind` is its facet, place or initiative."""

    kind: str
    code: str
    texts: tuple[str, ...]


def names_of(
    rows: Sequence[Mapping[Any, Any]], members: Mapping[str, Iterable[str]], organisations: Mapping[str, Text]
) -> tuple[Name, ...]:
    """The names of what occurs in sites."""
    return tuple(dict.fromkeys([*_coded(members, organisations), *_places(rows), *_initiatives(rows)]))


def _coded(members: Mapping[str, Iterable[str]], organisations: Mapping[str, Text]) -> Iterator[Name]:
    yield from (Name("country", code, search_names(code)) for code in members["country"])
    yield from (Name("region", code, vocab.REGIONS[code]) for code in members["region"] if code != "global")
    yield from (Name("theme", code, vocab.THEMES[code]) for code in members["theme"])
    yield from (Name("instrument", code, vocab.INSTRUMENTS[code]) for code in members["instrument"])
    named = ((code, organisations[code]) for code in members["partner"] if code in organisations)
    yield from (Name("partner", code, (name.ja, name.en)) for code, name in named)


def _places(rows: Iterable[Mapping[Any, Any]]) -> Iterator[Name]:
    own = (row for row in rows if row["place_ja"] and row["precision"] in ("site", "city", "admin1"))
    yield from (Name("place", row["place_ja"], (row["place_ja"], row["place_en"])) for row in own)


def _initiatives(rows: Iterable[Mapping[Any, Any]]) -> Iterator[Name]:
    yield from (Name("initiative", row["initiative"], (row["title_ja"], row["title_en"])) for row in rows)
