"""The everyday way: a Marker with a Popup for each feature, the whole map built anew on each rerun."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium

# No network: Leaflet from this server, and of jQuery the one thing that folium's Popup asks of it.
folium.Map.default_js = [("leaflet", "../../app/static/leaflet.js"), ("dollar", "../../app/static/dollar.js")]
folium.Map.default_css = [("leaflet", "../../app/static/leaflet.css")]


@st.cache_data
def features() -> list[dict[str, Any]]:
    """The features of the folder that is measured."""
    data = json.loads((Path(os.environ["ATLAS_DATA"]) / "initiatives.geojson").read_text("utf-8"))
    return list(data["features"])


def world(chosen: list[dict[str, Any]]) -> folium.Map:
    """The map with everything on it."""
    built = folium.Map(location=[12, 150], zoom_start=2, tiles=None)
    for feature in chosen:
        geometry, text = feature["geometry"], feature["properties"]["title_en"]
        if geometry is None:
            continue
        if geometry["type"] == "Point":
            lon, lat = geometry["coordinates"]
            folium.Marker([lat, lon], popup=folium.Popup(text)).add_to(built)
        else:
            parts = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
            line: Any = folium.PolyLine
            line([[(y, x) for x, y in part] for part in parts], popup=folium.Popup(text)).add_to(built)
    return built


def _turn() -> None:
    st.session_state["focus"] = None if st.session_state["focus"] else 1


st.set_page_config(layout="wide")
st.session_state.setdefault("focus", None)
st.button("Filter", key="filter", on_click=_turn)
focus = st.session_state["focus"]
st_folium(
    world([one for one in features() if focus is None or one["properties"]["focus_area"] == focus]),
    key="map", height=704, use_container_width=True, returned_objects=[],
)  # fmt: skip
