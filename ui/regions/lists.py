"""The lists of the regions page: initiatives by focus area, region-wide ones apart, milestones of late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import streamlit as st

from atlas import vocab
from atlas.index import Mask
from atlas.progress.milestones import Row
from atlas.progress.status import progress, progress_text, step_text
from atlas.regional import FOCUS_ORDER, Recent, Subject, by_initiative, months_before, recent
from atlas.vocab import Lang, text_of
from atlas.words.i18n import t
from atlas.words.phrases import date_text, join, place_text
from maps.symbols import form_of
from ui.data import Atlas
from ui.map.view import select
from ui.safe import md
from ui.state import State, by_hand, widget_key

_PLACES = 3
_STEPS = 8
_SHOWN = 10


def lists(atlas: Atlas, state: State, about: Subject, own: Mask, wide: Mask) -> None:
    """A column a focus area; what applies to the whole region stands in a box of its own."""
    local = own & ~_whole(atlas, wide) if about.facet == "region" else own
    areas = {focus: atlas.rows(local & atlas.index.members["focus"][str(focus)]) for focus in FOCUS_ORDER}
    shown = [focus for focus, sites in areas.items() if sites]
    beside = wide.any() and len(shown) < len(FOCUS_ORDER)
    with st.container(key="region-lists"):
        if shown or beside:
            columns = st.columns(len(shown) + int(beside), gap="small")
            for column, focus in zip(columns, shown, strict=False):
                with column:
                    _focus(atlas, state, focus, areas[focus])
            if beside:
                with columns[-1]:
                    _wide(atlas, state, about, atlas.rows(wide), bool(beside))
        if wide.any() and not beside:
            _wide(atlas, state, about, atlas.rows(wide), bool(beside))


def _whole(atlas: Atlas, mask: Mask) -> Mask:
    """Every site of the initiatives that a mask touches."""
    numbers = atlas.index.initiative
    return np.isin(numbers, numbers[mask])


def _focus(atlas: Atlas, state: State, focus: int, sites: Sequence[Row]) -> None:
    with st.container(border=True, height="stretch", key=f"region-focus-{focus}"):
        name = md(vocab.FOCUS_SHORT[focus].text(state.lang))
        _heading(f"![](app/static/sym/focus{focus}-site.svg) **{name}**", sites, state.lang)
        _choice(atlas, state, sites, f"focus-{focus}")


def _wide(atlas: Atlas, state: State, about: Subject, sites: Sequence[Row], beside: bool) -> None:
    lang, name = state.lang, Subject("region", about.region).name(state.lang)
    also = about.facet == "country"
    title = t(lang, "region_also", name=name) if also else t(lang, "region_wide")
    why = (
        t(lang, "region_also_note", name=name, country=about.name(lang))
        if also
        else t(lang, "region_applies", name=name)
    )
    with st.container(
        border=True, height="stretch" if beside else "content", key="region-wide" if beside else "region-wide-below"
    ):
        _heading(f"![](app/static/sym/precision-region.svg) **{md(title)}**", sites, lang)
        st.caption(md(why))
        _choice(atlas, state, sites, "wide", _SHOWN if beside else len(sites))


def _heading(text: str, sites: Sequence[Row], lang: Lang) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(text, width="stretch")
        st.markdown(f"**{len(by_initiative(sites))}** {t(lang, 'unit')}", width="content")


def _choice(atlas: Atlas, state: State, sites: Sequence[Row], name: str, most: int = _SHOWN) -> None:
    """The first initiatives as a list, the others in a list that opens."""
    groups = list(by_initiative(sites).items())
    most = most if len(groups) > most + 2 else len(groups)
    _entries(atlas, state, groups[:most], name)
    if rest := groups[most:]:
        more = st.expander(t(state.lang, "more", n=len(rest)), key=f"region-more-{name}", on_change="rerun")
        if more.open:
            with more:
                _entries(atlas, state, rest, f"{name}-more")


def _entries(atlas: Atlas, state: State, groups: Sequence[tuple[str, Sequence[Row]]], name: str) -> None:
    placed = not name.startswith("wide") and state.filter.region != ("global",)
    labels = [_label(group, state.lang) for _, group in groups]
    captions = [_caption(group, state, placed) for _, group in groups]
    picker(atlas, state, [id_ for id_, _ in groups], labels, captions, name)


def picker(
    atlas: Atlas, state: State, ids: Sequence[str], labels: Sequence[str], captions: Sequence[str], name: str
) -> None:
    """A list to open records from: one widget, so that a hundred entries cost no more than one."""
    once = len(set(ids)) == len(ids) and state.selected in ids
    key = widget_key(f"pick-{name}", state.lang, (state.selected, tuple(ids)))
    st.radio(
        t(state.lang, "region_list"), range(len(ids)), index=list(ids).index(str(state.selected)) if once else None,
        key=key, format_func=labels.__getitem__, captions=captions, label_visibility="collapsed",
        on_change=_opener(atlas, key, ids),
    )  # fmt: skip


def _opener(atlas: Atlas, key: str, ids: Sequence[str]) -> Callable[[], None]:
    return by_hand(key, lambda: select(atlas, ids[st.session_state[key]]))


def _label(group: Sequence[Row], lang: Lang) -> str:
    site = group[0]
    sign = f"![](app/static/sym/focus{site['focus_area']}-{form_of(site['precision'])}.svg)"
    return f"{sign} {md(text_of(site, 'title', lang))}"


def _caption(group: Sequence[Row], state: State, placed: bool) -> str:
    """Where (a region-wide list says that itself) and the progress of the time that is shown."""
    lang = state.lang
    places = list(dict.fromkeys(place_text(row, lang) for row in group)) if placed else []
    parts = [md(join(places[:_PLACES], lang)) + (f" +{len(places) - _PLACES}" if len(places) > _PLACES else "")]
    parts.append(md(progress_text(progress(group, lang, state.filter.until), lang)))
    return ("／" if lang == "ja" else " · ").join(part for part in parts if part)


def milestones(atlas: Atlas, state: State, sites: Sequence[Row], today: date) -> None:
    """What happened in the last 24 months, latest first; each line opens its record."""
    lang, steps = state.lang, recent(sites, months_before(today, 24), today, state.lang)
    with st.container(border=True, key="region-milestones"):
        until = t(lang, "region_until", day=date_text(today.isoformat(), lang))
        st.markdown(f"**{t(lang, 'region_milestones')}** :gray[{md(until)}]")
        if not steps:
            st.caption(t(lang, "region_milestones_none"))
            return
        _steps(atlas, state, steps[:_STEPS], "steps")
        if rest := steps[_STEPS:]:
            more = st.expander(t(lang, "more", n=len(rest)), key="region-more-steps", on_change="rerun")
            if more.open:
                with more:
                    _steps(atlas, state, rest, "steps-more")


def _steps(atlas: Atlas, state: State, steps: Sequence[Recent], name: str) -> None:
    lang = state.lang
    labels = [_step_label(one, lang) for one in steps]
    captions = [_step_caption(atlas, one, lang) for one in steps]
    picker(atlas, state, [one.site["initiative"] for one in steps], labels, captions, name)


def _step_label(one: Recent, lang: Lang) -> str:
    row = one.site
    picture = f"![](app/static/sym/focus{row['focus_area']}-{form_of(row['precision'])}.svg)"
    colon = "：" if lang == "ja" else ": "
    return f"{picture} {md(step_text(one.told.step, lang))}{colon}{md(text_of(row, 'title', lang))}"


def _step_caption(atlas: Atlas, one: Recent, lang: Lang) -> str:
    step = one.told.step
    publisher = atlas.documents[step["source"]].publisher.text(lang)
    return " · ".join(md(part) for part in (one.told.where, text_of(step, "note", lang) or "", publisher) if part)
