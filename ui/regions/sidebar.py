"""The sidebar of the regions page: the chooser of regions and countries, and what to compare."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from atlas import vocab
from atlas.countries import country_name
from atlas.regional import MOST, Subject, members, parse_compare, subject, subject_of
from atlas.words.i18n import t
from ui.address import put, query
from ui.data import Atlas
from ui.safe import md
from ui.state import State, read, widget_key


def codes(atlas: Atlas) -> list[str]:
    """What can be compared: the regions, then the countries."""
    allowed = atlas.index.allowed()
    return [code for code in vocab.REGIONS if code in allowed["region"]] + allowed["country"]


def compared(atlas: Atlas) -> tuple[list[str], list[str]]:
    """The codes that the URL asks to compare, and those it asks for in vain."""
    return parse_compare(query().get("compare", []), codes(atlas))


def sidebar(atlas: Atlas, state: State, about: Subject, chosen: list[str]) -> None:
    """The chooser of regions and countries, and what to compare."""
    with st.sidebar:
        with st.container(key="region-choice"):
            st.markdown(f"##### {t(state.lang, 'region_choose')}")
            _regions(atlas, state, about)
        with st.container(key="region-compare"):
            _compare(atlas, state, chosen)
            _countries(atlas, state, about)


def go(atlas: Atlas, code: str) -> None:
    """Turn to another subject: the other filters stay, the view and the record do not."""
    state = read(atlas)
    _write(replace(state.with_filter(subject(code).narrow(state.filter)), view=None, selected=None), compared(atlas)[0])


def compare(atlas: Atlas, chosen: list[str]) -> None:
    """Put what is compared into the URL."""
    _write(read(atlas), chosen)


def _write(state: State, chosen: list[str]) -> None:
    put(state.params() | ({"compare": ",".join(chosen)} if chosen else {}))


def _regions(atlas: Atlas, state: State, about: Subject) -> None:
    counts = atlas.index.facet_counts(state.filter.without("country"), "region")
    known = [code for code in vocab.REGIONS if code in counts]
    key = widget_key("region-radio", state.lang, (about.facet, about.code))
    now = known.index(about.region) if about.region in known else None
    st.radio(
        t(state.lang, "region_choose"), known, index=now, key=key,
        format_func=lambda code: f"{md(vocab.REGIONS[code].text(state.lang))} :gray[{counts[code]}]",
        label_visibility="collapsed", on_change=lambda: go(atlas, st.session_state[key]),
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


def _compare(atlas: Atlas, state: State, chosen: list[str]) -> None:
    lang = state.lang
    key = widget_key("compare", lang, tuple(chosen))
    names = {code: subject(code).name(lang) for code in codes(atlas)}
    st.caption(t(lang, "compare_choose"))
    st.multiselect(
        t(lang, "compare_choose"), list(names), default=chosen, format_func=names.__getitem__, key=key,
        placeholder=t(lang, "compare_hint"), label_visibility="collapsed", on_change=_picked, args=(atlas, key),
        select_all=False,
    )  # fmt: skip
    if len(chosen) == 1:
        st.caption(t(lang, "compare_more"))


def _picked(atlas: Atlas, key: str) -> None:
    """The first pick is compared with the page's own subject."""
    asked, here = list(st.session_state[key]), subject_of(read(atlas).filter).code
    first = len(asked) == 1 and not compared(atlas)[0] and here not in asked
    chosen = ([here, *asked] if first else asked)[:MOST]
    if chosen == asked:
        st.session_state["_compare"]["value"] = tuple(chosen)
    compare(atlas, chosen)
