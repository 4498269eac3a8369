"""Which two editions are compared: the released ones, the current one, and a file of the visitor's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import geopandas as gpd
import streamlit as st

from adapters.streamlit import session
from atlas.compare.values import printable
from atlas.errors import AtlasError, DataError
from atlas.filter import shown
from atlas.vocab import Lang
from atlas.words.i18n import t
from atlas.words.phrases import date_text
from exporters.jobs.worker_process import WorkError
from loaders.editions.released import Released, edition_name, read_released, released, take_edition
from ui import log
from ui.address import one, put_one
from ui.data import Atlas, data_folder
from ui.jobs.list_memory import lists
from ui.jobs.queues import FRAMES, absence, queues, trouble, wait
from ui.safe import md
from ui.state import State, language, widget_key

FILE: Final = "file"
_KEPT: Final = "edition-file"
_SHOWN: Final = 5


@dataclass(frozen=True)
class Side:
    """One side of a comparison: its code in the address, what it is called, its features."""

    code: str
    label: str
    frame: gpd.GeoDataFrame


@dataclass(frozen=True)
class EditionChoice:
    """What can be compared: labels by code, newest first; the current edition is one of them."""

    current: str
    labels: Mapping[str, str]
    entries: Mapping[str, Released]


def edition_choice(atlas: Atlas, lang: Lang) -> EditionChoice:
    """Everything that can be chosen; a broken index is told and leaves the current edition and the file."""
    try:
        entries = released(data_folder())
    except DataError as error:
        log.event("edition refused", problems=[str(problem) for problem in error.problems])
        st.warning(t(lang, "changes_broken"), icon=":material/warning:")
        entries = {}
    current = edition_name(atlas.id.date, atlas.id.digest)
    same = [name for name, one in entries.items() if one.sha256.startswith(atlas.id.digest)]
    current = same[0] if same else current
    names = [*([] if same else [current]), *reversed(entries)]
    labels = {name: _label(entries[name].date if name in entries else atlas.id.date, name, lang) for name in names}
    if kept := st.session_state.get(_KEPT):
        labels[FILE] = t(lang, "changes_file", name=kept[0])
    return EditionChoice(current, labels, entries)


def _label(day: str | None, name: str, lang: Lang) -> str:
    date = date_text(day, lang) if day else t(lang, "date_unknown")
    return t(lang, "changes_edition", date=date, digest=name.rsplit("-", 1)[-1])


def asked(choice: EditionChoice, lang: Lang) -> tuple[str | None, str]:
    """The codes that the address asks for; what it does not know is named and ignored."""
    found: dict[str, str] = {}
    for name in ("from", "to"):
        code = one(name)
        if code in choice.labels:
            found[name] = code
        elif code:
            st.warning(t(lang, "unknown", values=md(f"{name}={shown(code)}")), icon=":material/info:")
    to = found.get("to", choice.current)
    others = [code for code in choice.labels if code != to and code != FILE]
    return found.get("from", others[0] if others else None), to


def choose(choice: EditionChoice, name: str, code: str | None, lang: Lang) -> None:
    """A box to choose one side in; the choice goes into the address."""
    codes = list(choice.labels)
    key, label = widget_key(f"edition-{name}", lang, (code, tuple(codes))), t(lang, f"changes_{name}")
    st.selectbox(
        label, codes, index=codes.index(code) if code else None, key=key, filter_mode=None,
        format_func=lambda one: _option(choice, one, lang), label_visibility="collapsed", placeholder=label,
        on_change=_chosen, args=(name, key), width=300,
    )  # fmt: skip


def _option(choice: EditionChoice, code: str, lang: Lang) -> str:
    label = choice.labels[code]
    return t(lang, "changes_current", name=label) if code == choice.current else label


def _chosen(name: str, key: str) -> None:
    if chosen := st.session_state[key]:
        put_one(name, chosen)


def read_side(atlas: Atlas, choice: EditionChoice, code: str) -> Side:
    """The features of a side; raises DataError when a released file is damaged."""
    if code == FILE:
        return Side(code, choice.labels[code], st.session_state[_KEPT][1])
    if code == choice.current:
        return Side(code, choice.labels[code], atlas.frame)
    return Side(code, choice.labels[code], _read(data_folder(), choice.entries[code]))


@st.cache_resource(show_spinner=False, max_entries=8, hash_funcs={Released: lambda entry: entry.sha256})
def _read(folder: Path, entry: Released) -> gpd.GeoDataFrame:
    return read_released(folder, entry)


def upload(state: State) -> None:
    """Take a file of the visitor's own into this session; one that is not sound is refused with its faults."""
    lang = state.lang
    with st.popover(t(lang, "changes_upload"), icon=":material/upload_file:", key="edition-upload"):
        st.caption(t(lang, "changes_upload_note"))
        st.file_uploader(
            t(lang, "changes_upload"), type=["geojson", "json", "gz"], key="edition-uploader", on_change=_uploaded,
            label_visibility="collapsed",
        )  # fmt: skip
        for problem in st.session_state.get("edition-faults", [])[:_SHOWN]:
            st.error(f"{t(lang, 'changes_refused')} {md(problem)}", icon=":material/error:")


def _uploaded() -> None:
    given = st.session_state["edition-uploader"]
    st.session_state["edition-faults"] = []
    if given is None:
        st.session_state.pop(_KEPT, None)
        if one("from") == FILE:
            put_one("from", None)
        return
    name = printable(given.name)[:80]
    try:
        own, work = session(), partial(take_edition, given.getvalue(), name)
        digest, frame = wait(queues().lists.ask(work, own, absence(own), FRAMES))
        hold = lists().hold(int(frame.memory_usage(deep=True).sum()))
    except DataError as error:
        st.session_state["edition-faults"] = error.problems
        return
    except (AtlasError, WorkError) as error:
        st.session_state["edition-faults"] = [t(language(), trouble(error))]
        return
    st.session_state[_KEPT] = (f"{name} ({digest})", frame, hold)
    put_one("from", FILE)
