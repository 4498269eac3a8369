"""What the map and the table have in common: the front end's cards and filters, and the ways to take a screen along."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from atlas.index import Mask
from ui import front
from ui.briefing.picture import snapshot_buttons
from ui.data import Atlas
from ui.explore.part import part_files
from ui.frame import copy_link, open_page, style
from ui.state import State


def explore(page: str, *stage: Callable[[Atlas, State, Mask], None]) -> tuple[Atlas, State, Mask]:
    """Open a page of the atlas with its filters; returns the sites to show.

    `stage` is what stands side by side under them. It is sent first: the map need not wait for the rest.
    """
    atlas, state = open_page(page)
    mask = atlas.index.select(state.filter)
    above, tools = st.container(key="above"), st.container(horizontal=True, key="tools", gap="small")
    if stage:
        st.html(style("stage.css"))
        with st.container(horizontal=True, key="stage", gap="small"):
            for part in stage:
                part(atlas, state, mask)
    with above:
        front.part("cards", atlas, state)
    with tools:
        front.part("filters", atlas, state)
        with st.container(horizontal=True, key="take", gap="xsmall", width="content", vertical_alignment="center"):
            copy_link(state.lang)
            if atlas.many is not None:
                part_files(atlas, state)
            elif mask.any() and page == "app.py":
                screen = state.view or ("auto" if state.filter else "indo-pacific")
                snapshot_buttons(atlas, state, state.filter, screen, "map")
    return atlas, state, mask
