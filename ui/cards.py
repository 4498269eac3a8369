"""The focus-area cards over the map, and the line that says in words what is shown."""

from __future__ import annotations

import numpy as np
import streamlit as st

from atlas import vocab
from atlas.filter import FACETS, Filter
from atlas.i18n import t
from atlas.index import Mask
from atlas.phrases import join
from atlas.standing import left_out
from ui.data import Atlas
from ui.filters import clear, toggle
from ui.page import copy_link
from ui.rows import rows
from ui.safe import md
from ui.snapshot import snapshot_buttons
from ui.state import State, read, write

_SEPARATE = ("1", "2", "3")


def cards(atlas: Atlas, state: State) -> None:
    """One card a focus area with its count under the other filters; a click filters by it."""
    counts = atlas.index.facet_counts(state.filter, "focus")
    totals = atlas.index.facet_counts(Filter(), "focus")
    with st.container(key="cards"):
        columns = st.columns([1, 1, 1, 0.74], gap="small")
        for column, code in zip(columns, (*_SEPARATE, "0"), strict=True):
            with column:
                _card(atlas, state, code, counts[code], totals[code])


def _card(atlas: Atlas, state: State, code: str, count: int, total: int) -> None:
    lang, chosen = state.lang, state.filter.codes("focus")
    cross, on = code == "0", code in chosen
    shown = on or not chosen
    box = "check_box" if on else "check_box_outline_blank"
    icon = f":material/{('toggle_on' if shown else 'toggle_off') if cross else box}:"
    name = vocab.FOCUS_SHORT[int(code)].text(lang)
    with st.container(border=True, key=f"card-{code}{'-on' if on else ''}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                f"![](app/static/sym/focus{code}-site.svg) {name}", key=f"focus-{code}", icon=icon,
                type="tertiary", on_click=_cross if cross else toggle,
                args=(atlas,) if cross else ("focus", code, atlas),
            )  # fmt: skip
            st.space("stretch")
            part = f"**{count}** {t(lang, 'unit')}" if count == total else f"**{count}** :gray[/ {total}]"
            st.markdown(part, width="content")
        st.caption(vocab.FOCUS_HINT[int(code)].text(lang))


def _cross(atlas: Atlas) -> None:
    """The switch of the cross-cutting items: with nothing chosen it takes them away."""
    state = read(atlas)
    chosen = state.filter.codes("focus")
    codes = _SEPARATE if not chosen else state.filter.toggled("focus", "0").codes("focus")
    everything = set(codes) == {*_SEPARATE, "0"}
    write(state.with_filter(state.filter.with_codes("focus", () if everything else codes)))


def counts(atlas: Atlas, state: State, mask: Mask, pictured: bool = False) -> None:
    """How many initiatives and places are shown, in words, with a chip for every filter, the link and the picture."""
    lang = state.lang
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="counts"):
        st.markdown(sentence(atlas, state, mask), width="content")
        st.space("stretch")
        with st.container(horizontal=True, key="chips", gap="xsmall", width="content"):
            for facet in FACETS:
                for code in state.filter.codes(facet):
                    text = f"{t(lang, facet)}: {md(atlas.name(facet, code, lang))}"
                    st.button(text, key=f"chip-{facet}-{code}", icon=":material/close:", icon_position="right",
                              on_click=toggle, args=(facet, code, atlas))  # fmt: skip
            if state.filter.q:
                st.button(f"{t(lang, 'search')}: {md(state.filter.q)}", key="chip-q", icon=":material/close:",
                          icon_position="right", on_click=_unsearch)  # fmt: skip
            if state.filter:
                st.button(t(lang, "clear"), key="chip-clear", type="tertiary", on_click=clear)
        with st.container(horizontal=True, key="take", gap="xsmall", width="content", vertical_alignment="center"):
            copy_link(lang)
            if pictured and mask.any():
                screen = state.view or ("auto" if state.filter else "indo-pacific")
                snapshot_buttons(atlas, state, state.filter, screen, "map")
    year_note(atlas, state)


def year_note(atlas: Atlas, state: State) -> None:
    """With a year: what the screen means then, and what it leaves out, by reason."""
    if state.filter.until is None:
        return
    lang, out = state.lang, left_out(atlas.index, state.filter)
    reasons = {"year_left_later": out.later, "year_left_undated": out.undated}
    text = t(lang, "year_now", year=state.filter.until)
    if named := [t(lang, key, n=n) for key, n in reasons.items() if n]:
        text += f"{'' if lang == 'ja' else ' '}{t(lang, 'year_left')}{join(named, lang)}{'。' if lang == 'ja' else '.'}"
    with st.container(key="year-note"):
        st.caption(md(text))


def sentence(atlas: Atlas, state: State, mask: Mask) -> str:
    """The counts in words, as Markdown."""
    lang = state.lang
    shown, every = atlas.index.count(mask), atlas.index.count(np.ones_like(mask))
    key = "counts_all" if shown == every else "counts_some"
    main = t(lang, key, i=shown, all=every, s=int(mask.sum()))
    all_ = rows(atlas, lang)
    off, wide = int((mask & all_.off).sum()), int((mask & all_.wide).sum())
    on = int(mask.sum()) - wide - off
    return f"{main}　:gray[{t(lang, 'counts_split', on=on, wide=wide, off=off)}]"


def _unsearch() -> None:
    st.query_params.pop("q", None)
