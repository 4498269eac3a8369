"""The lines of a comparison under headings: by what happened, or by the places that it concerns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from atlas import vocab
from atlas.compare.sentences import KINDS, ChangeLine
from atlas.countries import country_name, is_country, region_of
from atlas.vocab import Lang
from atlas.words.i18n import t

Grouping = Literal["kind", "place"]
GROUPINGS: Final[tuple[Grouping, ...]] = ("kind", "place")


class LineGroup(NamedTuple):
    """Lines under a heading and how many initiatives they are of; a country's group stands `within` its region's."""

    code: str
    name: str
    lines: list[ChangeLine]
    n: int
    within: bool = False


def groups(lines: Sequence[ChangeLine], by: Grouping, lang: Lang) -> list[LineGroup]:
    """The lines under their headings; a line that concerns several countries stands under each."""
    if by == "kind":
        sorts = [(kind, [line for line in lines if line.kind == kind]) for kind in KINDS]
        return [LineGroup(kind, t(lang, f"changes_{kind}"), some, _count(some)) for kind, some in sorts if some]
    return [group for region in vocab.REGIONS for group in _region(lines, region, lang)]


def _region(lines: Sequence[ChangeLine], region: str, lang: Lang) -> Iterator[LineGroup]:
    """A region with what concerns it as a whole, then its countries, those with most initiatives first."""
    every = [line for line in lines if region in map(_region_of, line.places)]
    if not every:
        return
    own = [_named(line, lang) for line in every if region in line.places]
    codes = {code for line in every for code in line.places if code != region and _region_of(code) == region}
    yield LineGroup(region, vocab.REGIONS[region].text(lang), [] if codes else own, _count(every))
    if codes and own:
        yield LineGroup(f"{region}-wide", t(lang, "region_wide"), own, _count(own), within=True)
    found = [(code, [_named(line, lang) for line in every if code in line.places]) for code in codes]
    for code, some in sorted(found, key=lambda one: (-_count(one[1]), one[0])):
        name = country_name(code, lang) if is_country(code) else t(lang, "value_unknown")
        yield LineGroup(code, name, some, _count(some), within=True)


def _region_of(code: str) -> str:
    return code if code in vocab.REGIONS else region_of(code)


def _named(line: ChangeLine, lang: Lang) -> ChangeLine:
    """Where no heading says it: whether the initiative came or went."""
    if line.kind not in ("added", "removed"):
        return line
    return line._replace(what=t(lang, "changes_kind", kind=t(lang, f"changes_map_{line.kind}"), what=line.what))


def _count(lines: Sequence[ChangeLine]) -> int:
    return len({line.initiative for line in lines if line.initiative})
