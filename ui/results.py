"""The lists under the map: what is shown, by focus area, and what can't be placed."""

from __future__ import annotations

from typing import Final

import streamlit as st

from atlas import vocab
from atlas.i18n import t
from atlas.index import Mask
from ui.data import Atlas
from ui.mapview import select
from ui.rows import entry, first_of, rows
from ui.safe import md
from ui.state import State, widget_key

MOST: Final = 100
_ORDER = (1, 2, 3, 0)


def results(atlas: Atlas, state: State, mask: Mask) -> None:
    """The initiatives of the moment in columns by focus area; each opens its record."""
    lang, focus_of = state.lang, rows(atlas, state.lang).focus
    groups = {focus: mask & (focus_of == focus) for focus in _ORDER}
    shown = [focus for focus in _ORDER if groups[focus].any()]
    with st.container(key="results"):
        st.markdown(f"#### {t(lang, 'results')}")
        if not shown:
            return
        for column, focus in zip(st.columns(len(shown)), shown, strict=True):
            with column, st.container(border=True):
                name, group = vocab.FOCUS_SHORT[focus].text(lang), groups[focus]
                count = atlas.index.count(group)
                st.markdown(f"![](app/static/sym/focus{focus}-site.svg) **{md(name)}** :gray[{count}]")
                _choice(atlas, state, group, f"focus-{focus}")


def not_placed(atlas: Atlas, state: State, mask: Mask) -> None:
    """The initiatives that no place can be given to."""
    lang = state.lang
    sites = mask & rows(atlas, lang).unplaced
    with st.container(key="not-placed"):
        st.markdown(f"#### {t(lang, 'not_placed')} :gray[{int(sites.sum())}]")
        if not sites.any():
            st.caption(t(lang, "none_unplaced"))
            return
        st.caption(t(lang, "not_placed_why"))
        _choice(atlas, state, sites, "unplaced")


def _choice(atlas: Atlas, state: State, mask: Mask, name: str) -> None:
    """A list to choose a record from: one widget, so that a hundred entries cost no more than one."""
    placed, lang, all_ = name != "unplaced", state.lang, rows(atlas, state.lang)
    groups, count = first_of(atlas, mask, MOST)
    entries = {all_.ids[group[0]]: entry(all_, group, lang) for group in groups}
    ids = list(entries)
    chosen = ids.index(state.selected) if state.selected in entries else None
    key = widget_key(f"list-{name}", lang, state.selected if chosen is not None else None)
    st.radio(
        t(lang, "results"), ids, index=chosen, key=key, format_func=lambda id_: entries[id_][0],
        captions=[caption for _, caption in entries.values()] if placed else None, label_visibility="collapsed",
        on_change=_picked, args=(atlas, key),
    )  # fmt: skip
    if count > len(ids):
        st.caption(t(lang, "results_first", n=len(ids), all=count))
        st.page_link("pages/table.py", label=t(lang, "results_all"), icon=":material/table_rows:",
                     query_params=state.params())  # fmt: skip


def _picked(atlas: Atlas, key: str) -> None:
    select(atlas, st.session_state[key])
