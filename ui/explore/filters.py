"""The filter panel: the search, the year, every facet with what each option would give."""

from __future__ import annotations

from itertools import groupby
from typing import Final

import streamlit as st

from atlas.filter import FACETS
from atlas.progress.years import UNDATED
from atlas.words.i18n import t
from ui.data import Atlas
from ui.explore import panel
from ui.explore.choosers import many, search, year
from ui.safe import md
from ui.state import State, read, write

_LISTS: Final = ("country", "partner")
_SHOWN: Final = tuple(facet for facet in FACETS if facet not in ("focus", "year"))
COUNTED: Final = ("focus", *(facet for facet in _SHOWN if facet not in _LISTS))


def sidebar(atlas: Atlas, state: State) -> None:
    """The filter panel; its counts are told by `explore`, with those of the cards."""
    with st.sidebar, st.container(key="filters"):
        panel.head(state.lang)
        search(state)
        years(atlas, state)
        for long, facets in groupby(_SHOWN, key=_LISTS.__contains__):
            if long:
                for facet in facets:
                    many(atlas, state, facet)
            else:
                panel.facets(atlas, state.lang, tuple(facets))


def years(atlas: Atlas, state: State) -> None:
    """What stood at the end of a year; what has no date is shown on demand, never taken for standing."""
    year(atlas, state)
    words = t(state.lang, "year_undated_too" if state.filter.until else "year_undated_only")
    count = atlas.index.facet_counts(state.filter, "year").get(UNDATED, 0)
    on = UNDATED in state.filter.year
    with st.container(key="facet-year"):
        st.button(
            f"{md(words)} :gray[{count}]", key=f"year-{UNDATED}", type="primary" if on else "secondary",
            disabled=count == 0 and not on, on_click=_undated, args=(atlas,),
        )  # fmt: skip


def _undated(atlas: Atlas) -> None:
    state = read(atlas)
    write(state.with_filter(state.filter.toggled("year", UNDATED)))


def clear() -> None:
    """Take every filter away; all else stays."""
    filters = {*FACETS, "q"}
    st.query_params.from_dict({name: st.query_params[name] for name in st.query_params if name not in filters})
