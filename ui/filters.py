"""The filters: every option is a button that switches one code in the URL and says how much it would give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import streamlit as st

from atlas import vocab
from atlas.countries import country_name
from atlas.filter import FACETS
from atlas.i18n import t
from atlas.phrases import partner_name
from atlas.vocab import Label, Lang
from maps.symbols import form_of
from ui.assets import short_name
from ui.data import Atlas
from ui.safe import md
from ui.state import State, read, widget_key, write

_SHOWN: Final = 9
_LABELS: Final[Mapping[str, Mapping[str, Label]]] = {
    "region": vocab.REGIONS, "theme": vocab.THEMES, "instrument": vocab.INSTRUMENTS,
    "precision": vocab.PRECISIONS, "basis": vocab.BASES, "status": vocab.STATUSES,
}  # fmt: skip


def sidebar(atlas: Atlas, state: State) -> None:
    """The filter panel, each facet with its counts under the other filters."""
    lang = state.lang
    with st.sidebar, st.container(key="filters"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"##### {t(lang, 'filters')}")
            if state.filter:
                st.button(t(lang, "clear"), key="clear", icon=":material/close:", on_click=clear)
        _search(state)
        for facet in (facet for facet in FACETS if facet != "focus"):
            if facet in ("country", "partner"):
                _many(atlas, state, facet)
            else:
                facet_buttons(atlas, state, facet)


def label(atlas: Atlas, facet: str, code: str, lang: Lang) -> str:
    """The name of a code, plain text."""
    if facet == "focus":
        return vocab.FOCUS_SHORT[int(code)].text(lang)
    if facet == "country":
        return country_name(code, lang)
    if facet == "partner":
        return partner_name(code, atlas.organisations, lang)
    if facet == "document":
        return short_name(code, lang)
    return _LABELS[facet][code].text(lang)


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


def _button(atlas: Atlas, state: State, facet: str, code: str, count: int) -> None:
    picture = f"![](app/static/sym/precision-{form_of(code)}.svg) " if facet == "precision" else ""
    text = f"{picture}{md(label(atlas, facet, code, state.lang))} :gray[{count}]"
    on = code in state.filter.codes(facet)
    st.button(
        text, key=f"{facet}-{code}", type="primary" if on else "secondary", disabled=count == 0 and not on,
        on_click=toggle, args=(facet, code, atlas),
    )  # fmt: skip


def _order(facet: str, counts: Mapping[str, int]) -> list[str]:
    """Long facets put what gives most first; short ones keep the order of their vocabulary."""
    if facet in ("region", "precision", "basis", "status"):
        return [code for code in _LABELS[facet] if code in counts]
    return sorted(counts, key=lambda code: (-counts[code], code))


def _many(atlas: Atlas, state: State, facet: str) -> None:
    lang, now = state.lang, state.filter.codes(facet)
    codes = sorted(atlas.index.members[facet], key=lambda code: label(atlas, facet, code, lang))
    key = widget_key(facet, lang, now)
    names = {code: label(atlas, facet, code, lang) for code in codes}  # shown as it stands, no Markdown
    st.caption(t(lang, facet))
    st.multiselect(
        t(lang, facet), codes, default=list(now), format_func=names.__getitem__, key=key, on_change=_chosen,
        args=(facet, key, atlas), placeholder=t(lang, "choose", n=len(codes)), label_visibility="collapsed",
    )  # fmt: skip


def _chosen(facet: str, key: str, atlas: Atlas) -> None:
    codes = tuple(st.session_state[key])
    st.session_state[f"_{facet}"]["value"] = codes
    state = read(atlas)
    write(state.with_filter(state.filter.with_codes(facet, codes)))


def _search(state: State) -> None:
    key = widget_key("q", state.lang, state.filter.q)
    st.text_input(
        t(state.lang, "search"), value=state.filter.q, key=key, placeholder=t(state.lang, "search_hint"),
        icon=":material/search:", on_change=_searched, args=(key,), max_chars=200, label_visibility="collapsed",
    )  # fmt: skip


def _searched(key: str) -> None:
    text = " ".join(st.session_state[key].split())
    st.session_state["_q"]["value"] = text
    if text:
        st.query_params["q"] = text
    else:
        st.query_params.pop("q", None)


__all__ = ["clear", "label", "sidebar", "toggle"]
