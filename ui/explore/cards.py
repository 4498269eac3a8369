"""The focus-area cards over the map, and the line that says in words what is shown."""

from __future__ import annotations

import numpy as np
import streamlit as st

from atlas.index import Mask
from atlas.progress.standing import left_out
from atlas.words.i18n import t
from atlas.words.phrases import join
from ui.briefing.picture import snapshot_buttons
from ui.data import Atlas
from ui.explore import panel
from ui.explore.filters import COUNTED
from ui.page import copy_link
from ui.safe import md
from ui.state import State


def cards(atlas: Atlas, state: State) -> None:
    """One card a focus area with its count under the other filters; a click filters by it."""
    with st.container(key="cards"):
        panel.counts(atlas, state.filter, COUNTED)
        panel.cards(atlas, state.lang)


def counts(atlas: Atlas, state: State, mask: Mask, pictured: bool = False) -> None:
    """How many initiatives and places are shown, in words, with a chip for every filter, the link and the picture."""
    lang = state.lang
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="counts"):
        st.markdown(sentence(atlas, state, mask), width="content")
        st.space("stretch")
        if chips := panel.chips(atlas, state):
            with st.container(key="chips", width="content"):
                st.html(chips)
        with st.container(horizontal=True, key="take", gap="xsmall", width="content", vertical_alignment="center"):
            copy_link(lang)
            if pictured and mask.any():
                screen = state.view or ("auto" if state.filter else "indo-pacific")
                snapshot_buttons(atlas, state, state.filter, screen, "map")
    year_note(atlas, state)


def year_note(atlas: Atlas, state: State) -> None:
    """With a year: what the screen means then, and what it leaves out, by reason."""
    if state.filter.until is None:
        return
    lang, out = state.lang, left_out(atlas.index, state.filter)
    reasons = {"year_left_later": out.later, "year_left_undated": out.undated}
    text = t(lang, "year_now", year=state.filter.until)
    if named := [t(lang, key, n=n) for key, n in reasons.items() if n]:
        text += f"{'' if lang == 'ja' else ' '}{t(lang, 'year_left')}{join(named, lang)}{'。' if lang == 'ja' else '.'}"
    with st.container(key="year-note"):
        st.caption(md(text))


def sentence(atlas: Atlas, state: State, mask: Mask) -> str:
    """The counts in words, as Markdown."""
    lang = state.lang
    found, every = atlas.index.counts(mask), atlas.index.count(np.ones_like(mask))
    key = "counts_all" if found.initiatives == every else "counts_some"
    main = t(lang, key, i=found.initiatives, all=every, s=found.places)
    return f"{main}　:gray[{t(lang, 'counts_split', on=found.on, wide=found.wide, off=found.off)}]"
