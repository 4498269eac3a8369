"""The lists under the map: what is shown, by focus area, and what can't be placed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from atlas import vocab
from atlas.i18n import t
from atlas.index import Mask
from atlas.phrases import join
from atlas.vocab import Lang
from maps.symbols import form_of
from ui.data import Atlas
from ui.mapview import select
from ui.safe import md
from ui.state import State

_PLACES = 4
_ORDER = (1, 2, 3, 0)


def results(atlas: Atlas, state: State, mask: Mask) -> None:
    """The initiatives of the moment in columns by focus area; each opens its record."""
    sites, lang = atlas.frame[mask], state.lang
    with st.container(key="results"):
        st.markdown(f"#### {t(lang, 'results')}")
        if sites.empty:
            return
        shown = [focus for focus in _ORDER if (sites["focus_area"] == focus).any()]
        for column, focus in zip(st.columns(len(shown)), shown, strict=True):
            with column, st.container(border=True):
                _column(atlas, sites[sites["focus_area"] == focus], focus, lang)


def not_placed(atlas: Atlas, state: State, mask: Mask) -> None:
    """The initiatives that no place can be given to."""
    lang = state.lang
    sites = atlas.frame[mask & (atlas.frame["geometry"].isna()).to_numpy()]
    with st.container(key="not-placed"):
        st.markdown(f"#### {t(lang, 'not_placed')} :gray[{len(sites)}]")
        if sites.empty:
            st.caption(t(lang, "none_unplaced"))
            return
        st.caption(t(lang, "not_placed_why"))
        for site in sites.to_dict("records"):
            _entry(atlas, site, "", lang, "off")


def _column(atlas: Atlas, sites: pd.DataFrame, focus: int, lang: Lang) -> None:
    groups = sites.groupby("initiative", sort=False)
    name = vocab.FOCUS_SHORT[focus].text(lang)
    st.markdown(f"![](app/static/sym/focus{focus}-site.svg) **{md(name)}** :gray[{len(groups)}]")
    for _, group in groups:
        places = list(dict.fromkeys(group[f"place_{lang}"]))
        more = f" +{len(places) - _PLACES}" if len(places) > _PLACES else ""
        _entry(atlas, group.iloc[0].to_dict(), md(join(places[:_PLACES], lang)) + more, lang, "on")


def _entry(atlas: Atlas, site: Mapping[Any, Any], where: str, lang: Lang, group: str) -> None:
    initiative = str(site["initiative"])
    picture = f"![](app/static/sym/focus{site['focus_area']}-{form_of(str(site['precision']))}.svg)"
    st.button(f"{picture} {md(site[f'title_{lang}'])}", key=f"{group}-{initiative}", type="tertiary",
              on_click=select, args=(atlas, initiative))  # fmt: skip
    if where:
        st.caption(where)
