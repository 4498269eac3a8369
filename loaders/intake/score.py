"""How well proposals fare where the right answer is known: the document's own initiatives are taken out first."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from atlas.text.folding import fold
from atlas.vocab import Lang
from atlas.words.i18n import t
from loaders.intake.corrections import Answer, Corrections, answers_of, corrections_for
from loaders.intake.draft import Draft, DraftItem
from loaders.intake.drafting import drafted
from loaders.intake.outline.sections import Section, outline
from loaders.intake.proposing.knowledge import Knowledge, without
from loaders.intake.reading.document import DocumentText
from loaders.intake.reading.opening import read_document
from loaders.lists.placing.placenames import split_bracket
from loaders.lists.remark import DocumentError

Answers = Mapping[str, tuple[Answer, ...]]
_BOX: Final = ("地図", "Map")


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True)
class Scores:
    """The scores of one document; F1 is of precision and recall.

    `refused` is how often it is right whether an item is an initiative, where an officer settled it.
    """

    document: str
    outline: Share
    countries: float | None
    organisations: float | None
    theme: Share
    themes: Share
    instrument: Share
    focus: Share
    linking: Share
    refused: Share
    seconds: float


def score(
    data: bytes, name: str, folder: Path, knowledge: Knowledge, document: str | None = None, parties: Sequence[str] = ()
) -> Scores:
    """The scores of a file whose items the catalogue or an officer's corrections know. Raises DocumentError."""
    read = read_document(data, name)
    sections = outline(read)
    settled = corrections_for(folder, hashlib.sha256(data).hexdigest())
    key = document or (settled.document if settled else _document(read, sections, knowledge))
    parties = parties or (settled.parties if settled else ())
    answers = settled.items if settled else answers_of(knowledge.initiatives, key)
    begun = time.perf_counter()
    draft = drafted(read, sections, data, name, None, parties, without(knowledge, key))
    seconds = time.perf_counter() - begun
    outlined = knowledge.documents[key].outline if key in knowledge.documents else answers
    return Scores(
        key, Share(len(outlined.keys() & {section.code for section in sections}), len(outlined)),
        *_f1s(draft, answers, knowledge), *_shares(draft, answers),
        _linking(read, sections, answers, knowledge, key, parties), _refused(draft, settled), seconds,
    )  # fmt: skip


def table(scores: Iterable[Scores], lang: Lang) -> str:
    """The scores as lines of text, one a document."""
    names = (
        "document",
        "outline",
        "countries",
        "organisations",
        "theme",
        "themes",
        "instrument",
        "focus",
        "linking",
        "refused",
    )
    rows = [[t(lang, f"intake_score_{name}") for name in (*names, "seconds")]]
    for one in scores:
        shares = [getattr(one, name) for name in names[1:]]
        values = [share.value if isinstance(share, Share) else share for share in shares]
        counts = [f" ({share.right}/{share.of})" if isinstance(share, Share) and share.of else "" for share in shares]
        cells = ["–" if value is None else f"{value:.2f}{count}" for value, count in zip(values, counts, strict=True)]
        rows.append([one.document, *cells, f"{one.seconds:.1f}"])
    return "\n".join("\t".join(row) for row in rows)


def _document(read: DocumentText, sections: Sequence[Section], knowledge: Knowledge) -> str:
    """The known document whose outline has most of the codes, in the same language; raises DocumentError for none."""
    codes = {section.code for section in sections}
    shares = {
        key: len(codes & one.outline.keys()) / len(codes | one.outline.keys())
        for key, one in knowledge.documents.items()
        if one.outline and read.lang in one.language
    }
    best = max(shares, key=lambda key: shares[key], default="")
    if not best or shares[best] < 0.5:
        raise DocumentError("score_unknown")
    return best


def _refused(draft: Draft, settled: Corrections | None) -> Share:
    known = [item for item in draft.items if settled and item.code in settled.items]
    right = [(item.reason != "") == (item.code in settled.refused) for item in known if settled]
    return Share(sum(right), len(right))


def _f1s(draft: Draft, answers: Answers, knowledge: Knowledge) -> tuple[float | None, float | None]:
    """Of countries and of organisations; both count what the document names, an item's answers what may be proposed."""
    items = {item.code: item for item in draft.items if answers.get(item.code)}
    countries = _f1(items, answers, _countries, lambda one, _: one.named, lambda one: one.countries, _equal)
    same = _SameName(draft, knowledge)
    organisations = _f1(items, answers, _organisations, same.told, lambda one: one.partners, same)
    return countries, organisations


def _f1(
    items: Mapping[str, DraftItem], answers: Answers, proposed: Callable[[DraftItem], Collection[str]],
    due: Callable[[Answer, str], Collection[str]], allowed: Callable[[Answer], Collection[str]],
    same: Callable[[str, str], bool],
) -> float | None:  # fmt: skip
    """An initiative's code is found when one of the document's items that tell of it has it."""
    told = [(code, value) for code, item in items.items() for value in proposed(item)]
    good = sum(any(same(value, right) for one in answers[code] for right in allowed(one)) for code, value in told)
    wanted: dict[tuple[str, str], bool] = {}
    for code, item in items.items():
        for one in answers[code]:
            for right in due(one, code):
                found = any(same(value, right) for value in proposed(item))
                wanted[one.initiative, right] = wanted.get((one.initiative, right), False) or found
    precision, recall = Share(good, len(told)).value, Share(sum(wanted.values()), len(wanted)).value
    return 2 * precision * recall / (precision + recall) if precision and recall else None


def _shares(draft: Draft, answers: Answers) -> tuple[Share, Share, Share, Share]:
    """First theme, one of the first three, first instrument, focus area: each against any of the item's initiatives."""
    items = [(item, answers[item.code]) for item in draft.items if answers.get(item.code)]

    def share(field: str, most: int, right: Callable[[Answer], Collection[object]]) -> Share:
        hits = [
            any(value in map(str, right(one)) for one in known for value in _values(item, field)[:most])
            for item, known in items
        ]
        return Share(sum(hits), len(hits))

    return (
        share("theme", 1, lambda one: one.themes), share("theme", 3, lambda one: one.themes),
        share("instrument", 1, lambda one: one.instruments), share("focus", 1, lambda one: (one.focus_area,)),
    )  # fmt: skip


def _linking(
    read: DocumentText,
    sections: Sequence[Section],
    answers: Answers,
    knowledge: Knowledge,
    key: str,
    parties: Sequence[str],
) -> Share:
    """How often the first initiative proposed as the same is so, of boxes of a map and of items other documents tell.

    A box is linked to what the rest of its document tells; everything else is not known.
    """
    boxes = [one for one in sections if (one.heading.ja or one.heading.en).startswith(_BOX)] or list(sections)
    within = {section.code for section in boxes} if len(boxes) < len(sections) else set[str]()
    told = {
        name: one
        for name, one in knowledge.initiatives.items()
        if any(mention.partition(":")[2] not in within or not mention.startswith(f"{key}:") for mention in one.mentions)
        and (within or any(not mention.startswith(f"{key}:") for mention in one.mentions))
    }
    linked = [one for one in boxes if any(answer.initiative in told for answer in answers.get(one.code, ()))]
    draft = drafted(read, linked, b"", "", None, parties, replace(knowledge, initiatives=told))
    first = {item.code: _values(item, "same")[:1] for item in draft.items}
    right = sum(any(answer.initiative in first[one.code] for answer in answers[one.code]) for one in linked)
    return Share(right, len(linked))


def _values(item: DraftItem, field: str) -> list[str]:
    clues = [clue for clue in item.clues if clue.field == field]
    return [clue.value for clue in sorted(clues, key=lambda clue: clue.rank)]


def _countries(item: DraftItem) -> list[str]:
    return [clue.value for clue in item.clues if clue.field == "country" and not clue.rank and clue.value.isupper()]


def _organisations(item: DraftItem) -> list[str]:
    return [clue.value for clue in item.clues if clue.field == "partner" and not clue.value.isupper()]


def _equal(one: str, other: str) -> bool:
    return one == other


class _SameName:
    """Whether two keys are one organisation, also where one was not known and got a key of its own."""

    def __init__(self, draft: Draft, knowledge: Knowledge) -> None:
        self._known = knowledge.organisations
        self._names = {one.key: {one.name.ja, one.name.en} for one in draft.organisations}
        self._names |= {key: {name.ja, name.en} for key, name in self._known.items() if key not in self._names}
        self._texts = {item.code: fold("".join(draft.text[item.start : item.end].split())) for item in draft.items}

    def __call__(self, one: str, other: str) -> bool:
        """Whether they share a name, or one name is the other without its country."""
        if one == other:
            return True
        mine, its = (self._bare(key) for key in (one, other))
        return any(name.endswith(right) or right.endswith(name) for name in mine for right in its)

    def told(self, answer: Answer, code: str) -> list[str]:
        """The partners of an answer whose name the item's text has."""
        text = self._texts[code]
        keys = [key for key in answer.partners if key in self._known]
        return [key for key in keys if any(name in text or name[-5:] in text for name in self._bare(key))]

    def _bare(self, key: str) -> set[str]:
        parts = (part for name in self._names.get(key, ()) for part in split_bracket(name))
        return {plain for part in parts if len(plain := fold("".join(part.split()))) > 2}
