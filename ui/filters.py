"""The filters: every option is a button that switches one code in the URL and says how much it would give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from atlas import vocab
from atlas.filter import FACETS
from atlas.i18n import t
from atlas.vocab import Label
from atlas.years import UNDATED
from maps.symbols import form_of
from ui.choosers import many, search, year
from ui.data import Atlas
from ui.safe import md
from ui.state import State, read, write

_SHOWN: Final = 9
_ORDERED: Final[Mapping[str, Mapping[str, Label]]] = {
    "region": vocab.REGIONS, "precision": vocab.PRECISIONS, "basis": vocab.BASES, "status": vocab.STATUSES,
}  # fmt: skip


def sidebar(atlas: Atlas, state: State) -> None:
    """The filter panel, each facet with its counts under the other filters."""
    lang = state.lang
    with st.sidebar, st.container(key="filters"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"##### {t(lang, 'filters')}")
            if state.filter:
                st.button(t(lang, "clear"), key="clear", icon=":material/close:", on_click=clear)
        search(state)
        years(atlas, state)
        for facet in (facet for facet in FACETS if facet not in ("focus", "year")):
            if facet in ("country", "partner"):
                many(atlas, state, facet)
            else:
                facet_buttons(atlas, state, facet)


def years(atlas: Atlas, state: State) -> None:
    """What stood at the end of a year; what has no date is shown on demand, never taken for standing."""
    year(atlas, state)
    words = t(state.lang, "year_undated_too" if state.filter.until else "year_undated_only")
    count = atlas.index.facet_counts(state.filter, "year").get(UNDATED, 0)
    with st.container(horizontal=True, key="facet-year"):
        _button(atlas, state, "year", UNDATED, count, words)


def toggle(facet: str, code: str, atlas: Atlas) -> None:
    """Switch one code in the URL; read anew, so that quick clicks add up."""
    state = read(atlas)
    write(state.with_filter(state.filter.toggled(facet, code)))


def clear() -> None:
    """Take every filter away; language and view stay."""
    kept = {name: st.query_params[name] for name in ("lang", "view") if name in st.query_params}
    st.query_params.from_dict(kept)


def facet_buttons(atlas: Atlas, state: State, facet: str) -> None:
    """The options of one facet as buttons, what gives most first; the rest opens on demand."""
    lang, chosen = state.lang, state.filter.codes(facet)
    counts = atlas.index.facet_counts(state.filter, facet)
    order = _order(facet, counts)
    top = [code for code in order if counts[code]][:_SHOWN] if len(order) > _SHOWN else order
    first = [code for code in order if code in top or code in chosen]
    rest = [code for code in order if code not in first]
    st.caption(t(lang, facet))
    with st.container(horizontal=True, key=f"facet-{facet}"):
        for code in first:
            _button(atlas, state, facet, code, counts[code])
    if rest:
        more = st.expander(t(lang, "more", n=len(rest)), key=f"more-{facet}", on_change="rerun")
        if more.open:
            with more, st.container(horizontal=True, key=f"rest-{facet}"):
                for code in rest:
                    _button(atlas, state, facet, code, counts[code])


def _button(atlas: Atlas, state: State, facet: str, code: str, count: int, words: str = "") -> None:
    picture = f"![](app/static/sym/precision-{form_of(code)}.svg) " if facet == "precision" else ""
    text = f"{picture}{md(words or atlas.name(facet, code, state.lang))} :gray[{count}]"
    on = code in state.filter.codes(facet)
    st.button(
        text, key=f"{facet}-{code}", type="primary" if on else "secondary", disabled=count == 0 and not on,
        on_click=toggle, args=(facet, code, atlas),
    )  # fmt: skip


def _order(facet: str, counts: Mapping[str, int]) -> list[str]:
    """Long facets put what gives most first; short ones keep the order of their vocabulary."""
    if facet in _ORDERED:
        return [code for code in _ORDERED[facet] if code in counts]
    return sorted(counts, key=lambda code: (-counts[code], code))
