"""What the map and the list have in common: the filters, the cards, the counts, and a word when nothing is left."""

from __future__ import annotations

import streamlit as st

from atlas.i18n import t
from atlas.index import Mask
from ui.cards import cards, counts
from ui.data import Atlas
from ui.filters import clear, sidebar
from ui.frame import open_page
from ui.state import State


def explore(page: str) -> tuple[Atlas, State, Mask]:
    """Open a page of the atlas with its filters; returns the sites to show."""
    atlas, state = open_page(page)
    mask = atlas.index.select(state.filter)
    sidebar(atlas, state)
    cards(atlas, state)
    counts(atlas, state, mask, pictured=page == "app.py")
    if not mask.any():
        with st.container(horizontal=True, key="empty"):
            st.info(t(state.lang, "empty"), icon=":material/info:")
            st.button(t(state.lang, "clear"), key="empty-clear", on_click=clear)
    return atlas, state, mask
