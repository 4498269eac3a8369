"""The words of an edition, numbered: codes and lines of text, and which of them each site has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from atlas.index import Index, Mask
from loaders.stores.postgis.sql import code_of


@dataclass(frozen=True)
class NumberedWords:
    """The number of each code and of each line; `sites` has the numbers of each row of the index."""

    codes: dict[str, int]
    lines: dict[str, int]
    sites: list[list[int]]

    @classmethod
    def of(cls, index: Index) -> Self:
        """Those of an index, so that a database means the same by them."""
        codes: dict[str, int] = {}
        sites: list[list[int]] = [[] for _ in range(index.size)]
        for facet, members in index.members.items():
            _note(sites, codes, members, facet, None)
        for year, members in index.statuses.items():
            _note(sites, codes, members, "status", year)
        lines: dict[str, int] = {}
        for row, text in enumerate(index.haystack):
            sites[row] += [lines.setdefault(line, len(codes) + len(lines)) for line in dict.fromkeys(text.split("\n"))]
        return cls(codes, lines, sites)

    def rows(self) -> Iterator[tuple[int, str | None, str | None]]:
        """Number, code or line of each."""
        yield from ((number, code, None) for code, number in self.codes.items())
        yield from ((number, None, line) for line, number in self.lines.items())

    def of_site(self, site: Mapping[Any, Any]) -> tuple[int, int | None]:
        """The numbers of a site's initiative and of its first country, if it has one."""
        countries = site["countries"]
        first = self.codes[code_of("country", countries[0])] if countries else None
        return self.codes[code_of("ids", site["initiative"])], first


def _note(
    sites: list[list[int]], codes: dict[str, int], members: Mapping[str, Mask], facet: str, year: str | None
) -> None:
    for code, mask in members.items():
        number = codes.setdefault(code_of(facet, code, year), len(codes))
        for row in np.flatnonzero(mask):
            sites[row].append(number)
