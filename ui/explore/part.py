"""Files of a filtered part of an edition that pages do not hold."""

from __future__ import annotations

import numpy as np
import streamlit as st

from atlas.words.i18n import t
from ui.data import Atlas
from ui.map.many import FILED, part_of, shown
from ui.state import State


def part_files(atlas: Atlas, state: State) -> None:
    """The downloads of what the filter leaves, where it is not too much for files; else how much it is."""
    if atlas.many is None:
        return
    lang = state.lang
    with st.popover(t(lang, "downloads"), icon=":material/download:"):
        places = shown(atlas.many.tallies(state.filter), state.filter).places
        if places > FILED:
            st.caption(t(lang, "many_over", n=places, most=FILED))
        elif st.session_state.get("part-files") == state.filter or st.button(t(lang, "many_make"), key="part-make"):
            st.session_state["part-files"] = state.filter
            from ui.explore.table import downloads  # what makes files is loaded when they are asked for

            part = part_of(atlas, atlas.many.first(state.filter, FILED))
            downloads(part.extract(np.ones(part.index.size, dtype=np.bool_), state.filter, lang, state.by))
