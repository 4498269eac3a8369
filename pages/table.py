"""All sites or initiatives of the filter as a table, and the same as files."""

import streamlit as st

from atlas.i18n import t
from ui.cards import cards, counts
from ui.filters import clear, sidebar
from ui.frame import foot, open_page
from ui.record import record
from ui.table import bar, table

atlas, state = open_page("pages/table.py")
mask = atlas.index.select(state.filter)
sidebar(atlas, state)
cards(atlas, state)
counts(atlas, state, mask)
extract = bar(atlas, state, mask)
if not mask.any():
    with st.container(horizontal=True, key="empty"):
        st.info(t(state.lang, "empty"), icon=":material/info:")
        st.button(t(state.lang, "clear"), key="empty-clear", on_click=clear)
with st.container(horizontal=True, key="stage", gap="small"):
    table(atlas, state, extract)
    record(atlas, state, mask)
foot(atlas, state)
