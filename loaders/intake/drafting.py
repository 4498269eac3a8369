"""From a file to a draft: its text, its outline, and a proposal for each item."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence
from pathlib import Path, PurePath
from typing import Final, Literal

from atlas.text.folding import seen
from atlas.vocab import Lang
from loaders.intake.draft import Draft, DraftWords, Heard, ReadingNote
from loaders.intake.outline.sections import Section, outline, remarks
from loaders.intake.proposing.knowledge import Knowledge, read_knowledge
from loaders.intake.proposing.propose import propose
from loaders.intake.proposing.words.days import DAY, dates
from loaders.intake.proposing.words.flat import flat
from loaders.intake.reading.document import DocumentText
from loaders.intake.reading.opening import read_document
from loaders.intake.titleparties import title_parties
from loaders.lists.entries import slug

_LONGEST: Final = 200  # letters of a title
_DROPPED: Final = 50  # different lines that a draft tells of
_HEAD: Final = 1500  # letters in which the document's own day stands, where it stands anywhere


def draft_of(
    data: bytes, name: str, lang: Lang | None, parties: Sequence[str], folder: Path, knowledge: Knowledge | None = None
) -> Draft:
    """The draft of one document; `lang` None takes the text's own. Raises DocumentError and DataError."""
    document = read_document(data, name)
    return drafted(document, outline(document), data, name, lang, parties, knowledge or read_knowledge(folder))


def drafted(
    document: DocumentText, sections: Sequence[Section], data: bytes, name: str, lang: Lang | None,
    parties: Sequence[str], knowledge: Knowledge,
) -> Draft:  # fmt: skip
    """The draft of a document whose outline is known."""
    source = _heard(document, sections, data, name, lang, parties, knowledge.documents)
    found = propose(document.text, sections, source, knowledge)
    return Draft(
        edition=knowledge.edition, source=source, text=document.text, items=found.items,
        organisations=found.organisations, remarks=_remarks(document, sections, source, parties),
        dropped=tuple(line[:_LONGEST] for line in list(dict.fromkeys(document.dropped))[:_DROPPED]),
    )  # fmt: skip


def _remarks(
    document: DocumentText, sections: Sequence[Section], source: Heard, parties: Sequence[str]
) -> tuple[ReadingNote, ...]:
    """What the officer is told of the reading; that a text is UTF-8 goes without saying."""
    told = [
        ReadingNote(key=one.key, values={name: value if isinstance(value, int) else str(value)
                                  for name, value in one.values.items()})
        for one in remarks(document, sections) if one.values.get("encoding") != "UTF-8"
    ]  # fmt: skip
    supposed = [ReadingNote(key="title_parties", values={"codes": " ".join(source.parties)})]
    return (*(supposed if source.parties and not parties else []), *told)


def _heard(
    document: DocumentText, sections: Sequence[Section], data: bytes, name: str, lang: Lang | None,
    parties: Sequence[str], taken: Collection[str],
) -> Heard:  # fmt: skip
    """What the file itself tells of the document."""
    language: Literal["ja", "en"] = "en" if (lang or document.lang) == "en" else "ja"
    front = document.text[: sections[0].start] if sections else document.text
    title = seen(" ".join(_title(document, front).split()))[:_LONGEST]
    file = PurePath(name.replace("\\", "/")).name
    return Heard(
        key=_key(PurePath(file).stem, taken), title=DraftWords(**{language: title}), language=language,
        date=_date(front, 4) or _date(document.text[:_HEAD], DAY), parties=tuple(parties) or title_parties(title),
        file=seen(file), sha256=hashlib.sha256(data).hexdigest(),
    )  # fmt: skip


def _title(document: DocumentText, front: str) -> str:
    """The largest lines before the first item, else the first line there is."""
    lines = [line for line in document.lines if line.end <= len(front) and not _is_date(document.words(line))]
    if not lines:
        return document.text.split("\n", 1)[0]
    largest = max(line.size or 0 for line in lines)
    first = next(at for at, line in enumerate(lines) if (line.size or 0) == largest)
    rest = [line for line in lines[first : first + 3] if (line.size or 0) == largest and line.kind == lines[first].kind]
    return " ".join(document.words(line) for line in (rest if largest else lines[:1]))


def _is_date(words: str) -> bool:
    return any(len(words) < found.end - found.start + 8 for found in dates(words))


def _date(text: str, least: int) -> str | None:
    """The first date that is told to the day, else the first that is told so well."""
    found = [one.value for one in dates(flat(text).text) if len(one.value) >= least]
    return next((value for value in found if len(value) == DAY), found[0] if found else None)


def _key(stem: str, taken: Collection[str]) -> str:
    """A key for documents.yml that no document has yet."""
    wish = slug(re.sub(r"[_\s]+", "-", stem), 50) or "document"
    number, key = 2, wish
    while key in taken:
        key, number = f"{wish}-{number}", number + 1
    return key
