"""Filters that keep a value of their own: long lists, the search, the year.

A widget gets a new key when the URL or its counts say what it did not write; a value is never pushed into it.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from atlas.progress.years import UNDATED
from atlas.vocab import Lang
from atlas.words.i18n import t
from ui.data import Atlas
from ui.state import State, note_value, read, widget_key, write


def many(atlas: Atlas, state: State, facet: str) -> None:
    """A long facet as a list to choose from, each option with its count, those that would give none last."""
    lang, now = state.lang, state.filter.codes(facet)
    counts = atlas.index.facet_counts(state.filter, facet)
    names = {code: atlas.name(facet, code, lang) for code in counts}
    codes = sorted(counts, key=lambda code: (counts[code] == 0, names[code]))
    options = {code: _option(names[code], counts[code], lang) for code in codes}
    key, some = widget_key(facet, lang, (now, tuple(options.items()))), sum(n > 0 for n in counts.values())
    st.caption(t(lang, facet))
    st.multiselect(
        t(lang, facet), codes, default=list(now), format_func=options.__getitem__, key=key, on_change=_chosen,
        args=(facet, key, atlas), placeholder=t(lang, "choose", n=some) if some else t(lang, "choose_none"),
        label_visibility="collapsed", select_all=False,
    )  # fmt: skip


def _option(name: str, count: int, lang: Lang) -> str:
    """Plain text: these lists show Markdown as it is written."""
    return t(lang, "option" if count else "option_none", name=name, n=count)


def _chosen(facet: str, key: str, atlas: Atlas) -> None:
    codes = tuple(st.session_state[key])
    state = read(atlas)
    _, counts = note_value(facet)
    note_value(facet, (codes, counts))
    write(state.with_filter(state.filter.with_codes(facet, codes)))


def year(atlas: Atlas, state: State) -> None:
    """The end of which year is shown: a slider from the first milestone to the last, and then any time."""
    lang, counts = state.lang, atlas.index.facet_counts(state.filter, "year")
    years = ["", *(code for code in counts if code != UNDATED)]
    words = {code: _year(code, counts, lang) for code in years}
    now = state.filter.until or ""
    key = widget_key("year", lang, (now, tuple(words.items())))
    st.caption(t(lang, "year"))
    st.select_slider(
        t(lang, "year"), [*years[1:], ""], value=now, key=key, format_func=words.__getitem__, on_change=_turned,
        args=(key, atlas), label_visibility="collapsed",
    )  # fmt: skip


def _year(code: str, counts: Mapping[str, int], lang: Lang) -> str:
    return t(lang, "option", name=t(lang, "year_end", year=code), n=counts[code]) if code else t(lang, "year_any")


def _turned(key: str, atlas: Atlas) -> None:
    code = str(st.session_state[key])
    _, words = note_value("year")
    note_value("year", (code, words))
    state = read(atlas)
    undated = [UNDATED] if UNDATED in state.filter.year and code else []
    write(state.with_filter(state.filter.with_codes("year", [*([code] if code else []), *undated])))


def search(state: State) -> None:
    """The free text."""
    key = widget_key("q", state.lang, state.filter.q)
    st.text_input(
        t(state.lang, "search"), value=state.filter.q, key=key, placeholder=t(state.lang, "search_hint"),
        icon=":material/search:", on_change=_searched, args=(key,), max_chars=200, label_visibility="collapsed",
    )  # fmt: skip


def _searched(key: str) -> None:
    text = " ".join(st.session_state[key].split())
    note_value("q", text)
    if text:
        st.query_params["q"] = text
    else:
        st.query_params.pop("q", None)
