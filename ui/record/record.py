"""The record: one initiative in full, beside the map."""

from __future__ import annotations

import streamlit as st

from atlas.index import Mask
from atlas.words.i18n import t
from ui.briefing.picture import record_snapshot
from ui.data import Atlas
from ui.map.view import select, zoom
from ui.record import parts
from ui.safe import md
from ui.state import State, address


def record(atlas: Atlas, state: State, mask: Mask, beside_map: bool = True) -> None:
    """The chosen initiative: what, why it is where it is, milestones, and who says so."""
    if state.selected is None:
        return
    sites = atlas.frame[atlas.frame["initiative"] == state.selected]
    row, lang = sites.iloc[0].to_dict(), state.lang
    with st.container(border=True, key="record"):
        _bar(atlas, state, mask, beside_map and bool(sites["geometry"].notna().any()))
        parts.badges(row, lang)
        st.subheader(md(row[f"title_{lang}"]), anchor=False)
        st.caption(md(row["title_en" if lang == "ja" else "title_ja"]))
        parts.standing(sites, lang, state.filter.until)
        st.markdown(md(row[f"summary_{lang}"]))
        parts.terms(row, lang)
        parts.focus(row, lang)
        parts.places(atlas, sites, lang)
        parts.milestones(atlas, sites, lang, state.filter.until)
        parts.facts(atlas, row, lang)
        parts.mentions(atlas, row, lang)
        parts.related(atlas, state.selected, lang)
        parts.links(atlas, row, address("", state.params()), lang)
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="record-files"):
            record_snapshot(atlas, state, str(row[f"title_{lang}"]))
        st.page_link("pages/initiative.py", label=t(lang, "own_page"), icon=":material/open_in_full:",
                     query_params={"lang": lang, "id": state.selected})  # fmt: skip


def _bar(atlas: Atlas, state: State, mask: Mask, mapped: bool) -> None:
    shown = list(dict.fromkeys(atlas.frame["initiative"][mask]))
    lang = state.lang
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        if state.selected in shown:
            at = shown.index(state.selected)
            before, after = shown[at - 1], shown[(at + 1) % len(shown)]
            st.button(t(lang, "previous"), icon=":material/chevron_left:", key="previous", type="tertiary",
                      on_click=select, args=(atlas, before))  # fmt: skip
            st.markdown(f":gray[{t(lang, 'position', i=at + 1, n=len(shown))}]", width="content")
            st.button(t(lang, "next"), icon=":material/chevron_right:", icon_position="right", key="next",
                      type="tertiary", on_click=select, args=(atlas, after))  # fmt: skip
        else:
            st.markdown(f":gray[{t(lang, 'hidden')}]", width="content")
        st.space("stretch")
        if mapped:
            st.button(t(lang, "zoom"), icon=":material/zoom_in_map:", key="zoom", type="tertiary", on_click=zoom,
                      args=(atlas, state.selected))  # fmt: skip
        st.button(t(lang, "close"), icon=":material/close:", key="close", type="tertiary", shortcut="Escape",
                  on_click=select, args=(atlas, None))  # fmt: skip
