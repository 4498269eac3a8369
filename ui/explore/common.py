"""What the map and the list have in common: the filters, the cards, the counts, and a word when nothing is left."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from atlas.index import Mask
from atlas.words.i18n import t
from ui.data import Atlas
from ui.explore.cards import cards, counts
from ui.explore.filters import clear, sidebar
from ui.frame import open_page
from ui.state import State


def explore(page: str, *stage: Callable[[Atlas, State, Mask], None]) -> tuple[Atlas, State, Mask]:
    """Open a page of the atlas with its filters; returns the sites to show.

    `stage` is what stands side by side under the cards. It is sent before them: the map need not wait for the rest.
    """
    atlas, state = open_page(page)
    mask = atlas.index.select(state.filter)
    above = st.container(key="above")
    if stage:
        with st.container(horizontal=True, key="stage", gap="small"):
            for part in stage:
                part(atlas, state, mask)
    with above:
        cards(atlas, state)
        counts(atlas, state, mask, pictured=page == "app.py")
        if not mask.any():
            _nothing(state)
    sidebar(atlas, state)
    return atlas, state, mask


def _nothing(state: State) -> None:
    with st.container(horizontal=True, key="empty"):
        st.info(t(state.lang, "empty"), icon=":material/info:")
        st.button(t(state.lang, "clear"), key="empty-clear", on_click=clear)
