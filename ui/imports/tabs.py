"""The two kinds of what a visitor brings: lists and documents, each with a page of its own."""

from __future__ import annotations

from typing import Final

import streamlit as st

from atlas.words.i18n import t
from ui.state import State

_TABS: Final = (
    ("pages/import.py", "intake_tab_lists", ":material/table_rows:"),
    ("pages/intake.py", "intake_tab_document", ":material/description:"),
)


def tabs(page: str, state: State) -> None:
    """Links to both; the one that is shown is bold."""
    with st.container(horizontal=True, key="import-tabs", gap="xsmall"):
        for file, label, icon in _TABS:
            text = t(state.lang, label)
            st.page_link(file, label=f"**{text}**" if file == page else text, icon=icon, query_params=state.params())
