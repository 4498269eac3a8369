"""The overview page: its tabs beside the list or the record of what is chosen."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import streamlit as st

from atlas.comparison import FEWEST, Comparison, compare
from atlas.regional import subject
from atlas.words.i18n import t
from exporters.extract import Extract
from exporters.overview.amounts import amount_tables
from exporters.overview.compare import compare_tables
from exporters.overview.gaps import gap_tables
from exporters.overview.moves import move_note, move_tables
from ui.address import full_address, one
from ui.data import Atlas
from ui.frame import copy_link, style
from ui.front import GROUPS, panel, part
from ui.overview.chooser import chooser, compared
from ui.overview.controls import choose_period, period_asked, switch
from ui.overview.files import TabFiles, files
from ui.state import OVERVIEW, State, asked, buttons

TABS: Final = ("gaps", "amounts", "moves", "compare")


def overview(atlas: Atlas, state: State, today: date) -> None:
    """The page of the tab that the URL asks for."""
    lang = state.lang
    st.html(style("overview.css") + style("stage.css"))
    tab, period = asked("tab", TABS, TABS[0], lang), period_asked(today, lang)
    chosen = compared(atlas, state) if tab == "compare" else []
    found = compare(atlas, state.filter, [subject(code) for code in chosen]) if len(chosen) >= FEWEST else None
    tables = _tables(atlas, state, tab, found, period.since, today)
    note = move_note(lang, period.since, today) if tab == "moves" else t(lang, f"overview_{tab}_note")
    with st.container(horizontal=True, key="overview-head", gap="small", vertical_alignment="center"):
        st.markdown(f"## {t(lang, 'page_overview')}", width="content")
        buttons("tab", TABS, tab, "overview", lang)
        if tab == "gaps":
            switch("wide", lang)
            switch("themes", lang)
        if tab == "moves":
            choose_period(period, today, lang)
        if found:
            chooser(atlas, state, chosen)
        st.space("stretch")
        copy_link(lang)
        if tables:
            here = full_address("overview", state.params() | {name: one(name) for name in OVERVIEW if one(name)})
            files(TabFiles(_extract(atlas, state, found), tab, tables, note, here))
    part("filters", atlas, state, groups=GROUPS)
    hint = t(lang, f"overview_{tab}_hint") + " " if tab in ("gaps", "compare") else ""
    st.caption(hint + note)
    with st.container(horizontal=True, key="stage", gap="small"):
        with st.container(key="overview" if tables else "overview-choice"):
            if tables:
                part("tables", atlas, state, tables=tables)
            else:
                chooser(atlas, state, chosen)
        panel(atlas, state, listed=True, low=True)


def _extract(atlas: Atlas, state: State, found: Comparison | None) -> Extract:
    """What stands in the tables; a comparison has places of its own."""
    mask, filter_ = atlas.index.select(state.filter), state.filter
    if found:
        mask, filter_ = found.mask, state.filter.without("country").without("region")
    return atlas.extract(mask, filter_, state.lang, state.by)


def _tables(
    atlas: Atlas, state: State, tab: str, found: Comparison | None, since: date, today: date
) -> list[dict[str, Any]]:
    asked_for = state.filter, state.lang
    if tab == "gaps":
        return gap_tables(atlas, *asked_for, wide=bool(one("wide")), every=bool(one("themes")))
    if tab == "compare":
        return compare_tables(atlas, *asked_for, found) if found else []
    return amount_tables(atlas, *asked_for) if tab == "amounts" else move_tables(atlas, *asked_for, since, today)
