"""Which two editions are compared: the released ones, the current one, and a file of the visitor's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

import geopandas as gpd
import streamlit as st

from adapters.streamlit import session
from atlas.compare.editions import compare
from atlas.compare.sentences import edition_label
from atlas.errors import AtlasError, DataError
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.jobs.worker_process import WorkError
from loaders.editions.earlier import days_apart, earlier, in_force
from loaders.editions.released import Released, edition_name, read_released, released, take_edition
from ui import log
from ui.address import one, put_one
from ui.data import Atlas, data_folder
from ui.jobs.list_memory import lists
from ui.jobs.queues import FRAMES, absence, queues, trouble, wait
from ui.safe import given_name, md
from ui.state import State, asked, by_hand, language, widget_key

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
    """What can be compared: labels and days by code, newest first; the current edition is one of them."""

    current: str
    labels: Mapping[str, str]
    days: Mapping[str, str | None]
    entries: Mapping[str, Released]


class Pair(NamedTuple):
    """The codes of the two editions that are compared, and in a few words which they are."""

    old: str | None
    new: str
    said: str = ""


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
    days = {name: entries[name].date if name in entries else atlas.id.date for name in names}
    labels = {name: edition_label(day, name, lang) for name, day in days.items()}
    if kept := st.session_state.get(_KEPT):
        labels[FILE] = t(lang, "changes_file", name=kept[0])
    return EditionChoice(current, labels, days, entries)


def pair_of(atlas: Atlas, choice: EditionChoice, lang: Lang) -> Pair:
    """The editions that the address asks for, else the newest and one that makes a meaningful comparison with it."""
    new = asked("to", choice.labels, choice.current, lang)
    old: str | None = asked("from", choice.labels, "", lang)
    way = ""
    if not old:
        old = earlier(choice.days, new, lambda code: _differs(atlas, choice, code, new))
        way = "changes_in_force" if old and old == in_force(choice.days, new) else "changes_last_other"
    apart = days_apart(choice.days.get(old or ""), choice.days.get(new))
    said = [t(lang, way)] if way else []
    said += [t(lang, "changes_apart", n=apart)] if apart is not None else []
    return Pair(old, new, ("：" if lang == "ja" else ": ").join(said))


def _differs(atlas: Atlas, choice: EditionChoice, old: str, new: str) -> bool:
    """Whether two editions differ; one that cannot be read does, and the page says so."""
    try:
        return bool(compare(read_side(atlas, choice, old).frame, read_side(atlas, choice, new).frame))
    except DataError:
        return True


def choose(choice: EditionChoice, name: str, code: str | None, lang: Lang) -> None:
    """A box to choose one side in; the choice goes into the address."""
    codes = list(choice.labels)
    key, label = widget_key(f"edition-{name}", lang, (code, tuple(codes))), t(lang, f"changes_{name}")
    st.selectbox(
        label, codes, index=codes.index(code) if code else None, key=key, filter_mode=None,
        format_func=lambda one: _option(choice, one, lang), label_visibility="collapsed", placeholder=label,
        on_change=by_hand(key, partial(_chosen, name, key)), width=300,
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
    name = given_name(given.name)
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
