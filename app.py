"""The world map: what Japan does under the evolved FOIP, by focus area."""

import streamlit as st

from ui.explore import explore
from ui.frame import foot
from ui.mapview import map_view
from ui.record import record
from ui.results import not_placed, results
from ui.words import in_words

atlas, state, mask = explore("app.py")
with st.container(horizontal=True, key="stage", gap="small"):
    map_view(atlas, state, mask)
    record(atlas, state, mask)
foot(atlas, state)
in_words(atlas, state, mask)
results(atlas, state, mask)
not_placed(atlas, state, mask)
