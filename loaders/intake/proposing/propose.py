"""From a document's items to proposals: for each its clues, entries to begin with, and how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.intake.draft import Clue, DraftItem, DraftWords, Heard, Organisation
from loaders.intake.outline.sections import Section
from loaders.intake.proposing.areas import areas_of
from loaders.intake.proposing.doubts import doubts_of, sureness
from loaders.intake.proposing.drawing import Reading, clues_of, entry_of
from loaders.intake.proposing.identifiers import Identifiers
from loaders.intake.proposing.knowledge import Knowledge
from loaders.intake.proposing.likeness import likeness
from loaders.intake.proposing.places import places_of
from loaders.intake.proposing.same import earlier_of, same_clues, traits_of
from loaders.intake.proposing.sorting import focus_of, instruments_of, themes_of
from loaders.intake.proposing.words.flat import Flat, flat
from loaders.intake.proposing.words.organisations import Directory
from loaders.intake.proposing.words.titles import body_of, label_of, title_of


class Proposal(NamedTuple):
    """What is proposed for a document; `organisations` are those that the atlas's table lacks."""

    items: tuple[DraftItem, ...]
    organisations: tuple[Organisation, ...]


def propose(text: str, sections: Sequence[Section], source: Heard, knowledge: Knowledge) -> Proposal:
    """A proposal for every item of a document; nothing in it is settled."""
    whole, parts = flat(text), [flat(text, section.start, section.end) for section in sections]
    directory = Directory(knowledge.organisations, source.parties, whole)
    readings = _readings(parts, sections, source, knowledge, directory)
    earlier = earlier_of([one.traits for one in readings], [part.text for part in parts], knowledge.encoder)
    ids, items = Identifiers(knowledge.initiatives), []
    for section, reading, before in zip(sections, readings, earlier, strict=True):
        items.append(
            _item(section, reading, sections[before].code if before is not None else None, source, knowledge, ids)
        )
    keys = {one.key for reading in readings for one in reading.partners}
    return Proposal(tuple(items), directory.new(keys))


def _readings(
    parts: Sequence[Flat], sections: Sequence[Section], source: Heard, knowledge: Knowledge, directory: Directory
) -> list[Reading]:
    """What each item says, and how like the initiatives of the atlas it is."""
    known, lang = knowledge.initiatives, source.language
    texts = [f"{getattr(one.title, lang)} {getattr(one.summary, lang)}" for one in known.values()]
    near = likeness([part.text for part in parts], texts, knowledge.encoder)
    return [
        _reading(
            part,
            getattr(section.heading, lang),
            dict(zip(known, map(float, row), strict=True)),
            source,
            knowledge,
            directory,
        )
        for part, section, row in zip(parts, sections, near, strict=True)
    ]


def _reading(
    part: Flat, heading: str, like: dict[str, float], source: Heard, knowledge: Knowledge, directory: Directory
) -> Reading:
    body = body_of(part)
    areas = areas_of(body, source.parties, heading)
    themes = themes_of(body, heading, like, knowledge.initiatives)
    focus, stated = focus_of(body, heading, themes, like, knowledge.initiatives)
    return Reading(
        body, heading, areas, tuple(directory.named(body)), tuple(themes),
        tuple(instruments_of(body, like, knowledge.initiatives)), tuple(focus), stated,
        tuple(places_of(body, areas.countries, knowledge.world)), like,
    )  # fmt: skip


def _item(
    section: Section, reading: Reading, before: str | None, source: Heard, knowledge: Knowledge, ids: Identifiers
) -> DraftItem:
    known = {key: traits_of(one) for key, one in knowledge.initiatives.items()}
    same = same_clues(reading.traits, known, reading.like)
    clues: list[Clue] = [*clues_of(reading), *same]
    lang, pieces = source.language, reading.pieces
    title = title_of(reading.part.text, lang)
    entries = tuple(
        entry_of(reading, piece, lang, before, ids, knowledge, source.parties, len(pieces) == 1) for piece in pieces
    )
    doubts = doubts_of(reading, same, len(entries), before is not None)
    return DraftItem(
        code=section.code, heading=section.heading, label=_in(lang, label_of(title, lang)),
        start=section.start, end=section.end, clues=tuple(clues), sure=sureness(doubts), doubts=doubts,
        entries=entries,
    )  # fmt: skip


def _in(lang: str, words: str) -> DraftWords:
    return DraftWords(ja=words) if lang == "ja" else DraftWords(en=words)
