"""What was read of an item, put into the clues that a page underlines and the entry that an officer begins with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from atlas.vocab import FOCUS_SHORT, THEMES, Lang
from atlas.words.i18n import t
from loaders.intake.draft import Clue, Clued, DraftEntry, DraftWords
from loaders.intake.proposing.itemreading import ItemReading, Setting
from loaders.intake.proposing.sorting import FOCUS_OF, Ranked, begun_with
from loaders.intake.proposing.standing import partner_clues, partners_of, places_of
from loaders.intake.proposing.words.days import NamedValue
from loaders.intake.proposing.words.flat import Flat
from loaders.intake.proposing.words.lexicon import instruments_told, themes_told
from loaders.intake.proposing.words.steps import Telling, steps
from loaders.intake.proposing.words.sums import amounts
from loaders.intake.proposing.words.titles import title_of
from loaders.intake.proposing.words.verbs import statuses

_SHOWN: Final = 6


def clues_of(reading: ItemReading) -> list[Clue]:
    """Every clue but that of the same initiative."""
    return [
        *reading.areas.clues,
        *partner_clues(reading),
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
    places = places_of(reading, piece, alone, setting)
    country = next((place.country for place in places if place.country), None)
    title = title_of(piece.text, setting.lang)
    stated = reading.focus_stated and alone
    return DraftEntry(
        start=within[0], end=within[1], with_item=before if alone else None,
        id=setting.ids.of(title if setting.lang == "en" else piece.text, themes[:1], country),
        title=in_language(setting.lang, title), focus_area=focus, focus_area_basis="stated" if stated else "inferred",
        focus_area_reason=DraftWords() if stated or focus is None else _reason(themes[:1], focus), themes=tuple(themes),
        instruments=_instruments(reading, piece, alone), places=places,
        partners=partners_of(reading, piece, places, alone, setting),
        steps=tuple(steps(piece, Telling(country, reading.about, reading.day, setting.joint))),
    )  # fmt: skip


def _themes(reading: ItemReading, piece: Flat, alone: bool) -> list[str]:
    begun = [one.code for one in reading.themes[: begun_with(reading.themes)]]
    told = {} if alone else themes_told(piece)
    return sorted(told, key=lambda code: -told[code].weight)[:2] or begun[: 3 if alone else 1]


def _instruments(reading: ItemReading, piece: Flat, alone: bool) -> tuple[str, ...]:
    """Those of the item; of one of several parts of what states say together the one that it has most words for."""
    told = instruments_told(piece) if reading.joint and not alone else {}
    return (max(told, key=lambda code: told[code].weight),) if told else reading.begun


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


def in_language(lang: str, words: str) -> DraftWords:
    """Words of one language, those of the other still to be written."""
    return DraftWords(ja=words) if lang == "ja" else DraftWords(en=words)
