"""All sites or initiatives of the filter as a table, and the same as files."""

import streamlit as st

from ui.explore import explore
from ui.frame import foot
from ui.record import record
from ui.table import bar, table

atlas, state, mask = explore("pages/table.py")
extract = bar(atlas, state, mask)
with st.container(horizontal=True, key="stage", gap="small"):
    table(atlas, state, extract)
    record(atlas, state, mask, beside_map=False)
foot(atlas, state)
