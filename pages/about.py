"""The documents, the method, precision in words, the boundary note, attributions."""

import streamlit as st

from atlas.words.i18n import t
from ui.about import documents, method, notes, records, terms
from ui.frame import foot, open_page

atlas, state = open_page("pages/about.py")
with st.container(key="about", width=960):
    st.markdown(f"## {t(state.lang, 'about_title')}")
    documents(atlas, state.lang)
    method(state.lang)
    notes(state.lang)
    terms(state.lang)
    records(atlas, state.lang)
foot(atlas, state)
