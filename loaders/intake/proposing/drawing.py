"""What was read of an item, put into the clues that a page underlines and the entry that an officer begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from atlas.vocab import FOCUS_SHORT, THEMES, Lang
from atlas.words.i18n import t
from loaders.intake.draft import Clue, Clued, DraftEntry, DraftPlace, DraftWords
from loaders.intake.proposing.areas import Areas
from loaders.intake.proposing.identifiers import Identifiers
from loaders.intake.proposing.places import pins
from loaders.intake.proposing.same import Traits
from loaders.intake.proposing.sorting import FOCUS_OF, Focus, Ranked, begun_with
from loaders.intake.proposing.splitting import parts_of
from loaders.intake.proposing.words.days import DAY, NamedValue, dates
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.lexicon import themes_told
from loaders.intake.proposing.words.organisations import NamedOrganisation
from loaders.intake.proposing.words.steps import Telling, steps
from loaders.intake.proposing.words.sums import amounts
from loaders.intake.proposing.words.titles import title_of
from loaders.intake.proposing.words.verbs import statuses
from loaders.lists.placing.world import World

_SHOWN: Final = 6
_HELPED: Final = frozenset({"oda", "osa", "training", "equipment"})
_PLACED: Final = frozenset({"loan", "private-investment", "demonstration"})


class Setting(NamedTuple):
    """What the entries of one document have in common."""

    lang: Lang
    parties: Sequence[str]
    world: World
    ids: Identifiers


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

    @property
    def begun(self) -> tuple[str, ...]:
        """The instruments to begin with."""
        return tuple(one.code for one in self.instruments[: begun_with(self.instruments, 2)])

    @cached_property
    def pieces(self) -> list[Flat]:
        """Its parts; what only describes a framework has none."""
        return [self.part] if self.themes and self.themes[0].rule == "theme_frame" else parts_of(self.part)

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


def clues_of(reading: ItemReading) -> list[Clue]:
    """Every clue but that of the same initiative."""
    return [
        *reading.areas.clues,
        *_partners(reading),
        *reading.places,
        *_values(reading),
        *_ranked(reading.part, reading.themes, "theme"),
        *_ranked(reading.part, reading.instruments, "instrument"),
        *_focus(reading),
    ]


def entry_of(reading: ItemReading, piece: Flat, before: str | None, setting: Setting) -> DraftEntry:
    """The entry of one part of an item; of several parts each has only what stands in it."""
    alone = len(reading.pieces) == 1
    within = (piece.at[0], piece.at[-1] + 1)
    themes = _themes(reading, piece, alone)
    focus = reading.focus[0][0] if alone and reading.focus else FOCUS_OF[themes[0]] if themes else None
    places = _places(reading, within, alone, setting.world)
    country = next((place.country for place in places if place.country), None)
    title = title_of(piece.text, setting.lang)
    stated = reading.focus_stated and alone
    return DraftEntry(
        start=within[0], end=within[1], with_item=before if alone else None,
        id=setting.ids.of(title if setting.lang == "en" else piece.text, themes[:1], country),
        title=in_language(setting.lang, title), focus_area=focus, focus_area_basis="stated" if stated else "inferred",
        focus_area_reason=DraftWords() if stated or focus is None else _reason(themes[:1], focus), themes=tuple(themes),
        instruments=reading.begun, partners=_within(reading, setting.parties, places, within, alone), places=places,
        steps=tuple(steps(piece, Telling(country, reading.about, reading.day, len(setting.parties) > 1))),
    )  # fmt: skip


def _themes(reading: ItemReading, piece: Flat, alone: bool) -> list[str]:
    begun = [one.code for one in reading.themes[: begun_with(reading.themes)]]
    told = {} if alone else themes_told(piece)
    return sorted(told, key=lambda code: -told[code].weight)[:2] or begun[: 3 if alone else 1]


def _partners(reading: ItemReading) -> list[Clue]:
    found = [
        Clue(field="partner", value=key, rule=own[0].rule, margin=0.5 if own[0].rule == "partner_new" else 1,
             spans=tuple(reading.part.span(one.start, one.end) for one in own))
        for key in dict.fromkeys(one.key for one in reading.partners)
        if (own := [one for one in reading.partners if one.key == key])
    ]  # fmt: skip
    spans = {clue.value: clue.spans for clue in reading.areas.clues}
    with_it = [
        Clue(field="partner", value=code, rule="partner_with", margin=0.9, spans=spans[code])
        for code in reading.areas.partners
    ]
    return found + with_it


def _values(reading: ItemReading) -> list[Clue]:
    part = reading.part
    rows: tuple[tuple[Clued, list[NamedValue]], ...] = (
        ("date", reading.dates),
        ("amount", list(amounts(part.text))),
    )
    found = [
        Clue(
            field=field,
            value=one.value,
            rule=one.rule,
            margin=0.8 if one.rule == "date_year" else 1,
            spans=(part.span(one.start, one.end),),
        )
        for field, values in rows
        for one in values
    ]
    done = [(place, one) for sentence in part.sentences() for place, one in enumerate(_told(sentence))]
    return found + [one.model_copy(update={"rank": place}) for place, one in done]


def _told(sentence: Flat) -> list[Clue]:
    return [
        Clue(field="status", value=one.value, rule=one.rule, margin=0.7, spans=(sentence.span(one.start, one.end),))
        for one in list(statuses(sentence.text))[:2]
    ]


def _ranked(part: Flat, ranked: Sequence[Ranked], field: Clued) -> list[Clue]:
    begun = begun_with(ranked, 3 if field == "theme" else 2)
    rows = []
    for place, one in enumerate(ranked[:_SHOWN]):
        ahead = one.weight - (ranked[place + 1].weight if place + 1 < len(ranked) else 0)
        rows.append(
            Clue(
                field=field, value=one.code, spans=tuple(part.span(*where) for where in one.places), rule=one.rule,
                near=one.near if one.rule == "learnt" else None, rank=0 if place < begun else place - begun + 1,
                margin=round(min(1, ahead / one.weight), 3) if one.weight else 0,
            )
        )  # fmt: skip
    return rows


def _focus(reading: ItemReading) -> list[Clue]:
    shares = reading.focus
    rule = "focus_stated" if reading.focus_stated else "focus_theme"
    return [
        Clue(field="focus", value=str(focus), rule=rule, rank=place,
             margin=round(max(0.0, share - (shares[place + 1][1] if place + 1 < len(shares) else 0)), 3))
        for place, (focus, share) in enumerate(shares)
    ]  # fmt: skip


def _reason(themes: Sequence[str], focus: int) -> DraftWords:
    words: dict[Lang, str] = {
        lang: t(lang, "intake_focus_reason", theme=THEMES[themes[0]].text(lang), focus=FOCUS_SHORT[focus].text(lang))
        for lang in ("ja", "en")
        if themes
    }
    return DraftWords(ja=words.get("ja", ""), en=words.get("en", ""))


def _places(reading: ItemReading, within: tuple[int, int], alone: bool, world: World) -> tuple[DraftPlace, ...]:
    """Points where the text names them for sure, else the country, else the region."""
    areas, role = reading.areas, _role(reading.begun)
    spans = {clue.value: clue for clue in areas.clues}
    own = [code for code in areas.countries if code not in areas.partners] or list(areas.countries)
    if not alone:
        named = [code for code in own if _inside(spans[code], within)]
        own = named or [code for code in own if not spans[code].spans] or own
    points = pins([clue for clue in reading.places if _inside(clue, within)], world)
    wide = [code for code in areas.regions if alone or _inside(spans[code], within)]
    regions = tuple(DraftPlace(region=code, role=role, precision="region") for code in wide)
    if regions and areas.by_default:
        return regions  # the party of the statement is a partner then
    found = [
        place.model_copy(update={"role": "partner" if code in areas.partners else role})
        for code in own
        for place in points.get(code, [DraftPlace(country=code)])
    ]
    return (*found, *regions) or (DraftPlace(region="global", role=role, precision="region"),)


def _role(instruments: Sequence[str]) -> str:
    """What a country is in an initiative of this instrument, when nothing else says it."""
    lead = instruments[0] if instruments else ""
    return "recipient" if lead in _HELPED else "host" if lead in _PLACED else "partner"


def _within(
    reading: ItemReading, parties: Sequence[str], places: Sequence[DraftPlace], within: tuple[int, int], alone: bool
) -> tuple[str, ...]:
    """The partners of a part: a party that is no place of it, those it is done with, organisations."""
    placed = {place.country for place in places}
    codes = [code for code in parties if code not in placed]
    codes += [clue.value for clue in _partners(reading) if alone or _inside(clue, within)]
    return tuple(dict.fromkeys(codes))


def _inside(clue: Clue, within: tuple[int, int]) -> bool:
    return any(within[0] <= start and end <= within[1] for start, end in clue.spans)


def in_language(lang: str, words: str) -> DraftWords:
    """Words of one language, those of the other still to be written."""
    return DraftWords(ja=words) if lang == "ja" else DraftWords(en=words)
