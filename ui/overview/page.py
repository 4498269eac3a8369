"""The overview page: its tabs beside the list or the record of what is chosen."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Final

import streamlit as st

from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.formats import FORMATS
from exporters.tables.overview import overview_bytes
from ui.address import one, put_one
from ui.data import Atlas
from ui.frame import copy_link, style
from ui.front import panel, part
from ui.jobs.queues import export
from ui.overview.amounts import amount_tables
from ui.overview.gaps import gap_tables
from ui.overview.moves import MONTHS, move_tables
from ui.state import State, asked, buttons, widget_key

TABS: Final = ("gaps", "amounts", "moves")


def overview(atlas: Atlas, state: State, today: date) -> None:
    """The page of the tab that the URL asks for."""
    lang = state.lang
    st.html(style("overview.css") + style("stage.css"))
    tab, months = asked("tab", TABS, TABS[0], lang), int(asked("months", MONTHS, "12", lang))
    tables = _tables(atlas, state, tab, months, today)
    with st.container(horizontal=True, key="overview-head", gap="small", vertical_alignment="center"):
        st.markdown(f"## {t(lang, 'page_overview')}", width="content")
        buttons("tab", TABS, tab, "overview", lang)
        if tab == "gaps":
            _switch("wide", lang)
            _switch("themes", lang)
        if tab == "moves":
            buttons("months", MONTHS, str(months), "overview", lang)
        st.space("stretch")
        copy_link(lang)
        extract = atlas.extract(atlas.index.select(state.filter), state.filter, lang, state.by)
        make = partial(overview_bytes, extract, tab, tables)
        st.download_button(
            t(lang, "overview_workbook"), data=export(make, format="xlsx", lang=lang, features=len(extract.sites)),
            file_name=extract.file_name("xlsx", tab), mime=FORMATS["xlsx"].mime, key="overview-workbook",
            icon=":material/download:", on_click="ignore",
        )  # fmt: skip
    part("filters", atlas, state)
    st.caption(t(lang, f"overview_{tab}_note"))
    with st.container(horizontal=True, key="stage", gap="small"):
        with st.container(key="overview"):
            part("tables", atlas, state, tables=tables)
        panel(atlas, state, listed=True, low=True)


def _tables(atlas: Atlas, state: State, tab: str, months: int, today: date) -> list[dict[str, Any]]:
    if tab == "gaps":
        return gap_tables(atlas, state, wide=bool(one("wide")), every=bool(one("themes")))
    sites = atlas.rows(atlas.index.select(state.filter))
    return amount_tables(atlas, state, sites) if tab == "amounts" else move_tables(atlas, state, sites, months, today)


def _switch(name: str, lang: Lang) -> None:
    key = widget_key(f"overview-{name}", lang, bool(one(name)))
    st.toggle(t(lang, f"overview_{name}"), value=bool(one(name)), key=key,
              on_change=lambda: put_one(name, "1" if st.session_state[key] else None))  # fmt: skip
