"""How many initiatives each pair of codes has, zeros too: regions by focus area, countries by theme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from atlas import vocab
from atlas.countries import members_of, region_of
from atlas.filter import Filter
from atlas.index import Index, Mask
from atlas.regional import FOCUS_ORDER

MAIN: Final = 26
OWN: Final = ("region", "focus", "country", "theme")  # facets that are the tables' own: a filter says nothing of them
_LISTED: Final = ("asean", "pif")  # whose members stand in the table even with nothing listed
LISTED_REGIONS: Final = frozenset(region_of(code) for group in _LISTED for code in members_of(group))


class Coverage(NamedTuple):
    """Counts of initiatives, codes of a facet down, of another across; `named` are those of a line by itself."""

    down: str
    across: str
    lines: list[str]
    columns: list[str]
    counts: npt.NDArray[np.int_]
    named: list[int]


def by_region(index: Index, filter_: Filter) -> Coverage:
    """Regions by focus area, under what the filter asks for besides them."""
    mask = others(index, filter_)
    lines = {code: index.members["region"][code] & mask for code in vocab.REGIONS if code in index.members["region"]}
    columns = {str(code): index.members["focus"].get(str(code), mask & False) for code in FOCUS_ORDER}
    named = [index.count(line) for line in lines.values()]
    return Coverage("region", "focus", list(lines), list(columns), _counts(index, lines, columns), named)


def by_country(index: Index, filter_: Filter, *, wide: bool, every: bool) -> Coverage:
    """Countries by theme; `wide` adds what stands for a country's whole region, `every` is all themes."""
    mask, order = others(index, filter_), list(vocab.REGIONS)
    codes = countries(index)
    own = {code: index.members["country"].get(code, mask & False) & mask for code in codes}
    named = {code: index.count(line) for code, line in own.items()}
    lines = {code: own[code] | (_whole(index, region_of(code)) & mask if wide else False)
             for code in sorted(codes, key=lambda c: (order.index(region_of(c)), -named[c], c))}  # fmt: skip
    themes = index.members["theme"]
    counts = _counts(index, lines, themes)
    columns = _themes(index, counts, MAIN if not every else len(themes))
    at = [list(themes).index(code) for code in columns]
    return Coverage("country", "theme", list(lines), columns, counts[:, at], [named[code] for code in lines])


def countries(index: Index) -> set[str]:
    """The countries that have something, and the members of the groups that stand in tables with nothing listed."""
    return {*index.members["country"], *(code for group in _LISTED for code in members_of(group))}


def focus_of(index: Index, theme: str) -> str:
    """The focus area of most of a theme's initiatives, whatever the filter."""
    member, focus = index.members["theme"][theme], index.members["focus"]
    return max((str(code) for code in FOCUS_ORDER if str(code) in focus), key=lambda f: index.count(member & focus[f]))


def _themes(index: Index, counts: npt.NDArray[np.int_], most: int) -> list[str]:
    """The themes of most countries, by the focus area that most of their initiatives have."""
    spread = dict(zip(index.members["theme"], (counts > 0).sum(axis=0).tolist(), strict=True))
    first = sorted(spread, key=lambda code: (-spread[code], code))[:most]
    areas = [str(code) for code in FOCUS_ORDER]
    return sorted(first, key=lambda code: (areas.index(focus_of(index, code)), -spread[code], code))


def others(index: Index, filter_: Filter) -> Mask:
    """The sites under what a filter asks for besides the tables' own facets."""
    return index.select(filter_.without(*OWN))


def _whole(index: Index, region: str) -> Mask:
    """What stands for the whole of a region; nothing does for the world."""
    wide = index.members["region"].get(region), index.members["precision"].get("region")
    none = np.zeros(index.size, np.bool_)
    return none if region == "global" or wide[0] is None or wide[1] is None else wide[0] & wide[1]


def _counts(index: Index, lines: Mapping[str, Mask], columns: Mapping[str, Mask]) -> npt.NDArray[np.int_]:
    """Lines × columns. Focus area and theme are those of a whole initiative, so numbers of initiatives suffice."""
    size = int(index.initiative.max(initial=-1)) + 1

    def held(masks: Mapping[str, Mask]) -> npt.NDArray[np.int_]:
        found = np.zeros((len(masks), size), np.int_)
        for row, mask in enumerate(masks.values()):
            found[row, index.initiative[mask]] = 1
        return found

    return held(lines) @ held(columns).T
