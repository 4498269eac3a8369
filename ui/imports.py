"""A visitor's own list in this session: taken in, placed, settled by hand; nothing of it ever reaches a file."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, Self

import geopandas as gpd
import streamlit as st

from atlas.change_values import printable
from atlas.i18n import t
from atlas.index import Index, build_index
from atlas.vocab import Lang
from loaders.geojson import parse_features
from loaders.lists.entries import Entry
from loaders.lists.features import collection
from loaders.lists.importing import Imported, import_list
from loaders.lists.places import index_path
from loaders.lists.said import ListError
from loaders.lists.world import World, read_world
from ui import log
from ui.data import ROOT, Atlas
from ui.safe import md

_KEPT: Final = "list-kept"
_ROW: Final = "list-row"
_MARKS: Final = "list-marks"
OPEN: Final = ("choose", "swap")


@dataclass(frozen=True)
class Kept:
    """A list that was taken in, and the candidate that a person chose, by row."""

    name: str
    digest: str
    imported: Imported
    choices: dict[int, int]

    @cached_property
    def entries(self) -> list[Entry]:
        """Every row in the atlas's terms."""
        return self.imported.settled(self.choices).entries()

    @cached_property
    def frame(self) -> gpd.GeoDataFrame:
        """Every row as a site, in the shape of the atlas's own; geometry None where it has no position."""
        return parse_features(collection(self.entries, "en"), "list")

    @cached_property
    def index(self) -> Index:
        """The index of the frame."""
        return build_index(self.frame, {})

    @cached_property
    def _places(self) -> dict[int, int]:
        return {entry.line.number: index for index, entry in enumerate(self.entries)}

    def entry(self, row: int | None) -> Entry | None:
        """The entry of a row."""
        return self.entries[self._places[row]] if row in self._places else None

    def counts(self) -> Counter[str]:
        """How many rows ended in each way."""
        return Counter(entry.line.placement.outcome for entry in self.entries)

    def settled(self, choices: dict[int, int]) -> Self:
        """The same list with other choices."""
        return replace(self, choices=choices)


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
        return
    name = printable(given.name)[:80]
    try:
        found = _take(given.getvalue(), atlas, lang)
    except ListError as error:
        st.error(f"{t(lang, 'import_failed', name=md(name))} {md(error.said.text(lang))}", icon=":material/error:")
        return
    st.session_state[_KEPT] = Kept(name, hashlib.sha256(given.getvalue()).hexdigest()[:12], found, {})
    look_at(None)
    st.rerun()


def _take(data: bytes, atlas: Atlas, lang: Lang) -> Imported:
    begun = time.perf_counter()
    with st.spinner(t(lang, "import_reading" if index_path().is_file() else "import_index")):
        world = _world()
    bar = st.progress(0.0, t(lang, "import_reading"))

    def tell(done: int, rows: int) -> None:
        bar.progress(done / rows, t(lang, "import_placing", done=done, rows=rows))

    found = import_list(data, world, atlas.organisations, tell)
    outcomes: Counter[str] = Counter(line.placement.outcome for line in found.lines)
    log.event("import", format=found.kind, rows=len(found.lines), outcomes=outcomes,
              seconds=round(time.perf_counter() - begun, 3))  # fmt: skip
    return found


@st.cache_resource(show_spinner=False)
def _world() -> World:
    """One for all sessions: the land takes some 30 MB, the index of places next to nothing, being a file."""
    return read_world(ROOT / "data")


def shown(entries: Sequence[Entry], outcome: str | None) -> list[Entry]:
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
