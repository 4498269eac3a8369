"""The lists under the map: what is shown, by focus area, and what can't be placed; as HTML, see `ui.explore.panel`."""

from __future__ import annotations

from html import escape
from typing import Final

import numpy as np
import streamlit as st

from atlas import vocab
from atlas.index import Mask
from atlas.words.i18n import t
from ui.data import Atlas
from ui.explore.rows import Rows, entry, first_of, rows, said
from ui.state import State

MOST: Final = 100
_ORDER = (1, 2, 3, 0)


def results(atlas: Atlas, state: State, mask: Mask) -> None:
    """The initiatives of the moment in columns by focus area; each opens its record."""
    lang = state.lang
    columns = "".join(column_of(atlas, state, focus, mask) for focus in _ORDER)
    with st.container(key="results"):
        st.html(
            f'<h4 class="atlas-heading">{escape(t(lang, "results"))}</h4><div class="atlas-columns">{columns}</div>'
        )
        if any(atlas.index.count(_group(atlas, state, focus, mask)) > MOST for focus in _ORDER):
            _all(state)


def _group(atlas: Atlas, state: State, focus: int, mask: Mask) -> Mask:
    of_focus: Mask = rows(atlas, state.lang).focus == focus
    return mask & of_focus


def not_placed(atlas: Atlas, state: State, mask: Mask) -> None:
    """The initiatives that no place can be given to."""
    lang = state.lang
    sites = atlas.index.unplaced(mask)
    why, count = t(lang, "not_placed_why" if sites.any() else "none_unplaced"), atlas.index.count(sites)
    heading = f'<h4 class="atlas-heading">{escape(t(lang, "not_placed"))} <span>{count}{t(lang, "unit")}</span></h4>'
    with st.container(key="not-placed"):
        st.html(f'{heading}<p class="atlas-why">{escape(why)}</p>{_list(atlas, state, sites, placed=False)}')
        if atlas.index.count(sites) > MOST:
            _all(state)


def _all(state: State) -> None:
    st.page_link("pages/table.py", label=t(state.lang, "results_all"), icon=":material/table_rows:",
                 query_params=state.params())  # fmt: skip


def column_of(atlas: Atlas, state: State, focus: int, mask: Mask) -> str:
    """The column of a focus area as HTML: its count and its first initiatives; nothing where it has none."""
    sites = _group(atlas, state, focus, mask)
    if not sites.any():
        return ""
    name, count = vocab.FOCUS_SHORT[focus].text(state.lang), atlas.index.count(sites)
    picture = f'<img src="app/static/sym/focus{focus}-site.svg" alt="">'
    head = f"<h5>{picture} {escape(name)} <span>{count}{t(state.lang, 'unit')}</span></h5>"
    return f'<section class="atlas-column">{head}{_list(atlas, state, sites, placed=True)}</section>'


def _list(atlas: Atlas, state: State, sites: Mask, placed: bool) -> str:
    """The first initiatives of some sites, with their places if they have any."""
    all_ = rows(atlas, state.lang)
    groups, count = first_of(atlas, sites, MOST)
    entries = "".join(_entry(all_, atlas, state, group, placed) for group in groups)
    left = t(state.lang, "results_first", n=len(groups), all=count) if count > len(groups) else ""
    more = f'<p class="atlas-why">{escape(left)}</p>' if left else ""
    return f'<ul class="atlas-list">{entries}</ul>{more}' if np.any(sites) else ""


def _entry(all_: Rows, atlas: Atlas, state: State, group: list[int], placed: bool) -> str:
    symbol, title, places = entry(all_, group, state.lang)
    told = [places if placed else "", said(all_, atlas, state.lang, group, state.filter.until)]
    words = ("／" if state.lang == "ja" else " · ").join(filter(None, told))
    where, id_ = f"<span>{escape(words)}</span>" if words else "", all_.ids[group[0]]
    picture = f'<img src="app/static/sym/{symbol}.svg" alt="">'
    return f'<li><button type="button" data-id="{escape(id_)}">{picture}<b>{escape(title)}</b>{where}</button></li>'
