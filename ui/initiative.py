"""The page of one initiative: the record with a small map beside it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from atlas.geo.bounds import bounds_of
from atlas.words.i18n import t
from ui.data import Atlas
from ui.front import part, record_files, record_of
from ui.map.view import map_view
from ui.state import State


def initiative(atlas: Atlas, state: State) -> None:
    """The chosen initiative in full; a sentence and a way on when none is named."""
    lang = state.lang
    if state.selected is None:
        st.info(t(lang, "no_record"), icon=":material/info:")
        st.page_link("app.py", label=t(lang, "back_to_map"), icon=":material/map:", query_params={"lang": lang})
        return
    mask = (atlas.frame["initiative"] == state.selected).to_numpy()
    with st.container(key="record-page"):
        left, right = st.columns([3, 2], gap="medium")
        with left:
            part("panel", atlas, state, listed=False, alone=True, record=record_of(atlas, state))
        with right:
            bounds = bounds_of(atlas.frame[mask], atlas.context)
            map_view(atlas, replace(state, selected=None), mask, bounds=bounds)
            st.page_link("app.py", label=t(lang, "back_to_map"), icon=":material/map:", query_params=state.params())
            with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="record-files"):
                record_files(atlas, state, state.selected)
