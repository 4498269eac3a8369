"""The overview page: its tabs beside the list or the record of what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import streamlit as st

from atlas.filter import shown
from atlas.vocab import Lang
from atlas.words.i18n import t
from ui.address import full_address, one, put_one
from ui.data import Atlas
from ui.frame import copy_link, style
from ui.front import panel, part
from ui.overview.amounts import amount_tables
from ui.overview.files import TabFiles, files
from ui.overview.gaps import gap_tables
from ui.overview.moves import MONTHS, move_tables
from ui.safe import md
from ui.state import OVERVIEW, State, widget_key

TABS: Final = ("gaps", "amounts", "moves")


def overview(atlas: Atlas, state: State, today: date) -> None:
    """The page of the tab that the URL asks for."""
    lang = state.lang
    st.html(style("overview.css") + style("stage.css"))
    tab, months = _asked("tab", TABS, lang), int(_asked("months", MONTHS, lang, "12"))
    tables = _tables(atlas, state, tab, months, today)
    with st.container(horizontal=True, key="overview-head", gap="small", vertical_alignment="center"):
        st.markdown(f"## {t(lang, 'page_overview')}", width="content")
        _choice("tab", TABS, tab, lang)
        if tab == "gaps":
            _switch("wide", lang)
            _switch("themes", lang)
        if tab == "moves":
            _choice("months", MONTHS, str(months), lang)
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


def _tables(atlas: Atlas, state: State, tab: str, months: int, today: date) -> list[dict[str, Any]]:
    if tab == "gaps":
        return gap_tables(atlas, state, wide=bool(one("wide")), every=bool(one("themes")))
    sites = atlas.rows(atlas.index.select(state.filter))
    return amount_tables(atlas, state, sites) if tab == "amounts" else move_tables(atlas, state, sites, months, today)


def _asked(name: str, known: tuple[str, ...], lang: Lang, usual: str = "") -> str:
    asked = one(name)
    if asked and asked not in known:
        said = md(f"{name}={shown(asked)}")
        st.warning(t(lang, "unknown", values=said), icon=":material/info:")
    return asked if asked in known else usual or known[0]


def _choice(name: str, known: tuple[str, ...], now: str, lang: Lang) -> None:
    key = widget_key(f"overview-{name}", lang, now)
    st.segmented_control(
        t(lang, f"overview_{name}"), known, default=now, key=key, required=True, label_visibility="collapsed",
        format_func=lambda one: t(lang, f"overview_{name}_{one}"),
        on_change=_put(name, key, str),
    )  # fmt: skip


def _switch(name: str, lang: Lang) -> None:
    key = widget_key(f"overview-{name}", lang, bool(one(name)))
    st.toggle(t(lang, f"overview_{name}"), value=bool(one(name)), key=key,
              on_change=_put(name, key, lambda value: "1" if value else None))  # fmt: skip


def _put(name: str, key: str, said: Callable[[Any], str | None]) -> Callable[[], None]:
    return lambda: put_one(name, said(st.session_state[key]))
