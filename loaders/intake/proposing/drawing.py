"""What was read of an item, put into the clues that a page underlines and the entry that an officer begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from atlas.vocab import FOCUS_SHORT, THEMES, Lang
from atlas.words.i18n import t
from loaders.intake.draft import Clue, Clued, DraftEntry, DraftPlace, DraftWords
from loaders.intake.proposing.areas import Areas
from loaders.intake.proposing.identifiers import Identifiers
from loaders.intake.proposing.knowledge import Knowledge
from loaders.intake.proposing.places import pins
from loaders.intake.proposing.same import Traits
from loaders.intake.proposing.sorting import FOCUS_OF, Focus, Ranked, begun_with
from loaders.intake.proposing.splitting import parts_of
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.lexicon import themes_told
from loaders.intake.proposing.words.organisations import NamedOrganisation
from loaders.intake.proposing.words.steps import NamedValue, amounts, dates, statuses, steps
from loaders.intake.proposing.words.titles import title_of

_SHOWN: Final = 6
_HELPED: Final = frozenset({"oda", "osa", "training", "equipment"})
_PLACED: Final = frozenset({"loan", "private-investment", "demonstration"})


@dataclass(frozen=True)
class Reading:
    """All that the words of one item say."""

    part: Flat
    heading: str
    areas: Areas
    partners: tuple[NamedOrganisation, ...]
    themes: tuple[Ranked, ...]
    instruments: tuple[Ranked, ...]
    focus: tuple[tuple[Focus, float], ...]
    focus_stated: bool
    places: tuple[Clue, ...]
    like: Mapping[str, float]

    @property
    def pieces(self) -> list[Flat]:
        """Its parts; what only describes a framework has none."""
        return [self.part] if self.themes and self.themes[0].rule == "theme_frame" else parts_of(self.part)

    @property
    def traits(self) -> Traits:
        """What it is about, for comparing it with others."""
        areas = frozenset({*self.areas.countries, *self.areas.regions})
        begun = self.themes[: max(2, begun_with(self.themes))]
        instruments = frozenset(one.code for one in self.instruments[:2])
        return Traits(areas, tuple(one.code for one in begun), instruments, frozenset(one.key for one in self.partners))


def clues_of(reading: Reading) -> list[Clue]:
    """Every clue but that of the same initiative."""
    return [
        *reading.areas.clues,
        *_partners(reading),
        *reading.places,
        *_values(reading.part),
        *_ranked(reading.part, reading.themes, "theme"),
        *_ranked(reading.part, reading.instruments, "instrument"),
        *_focus(reading),
    ]


def entry_of(
    reading: Reading, piece: Flat, lang: Lang, before: str | None, ids: Identifiers, knowledge: Knowledge,
    parties: Sequence[str], alone: bool,
) -> DraftEntry:  # fmt: skip
    """The entry of one part of an item; of several parts each has only what stands in it."""
    within = (piece.at[0], piece.at[-1] + 1)
    themes = [one.code for one in reading.themes[: begun_with(reading.themes)]]
    if not alone:
        told = themes_told(piece)
        themes = sorted(told, key=lambda code: -told[code].weight)[:2] or themes[:1]
    instruments = tuple(one.code for one in reading.instruments[: begun_with(reading.instruments, 2)])
    focus = reading.focus[0][0] if alone and reading.focus else FOCUS_OF[themes[0]] if themes else None
    places = _places(reading, within, alone, instruments, knowledge)
    partners = _within(_partner_codes(reading, parties, places), reading, within, alone)
    country = next((place.country for place in places if place.country), None)
    title = title_of(piece.text, lang)
    stated = reading.focus_stated and alone
    return DraftEntry(
        start=within[0], end=within[1], with_item=before if alone else None,
        id=ids.of(title if lang == "en" else piece.text, themes[:1], country), title=_in(lang, title), focus_area=focus,
        focus_area_basis="stated" if stated else "inferred",
        focus_area_reason=DraftWords() if stated or focus is None else _reason(themes[:1], focus), themes=tuple(themes),
        instruments=instruments, partners=partners, places=places, steps=tuple(steps(piece, country)),
    )  # fmt: skip


def _partners(reading: Reading) -> list[Clue]:
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


def _values(part: Flat) -> list[Clue]:
    rows: tuple[tuple[Clued, list[NamedValue]], ...] = (
        ("date", list(dates(part.text))),
        ("amount", list(amounts(part.text))),
    )
    found = [
        Clue(field=field, value=one.value, rule=one.rule, margin=1, spans=(part.span(one.start, one.end),))
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


def _focus(reading: Reading) -> list[Clue]:
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


def _places(
    reading: Reading, within: tuple[int, int], alone: bool, instruments: Sequence[str], knowledge: Knowledge
) -> tuple[DraftPlace, ...]:
    """Points where the text names them for sure, else the country, else the region."""
    areas = reading.areas
    own = [code for code in areas.countries if code not in areas.partners] or list(areas.countries)
    role = (
        "recipient"
        if instruments[:1] and instruments[0] in _HELPED
        else "host"
        if instruments[:1] and instruments[0] in _PLACED
        else "partner"
    )
    points = pins([clue for clue in reading.places if _inside(clue, within)], knowledge.world)
    spans = {clue.value: clue for clue in areas.clues}
    if not alone:
        own = [code for code in own if not spans[code].spans or _inside(spans[code], within)] or own
    found: list[DraftPlace] = []
    for code in own:
        roled = "partner" if code in areas.partners else role
        found += [place.model_copy(update={"role": roled}) for place in points.get(code, [DraftPlace(country=code)])]
    wide = [
        DraftPlace(region=code, role=role, precision="region")
        for code in areas.regions
        if alone or _inside(spans[code], within)
    ]
    if wide and areas.by_default:
        return tuple(wide)  # the party of the statement is a partner then
    return tuple(found[:_MOST_PLACES] + wide) or (DraftPlace(region="global", role=role, precision="region"),)


_MOST_PLACES: Final = 40


def _partner_codes(reading: Reading, parties: Sequence[str], places: Sequence[DraftPlace]) -> list[str]:
    placed = {place.country for place in places}
    sides = [code for code in parties if code not in placed]
    return list(dict.fromkeys([*sides, *reading.areas.partners, *(one.key for one in reading.partners)]))


def _within(codes: Sequence[str], reading: Reading, within: tuple[int, int], alone: bool) -> tuple[str, ...]:
    clues = {clue.value: clue for clue in _partners(reading)}
    return tuple(code for code in codes if alone or code not in clues or _inside(clues[code], within))


def _inside(clue: Clue, within: tuple[int, int]) -> bool:
    return any(within[0] <= start and end <= within[1] for start, end in clue.spans)


def _in(lang: str, words: str) -> DraftWords:
    return DraftWords(ja=words) if lang == "ja" else DraftWords(en=words)
