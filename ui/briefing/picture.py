"""A picture of what is on screen: one button that saves it at once, one that opens the briefing page with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from atlas.filter import MAX_QUERY, Filter
from atlas.vocab import Lang
from atlas.words.i18n import t
from exporters.extract import file_name
from exporters.print.first_page import first_png
from ui.address import full_address
from ui.data import Atlas
from ui.jobs.queues import ordered
from ui.state import State


def snapshot_buttons(atlas: Atlas, state: State, filter_: Filter, frame: str, key: str) -> None:
    """Both buttons, for a filter and a frame; they stand where the caller is."""
    lang = state.lang
    make = partial(_picture, atlas, filter_, lang, frame, home())
    number = int(atlas.index.select(filter_).sum())
    st.download_button(
        t(lang, "brief_now"), data=ordered(make, format="png", lang=lang, features=number),
        file_name=file_name(filter_, f"_{lang}.png", *atlas.id), mime="image/png", on_click="ignore",
        icon=":material/image:", key=f"{key}-png", help=t(lang, "brief_now_help"),
    )  # fmt: skip
    params = replace(state, filter=filter_, selected=None).params()
    st.page_link("pages/briefing.py", label=t(lang, "brief_open"), icon=":material/slideshow:",
                 query_params=params, help=t(lang, "brief_open_help"))  # fmt: skip


def home() -> str:
    """The address of the map, where a picture's link leads."""
    return full_address("", {}).rstrip("?")


def record_snapshot(atlas: Atlas, state: State, title: str) -> None:
    """Both buttons for one initiative, asked for by its title, so that the link of the picture finds it again."""
    asked = Filter(q=" ".join(title.split())[:MAX_QUERY])
    if atlas.index.select(asked).any():
        snapshot_buttons(atlas, state, asked, "auto", "record")


def _picture(atlas: Atlas, filter_: Filter, lang: Lang, frame: str, link: str) -> Callable[[], bytes]:
    """What makes the first page as a PNG."""
    extract = atlas.extract(atlas.index.select(filter_), filter_, lang)
    return partial(first_png, extract, atlas.base, frame, link)
