"""All sites or initiatives of the filter as a table, and the same as files."""

import streamlit as st

from ui.explore.common import explore
from ui.explore.table import bar, printed, table
from ui.frame import foot
from ui.front import panel, part

atlas, state, mask = explore("pages/table.py")
extract = bar(atlas, state, mask)
basket = st.container(key="basket")
with st.container(horizontal=True, key="stage", gap="small"):
    ticked = table(atlas, state, extract)
    panel(atlas, state)
with basket:
    part("basket", atlas, state, chosen=ticked)
printed(atlas, state, extract)
foot(atlas, state)
