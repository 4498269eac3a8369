"""The sidebar of the regions page: the chooser of regions and countries."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from atlas import vocab
from atlas.countries import country_name
from atlas.regional import Subject, members, subject
from atlas.words.i18n import t
from ui.address import put
from ui.data import Atlas
from ui.safe import md
from ui.state import State, beside, by_hand, read, widget_key


def sidebar(atlas: Atlas, state: State, about: Subject) -> None:
    """The chooser of regions and countries."""
    with st.sidebar:
        with st.container(key="region-choice"):
            st.markdown(f"##### {t(state.lang, 'region_choose')}")
            _regions(atlas, state, about)
        _countries(atlas, state, about)
        st.page_link("pages/overview.py", label=t(state.lang, "compare_with"), icon=":material/compare_arrows:",
                     query_params=beside(state, about.code))  # fmt: skip


def go(atlas: Atlas, code: str) -> None:
    """Turn to another subject: the other filters stay, the view and the record do not."""
    state = read(atlas)
    put(replace(state.with_filter(subject(code).narrow(state.filter)), view=None, selected=None).params())


def _regions(atlas: Atlas, state: State, about: Subject) -> None:
    counts = atlas.index.facet_counts(state.filter.without("country"), "region")
    known = [code for code in vocab.REGIONS if code in counts]
    key = widget_key("region-radio", state.lang, (about.facet, about.code))
    now = known.index(about.region) if about.region in known else None
    st.radio(
        t(state.lang, "region_choose"), known, index=now, key=key,
        format_func=lambda code: f"{md(vocab.REGIONS[code].text(state.lang))} :gray[{counts[code]}]",
        label_visibility="collapsed", on_change=by_hand(key, lambda: go(atlas, st.session_state[key])),
    )  # fmt: skip


def _countries(atlas: Atlas, state: State, about: Subject) -> None:
    found = members(atlas.index, state.filter, about.region)
    if about.facet == "country":
        found.setdefault(about.code, 0)
    if not found:
        return
    st.caption(t(state.lang, "region_countries"))
    with st.container(horizontal=True, key="region-countries"):
        for code, n in found.items():
            on = code == about.code
            text = f"{md(country_name(code, state.lang))} :gray[{n}]"
            st.button(text, key=f"go-{code}", type="primary" if on else "secondary", on_click=go,
                      args=(atlas, about.region if on else code))  # fmt: skip
