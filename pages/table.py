"""All sites or initiatives of the filter as a table, and the same as files."""

import streamlit as st

from ui.explore.common import explore
from ui.explore.table import bar, printed, table
from ui.frame import foot
from ui.front import panel

atlas, state, mask = explore("pages/table.py")
extract = bar(atlas, state, mask)
with st.container(horizontal=True, key="stage", gap="small"):
    table(atlas, state, extract)
    panel(atlas, state)
printed(atlas, state, extract)
foot(atlas, state)
