"""The index: which site has which code, built once an edition; filters and counts are bit operations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from atlas import vocab
from atlas.countries import country_name
from atlas.filter import FACETS, Filter
from atlas.text import fold, words

Mask = NDArray[np.bool_]
_COLUMN: Final = {
    "focus": "focus_area", "region": "region", "country": "countries", "theme": "themes",
    "instrument": "instruments", "partner": "partners", "document": "documents",
    "precision": "precision", "basis": "basis", "status": "status",
}  # fmt: skip
_LABELS: Final[tuple[tuple[str, Mapping[str, vocab.Label]], ...]] = (
    ("themes", vocab.THEMES), ("instruments", vocab.INSTRUMENTS),
)  # fmt: skip


@dataclass(frozen=True)
class Index:
    """Membership of every site in every code of every facet; all arrays have one entry a site."""

    members: Mapping[str, Mapping[str, Mask]]
    initiative: NDArray[np.intp]
    haystack: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many sites there are."""
        return len(self.haystack)

    def allowed(self) -> dict[str, list[str]]:
        """The codes that occur, by facet: what a URL may name."""
        return {facet: list(codes) for facet, codes in self.members.items()}

    def select(self, filter_: Filter) -> Mask:
        """Which sites a filter shows."""
        mask = self._text(filter_.q)
        for facet in FACETS:
            mask = mask & self._facet(facet, filter_.codes(facet))
        return mask

    def count(self, mask: Mask) -> int:
        """How many initiatives the sites of a mask belong to."""
        return int(np.unique(self.initiative[mask]).size)

    def facet_counts(self, filter_: Filter, facet: str) -> dict[str, int]:
        """How many initiatives each code of a facet would give under the other filters."""
        others = self.select(filter_.without(facet))
        return {code: self.count(others & member) for code, member in self.members[facet].items()}

    def _facet(self, facet: str, codes: Iterable[str]) -> Mask:
        chosen = [self.members[facet][code] for code in codes if code in self.members[facet]]
        return np.logical_or.reduce(chosen) if chosen else np.ones(self.size, dtype=np.bool_)

    def _text(self, query: str) -> Mask:
        wanted = words(query)
        found = (all(word in text for word in wanted) for text in self.haystack)
        return np.fromiter(found, dtype=np.bool_, count=self.size)


def build_index(frame: pd.DataFrame, names: Mapping[str, Iterable[str]]) -> Index:
    """Index a frame of sites; `names` gives the searchable names of each partner organisation."""
    members = {facet: _membership(frame[column]) for facet, column in _COLUMN.items()}
    members["focus"] = {code: members["focus"].get(code, np.zeros(len(frame), dtype=np.bool_)) for code in "1230"}
    numbers = pd.factorize(frame["initiative"])[0]
    return Index(members, numbers, tuple(fold(_words_of(row, names)) for row in frame.to_dict("records")))


def _membership(column: pd.Series[Any]) -> dict[str, Mask]:
    lists = [[str(v) for v in value] if isinstance(value, list) else [str(value)] for value in column.to_list()]
    codes = sorted({code for codes in lists for code in codes} - {"None", "nan"})
    found: dict[str, Mask] = {code: np.zeros(len(lists), dtype=np.bool_) for code in codes}
    for row, present in enumerate(lists):
        for code in present:
            if code in found:
                found[code][row] = True
    return found


def _words_of(row: Mapping[Any, Any], names: Mapping[str, Iterable[str]]) -> str:
    parts = [row[key] for key in ("initiative", "title_ja", "title_en", "summary_ja", "summary_en")]
    parts += [row["place_ja"] or "", row["place_en"] or "", *vocab.REGIONS[row["region"]]]
    for column, labels in _LABELS:
        parts += [word for code in row[column] for word in labels[code]]
    for code in [*row["countries"], *row["partners"]]:
        parts += names.get(code) or [country_name(code, "ja"), country_name(code, "en"), code]
    return "\n".join(parts)
