"""Filters as HTML that stays as it is, and their counts as one small list; the page's script brings the two together.

A widget for each option would cost every rerun more than all else: in messages, and in what the browser builds anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Final

import streamlit as st

from atlas import vocab
from atlas.filter import FACETS, Filter
from atlas.vocab import Lang
from atlas.words.i18n import t
from maps.symbols import form_of
from ui.data import Atlas
from ui.state import State

_FIRST: Final = 9
_ORDERED: Final = {
    "region": tuple(vocab.REGIONS), "precision": tuple(vocab.PRECISIONS), "basis": tuple(vocab.BASES),
    "status": tuple(vocab.STATUSES), "focus": ("1", "2", "3", "0"),
}  # fmt: skip
_KEPT: Final = 64
_AREAS: Final = ("1", "2", "3", "0")


def head(lang: Lang) -> None:
    """The panel's title with the button that takes every filter away; it hides while there is none."""
    title = f'<h5 class="atlas-title">{escape(t(lang, "filters"))}</h5>'
    st.html(f'<div class="atlas-head">{title}{_clear(t(lang, "clear"), "clear", FACETS)}</div>')


def facets(atlas: Atlas, lang: Lang, names: Iterable[str]) -> None:
    """The options of some facets, as buttons; what gives most stands first, the rest opens on demand."""
    st.html("".join(_facet(atlas, lang, name) for name in names))


def counts(atlas: Atlas, filter_: Filter, names: Iterable[str]) -> None:
    """How many initiatives each option would give under the other filters, for the page's script."""
    found = {name: atlas.index.facet_counts(filter_, name) for name in names}
    told = {"counts": found, "filter": filter_.to_query()}  # a filter that changes no count is told all the same
    st.html(f'<data class="atlas-counts" value="{escape(json.dumps(told))}"></data>')


def cards(atlas: Atlas, lang: Lang) -> None:
    """One card a focus area with its count; a click filters by it."""
    st.html(f'<div class="atlas-cards">{"".join(_card(atlas, lang, code) for code in _AREAS)}</div>')


def chips(atlas: Atlas, state: State, without: str = "") -> str:
    """A chip for every filter but those of one facet, each to take it away, and one for all; empty without a filter."""
    lang, facets_ = state.lang, [facet for facet in FACETS if facet != without]
    found = [
        _chip(f"{t(lang, facet)}: {atlas.name(facet, code, lang)}", f"chip-{facet}-{code}", _toggle(facet, code))
        for facet in facets_
        for code in state.filter.codes(facet)
    ]
    if state.filter.q:
        found.append(_chip(f"{t(lang, 'search')}: {state.filter.q}", "chip-q", 'data-drop="q"'))
    if not found:
        return ""
    words = t(lang, "region_clear" if without else "clear")
    return f'<div class="atlas-chips">{"".join(found)}{_clear(words, "chip-clear", facets_)}</div>'


@st.cache_resource(show_spinner=False, max_entries=_KEPT, hash_funcs={Atlas: lambda atlas: atlas.key})
def _facet(atlas: Atlas, lang: Lang, facet: str) -> str:
    totals = atlas.index.facet_counts(Filter(), facet)
    if order := _ORDERED.get(facet):
        codes, first = [code for code in order if code in totals], 0
    else:  # what gives most comes first: the script sorts anew under each filter
        codes, first = sorted(totals, key=lambda code: (-totals[code], code)), _FIRST
    options = "".join(_option(atlas, lang, facet, code) for code in codes)
    more = f' data-first="{first}" data-more="{escape(t(lang, "more", n="{n}"))}"' if len(codes) > first > 0 else ""
    rest = '<details hidden><summary></summary><div class="atlas-options"></div></details>' if more else ""
    name = escape(t(lang, facet))
    return (
        f'<div class="atlas-facet" role="group" aria-label="{name}"{more}><p>{name}</p>'
        f'<div class="atlas-options">{options}</div>{rest}</div>'
    )


def _option(atlas: Atlas, lang: Lang, facet: str, code: str) -> str:
    name = escape(atlas.name(facet, code, lang))
    text, title = _picture(f"precision-{form_of(code)}") + name if facet == "precision" else name, ""
    if facet == "focus":
        text, title = _picture(f"focus{code}-site", name), f' title="{name}"'
    return (
        f'<button type="button" class="atlas-option" data-key="{facet}-{escape(code)}" {_toggle(facet, code)}{title}>'
        f'{text} <span class="atlas-n"></span></button>'
    )


@st.cache_resource(show_spinner=False, max_entries=_KEPT, hash_funcs={Atlas: lambda atlas: atlas.key})
def _card(atlas: Atlas, lang: Lang, code: str) -> str:
    area, total = int(code), atlas.index.facet_counts(Filter(), "focus")[code]
    name, hint = (escape(words[area].text(lang)) for words in (vocab.FOCUS_SHORT, vocab.FOCUS_HINT))
    whole = f' data-whole="{",".join(_AREAS)}"' if code == "0" else ""
    return (
        f'<button type="button" class="atlas-card atlas-area-{code}" data-key="focus-{code}" {_toggle("focus", code)}'
        f'{whole} data-total="{total}" data-unit="{escape(t(lang, "unit"))}"><span class="atlas-name">'
        f'<i aria-hidden="true"></i>{_picture(f"focus{code}-site")}<b>{name}</b></span>'
        f'<span class="atlas-sum"><b class="atlas-n"></b> <span class="atlas-of"></span></span>'
        f'<span class="atlas-hint">{hint}</span></button>'
    )


def _picture(name: str, alt: str = "") -> str:
    return f'<img src="app/static/sym/{name}.svg" alt="{alt}">'


def _chip(text: str, key: str, action: str) -> str:
    cross = '<span aria-hidden="true">×</span>'
    return f'<button type="button" class="atlas-chip" data-key="{escape(key)}" {action}>{escape(text)} {cross}</button>'


def _toggle(facet: str, code: str) -> str:
    return f'data-facet="{facet}" data-code="{escape(code)}"'


def _clear(words: str, key: str, names: Iterable[str]) -> str:
    """Takes the filters of some facets away, and the search; the script hides it while there is none of them."""
    drop = " ".join([*names, "q"])
    return (
        f'<button type="button" class="atlas-clear" data-key="{key}" data-drop="{drop}" hidden>{escape(words)}</button>'
    )
