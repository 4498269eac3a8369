"""The page of one initiative: the record in two columns with a small map."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from atlas.geo.bounds import bounds_of
from atlas.words.i18n import t
from ui.briefing.picture import record_snapshot
from ui.data import Atlas
from ui.map.view import map_view
from ui.record import parts
from ui.safe import md
from ui.state import State, address


def initiative(atlas: Atlas, state: State) -> None:
    """The chosen initiative in full; a sentence and a way on when none is named."""
    lang = state.lang
    if state.selected is None:
        st.info(t(lang, "no_record"), icon=":material/info:")
        st.page_link("app.py", label=t(lang, "back_to_map"), icon=":material/map:", query_params={"lang": lang})
        return
    mask = (atlas.frame["initiative"] == state.selected).to_numpy()
    sites = atlas.frame[mask]
    row = sites.iloc[0].to_dict()
    with st.container(key="record-page"):
        parts.badges(row, lang)
        st.markdown(f"### {md(row[f'title_{lang}'])}")
        st.caption(md(row["title_en" if lang == "ja" else "title_ja"]))
        left, right = st.columns([3, 2], gap="medium")
        with left:
            parts.standing(sites, lang, state.filter.until)
            st.markdown(md(row[f"summary_{lang}"]))
            parts.terms(row, lang)
            parts.focus(row, lang)
            parts.milestones(atlas, sites, lang, state.filter.until)
            parts.facts(atlas, row, lang)
            parts.mentions(atlas, row, lang)
        with right:
            map_view(atlas, replace(state, selected=None), mask, bounds=bounds_of(sites, atlas.context))
            st.page_link("app.py", label=t(lang, "back_to_map"), icon=":material/map:", query_params=state.params())
            parts.places(atlas, sites, lang)
            parts.related(atlas, state.selected, lang)
            with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="record-files"):
                record_snapshot(atlas, state, str(row[f"title_{lang}"]))
            parts.links(atlas, row, address("initiative", {"lang": lang, "id": state.selected}), lang)
