"""The stage of the regions page: the map framed on its subject, and charts or the record beside it."""

from __future__ import annotations

import streamlit as st

from atlas.countries import country_name
from atlas.filter import Filter
from atlas.geo.bounds import bounds_of
from atlas.index import Mask
from atlas.palette import FOCUS_SIGN
from atlas.regional import Subject, in_focus_order, members, own, tally
from atlas.vocab import THEMES
from atlas.words.i18n import t
from atlas.words.phrases import partner_name
from ui.data import Atlas
from ui.front import narrowed, panel
from ui.map.view import map_view
from ui.regions.chart import ChartRow, chart, row_of
from ui.safe import md
from ui.state import State

_PARTNERS = 5
_WIDTH = 338
_THEMES = 12


def stage(atlas: Atlas, state: State, about: Subject, mask: Mask, wide: Mask) -> None:
    """The map framed on the subject; beside it the record, else the chart and the partners."""
    every = atlas.frame[own(atlas.index, Filter(), about)]
    bounds = bounds_of(every, atlas.context, about)
    with st.container(horizontal=True, key="region-stage", gap="small"):
        with st.container(key="region-map" if bounds else "region-nomap"):
            if bounds:
                map_view(atlas, state, mask, bounds=bounds)
            else:
                st.info(t(state.lang, "region_unplaced"), icon=":material/info:")
                by_theme(atlas, state, mask)
        if state.selected:
            panel(atlas, state, narrow=narrowed(state))
        elif mask.any():
            _charts(atlas, state, about, mask, wide)


def _charts(atlas: Atlas, state: State, about: Subject, mask: Mask, wide: Mask) -> None:
    with st.container(key="region-chart"):
        if about.code != "global":
            with st.container(border=True):
                if about.facet == "country":
                    by_theme(atlas, state, mask)
                else:
                    _by_country(atlas, state, about, mask, wide)
        with st.container(border=True, key="region-partners"):
            _partners(atlas, state, about, mask)


def _by_country(atlas: Atlas, state: State, about: Subject, mask: Mask, wide: Mask) -> None:
    lang, member = state.lang, atlas.index.members["country"]
    others = atlas.index.select(state.filter.without("region"))
    codes = members(atlas.index, state.filter, about.code)
    rows = [row_of(country_name(code, lang), atlas.rows(others & member[code]), lang) for code in codes]
    if wide.any():
        rows.append(row_of(t(lang, "region_wide"), atlas.rows(wide), lang, strong=True))
    n = atlas.index.count(mask)
    note = t(lang, "region_several", n=n) if sum(len(row.marks) for row in rows) > n else ""
    _titled(rows, state, "region_by_country", note)


def by_theme(atlas: Atlas, state: State, mask: Mask, width: int = _WIDTH) -> None:
    """The themes of a mask, one mark per initiative, most first."""
    if not mask.any():
        return
    codes = list(tally(atlas.index, mask, "theme"))[:_THEMES]
    member = atlas.index.members["theme"]
    rows = [row_of(THEMES[code].text(state.lang), atlas.rows(mask & member[code]), state.lang) for code in codes]
    _titled(rows, state, "region_by_theme", t(state.lang, "region_several_themes"), width)


def _titled(rows: list[ChartRow], state: State, key: str, note: str, width: int = _WIDTH) -> None:
    title = t(state.lang, key)
    st.markdown(f"**{title}** :gray[{t(state.lang, 'region_mark')}]")
    spoken = ", ".join(f"{row.label} {len(row.marks)}" for row in rows)
    chart(rows, width, t(state.lang, "region_chart", title=title, rows=spoken), f"chart-{key}")
    if note:
        st.caption(note)


def _partners(atlas: Atlas, state: State, about: Subject, mask: Mask) -> None:
    lang, member = state.lang, atlas.index.members["partner"]
    codes = [code for code in tally(atlas.index, mask, "partner") if code != about.code]
    st.markdown(f"**{t(lang, 'region_partners')}**" + (f" :gray[{len(codes)}]" if codes else ""))
    if not codes:
        st.caption(t(lang, "region_partners_none"))
        return
    lines = [_partner(atlas, code, mask & member[code], state) for code in codes]
    most = _PARTNERS if len(lines) > _PARTNERS + 2 else len(lines)
    st.markdown("\n".join(["| | | |", "|--:|:--|:--|", *lines[:most]]))
    if rest := lines[most:]:
        with st.expander(t(lang, "more", n=len(rest))):
            st.markdown("\n".join(["| | | |", "|--:|:--|:--|", *rest]))
    st.caption(t(lang, "region_partners_note"))


def _partner(atlas: Atlas, code: str, mask: Mask, state: State) -> str:
    rows = in_focus_order(atlas.rows(mask))
    codes = [row["focus_area"] for row in rows]
    signs = "".join(f"![{FOCUS_SIGN[focus]}](app/static/sym/focus{focus}-site.svg)" for focus in codes)
    return f"| {md(partner_name(code, atlas.organisations, state.lang))} | {signs} | :gray[{len(rows)}] |"
