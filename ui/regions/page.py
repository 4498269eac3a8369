"""The regions page: one template for a region and for a country."""

from __future__ import annotations

from datetime import date

import streamlit as st

from atlas.index import Mask
from atlas.regional import Subject, members, own, region_wide, subject_of
from atlas.words.i18n import t
from ui.briefing.picture import snapshot_buttons
from ui.data import Atlas
from ui.explore.table import downloads
from ui.frame import copy_link
from ui.front import GROUPS, narrowed, part
from ui.regions.content import by_theme, stage
from ui.regions.factsheet import fact_files
from ui.regions.lists import lists, milestones
from ui.regions.sidebar import go, sidebar
from ui.safe import md
from ui.state import State

_NARROW = 300


def regions(atlas: Atlas, state: State, today: date) -> None:
    """The page of the URL's country or region."""
    about, until = subject_of(state.filter), state.filter.until
    today = min(today, date(int(until), 12, 31)) if until else today
    here = state.with_filter(about.narrow(state.filter))
    mask, wide = own(atlas.index, here.filter, about), region_wide(atlas.index, here.filter, about)
    sidebar(atlas, state, about)
    head(atlas, here, about, mask, wide)
    if not mask.any():
        st.info(md(t(state.lang, "region_none", name=about.name(state.lang))), icon=":material/info:")
    stage(atlas, here, about, mask, wide)
    lists(atlas, here, about, mask, wide)
    if mask.any():
        below(atlas, here, about, mask, today)


def head(atlas: Atlas, state: State, about: Subject, mask: Mask, wide: Mask) -> None:
    """Name, counts in words, the ways to map and list, and every other filter."""
    lang = state.lang
    with st.container(horizontal=True, vertical_alignment="center", key="region-head"):
        st.markdown(f"## {md(about.name(lang))}", width="content")
        st.markdown("　".join(_counts(atlas, state, about, mask, wide)), width="content")
        st.space("stretch")
        if about.facet == "country":
            name = Subject("region", about.region).name(lang)
            st.button(md(t(lang, "region_to_region", name=name)), key="to-region", icon=":material/arrow_upward:",
                      on_click=go, args=(atlas, about.region))  # fmt: skip
        st.page_link("app.py", label=t(lang, "region_to_map"), icon=":material/map:", query_params=_params(state))
        actions(atlas, state, about, mask)
    part(
        "filters", atlas, state, narrowed(state), groups=[one for one in GROUPS if one[0] not in ("region", "country")]
    )


def actions(atlas: Atlas, state: State, about: Subject, mask: Mask) -> None:
    """What one can take away from this page: its link, its table, its picture."""
    lang = state.lang
    with st.container(
        horizontal=True, vertical_alignment="center", gap="xsmall", key="region-actions", width="content"
    ):
        copy_link(lang)
        with st.popover(t(lang, "region_files"), icon=":material/download:"):
            st.page_link("pages/table.py", label=t(lang, "region_to_table"), icon=":material/table_rows:",
                         query_params=_params(state))  # fmt: skip
            if mask.any():
                downloads(atlas.extract(mask, state.filter, state.lang, state.by))
                fact_files(atlas, state, about)
        if mask.any():
            frame = "auto" if about.code == "global" else about.code
            snapshot_buttons(atlas, state, state.filter, frame, "region")


def _params(state: State) -> dict[str, str]:
    return {"lang": state.lang} | state.filter.to_query()


def _counts(atlas: Atlas, state: State, about: Subject, mask: Mask, wide: Mask) -> list[str]:
    lang, n, w = state.lang, atlas.index.count(mask), atlas.index.count(wide)
    parts = [t(lang, "region_count", n=n)]
    if about.facet == "country":
        name = md(Subject("region", about.region).name(lang))
        return parts + ([t(lang, "region_count_also", n=w, name=name)] if w else [])
    if places := len(members(atlas.index, state.filter, about.code)):
        parts.append(t(lang, "region_count_countries", n=places))
    return parts + ([t(lang, "region_count_wide", n=w)] if w else [])


def below(atlas: Atlas, state: State, about: Subject, mask: Mask, today: date) -> None:
    """Milestones of late; a region's themes beside them."""
    beside = about.facet == "region" and about.code != "global"
    with st.container(key="region-below"):
        columns = st.columns([1.6, 1] if beside else 1, gap="small")
        with columns[0]:
            milestones(atlas, state, atlas.rows(mask), today)
        if beside:
            with columns[1], st.container(border=True, height="stretch", key="region-themes"):
                by_theme(atlas, state, mask, _NARROW)
