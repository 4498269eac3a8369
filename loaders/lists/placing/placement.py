"""What became of a row: where it is placed and how, or why not, and what a person may choose from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, Self, get_args

from atlas.countries import country_name
from atlas.vocab import Lang
from loaders.lists.remark import Remark

Outcome = Literal["placed", "country", "choose", "swap", "unplaced"]
OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)
MAX_CANDIDATES: Final = 3
Line = tuple[tuple[tuple[float, float], ...], ...]  # the parts of a line: longitudes and latitudes
MAX_COUNTRIES: Final = 26  # that one cell names, each on offer by a letter


@dataclass(frozen=True)
class PossiblePlace:
    """A place that a row may mean; degrees, WGS 84. `key` is its gazetteer key where it has one.

    `line` is the whole of a line, of which the degrees are the middle.
    """

    name_ja: str
    name_en: str
    country: str | None
    lon: float
    lat: float
    precision: str
    source: str
    key: str | None = None
    uncertainty_km: float | None = None
    line: Line = ()

    def text(self, lang: Lang) -> str:
        """The place with its coordinates: Suva (-18.1416, 178.4415; GeoNames 2198148)."""
        name = self.name_ja if lang == "ja" else self.name_en
        told = name or (country_name(self.country, lang) if self.country else "")
        return f"{told} ({self.lat:.4f}, {self.lon:.4f}; {self.source})".lstrip()


@dataclass(frozen=True)
class Placement:
    """The end of a row. Its spot is None unless it is placed, by itself or at its country.

    `joined` are the countries that a line joins.
    """

    outcome: Outcome
    country: str | None = None
    spot: PossiblePlace | None = None
    region: str | None = None
    how: Remark | None = None
    reasons: tuple[Remark, ...] = ()
    candidates: tuple[PossiblePlace, ...] = ()
    joined: tuple[str, ...] = ()

    def chosen(self, number: int) -> Self:
        """The same row, placed at one of its candidates because a person said so."""
        spot = self.candidates[number]
        outcome: Outcome = "country" if spot.precision == "country" else "placed"
        how = Remark("how_swapped" if self.outcome == "swap" else "how_chosen", {"source": spot.source})
        region = spot.key if spot.precision == "region" else self.region
        return replace(self, outcome=outcome, spot=spot, country=spot.country or self.country, region=region, how=how)
