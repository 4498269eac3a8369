"""The table page's parts: what a row is, which columns, the files to download, and the table itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from time import monotonic
from typing import Any, Final

import pandas as pd
import streamlit as st

from atlas.index import Mask
from atlas.search.nearest import did_you_mean
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.extract import BYS, By, Extract
from exporters.formats import FORMATS
from exporters.tables.columns import COLUMNS, header
from exporters.tables.columns import table as values
from ui.data import Atlas
from ui.frame import style
from ui.front import part
from ui.jobs.queues import export
from ui.map.view import select
from ui.safe import md
from ui.state import State, by_hand, note_value, read, widget_key, write

HEIGHT: Final = 600
_HIDDEN: Final = ("addresses", "iso", "id", "milestones")
_SHOWN: Final[dict[By, tuple[str, ...]]] = {
    "initiatives": ("title", "focus", "places", "status", "date", "yen", "instruments", "documents"),
    "sites": ("title", "focus", "places", "precision", "basis", "status", "date"),
}
_NUMBERS: Final = ("number", "amount")
_FEW: Final = 14
_PRINTED: Final = 500
_ECHO: Final = 1.0  # seconds in which a new grid may still tell what the one before it showed
_WIDTHS: Final = {
    "title": 300, "focus": 180, "places": 210, "status": 100, "date": 96, "instruments": 170, "documents": 180,
    "precision": 130, "basis": 150, "summary": 400, "note": 320, "sources": 320, "other_title": 320, "sites": 70,
}  # fmt: skip


def bar(atlas: Atlas, state: State, mask: Mask) -> Extract:
    """What a row is, which columns, the way to the map, the downloads; returns what is to be shown."""
    lang = state.lang
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="table-bar"):
        _by(atlas, state)
        extract = atlas.extract(mask, state.filter, state.lang, state.by)
        _columns(atlas, state)
        st.page_link("app.py", label=t(lang, "on_map"), icon=":material/map:", query_params=state.params())
        st.space("stretch")
        downloads(extract)
    return extract


def table(atlas: Atlas, state: State, extract: Extract) -> list[str]:
    """The table; a cell opens its row's record, as a click on the map does. Returns the initiatives that are ticked."""
    lang, ids = state.lang, [entry.rows[0]["initiative"] for entry in extract.entries()]
    keys = [key for key in COLUMNS if key in _chosen(state)]
    chosen = ids.index(state.selected) if state.selected in ids else None
    key = widget_key("rows", lang, _mark(state.selected if chosen is not None else None, extract.by, ids))
    seen = st.session_state["_rows"]
    if key not in st.session_state:
        ticked = [row for row, id_ in enumerate(ids) if id_ in seen.get("ticked", ())]
        seen.update(row=chosen, rows=ticked, echo=seen.get("said"), until=monotonic() + _ECHO)
    marked: Any = {"rows": seen["rows"], "cells": [] if chosen is None else [(chosen, keys[0])]}
    with st.container(key="table", height=HEIGHT, border=False):
        if not ids and (meant := did_you_mean(atlas.index, state.filter)):
            words = t(lang, "did_you_mean", q=md(meant))
            st.button(words, key="meant", on_click=write, args=(state.with_filter(replace(state.filter, q=meant)),))
        st.dataframe(
            _frame(extract, keys), height="content" if len(ids) <= _FEW else "stretch", hide_index=True,
            placeholder="", key=key, row_height=31,
            column_config={key: _config(key, lang) for key in keys}, alt=t(lang, "table_alt", n=len(ids)),
            on_select=lambda: _picked(atlas, key, extract.by, ids), selection_mode=["multi-row", "single-cell"],
            selection_default={"selection": marked},
        )  # fmt: skip
    return list(dict.fromkeys(ids[row] for row in seen["rows"]))


def printed(atlas: Atlas, state: State, extract: Extract) -> None:
    """The table for paper, where the grid shows only what is on screen: whole, up to a limit that is told."""
    keys = [key for key in COLUMNS if key in _chosen(state)]
    lines = values(extract, keys)
    left = t(state.lang, "table_first", n=_PRINTED, all=len(lines)) if len(lines) > _PRINTED else ""
    kinds = {key: "day" if COLUMNS[key].kind == "date" else None for key in keys}
    rows = [[{"text": "" if row[key] is None else row[key], "kind": kinds[key]} for key in keys]
            for row in lines[:_PRINTED]]  # fmt: skip
    paper = {"key": "printed", "title": extract.words(), "note": " ".join(filter(None, (extract.counts(), left))),
             "head": [[{"text": header(key, state.lang)} for key in keys]], "rows": rows}  # fmt: skip
    with st.container(key="printed"):
        st.html(style("overview.css"))
        part("tables", atlas, state, tables=[paper])


def _by(atlas: Atlas, state: State) -> None:
    lang, key = state.lang, widget_key("by", state.lang, state.by)
    st.segmented_control(
        t(lang, "by"), ["initiatives", "sites"], default=state.by, required=True, key=key,
        format_func=lambda by: t(lang, f"by_{by}"), label_visibility="collapsed",
        on_change=by_hand(key, partial(_turned, atlas, key)),
    )  # fmt: skip


def _turned(atlas: Atlas, key: str) -> None:
    by = next(one for one in BYS if one == st.session_state[key])
    note_value("by", by)
    write(replace(read(atlas), by=by))


def _chosen(state: State) -> tuple[str, ...]:
    return state.columns or _SHOWN[state.by]


def _columns(atlas: Atlas, state: State) -> None:
    """The choice of columns, all of them named in the page's language."""
    lang, now = state.lang, _chosen(state)
    options = [key for key in COLUMNS if key not in _HIDDEN or key in now]
    key = widget_key("columns", lang, now)
    with st.popover(t(lang, "columns"), icon=":material/view_column:"):
        st.pills(
            t(lang, "columns"), options, selection_mode="multi", default=now, key=key, label_visibility="collapsed",
            format_func=lambda key: header(key, lang), on_change=by_hand(key, partial(_picked_columns, atlas, key)),
        )  # fmt: skip


def _picked_columns(atlas: Atlas, key: str) -> None:
    """The usual columns need no mention in the address, and none at all means the usual ones."""
    state, asked = read(atlas), set(st.session_state[key])
    usual = asked in (set(), set(_SHOWN[state.by]))
    columns = () if usual else tuple(code for code in COLUMNS if code in asked)
    if asked:
        note_value("columns", columns or _SHOWN[state.by])
    write(replace(state, columns=columns))


def downloads(extract: Extract) -> None:
    """A button a format; the file is made when it is asked for."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="downloads", width="content"):
        st.caption(t(extract.lang, "downloads"), width="content")
        for suffix, format_ in FORMATS.items():
            make = export(partial(format_.make, extract), format=suffix, lang=extract.lang, features=len(extract.sites))
            st.download_button(
                format_.name, data=make, file_name=extract.file_name(suffix),
                mime=format_.mime, key=f"download-{suffix}", icon=":material/download:", on_click="ignore",
            )  # fmt: skip


def _frame(extract: Extract, keys: list[str]) -> pd.DataFrame:
    found = pd.DataFrame(values(extract, keys), columns=keys)
    numbers = [key for key in keys if COLUMNS[key].kind in _NUMBERS]
    return found.astype({key: "float64" if key in numbers else "object" for key in keys})


def _config(key: str, lang: Lang) -> Any:
    label = header(key, lang)
    if COLUMNS[key].kind in _NUMBERS:
        return st.column_config.NumberColumn(label, format="localized")
    return st.column_config.TextColumn(label, width=_WIDTHS.get(key))


def _mark(selected: str | None, by: By, ids: list[str]) -> tuple[str | None, By, tuple[str, ...]]:
    return selected, by, tuple(ids)


def _picked(atlas: Atlas, key: str, by: By, ids: list[str]) -> None:
    """Rows were ticked, or a cell was chosen or given up; the table stays as it is sorted."""
    selection, mark = st.session_state[key]["selection"], st.session_state["_rows"]
    if selection == mark["echo"] and monotonic() < mark["until"]:
        return
    row = next((cell[0] for cell in selection["cells"]), None)
    before, mark["row"] = mark["row"], row
    mark.update(said=dict(selection), rows=selection["rows"], ticked=[ids[one] for one in selection["rows"]])
    if row == before:
        return
    if row is not None:
        mark["value"] = _mark(ids[row], by, ids)
    select(atlas, None if row is None else ids[row])
