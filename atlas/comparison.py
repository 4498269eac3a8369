"""Countries and regions side by side: the initiatives of each, what several share, what stands for a whole region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np

from atlas import vocab
from atlas.countries import region_of
from atlas.coverage import countries
from atlas.edition import Edition
from atlas.filter import Filter
from atlas.index import Index, Mask
from atlas.progress.milestones import Row
from atlas.regional import FOCUS_ORDER, Subject, by_initiative, own, region_wide

FEWEST: Final = 2
MOST: Final = 4


class Line(NamedTuple):
    """An initiative, which of the subjects have it (their positions), and its sites that count for them."""

    initiative: str
    columns: tuple[int, ...]
    sites: list[Row]

    @property
    def theme(self) -> str:
        """The main theme: the first that the record names."""
        return str(self.sites[0]["themes"][0])


class Comparison(NamedTuple):
    """The initiatives of some subjects by main theme, each once; `wide` are those that only stand for their regions.

    `also` has for each subject what applies to its whole region besides, nothing for a region: there it is its own.
    `mask` is all that stands in the comparison.
    """

    subjects: Sequence[Subject]
    themes: dict[str, list[Line]]
    wide: dict[str, list[Line]]
    also: list[list[Line]]
    mask: Mask

    def lines(self) -> list[Line]:
        """All initiatives of the subjects."""
        return [line for lines in self.themes.values() for line in lines]

    def of(self, column: int) -> list[Line]:
        """The initiatives of one subject."""
        return [line for line in self.lines() if column in line.columns]


def parse_compare(values: Iterable[str], allowed: Sequence[str]) -> tuple[list[str], list[str]]:
    """The codes of `compare=`, four at most, and what is not understood."""
    asked = list(dict.fromkeys(code for value in values for code in value.split(",") if code))
    known = [code for code in asked if code in allowed]
    return known[:MOST], [code for code in asked if code not in allowed] + known[MOST:]


def comparable(index: Index) -> list[str]:
    """What can be compared: the regions, then the countries by region."""
    order = list(vocab.REGIONS)
    found = sorted(countries(index), key=lambda code: (order.index(region_of(code)), code))
    return [code for code in order if code in index.members["region"]] + found


def compare(edition: Edition, filter_: Filter, subjects: Sequence[Subject]) -> Comparison:
    """What some subjects have under a filter; its own countries and regions say nothing here."""
    index = edition.index
    masks = [own(index, filter_, one) for one in subjects]
    every: Mask = np.logical_or.reduce(masks)
    held = [set(by_initiative(edition.rows(mask))) for mask in masks]
    lines = [
        Line(name, tuple(at for at, names in enumerate(held) if name in names), sites)
        for name, sites in by_initiative(edition.rows(every)).items()
    ]
    regions = dict.fromkeys(one.region for one in subjects if one.facet == "country")
    rest = ~np.isin(index.initiative, index.initiative[every])
    apart = {code: region_wide(index, filter_, Subject("region", code)) & rest for code in regions}
    wide = {code: _wide(edition, mask) for code, mask in apart.items() if mask.any()}
    also = [_wide(edition, region_wide(index, filter_, one)) if one.facet == "country" else [] for one in subjects]
    return Comparison(subjects, _by_theme(lines), wide, also, np.logical_or.reduce([every, *apart.values()]))


def _wide(edition: Edition, mask: Mask) -> list[Line]:
    return _in_order(Line(name, (), sites) for name, sites in by_initiative(edition.rows(mask)).items())


def _in_order(lines: Iterable[Line]) -> list[Line]:
    """What most subjects have first, then by focus area, then as they stood."""
    return sorted(lines, key=lambda line: (-len(line.columns), FOCUS_ORDER.index(line.sites[0]["focus_area"])))


def _by_theme(lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The themes that most subjects have first, then those of most initiatives, then as the vocabulary has them."""
    found = {code: _in_order(line for line in lines if line.theme == code) for code in vocab.THEMES}
    spread = {code: len({at for line in some for at in line.columns}) for code, some in found.items()}
    return {code: found[code] for code in sorted(found, key=lambda c: (-spread[c], -len(found[c]))) if found[code]}
