"""The briefing page: settings in the sidebar, the preview with its checks, downloads and the command."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from adapters.streamlit import session
from atlas.counts import counts
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.formats import FORMATS, table_bytes
from exporters.jobs.worker_process import WorkError
from exporters.print.options import Options
from exporters.print.pictures import PICTURES, Snapshot
from exporters.print.preview import Preview, made, preview
from exporters.print.report import Report
from ui.briefing.data import subject
from ui.briefing.house import house_template
from ui.briefing.packs import pack
from ui.briefing.picture import home
from ui.briefing.recipe import recipes
from ui.briefing.settings import settings
from ui.data import Atlas
from ui.frame import copy_link
from ui.front import clear
from ui.jobs.fair_queue import BusyError
from ui.jobs.queues import ordered, queues, trouble
from ui.safe import md
from ui.state import State

_WIDE: Final = 1200
MOST: Final = 1500  # initiatives on pages that somebody turns over
_TABLES: Final = ("xlsx", "geojson")


def briefing(atlas: Atlas, state: State) -> None:
    """The whole page."""
    with st.sidebar:
        about = subject(atlas, state)
        options, langs = settings(atlas, state, about.title)
        template = house_template(state.lang)
    options = replace(options, title=options.title or about.title) if about.own else options
    if about.draft:  # whatever else is written there, it says so
        options = replace(options, marking=options.marking or t(state.lang, "intake_marking"))
    snapshot = Snapshot(about.extract, atlas.base, options, langs, home(), about.own, template)
    _head(state, snapshot)
    if snapshot.extract.sites["initiative"].nunique() > MOST:
        st.info(t(state.lang, "brief_many", most=MOST), icon=":material/filter_alt:")
        return
    key = (atlas.digests, tuple(about.extract.sites.index), state.filter, langs, options, home())
    try:
        seen = _preview(snapshot, key, session())
    except (WorkError, BusyError) as error:
        st.error(t(state.lang, trouble(error)), icon=":material/error:")
        return
    with st.container(key="preview", border=True):
        st.image(seen.png, width="stretch", alt=t(state.lang, "brief_preview", alt=seen.alt))
    left, right = st.columns([2.6, 1])
    with left.container(border=True, key="downloads", height="stretch"):
        _downloads(state.lang, snapshot, seen)
        recipes(state.lang, atlas, snapshot)
    with right.container(border=True, key="checks", height="stretch"):
        _checks(state.lang, snapshot, seen)
    with st.sidebar:
        pack(state.lang, snapshot)


def _head(state: State, snapshot: Snapshot) -> None:
    number = snapshot.extract.sites["initiative"].nunique()
    with st.container(horizontal=True, vertical_alignment="center", key="briefing-head"):
        st.markdown(f"### {t(state.lang, 'page_briefing')}", width="content")
        words = t(state.lang, "brief_shown", n=number, words=md(replace(snapshot.extract, lang=state.lang).words()))
        st.markdown(words, width="content")
        if state.filter:
            st.button(t(state.lang, "clear"), key="briefing-clear", icon=":material/close:", on_click=clear)
        st.space("stretch")
        if not snapshot.own:
            copy_link(state.lang)
        st.page_link("app.py", label=t(state.lang, "brief_back"), query_params=state.params())


@st.cache_data(show_spinner=False, max_entries=48)
def _preview(_snapshot: Snapshot, key: object, _session: str) -> Preview:
    """The page itself at a lower resolution; `key` names everything that it depends on."""
    return queues().at_once(partial(preview, _snapshot, _WIDE), _session)


def _downloads(lang: Lang, snapshot: Snapshot, seen: Preview) -> None:
    """A button a format; the file is made when it is asked for."""
    name = snapshot.file_name("pptx").rsplit(".", 1)[0]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"#### {t(lang, 'brief_download')}", width="content")
        st.caption(t(lang, "brief_file", name=md(name)), width="content")
    kinds = [*PICTURES, *_TABLES]
    for start in range(0, len(kinds), 4):
        for column, kind in zip(st.columns(4), kinds[start : start + 4], strict=False):
            with column:
                _download(lang, snapshot, kind, seen.pages)
    if not snapshot.own:
        with st.expander(t(lang, "brief_command"), icon=":material/terminal:"):
            st.code(command(snapshot), language=None, wrap_lines=True)


def _download(lang: Lang, snapshot: Snapshot, kind: str, pages: int) -> None:
    several = (kind in ("png", "svg") and pages > 1) or (kind == "docx" and len(snapshot.langs) > 1)
    format_ = PICTURES.get(kind) or FORMATS[kind]
    wide, high = snapshot.options.pixels()
    number = len(snapshot.extract.sites)
    st.download_button(
        format_.name, file_name=snapshot.file_name("zip" if several else kind),
        data=ordered(partial(_order, snapshot, kind, several), format=kind, lang=snapshot.langs[0], features=number),
        mime="application/zip" if several else format_.mime, on_click="ignore", key=f"save-{kind}", width="stretch",
        type="primary" if kind == "pptx" else "secondary",
    )  # fmt: skip
    st.caption(t(lang, f"brief_{kind}", w=wide, h=high))


def _order(snapshot: Snapshot, kind: str, several: bool) -> Callable[[], bytes]:
    if kind in FORMATS:
        return partial(table_bytes, snapshot.extract, kind, snapshot.options.marking)
    return partial(made, snapshot, kind, several)


def _checks(lang: Lang, snapshot: Snapshot, seen: Preview) -> None:
    """What is all right, and what the presenter should know."""
    sites = snapshot.extract.sites
    first = sites[~sites["initiative"].duplicated()]
    inferred, off = int((first["focus_area_basis"] == "inferred").sum()), counts(sites).unplaced
    st.markdown(f"#### {t(lang, 'brief_checks')}")
    good = [t(lang, "brief_check_all", n=len(first))] if all(one.whole for one in seen.reports) else []
    good += [t(lang, "brief_check_size", pt=f"{min(one.smallest_pt for one in seen.reports):.1f}")]
    faults = list(dict.fromkeys(fault for one in seen.reports for fault in one.faults(lang)))
    good += [] if any(_touching(one) for one in seen.reports) else [t(lang, "brief_check_overlap")]
    listed = max(one.listed for one in seen.reports)
    told = [t(lang, "brief_check_listed", n=listed)] if listed else []
    told += [t(lang, "brief_pages", n=seen.pages)] if seen.pages > 1 else []
    told += [t(lang, "brief_check_inferred", n=inferred)] if inferred else []
    told += [t(lang, "brief_check_off", n=off)] if off else []
    st.markdown("  \n".join([*(f":material/warning: {md(text)}" for text in faults),
                             *(f":material/check_circle: {text}" for text in good),
                             *(f":material/info: {text}" for text in told)]))  # fmt: skip


def _touching(report: Report) -> int:
    return report.overlaps + report.crossings + report.under_boxes


def command(snapshot: Snapshot, kind: str = "pptx") -> str:
    """The command line that makes the same file."""
    options, default = snapshot.options, Options()
    langs = "both" if len(snapshot.langs) > 1 else snapshot.langs[0]
    words = ["python", "-m", "exporters", "snapshot", "--format", kind, "--lang", langs]
    for name in ("style", "frame", "size", "title", "subtitle", "marking", "date", "colours"):
        value = getattr(options, name)
        if value != getattr(default, name) or name in ("style", "frame", "size"):
            words += [f"--{name}={value}"]
    words += [f"--no-{name}" for name in ("legend", "key", "milestones", "qr") if not getattr(options, name)]
    words += [f"--{name}={value}" for name, value in snapshot.extract.filter.to_query().items()]
    return shlex.join([*words, "--address", snapshot.address, "-o", snapshot.file_name(kind)])
