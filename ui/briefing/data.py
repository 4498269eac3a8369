"""What a briefing shows: the atlas under the map's filter, what the visitor brought in this session, or both."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, Literal, NamedTuple

import pandas as pd
import streamlit as st

from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.print.content.brief import default_title
from ui.briefing.own import Own, own
from ui.data import Atlas
from ui.state import State

_Source = Literal["atlas", "list", "both"]
_SOURCES: Final[tuple[_Source, ...]] = ("atlas", "list", "both")


class BriefingSites(NamedTuple):
    """The sites to show; `own` when something of the visitor's is among them, which no link can lead to; a usual title.

    `draft` when that is a draft of a document.
    """

    extract: Extract
    own: bool
    title: str
    draft: bool = False


def subject(atlas: Atlas, state: State) -> BriefingSites:
    """What is to be shown; asks only where there is something that the visitor brought."""
    found = own(state.filter, state.lang)
    source = _choice(state, found) if found else "atlas"
    extract = atlas.extract(atlas.index.select(state.filter), state.filter, state.lang)
    if found is None or source == "atlas":
        return BriefingSites(extract, False, default_title(extract))
    sites = found.sites if source == "list" else pd.concat([extract.sites, found.sites])
    documents, organisations = {**atlas.documents, **found.documents}, {**extract.organisations, **found.organisations}
    edition = (None, found.digest) if source == "list" else (extract.date, extract.digest)
    extract = replace(extract, sites=sites, documents=documents, organisations=organisations, date=edition[0],
                      digest=edition[1])  # fmt: skip
    title = found.title if source == "list" else default_title(extract)
    return BriefingSites(extract, True, title, found.draft)


def _choice(state: State, found: Own) -> _Source:
    names = {"list": "intake_brief" if found.draft else "brief_data_list"}
    chosen = st.segmented_control(
        t(state.lang, "brief_data"), _SOURCES, default="list", required=True, key="brief-data", width="stretch",
        format_func=lambda code: t(state.lang, names.get(code, f"brief_data_{code}")),
    )  # fmt: skip
    return next(code for code in _SOURCES if code == chosen)
