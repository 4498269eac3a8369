"""What the overview compares: two to four countries or regions, chosen on the page, else those of the filter."""

from __future__ import annotations

from functools import partial

import streamlit as st

from atlas.comparison import FEWEST, MOST, comparable, parse_compare
from atlas.regional import subject
from atlas.words.i18n import t
from ui.address import put, query
from ui.data import Atlas
from ui.safe import md
from ui.state import State, beside, by_hand, ignored, note_value, read, widget_key

_NAME = "overview-compare"


def compared(atlas: Atlas, state: State) -> list[str]:
    """The codes that the address asks to compare, else those of the filter; what it asks for in vain is named."""
    asked = query().get("compare") or [",".join(state.filter.country or state.filter.region)]
    chosen, unknown = parse_compare(asked, comparable(atlas.index))
    ignored("compare", unknown, state.lang)
    return chosen


def chooser(atlas: Atlas, state: State, chosen: list[str]) -> None:
    """All that can be compared, a click each: open until two are chosen, then behind a button."""
    lang = state.lang
    if len(chosen) < FEWEST:
        name = md(subject(chosen[0]).name(lang)) if chosen else ""
        st.markdown(t(lang, "compare_second", name=name) if chosen else t(lang, "compare_first"))
        _pills(atlas, state, chosen)
        return
    with st.popover(t(lang, "compare_change"), icon=":material/edit:"):
        st.caption(t(lang, "compare_most", n=MOST))
        _pills(atlas, state, chosen)


def _pills(atlas: Atlas, state: State, chosen: list[str]) -> None:
    lang = state.lang
    key = widget_key(_NAME, lang, tuple(chosen))
    st.pills(
        t(lang, "overview_tab_compare"), comparable(atlas.index), selection_mode="multi", default=chosen, key=key,
        format_func=lambda code: subject(code).name(lang), label_visibility="collapsed",
        on_change=by_hand(key, partial(_picked, atlas, key, chosen)),
    )  # fmt: skip


def _picked(atlas: Atlas, key: str, before: list[str]) -> None:
    """A click adds at the end; what is compared is no longer filtered for."""
    picked = list(st.session_state[key])
    kept = [code for code in before if code in picked]
    chosen = [*kept, *(code for code in picked if code not in kept)][:MOST]
    note_value(_NAME, tuple(chosen) if len(chosen) == len(picked) else ())  # one too many: the widget begins anew
    put(beside(read(atlas), *chosen))
