"""The import page: ask for a list, or show the one of this session with its files to take away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st

from atlas.errors import AtlasError
from atlas.vocab import LANGS, Lang
from atlas.words.i18n import t
from exporters.jobs.worker_process import WorkError
from loaders.lists.opened import file_of
from loaders.lists.output.report import summary
from loaders.lists.output.template import template_csv, template_xlsx
from ui.data import Atlas
from ui.imports.columns import choose_columns
from ui.imports.content import outcomes, stage_map, table
from ui.imports.detail import detail
from ui.imports.session import forget, kept, reread, settle, upload, why
from ui.imports.tabs import tabs
from ui.jobs.list_memory import Kept
from ui.jobs.queues import export
from ui.safe import md
from ui.state import State

File = tuple[str, Callable[[], bytes], str, str]
_STYLE = Path(__file__).with_name("import.css")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def import_page(atlas: Atlas, state: State, today: date) -> None:
    """The whole page between header and foot."""
    st.html(_STYLE)
    found = kept()
    if found is None:
        _ask(atlas, state)
    else:
        reread(atlas, state.lang)
        _show(atlas, state, found, today)


def _ask(atlas: Atlas, state: State) -> None:
    lang = state.lang
    with st.container(key="import-ask", width=880):
        tabs("pages/import.py", state)
        st.markdown(f"## {t(lang, 'import_title')}")
        st.markdown(t(lang, "import_lead"))
        upload(atlas, lang)
        st.caption(t(lang, "import_private"))
        st.markdown(t(lang, "import_steps"))
        with st.container(horizontal=True, vertical_alignment="center", key="import-templates", gap="small"):
            st.caption(t(lang, "import_template"), width="content")
            for one in (lang, *(other for other in LANGS if other != lang)):
                _template("Excel", template_xlsx, "xlsx", _XLSX, one)
                _template("CSV", template_csv, "csv", "text/csv", one)


def _template(kind: str, make: Callable[[Lang], bytes], suffix: str, mime: str, lang: Lang) -> None:
    st.download_button(
        t(lang, "import_template_file", kind=kind), data=partial(make, lang), mime=mime,
        file_name=f"foip-atlas-list-{lang}.{suffix}", key=f"template-{lang}-{suffix}", icon=":material/download:",
        on_click="ignore",
    )  # fmt: skip


def _show(atlas: Atlas, state: State, found: Kept, today: date) -> None:
    lang = state.lang
    try:
        found.opened()
    except (AtlasError, WorkError) as error:
        st.error(why(error, lang), icon=":material/error:")
        st.button(t(lang, "import_another"), key="import-another", icon=":material/upload_file:", on_click=forget)
        return
    with st.container(horizontal=True, vertical_alignment="center", key="import-bar", gap="small"):
        st.markdown(f"**{md(found.name)}**", width="content")
        st.caption(summary(found.entries, lang), width="content")
        st.button(t(lang, "import_another"), key="import-another", icon=":material/upload_file:", on_click=forget)
        _swaps(found, lang)
        _columns(found, lang)
        st.space("stretch")
        st.page_link("pages/briefing.py", label=t(lang, "brief_open"), icon=":material/slideshow:",
                     query_params={"lang": lang}, help=t(lang, "import_slides"))  # fmt: skip
        _downloads(found, lang, today)
    if notes := found.opened().notes:
        st.caption(md(" ".join(note.text(lang) for note in notes)))
    with st.container(horizontal=True, key="import-stage", gap="small"):
        with st.container(key="import-side"):
            outcomes(found, lang)
            table(found, lang)
            detail(found, lang)
        stage_map(atlas, state, found)


def _columns(found: Kept, lang: Lang) -> None:
    if found.opened().columns:
        label, icon = t(lang, "import_columns"), ":material/view_column:"
        box = st.popover(label, icon=icon, key="import-columns", on_change="rerun")
        if box.open:
            with box:
                choose_columns(found.opened().columns, lang)


def _swaps(found: Kept, lang: Lang) -> None:
    waiting = {one.line.number: 0 for one in found.entries if one.line.placement.outcome == "swap"}
    if len(waiting) > 1:
        st.button(
            t(lang, "import_accept_all", n=len(waiting)), key="import-swaps", icon=":material/swap_horiz:",
            on_click=partial(settle, waiting),
        )  # fmt: skip


def files_of(found: Kept, lang: Lang, today: date) -> list[File]:
    """The files to take away: label, maker, name, kind."""
    kinds = {"placed.geojson": "application/geo+json", "catalogue.zip": "application/zip", "report.csv": "text/csv"}
    labels = ("GeoJSON", t(lang, "import_yaml"), t(lang, "import_report"))
    return [
        (label, partial(file_of, found.packed, found.choices, name, lang, today), name, kind)
        for label, (name, kind) in zip(labels, kinds.items(), strict=True)
    ]


def _downloads(found: Kept, lang: Lang, today: date) -> None:
    """The files of the list as it now stands; each is made when it is asked for."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="downloads", width="content"):
        st.caption(t(lang, "import_download"), width="content")
        for label, make, name, mime in files_of(found, lang, today):
            st.download_button(
                label, file_name=f"foip-atlas-list-{name}", mime=mime, key=f"list-{name}",
                data=export(make, format=name, lang=lang, rows=found.packed.rows),
                icon=":material/download:", on_click="ignore",
            )  # fmt: skip
