"""The index: which site has which code, built once an edition; filters and counts are bit operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from atlas import vocab
from atlas.countries import region_of, search_names
from atlas.counts import Counts, kinds, tally
from atlas.filter import FACETS, Filter
from atlas.progress.years import UNDATED, Step, reached, span, statuses, year_of
from atlas.records import Text
from atlas.search.names import Name, names_of
from atlas.search.words import spaced, wanted

Mask = NDArray[np.bool_]
_COLUMN: Final = {
    "focus": "focus_area", "region": "region", "country": "countries", "theme": "themes",
    "instrument": "instruments", "partner": "partners", "document": "documents",
    "precision": "precision", "basis": "basis", "status": "status",
}  # fmt: skip
_LABELS: Final[tuple[tuple[str, Mapping[str, vocab.Label]], ...]] = (
    ("themes", vocab.THEMES), ("instruments", vocab.INSTRUMENTS),
)  # fmt: skip


@dataclass(frozen=True, eq=False, repr=False)
class Index:
    """Membership of every site in every code of every facet; all arrays have one entry a site.

    `statuses` has the members of the status facet at the end of each year.
    """

    members: Mapping[str, Mapping[str, Mask]]
    statuses: Mapping[str, Mapping[str, Mask]]
    initiative: NDArray[np.intp]
    haystack: tuple[str, ...]
    names: tuple[Name, ...]
    wide: Mask
    off: Mask

    @property
    def size(self) -> int:
        """How many sites there are."""
        return len(self.haystack)

    def allowed(self) -> dict[str, list[str]]:
        """The codes that occur, by facet: what a URL may name."""
        return {facet: list(codes) for facet, codes in self.members.items()}

    def select(self, filter_: Filter) -> Mask:
        """Which sites a filter shows; remembered, so not to be written to."""
        return _select(self, filter_)

    def count(self, mask: Mask) -> int:
        """How many initiatives the sites of a mask belong to."""
        return int(np.count_nonzero(np.bincount(self.initiative[mask])))

    def counts(self, mask: Mask) -> Counts:
        """What the sites of a mask come to, in initiatives and places."""
        return tally(self.initiative[mask], self.wide[mask], self.off[mask])

    def unplaced(self, mask: Mask) -> Mask:
        """Those sites of a mask whose initiatives have no place on the map in it."""
        return mask & ~np.isin(self.initiative, self.initiative[mask & ~self.off])

    def facet_counts(self, filter_: Filter, facet: str) -> dict[str, int]:
        """How many initiatives each code of a facet would give under the other filters."""
        return dict(_facet_counts(self, filter_.without(facet), facet))

    def of(self, filter_: Filter, facet: str) -> Mapping[str, Mask]:
        """The members of a facet; a status is the one of the filter's year."""
        at_year = facet == "status" and filter_.until is not None
        return self.statuses[str(filter_.until)] if at_year else self.members[facet]


@lru_cache(maxsize=512)
def _select(index: Index, filter_: Filter) -> Mask:
    mask = _found(index, filter_.q)
    for facet in FACETS:
        mask = mask & _chosen(index, index.of(filter_, facet), filter_.codes(facet))
    mask.setflags(write=False)
    return mask


@lru_cache(maxsize=512)
def _facet_counts(index: Index, others: Filter, facet: str) -> Mapping[str, int]:
    if facet == "year" and others.status:  # the status that is asked for is the one of each year
        return {code: index.count(_select(index, others.with_codes(facet, (code,)))) for code in index.members[facet]}
    rest, pairs = _select(index, others), _pairs(index, facet, others.until if facet == "status" else None)
    met = np.zeros(pairs.code.size, dtype=np.bool_)
    met[pairs.pair[rest[pairs.site]]] = True
    return dict(zip(pairs.codes, np.bincount(pairs.code[met], minlength=len(pairs.codes)).tolist(), strict=True))


class _Pairs(NamedTuple):
    """Where a facet's codes stand: for each site with a code the pair of its initiative and code, numbered.

    `site` and `pair` have one entry a site and code, `code` one a pair (a place in `codes`).
    """

    codes: tuple[str, ...]
    site: NDArray[np.intp]
    pair: NDArray[np.intp]
    code: NDArray[np.intp]


@lru_cache(maxsize=128)
def _pairs(index: Index, facet: str, until: str | None) -> _Pairs:
    members = index.statuses[until] if until else index.members[facet]
    where = [np.flatnonzero(member) for member in members.values()]
    site = np.concatenate([*where, np.zeros(0, dtype=np.intp)])
    code = np.repeat(np.arange(len(where)), [found.size for found in where])
    both, pair = np.unique(code * index.size + index.initiative[site], return_inverse=True)
    return _Pairs(tuple(members), site, pair, both // max(index.size, 1))


def _chosen(index: Index, members: Mapping[str, Mask], codes: Sequence[str]) -> Mask:
    """The sites with one of the codes, all of them when none is asked for; a code that nobody has finds nothing."""
    chosen = [members[code] for code in codes if code in members]
    return np.logical_or.reduce(chosen) if chosen else np.full(index.size, not codes)


def _found(index: Index, query: str) -> Mask:
    asked = wanted(query)
    if not asked:
        return np.ones(index.size, dtype=np.bool_)
    found = (all(any(term in text for term in terms) for terms in asked) for text in index.haystack)
    return np.fromiter(found, dtype=np.bool_, count=index.size)


def build_index(frame: pd.DataFrame, organisations: Mapping[str, Text]) -> Index:
    """Index a frame of sites; `organisations` gives the searchable names of partners."""
    members, rows = {facet: _membership(frame[column]) for facet, column in _COLUMN.items()}, frame.to_dict("records")
    nobody = np.zeros(len(frame), dtype=np.bool_)
    members["focus"] = {code: members["focus"].get(code, nobody) for code in "1230"}
    members["region"] = _membership(pd.Series([regions_of(row) for row in rows], dtype=object))
    histories = [reached(steps, None) for steps in frame["milestones"]]
    years = span(histories)
    stands = [[year for year in years if year >= first] or [UNDATED] for first in _since(frame, histories)]
    members["year"] = _membership(pd.Series(stands, dtype=object))
    members["ids"] = _membership(frame["initiative"])
    columns = dict(zip(years, zip(*(statuses(steps, years) for steps in histories), strict=True), strict=True))
    at_end = {year: _membership(pd.Series(column, dtype=object)) for year, column in columns.items()}
    once = {str(step["status"]) for steps in histories for step in steps}
    members["status"] = known = {code: members["status"].get(code, nobody) for code in sorted(once)}
    at_years = {year: {code: of.get(code, nobody) for code in known} for year, of in at_end.items()}
    texts = tuple(spaced(_words_of(row, organisations)) for row in rows)
    names = names_of(rows, members, organisations)
    return Index(members, at_years, pd.factorize(frame["initiative"])[0], texts, names, *kinds(frame))


def widened(index: Index, allowed: Mapping[str, Sequence[str]], organisations: Mapping[str, Text]) -> Index:
    """The index of a part that knows the codes of the whole, those of ids apart; nobody has the others."""
    nobody = np.zeros(index.size, dtype=np.bool_)
    members = {**index.members}
    for facet in members.keys() & allowed.keys() - {"ids"}:
        members[facet] = {code: index.members[facet].get(code, nobody) for code in allowed[facet]}
    years = [code for code in members["year"] if code != UNDATED]
    statuses = {
        year: {code: index.statuses.get(year, {}).get(code, nobody) for code in members["status"]} for year in years
    }
    names = tuple(dict.fromkeys([*names_of([], members, organisations), *index.names]))
    return replace(index, members=members, statuses=statuses, names=names)


def regions_of(row: Mapping[Any, Any]) -> list[str]:
    """The regions that a site counts for: its own, and for a route those of all countries that it joins."""
    joined = [region_of(code) for code in row["countries"]] if row["precision"] == "route" else []
    return list(dict.fromkeys([row["region"], *joined]))


def _since(frame: pd.DataFrame, histories: Sequence[Sequence[Step]]) -> list[str]:
    """The year from which each site stands: of its first milestone, else of its initiative's; undated without any."""
    own = [year_of(steps[0]) if steps else UNDATED for steps in histories]
    first: dict[str, str] = {}
    for initiative, year in zip(frame["initiative"], own, strict=True):
        first[initiative] = min(year, first.get(initiative, UNDATED))
    return [first[name] if year == UNDATED else year for name, year in zip(frame["initiative"], own, strict=True)]


def _membership(column: pd.Series[Any]) -> dict[str, Mask]:
    lists = [[str(v) for v in value] if isinstance(value, list) else [str(value)] for value in column.to_list()]
    codes = sorted({code for codes in lists for code in codes} - {"None", "nan"})
    found: dict[str, Mask] = {code: np.zeros(len(lists), dtype=np.bool_) for code in codes}
    for row, present in enumerate(lists):
        for code in present:
            if code in found:
                found[code][row] = True
    return found


def _words_of(row: Mapping[Any, Any], organisations: Mapping[str, Text]) -> str:
    parts = [row[key] for key in ("initiative", "title_ja", "title_en", "summary_ja", "summary_en")]
    parts += [row["place_ja"] or "", row["place_en"] or "", *vocab.REGIONS[row["region"]]]
    for column, labels in _LABELS:
        parts += [word for code in row[column] for word in labels[code]]
    for code in [*row["countries"], *row["partners"]]:
        named = organisations.get(code)
        parts += [named.ja, named.en, code] if named else search_names(code)
    return "\n".join(dict.fromkeys(parts))
