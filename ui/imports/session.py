"""A visitor's own list in this session: taken in, placed, settled by hand; nothing of it ever reaches a file."""

from __future__ import annotations

import hashlib
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Final

import streamlit as st

from adapters.streamlit import drop, session
from atlas.errors import AtlasError
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.jobs.worker_process import TooMuchError, WorkError
from loaders.lists.entries import ListEntry
from loaders.lists.opening import DATA, Packed, pack
from loaders.lists.placing.gazetteer import index_path, make_ready
from loaders.lists.remark import ListError
from ui import log
from ui.data import Atlas
from ui.imports.columns import changed, choose_columns, columns_told, own_columns
from ui.jobs.fair_queue import BusyError
from ui.jobs.list_memory import FullError, Kept, lists
from ui.jobs.queues import absence, queues, wait
from ui.safe import given_name, md

_KEPT: Final = "list-kept"
_ROW: Final = "list-row"
_MARKS: Final = "list-marks"
OPEN: Final = ("choose", "swap")


def kept() -> Kept | None:
    """The list of this session."""
    found = st.session_state.get(_KEPT)
    return found if isinstance(found, Kept) else None


def row() -> int | None:
    """The row that is looked at."""
    found = st.session_state.get(_ROW)
    return found if isinstance(found, int) else None


def point_at(number: int | None) -> None:
    """The table's own choice of a row."""
    st.session_state[_ROW] = number


def look_at(number: int | None) -> None:
    """Look at a row that was chosen elsewhere than in the table."""
    st.session_state[_ROW] = number
    renew()


def renew() -> None:
    """Give the table a new key: what it is to mark has changed."""
    st.session_state[_MARKS] = marks() + 1


def marks() -> int:
    """How often that was."""
    return int(st.session_state.get(_MARKS, 0))


def settle(choices: dict[int, int]) -> None:
    """Place rows (by number) at their candidates, beside what was chosen before."""
    if found := kept():
        st.session_state[_KEPT] = found.settled(found.choices | choices)
        renew()


def undo(number: int) -> None:
    """Take a choice back."""
    if found := kept():
        st.session_state[_KEPT] = found.settled({key: one for key, one in found.choices.items() if key != number})
        renew()


def forget() -> None:
    """Drop the list, and the uploader with it."""
    for key in (_KEPT, _ROW):
        st.session_state.pop(key, None)
    st.session_state["list-uploads"] = st.session_state.get("list-uploads", 0) + 1


def upload(atlas: Atlas, lang: Lang) -> None:
    """Ask for a list and take it in; what is no list is refused with one sentence."""
    number = st.session_state.get("list-uploads", 0)
    given = st.file_uploader(t(lang, "import_upload"), key=f"list-uploader-{number}")
    if given is None:
        queues().lists.ready()
        return
    name = given_name(given.name)
    if _keep(name, given.getvalue(), atlas, lang):
        drop(session(), given.file_id)
        st.rerun()


def reread(atlas: Atlas, lang: Lang) -> None:
    """Take the list in anew, its columns as the visitor now says."""
    found = kept()
    if found and changed() and _keep(found.name, zlib.decompress(found.source), atlas, lang):
        st.rerun()


def _keep(name: str, data: bytes, atlas: Atlas, lang: Lang) -> bool:
    """Take a list in and keep it; whether that went well. What is no list is refused with one sentence."""
    try:
        found, source = _take(data, atlas, lang), zlib.compress(data, 1)
        hold = lists().hold(len(found.data) + len(source))
    except (AtlasError, WorkError) as error:
        st.error(f"{t(lang, 'import_failed', name=md(name))} {md(why(error, lang))}", icon=":material/error:")
        if isinstance(error, ListError) and error.said.key == "columns_unknown":
            choose_columns(columns_told(error), lang)
        return False
    digest = hashlib.sha256(data + repr(own_columns()).encode()).hexdigest()[:12]
    st.session_state[_KEPT] = Kept(name, digest, found, {}, hold, source)
    look_at(None)
    return True


def why(error: Exception, lang: Lang) -> str:
    """The sentence about a list that was not taken in."""
    if isinstance(error, ListError):
        return error.said.text(lang)
    if isinstance(error, TooMuchError):
        return t(lang, f"import_took_{error.what}")
    return t(lang, "import_busy" if isinstance(error, BusyError | FullError) else "import_ended")


def _take(data: bytes, atlas: Atlas, lang: Lang) -> Packed:
    """The list, read and placed in a process of its own, while the page shows how far it is."""
    begun = time.perf_counter()
    with st.spinner(t(lang, "import_reading" if index_path().is_file() else "import_index")):
        _places()
    bar, own = st.progress(0.0, t(lang, "import_reading")), session()
    work = partial(pack, data, DATA, dict(atlas.organisations), own=own_columns())
    ticket = queues().lists.ask(work, own, absence(own))

    def tell() -> None:
        text = t(lang, "import_placing", rows=ticket.doing) if ticket.doing else t(lang, "import_reading")
        bar.progress(ticket.share, text)

    try:
        found: Packed = wait(ticket, tell)
    finally:
        bar.empty()
    log.event("import", format=found.kind, rows=found.rows, outcomes=found.counts,
              seconds=round(time.perf_counter() - begun, 3))  # fmt: skip
    return found


@st.cache_resource(show_spinner=False)
def _places() -> None:
    """The index of places, made once; without it, only the gazetteer's places are found, and the list says so."""
    with suppress(AtlasError):
        make_ready()


def shown(entries: Sequence[ListEntry], outcome: str | None) -> list[ListEntry]:
    """The rows of one outcome, or all."""
    return [entry for entry in entries if outcome in (None, entry.line.placement.outcome)]


def click(value: Any, found: Kept) -> None:
    """What a click on the map asks for: a row by its mark, or a candidate of the row that is looked at."""
    if not isinstance(value, dict):
        return
    if value.get("id") is not None:
        number = next((entry.line.number for entry in found.entries if entry.id == value["id"]), None)
        if number is not None:
            look_at(number)
    entry, option = found.entry(row()), value.get("option")
    if entry and isinstance(option, int) and 0 <= option < len(entry.line.placement.candidates):
        st.session_state[f"candidate-{entry.line.number}"] = option
