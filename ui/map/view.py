"""The map on the page: a constant map, the visible sites, and the click that chooses an initiative."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from adapters.streamlit_folium import draw
from atlas.geo.bounds import Bounds, bounds_of
from atlas.index import Mask
from maps.world import visible, world_map
from ui.data import Atlas
from ui.map.scene import scene_of
from ui.state import State, read, write

HEIGHT: Final = 704
KEY: Final = "world"


def map_view(atlas: Atlas, state: State, mask: Mask, bounds: Bounds | None = None) -> None:
    """Draw the sites of a mask; a click writes the initiative's id into the URL.

    `bounds` frames the map: west, south, east, north in degrees of the drawing frame (−30..330).
    """
    if country := st.session_state.pop("_visit", None):
        here = replace(state, filter=state.filter.with_codes("region", ()).with_codes("country", (country,)), view=None)
        st.switch_page("pages/regions.py", query_params=here.params())
    scene = scene_of(atlas, state, bounds, st.session_state.pop("_zoom", None))
    with st.container(key="map"):
        draw(world_map(), visible(mask, scene), KEY, HEIGHT, lambda: _clicked(atlas))


def _clicked(atlas: Atlas) -> None:
    value = st.session_state.get(KEY) or {}
    if not isinstance(value, dict):
        return
    if value.get("country") in atlas.index.members["country"]:
        st.session_state["_visit"] = value["country"]  # a callback may not switch the page, the next run may
    if "id" not in value:
        return
    site = value["id"]
    if site is None:
        select(atlas, None)
    elif isinstance(site, str) and site in atlas.frame.index:
        select(atlas, site.split("/")[0])


def zoom(atlas: Atlas, initiative: str) -> None:
    """Take the map to the places of an initiative, once: to those that are shown, else to all."""
    own = (atlas.frame["initiative"] == initiative).to_numpy()
    shown = own & atlas.index.select(read(atlas).filter)
    st.session_state["_zoom"] = bounds_of(atlas.frame[shown if shown.any() else own], atlas.context)


def select(atlas: Atlas, initiative: str | None) -> None:
    """Choose an initiative (None closes the record)."""
    write(replace(read(atlas), selected=initiative))
