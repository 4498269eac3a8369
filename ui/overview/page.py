"""The overview page: its tabs beside the list or the record of what is chosen."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import streamlit as st

from atlas.words.i18n import t
from ui.address import full_address, one
from ui.data import Atlas
from ui.frame import copy_link, style
from ui.front import panel, part
from ui.overview.amounts import amount_tables
from ui.overview.controls import asked, choice, choose_period, period_asked, switch
from ui.overview.files import TabFiles, files
from ui.overview.gaps import gap_tables
from ui.overview.moves import move_tables
from ui.state import OVERVIEW, State

TABS: Final = ("gaps", "amounts", "moves")


def overview(atlas: Atlas, state: State, today: date) -> None:
    """The page of the tab that the URL asks for."""
    lang = state.lang
    st.html(style("overview.css") + style("stage.css"))
    tab, period = asked("tab", TABS, lang), period_asked(today, lang)
    tables = _tables(atlas, state, tab, period.since, today)
    with st.container(horizontal=True, key="overview-head", gap="small", vertical_alignment="center"):
        st.markdown(f"## {t(lang, 'page_overview')}", width="content")
        choice("tab", TABS, tab, lang)
        if tab == "gaps":
            switch("wide", lang)
            switch("themes", lang)
        if tab == "moves":
            choose_period(period, today, lang)
        st.space("stretch")
        copy_link(lang)
        extract = atlas.extract(atlas.index.select(state.filter), state.filter, lang, state.by)
        here = full_address("overview", state.params() | {name: one(name) for name in OVERVIEW if one(name)})
        files(TabFiles(extract, tab, tables, here))
    part("filters", atlas, state)
    st.caption((t(lang, "overview_gaps_hint") + " " if tab == "gaps" else "") + t(lang, f"overview_{tab}_note"))
    with st.container(horizontal=True, key="stage", gap="small"):
        with st.container(key="overview"):
            part("tables", atlas, state, tables=tables)
        panel(atlas, state, listed=True, low=True)


def _tables(atlas: Atlas, state: State, tab: str, since: date, today: date) -> list[dict[str, Any]]:
    if tab == "gaps":
        return gap_tables(atlas, state, wide=bool(one("wide")), every=bool(one("themes")))
    sites = atlas.rows(atlas.index.select(state.filter))
    return amount_tables(atlas, state, sites) if tab == "amounts" else move_tables(atlas, state, sites, since, today)
