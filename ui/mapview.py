"""The map on the page: a constant map, the visible sites, and the click that chooses an initiative."""

from __future__ import annotations

from typing import Final

import streamlit as st
from streamlit_folium import st_folium

from atlas.i18n import t
from atlas.index import Mask
from maps.world import visible, world_map
from ui.assets import publish
from ui.data import Atlas
from ui.state import State, read, write

HEIGHT: Final = 704
KEY: Final = "world"


def map_view(atlas: Atlas, state: State, mask: Mask) -> None:
    """Draw the world map with the sites of a mask; a click writes the initiative's id into the URL."""
    assets = publish(atlas)
    sites = visible(mask, assets.features[state.lang], assets.land, state.selected, t(state.lang, "map_failed"))
    with st.container(key="map"):
        st_folium(
            world_map(), key=KEY, height=HEIGHT, use_container_width=True, returned_objects=[],
            feature_group_to_add=sites, on_change=lambda: _clicked(atlas),
        )  # fmt: skip


def _clicked(atlas: Atlas) -> None:
    value = st.session_state.get(KEY) or {}
    site = value.get("id") if isinstance(value, dict) else None
    if isinstance(site, str) and site in atlas.frame.index:
        select(atlas, site.split("/")[0])


def select(atlas: Atlas, initiative: str | None) -> None:
    """Choose an initiative (None closes the record)."""
    state = read(atlas)
    write(State(state.lang, state.filter, initiative, state.view))
