"""What a briefing shows: the atlas under the map's filter, this session's own list, or both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Any, Final, Literal, NamedTuple

import pandas as pd
import streamlit as st

from atlas.filter import Filter
from atlas.records import Document, Text
from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.print.content.brief import default_title
from ui.data import Atlas
from ui.imports.session import kept
from ui.jobs.list_memory import Kept
from ui.state import State

_OWN: Final = "own-list"
_Source = Literal["atlas", "list", "both"]
_SOURCES: Final[tuple[_Source, ...]] = ("atlas", "list", "both")


class BriefingSites(NamedTuple):
    """The sites to show; `own` when a list of the user's is among them, which no link can lead to; a usual title."""

    extract: Extract
    own: bool
    title: str


def subject(atlas: Atlas, state: State) -> BriefingSites:
    """What is to be shown; asks only where there is a list."""
    found = kept()
    source = _choice(state) if found else "atlas"
    extract = atlas.extract(atlas.index.select(state.filter), state.filter, state.lang)
    if found is None or source == "atlas":
        return BriefingSites(extract, False, default_title(extract))
    own = _own(found, state.filter)
    sites = own if source == "list" else pd.concat([extract.sites, own])
    documents = {**atlas.documents, _OWN: _document(found.name)}
    edition = (None, found.digest) if source == "list" else (extract.date, extract.digest)
    extract = replace(extract, sites=sites, documents=documents, date=edition[0], digest=edition[1])
    return BriefingSites(extract, True, PurePath(found.name).stem if source == "list" else default_title(extract))


def _choice(state: State) -> _Source:
    chosen = st.segmented_control(
        t(state.lang, "brief_data"), _SOURCES, default="list", required=True, key="brief-data", width="stretch",
        format_func=lambda code: t(state.lang, f"brief_data_{code}"),
    )  # fmt: skip
    return next(code for code in _SOURCES if code == chosen)


def _own(found: Kept, filter_: Filter) -> Any:
    """The rows that a filter shows, each naming the list as its document."""
    sites = found.frame[found.index.select(filter_)]
    return sites.assign(documents=[[_OWN]] * len(sites))


def _document(name: str) -> Document:
    both = Text(ja=name, en=name)
    return Document(kind="document", publisher=both, title=both, language="other", read=date.today().isoformat())
