"""What was read of one item, and what the items of one document have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from atlas.vocab import Lang
from loaders.intake.draft import Clue
from loaders.intake.proposing.areas import Areas
from loaders.intake.proposing.identifiers import Identifiers
from loaders.intake.proposing.linking.same import Traits
from loaders.intake.proposing.sorting import Focus, Ranked, begun_with
from loaders.intake.proposing.splitting import parts_of
from loaders.intake.proposing.words.days import DAY, NamedValue, dates
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.organisations import NamedOrganisation
from loaders.intake.proposing.words.sums import amounts
from loaders.lists.placing.world import World


class Setting(NamedTuple):
    """What the entries of one document have in common; `joint` is one of more than two states."""

    lang: Lang
    parties: Sequence[str]
    world: World
    ids: Identifiers

    @property
    def joint(self) -> bool:
        """Whether more than one other state speaks."""
        return len(self.parties) > 1


@dataclass(frozen=True)
class ItemReading:
    """All that the words of one item say."""

    part: Flat
    areas: Areas
    partners: tuple[NamedOrganisation, ...]
    themes: tuple[Ranked, ...]
    instruments: tuple[Ranked, ...]
    focus: tuple[tuple[Focus, float], ...]
    focus_stated: bool
    places: tuple[Clue, ...]
    like: Mapping[str, float]
    about: str  # what tells the year of a day that has none: the item, its heading
    day: str | None  # the document's own
    joint: bool  # whether several other states speak

    @property
    def begun(self) -> tuple[str, ...]:
        """The instruments to begin with."""
        return tuple(one.code for one in self.instruments[: begun_with(self.instruments, 2)])

    @cached_property
    def pieces(self) -> list[Flat]:
        """Its parts; what only describes a framework has none."""
        return [self.part] if self.themes and self.themes[0].rule == "theme_frame" else parts_of(self.part, self.joint)

    @property
    def traits(self) -> Traits:
        """What it is about, for comparing it with others."""
        areas = frozenset({*self.areas.countries, *self.areas.regions})
        begun = self.themes[: max(2, begun_with(self.themes))]
        instruments = frozenset(one.code for one in self.instruments[:2])
        partners = frozenset(one.key for one in self.partners)
        days = frozenset(one.value for one in self.dates if len(one.value) == DAY)
        sums = frozenset(one.value for one in amounts(self.part.text))
        return Traits(areas, tuple(one.code for one in begun), instruments, partners, days, sums)

    @property
    def dates(self) -> list[NamedValue]:
        """The dates that it tells."""
        return list(dates(self.part.text, self.about, self.day))
