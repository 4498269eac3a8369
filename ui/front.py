"""The front end on a page: its parts stand where the page puts them; what a filter shows the browser decides itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final, Literal

import streamlit as st

from atlas.filter import FACETS, Filter
from atlas.vocab import text_of
from atlas.words.citation import citation
from atlas.words.i18n import t
from exporters.details import details, related_to
from ui.address import full_address, put, query, told
from ui.assets import publish
from ui.briefing.picture import record_snapshot
from ui.data import Atlas
from ui.map.view import zoom
from ui.state import State, beside

Part = Literal["basket", "cards", "filters", "panel", "tables"]
GROUPS: Final = [
    ["focus"],
    ["region"],
    ["country"],
    ["theme"],
    ["instrument"],
    ["partner"],
    ["status"],
    ["year"],
    ["document", "precision", "basis"],
]  # the filters of a page without cards
_MOUNT: Final = st.components.v2.component("foip-atlas.front", js="live.js", css="front.css", isolate_styles=False)


def part(
    name: Part, atlas: Atlas, state: State, narrow: Mapping[str, Sequence[str]] | None = None, **options: Any
) -> None:
    """Mount a part; `narrow` gives the codes of facets that the page decides, `options` are the part's own."""
    assets, lang = publish(atlas), state.lang
    files = {"index": assets.members, "catalogue": assets.catalogue[lang], "features": assets.features[lang]}
    given = {"lang": lang, **files, "narrow": narrow or {}, "edition": _edition(atlas),
             "many": atlas.many is not None}  # fmt: skip
    ground = {"land": assets.land, "coast": assets.coast, "failed": t(lang, "map_failed")}
    data = {"part": name, "given": given, "ground": ground, "asked": state.params(), **options}
    key = f"front-{name}"
    heard = partial(_heard, key)
    found = _MOUNT(key=key, data=data, on_address_change=heard, on_visit_change=heard, on_zoom_change=heard)
    where, _, country = str(found.visit).rpartition(":")
    if country in atlas.index.members["country"]:
        if where == "compare":
            st.switch_page("pages/overview.py", query_params=beside(state, country))
        about = state.filter.with_codes("region", ()).with_codes("country", (country,))
        here = replace(state, filter=about, selected=None, view=None)
        st.switch_page("pages/regions.py", query_params=here.params())
    if found.visit == "briefing" and state.basket:
        here = replace(state, filter=Filter(ids=state.basket), selected=None, view=None)
        st.switch_page("pages/briefing.py", query_params=here.params())
    if found.zoom == state.selected is not None:
        zoom(atlas, found.zoom)
        st.rerun()


def panel(atlas: Atlas, state: State, *, listed: bool = False, **options: Any) -> None:
    """The record that is chosen, where `listed` else the list; nothing without either."""
    if not listed and state.selected is None:
        return
    with st.container(key="panel"):
        part("panel", atlas, state, listed=listed, record=record_of(atlas, state), **options)
        if state.selected:
            with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="record-files"):
                record_files(atlas, state, state.selected)
                st.page_link("pages/initiative.py", label=t(state.lang, "own_page"), icon=":material/open_in_full:",
                             query_params={"lang": state.lang, "id": state.selected})  # fmt: skip


def record_files(atlas: Atlas, state: State, initiative: str) -> None:
    """The picture and the slide of one initiative."""
    row = atlas.frame.loc[atlas.frame["initiative"] == initiative].iloc[0]
    record_snapshot(atlas, state, str(text_of(row, "title", state.lang)))


def record_of(atlas: Atlas, state: State) -> dict[str, Any] | None:
    """The chosen initiative in full, as the panel shows it."""
    if state.selected is None:
        return None
    lang, mask = state.lang, (atlas.frame["initiative"] == state.selected).to_numpy()
    extract = atlas.extract(mask, Filter(), lang)
    titles = {key: document.title.text(lang) for key, document in atlas.sources().items()}
    link = full_address("initiative", {"lang": lang, "id": state.selected})
    cite = citation(extract.rows[0], titles, _edition(atlas), link, lang)
    [found] = details(extract)
    return found | {"lang": lang, "related": related_to(atlas.frame, state.selected, lang), "cite": cite, "link": link}


def _edition(atlas: Atlas) -> str:
    return f"{atlas.id.date or ''} {atlas.id.digest[:8]}".strip()


def narrowed(state: State) -> dict[str, Sequence[str]]:
    """The region or country of a page that is about one."""
    return {"region": state.filter.region, "country": state.filter.country}


def clear() -> None:
    """Take every filter away; all else stays."""
    filters = {*FACETS, "q"}
    put({name: values for name, values in query().items() if name not in filters})


def _heard(key: str) -> None:
    """The front end has changed the address, or asks for what only the server can do; the page's run does that."""
    found = st.session_state.get(key)
    if found and isinstance(found.address, str):
        told(found.address)
