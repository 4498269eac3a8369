"""The world map: what Japan does under the evolved FOIP, by focus area."""

import streamlit as st

from atlas.i18n import t
from ui.cards import cards, counts
from ui.filters import clear, sidebar
from ui.frame import foot, open_page
from ui.mapview import map_view
from ui.record import record
from ui.results import not_placed, results

atlas, state = open_page("app.py")
mask = atlas.index.select(state.filter)
sidebar(atlas, state)
cards(atlas, state)
counts(atlas, state, mask)
if not mask.any():
    with st.container(horizontal=True, key="empty"):
        st.info(t(state.lang, "empty"), icon=":material/info:")
        st.button(t(state.lang, "clear"), key="empty-clear", on_click=clear)
with st.container(horizontal=True, key="stage", gap="small"):
    map_view(atlas, state, mask)
    record(atlas, state, mask)
foot(atlas, state)
results(atlas, state, mask)
not_placed(atlas, state, mask)
