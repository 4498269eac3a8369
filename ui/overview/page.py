"""The overview page: its tabs beside the list or the record of what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import streamlit as st

from atlas.countries import country_name, members_of, region_of
from atlas.filter import shown
from atlas.words.i18n import spoken, t
from ui.address import one, put_one
from ui.data import Atlas
from ui.frame import copy_link, style
from ui.front import panel, part
from ui.overview.amounts import amount_tables
from ui.overview.moves import MONTHS, move_tables
from ui.safe import md
from ui.state import State, widget_key

TABS: Final = ("gaps", "amounts", "moves")
_WORDS: Final = ("regions", "countries", "several", "sum", "zeros", "shown", "wide_on", "wide_off")
_LISTED: Final = ("asean", "pif")  # whose members stand in the table even with nothing listed


def overview(atlas: Atlas, state: State, today: date) -> None:
    """The page of the tab that the URL asks for."""
    lang = state.lang
    st.html(style("overview.css") + style("stage.css"))
    tab, months = _asked("tab", TABS, lang), int(_asked("months", MONTHS, lang))
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
    part("filters", atlas, state)
    st.caption(t(lang, f"overview_{tab}_note"))
    with st.container(horizontal=True, key="stage", gap="small"):
        with st.container(key="overview"):
            _content(atlas, state, tab, months, today)
        panel(atlas, state, listed=True)


def _content(atlas: Atlas, state: State, tab: str, months: int, today: date) -> None:
    if tab == "gaps":
        words = spoken(state.lang, [f"overview_{name}" for name in _WORDS])
        part("gaps", atlas, state, **words, countries=_countries(atlas, state),
             wide=bool(one("wide")), every=bool(one("themes")))  # fmt: skip
        return
    sites = atlas.rows(atlas.index.select(state.filter))
    tables: list[dict[str, Any]] = (
        amount_tables(atlas, state, sites) if tab == "amounts" else move_tables(atlas, state, sites, months, today)
    )
    part("tables", atlas, state, tables=tables)


def _countries(atlas: Atlas, state: State) -> list[tuple[str, str, str]]:
    """Code, name and region: the countries that initiatives name, and the members of ASEAN and the Pacific's forum."""
    codes = dict.fromkeys([*atlas.index.members["country"], *(code for group in _LISTED for code in members_of(group))])
    return [(code, country_name(code, state.lang), region_of(code)) for code in sorted(codes)]


def _asked(name: str, known: tuple[str, ...], lang: str) -> str:
    asked = one(name)
    if asked and asked not in known:
        said = md(f"{name}={shown(asked)}")
        st.warning(t("ja" if lang == "ja" else "en", "unknown", values=said), icon=":material/info:")
    return asked if asked in known else known[0]


def _choice(name: str, known: tuple[str, ...], now: str, lang: Any) -> None:
    key = widget_key(f"overview-{name}", lang, now)
    st.segmented_control(
        t(lang, f"overview_{name}"), known, default=now, key=key, required=True, label_visibility="collapsed",
        format_func=lambda one: t(lang, f"overview_{name}_{one}"),
        on_change=_put(name, key, lambda value: None if value == known[0] else str(value)),
    )  # fmt: skip


def _switch(name: str, lang: Any) -> None:
    key = widget_key(f"overview-{name}", lang, bool(one(name)))
    st.toggle(t(lang, f"overview_{name}"), value=bool(one(name)), key=key,
              on_change=_put(name, key, lambda value: "1" if value else None))  # fmt: skip


def _put(name: str, key: str, said: Callable[[Any], str | None]) -> Callable[[], None]:
    return lambda: put_one(name, said(st.session_state[key]))
