"""What a visitor brought that a briefing may show: the list of this session, or the draft that was put on the map."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from atlas.filter import Filter
from atlas.records import Document, Text
from atlas.vocab import Lang
from loaders.clock import today
from ui.imports.session import kept
from ui.intake.preview import drawn

_LIST: Final = "own-list"


class Own(NamedTuple):
    """Its sites under a filter, in the shape of the atlas's own frame; `draft` when all of it is to be marked so."""

    title: str
    digest: str
    sites: Any
    documents: Mapping[str, Document]
    organisations: Mapping[str, Text]
    draft: bool


def own(filter_: Filter, lang: Lang) -> Own | None:
    """The draft, else the list; None where the session has neither."""
    if draft := drawn():
        found = draft.found
        sites = found.frame[found.index.select(filter_)]
        return Own(draft.document.title.text(lang), draft.digest, sites, found.documents, found.organisations, True)
    if brought := kept():
        sites = brought.frame[brought.index.select(filter_)]
        named = sites.assign(documents=[[_LIST]] * len(sites))  # each names the list as its document
        return Own(PurePath(brought.name).stem, brought.digest, named, {_LIST: _document(brought.name)}, {}, False)
    return None


def _document(name: str) -> Document:
    both = Text(ja=name, en=name)
    return Document(kind="document", publisher=both, title=both, language="other", read=today().isoformat())
