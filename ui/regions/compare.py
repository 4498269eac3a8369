"""Two to four countries or regions side by side: marks by focus area, counts by theme, each with its link."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import streamlit as st

from atlas import vocab
from atlas.filter import Filter
from atlas.regional import FOCUS_ORDER, Subject, matrix, own, region_wide, subject
from atlas.words.i18n import t
from ui.address import full_address
from ui.data import Atlas
from ui.regions.chart import chart, row_of
from ui.regions.sidebar import compare
from ui.safe import md
from ui.state import State

_ROWS = 12


def comparison(atlas: Atlas, state: State, codes: Sequence[str]) -> None:
    """The comparison, when the URL names two or more."""
    if len(codes) < 2:
        return
    subjects, lang = [subject(code) for code in codes], state.lang
    with st.container(border=True, key="compare"):
        with st.container(horizontal=True, vertical_alignment="center"):
            names = (" / " if lang == "en" else "・").join(one.name(lang) for one in subjects)
            st.markdown(f"### {t(lang, 'compare')} :gray[{md(names)}]")
            st.space("stretch")
            st.button(t(lang, "compare_close"), key="compare-close", icon=":material/close:", type="tertiary",
                      on_click=compare, args=(atlas, []))  # fmt: skip
        left, right = st.columns([1, 1.25], gap="medium")
        with left:
            _marks(atlas, state, subjects)
        with right:
            head, rows = table(atlas, state, subjects)
            st.markdown("\n".join([*head, *rows[:_ROWS]]))
            if rest := rows[_ROWS:]:
                with st.expander(t(lang, "compare_more_themes", n=len(rest))):
                    st.markdown("\n".join([*head[:2], *rest]))
        st.caption(t(lang, "compare_note"))


def _marks(atlas: Atlas, state: State, subjects: Sequence[Subject]) -> None:
    lang, title = state.lang, t(state.lang, "region_by_focus")
    st.markdown(f"**{title}** :gray[{t(lang, 'region_mark')}]")
    rows = [row_of(one.name(lang), atlas.rows(own(atlas.index, state.filter, one)), lang) for one in subjects]
    chart(rows, 430, title, "compare-chart")


def table(atlas: Atlas, state: State, subjects: Sequence[Subject]) -> tuple[list[str], list[str]]:
    """Totals and focus areas, then themes, by subject: lines of a Markdown table whose counts lead to the map."""
    lang = state.lang
    lines = [_line(t(lang, "compare_item"), [_page(one, state) for one in subjects])]
    lines.append("|".join(["", ":--", *("--:" for _ in subjects), ""]))
    lines.append(_line(f"**{t(lang, 'compare_total')}**", [_total(atlas, state, one) for one in subjects]))
    lines.append(_line(md(t(lang, "compare_wide")), [_also(atlas, state, one) for one in subjects]))
    focus = matrix(atlas.index, state.filter, subjects, "focus")
    for area in FOCUS_ORDER:
        name = f"![](app/static/sym/focus{area}-site.svg) {md(vocab.FOCUS_SHORT[area].text(lang))}"
        lines.append(_counted(state, subjects, "focus", str(area), name, focus.get(str(area), [0] * len(subjects))))
    themes = matrix(atlas.index, state.filter, subjects, "theme").items()
    return lines, [_counted(state, subjects, "theme", code, md(vocab.THEMES[code].text(lang)), n) for code, n in themes]


def _line(head: str, cells: Sequence[str]) -> str:
    return f"| {head} | {' | '.join(cells)} |"


def _counted(state: State, subjects: Sequence[Subject], facet: str, code: str, name: str, counts: Sequence[int]) -> str:
    links = [
        _link(n, one.narrow(state.filter).with_codes(facet, (code,)), state)
        for one, n in zip(subjects, counts, strict=True)
    ]
    return _line(name, links)


def _link(n: int, filter_: Filter, state: State) -> str:
    return f"[{n}](<{full_address('', {'lang': state.lang} | filter_.to_query())}>)" if n else ":gray[0]"


def _page(one: Subject, state: State) -> str:
    params = {"lang": state.lang} | one.narrow(state.filter).to_query()
    return f"[{md(one.name(state.lang))}](<{full_address('regions', params)}>)"


def _total(atlas: Atlas, state: State, one: Subject) -> str:
    return f"**{_link(atlas.index.count(own(atlas.index, state.filter, one)), one.narrow(state.filter), state)}**"


def _also(atlas: Atlas, state: State, one: Subject) -> str:
    wide = (
        region_wide(atlas.index, state.filter, one) if one.facet == "country" else np.zeros(atlas.index.size, np.bool_)
    )
    if not wide.any():
        return ":gray[–]"
    region = Subject("region", one.region).narrow(state.filter).with_codes("precision", ("region",))
    return _link(atlas.index.count(wide), region, state)
