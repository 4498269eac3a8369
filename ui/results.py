"""The lists under the map: what is shown, by focus area, and what can't be placed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from atlas import vocab
from atlas.i18n import t
from atlas.index import Mask
from atlas.phrases import join
from atlas.vocab import Lang
from maps.symbols import form_of
from ui.data import Atlas
from ui.mapview import select
from ui.safe import md
from ui.state import State, widget_key

_PLACES = 4
_ORDER = (1, 2, 3, 0)


def results(atlas: Atlas, state: State, mask: Mask) -> None:
    """The initiatives of the moment in columns by focus area; each opens its record."""
    sites, lang = atlas.frame[mask], state.lang
    with st.container(key="results"):
        st.markdown(f"#### {t(lang, 'results')}")
        if sites.empty:
            return
        shown = [focus for focus in _ORDER if (sites["focus_area"] == focus).any()]
        for column, focus in zip(st.columns(len(shown)), shown, strict=True):
            with column, st.container(border=True):
                name = vocab.FOCUS_SHORT[focus].text(lang)
                group = sites[sites["focus_area"] == focus]
                st.markdown(
                    f"![](app/static/sym/focus{focus}-site.svg) **{md(name)}** :gray[{group['initiative'].nunique()}]"
                )
                _choice(atlas, state, group, f"focus-{focus}")


def not_placed(atlas: Atlas, state: State, mask: Mask) -> None:
    """The initiatives that no place can be given to."""
    lang = state.lang
    sites = atlas.frame[mask & atlas.frame["geometry"].isna().to_numpy()]
    with st.container(key="not-placed"):
        st.markdown(f"#### {t(lang, 'not_placed')} :gray[{len(sites)}]")
        if sites.empty:
            st.caption(t(lang, "none_unplaced"))
            return
        st.caption(t(lang, "not_placed_why"))
        _choice(atlas, state, sites, "unplaced")


def _choice(atlas: Atlas, state: State, sites: pd.DataFrame, name: str) -> None:
    """A list to choose a record from: one widget, so that a hundred entries cost no more than one."""
    placed = name != "unplaced"
    entries = {str(id_): _entry(group, state.lang) for id_, group in sites.groupby("initiative", sort=False)}
    ids = list(entries)
    chosen = ids.index(state.selected) if state.selected in entries else None
    key = widget_key(f"list-{name}", state.lang, state.selected if chosen is not None else None)
    st.radio(
        t(state.lang, "results"), ids, index=chosen, key=key, format_func=lambda id_: entries[id_][0],
        captions=[caption for _, caption in entries.values()] if placed else None, label_visibility="collapsed",
        on_change=_picked, args=(atlas, key),
    )  # fmt: skip


def _picked(atlas: Atlas, key: str) -> None:
    select(atlas, st.session_state[key])


def _entry(group: pd.DataFrame, lang: Lang) -> tuple[str, str]:
    site = group.iloc[0]
    picture = f"![](app/static/sym/focus{site['focus_area']}-{form_of(site['precision'])}.svg)"
    places = list(dict.fromkeys(group[f"place_{lang}"]))
    more = f" +{len(places) - _PLACES}" if len(places) > _PLACES else ""
    return f"{picture} {md(site[f'title_{lang}'])}", md(join(places[:_PLACES], lang)) + more
