"""A picture of what is on screen: one button that saves it at once, one that opens the briefing page with it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from atlas.filter import MAX_QUERY, Filter
from atlas.i18n import t
from atlas.vocab import Lang
from exporters.extract import Extract
from exporters.pictures import PICTURES, Snapshot, file_name
from exporters.snapshot.options import Options
from maps.basemap import Basemap, basemap_of
from maps.ground import Ground
from ui import log
from ui.data import Atlas
from ui.state import State, address


def extract_of(atlas: Atlas, filter_: Filter, lang: Lang) -> Extract:
    """The sites of a filter as the exporters want them."""
    sites = atlas.frame[atlas.index.select(filter_)]
    return Extract(sites, filter_, lang, "sites", atlas.documents, atlas.organisations, *atlas.edition)


@st.cache_resource(show_spinner=False, hash_funcs={Atlas: lambda atlas: atlas.digests})
def basemap(atlas: Atlas) -> Basemap:
    """The base map of an edition, read once for all users."""
    return basemap_of(Ground(atlas.land.decode(), {code: dict(entry) for code, entry in atlas.context.items()}))


def snapshot_of(atlas: Atlas, filter_: Filter, langs: tuple[Lang, ...], options: Options) -> Snapshot:
    """What a picture of a filter is made from."""
    return Snapshot(extract_of(atlas, filter_, langs[0]), basemap(atlas), options, langs, address("", {}).rstrip("?"))


def snapshot_buttons(atlas: Atlas, state: State, filter_: Filter, frame: str, key: str) -> None:
    """Both buttons, for a filter and a frame; they stand where the caller is."""
    options = Options(frame=frame)
    snapshot = snapshot_of(atlas, filter_, (state.lang,), options)
    lang = state.lang
    st.download_button(
        t(lang, "brief_now"), data=lambda: picture(snapshot), file_name=file_name(snapshot, "png"),
        mime=PICTURES["png"].mime, on_click="ignore", icon=":material/image:", key=f"{key}-png",
        help=t(lang, "brief_now_help"),
    )  # fmt: skip
    params = replace(state, filter=filter_, selected=None).params()
    st.page_link("pages/briefing.py", label=t(lang, "brief_open"), icon=":material/slideshow:",
                 query_params=params, help=t(lang, "brief_open_help"))  # fmt: skip


def record_snapshot(atlas: Atlas, state: State, title: str) -> None:
    """Both buttons for one initiative, asked for by its title, so that the link of the picture finds it again."""
    asked = Filter(q=" ".join(title.split())[:MAX_QUERY])
    if atlas.index.select(asked).any():
        snapshot_buttons(atlas, state, asked, "auto", "record")


def picture(snapshot: Snapshot) -> bytes:
    """The first page as a PNG."""
    data = PICTURES["png"].make(snapshot)[0].data
    log.event("export", format="png", lang=snapshot.langs[0], features=len(snapshot.extract.sites))
    return data
