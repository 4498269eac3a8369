"""From a document's items to proposals: for each its clues, entries to begin with, and how sure they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from loaders.intake.draft import DraftItem, Heard, Organisation
from loaders.intake.outline.sections import Section
from loaders.intake.proposing.areas import areas_of
from loaders.intake.proposing.doubts import doubts_of, sureness
from loaders.intake.proposing.drawing import clues_of, entry_of, in_language
from loaders.intake.proposing.identifiers import Identifiers
from loaders.intake.proposing.itemreading import ItemReading, Setting
from loaders.intake.proposing.knowledge import Knowledge
from loaders.intake.proposing.linking.following import followed
from loaders.intake.proposing.linking.likeness import likeness
from loaders.intake.proposing.linking.same import earlier_of, same_of, traits_of
from loaders.intake.proposing.places import places_of as pins_of
from loaders.intake.proposing.refusing import places_of, refusal_of
from loaders.intake.proposing.sorting import focus_of, instruments_of, themes_of
from loaders.intake.proposing.words.flat import Flat, flat
from loaders.intake.proposing.words.organisations import Directory
from loaders.intake.proposing.words.titles import body_of, label_of, title_of

_LONGEST: Final = 8_000  # letters of an item that are read for proposals; what is longer is none
_OFTEN: Final = 0.5  # of the items


class Proposal(NamedTuple):
    """What is proposed for a document; `organisations` are those that the atlas's table lacks."""

    items: tuple[DraftItem, ...]
    organisations: tuple[Organisation, ...]


def propose(text: str, sections: Sequence[Section], source: Heard, knowledge: Knowledge) -> Proposal:
    """A proposal for every item of a document; nothing in it is settled."""
    proposer = _Proposer(text, source, knowledge)
    parts = [flat(text, section.start, min(section.end, section.start + _LONGEST)) for section in sections]
    headings = [getattr(one.heading, source.language) for one in sections]
    readings = proposer.readings(parts, _headings(headings))
    places = places_of(parts, headings)
    reasons = [refusal_of(one.part, place, source.parties) for one, place in zip(readings, places, strict=True)]
    alike = earlier_of([one.traits for one in readings], [part.text for part in parts])
    named = followed(parts, places, [reason != "" for reason in reasons])
    earlier = [other if first is None else first for first, other in zip(named, alike, strict=True)]
    before = ["" if place is None else sections[place].code for place in earlier]
    items = [proposer.item(*row) for row in zip(sections, readings, before, reasons, strict=True)]
    return Proposal(tuple(items), proposer.directory.new(one.key for reading in readings for one in reading.partners))


def _headings(headings: Sequence[str]) -> list[str]:
    """The headings; one that most items stand under tells nothing of any."""
    often = Counter(headings)
    return ["" if often[heading] > _OFTEN * len(headings) else heading for heading in headings]


class _Proposer:
    """What all items of one document are read with."""

    def __init__(self, text: str, source: Heard, knowledge: Knowledge) -> None:
        self.directory = Directory(knowledge.organisations, source.parties, flat(text))
        self._source, self._knowledge = source, knowledge
        self._traits = {key: traits_of(one) for key, one in knowledge.initiatives.items()}
        self._setting = Setting(source.language, source.parties, knowledge.world, Identifiers(knowledge.initiatives))

    def readings(self, parts: Sequence[Flat], headings: Sequence[str]) -> list[ItemReading]:
        """What each item says, and how like the initiatives of the atlas it is."""
        known, lang = self._knowledge.initiatives, self._source.language
        texts = [f"{getattr(one.title, lang)} {getattr(one.summary, lang)}" for one in known.values()]
        near = likeness([part.text for part in parts], texts)
        likes = [dict(zip(known, row, strict=True)) for row in near]
        return [self._reading(*row) for row in zip(parts, headings, likes, strict=True)]

    def _reading(self, part: Flat, heading: str, like: Mapping[str, float]) -> ItemReading:
        body, known = body_of(part), self._knowledge.initiatives
        areas = areas_of(body, self._source.parties, heading)
        themes = themes_of(body, heading, like, known)
        focus, stated = focus_of(body, heading, themes, like, known)
        return ItemReading(
            body, areas, tuple(self.directory.named(body)), tuple(themes), tuple(instruments_of(body, like, known)),
            tuple(focus), stated, tuple(pins_of(body, areas.countries, self._knowledge.world)), like,
            f"{body.text} {heading}", self._source.date, self._setting.joint,
        )  # fmt: skip

    def item(self, section: Section, reading: ItemReading, before: str, reason: str) -> DraftItem:
        """One item with its clues, its entries and its doubts."""
        same, lang = same_of(reading.traits, self._traits, reading.like), self._source.language
        entries = tuple(entry_of(reading, piece, before or None, self._setting) for piece in reading.pieces)
        doubts = doubts_of(reading, same, len(entries), before != "", reason)
        label = in_language(lang, label_of(title_of(reading.part.text, lang), lang))
        return DraftItem(
            code=section.code, heading=section.heading, label=label, start=section.start, end=section.end,
            clues=(*clues_of(reading), *same.clues), sure=sureness(doubts), doubts=doubts, entries=entries,
            reason=reason,
        )  # fmt: skip
