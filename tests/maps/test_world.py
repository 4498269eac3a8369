"""The folium map: constant, offline, and free of data."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import folium
import numpy as np
import pytest
import streamlit_folium
from numpy.typing import NDArray

from maps.world import SCRIPT, STYLES, Scene, WorldMap, visible, world_map
from tests import hostile

STATIC = "../../app/static/"


def _script(world: folium.Map) -> str:
    world.get_root().render()
    world.render()  # type: ignore[no-untyped-call]
    return str(streamlit_folium._get_map_string(world))


def _group_script(group: folium.FeatureGroup) -> str:
    world = world_map()
    world.get_root().render()
    return str(streamlit_folium._get_feature_group_string(group, map=world))


def _show(mask: NDArray[np.bool_] | None = None, **changed: Any) -> str:
    wish: dict[str, Any] = {"features": "features-en-0.json", "land": "land-0.json", "selected": None, "failed": "Oh."}
    return _group_script(visible(np.array([True, False, True]) if mask is None else mask, Scene(**(wish | changed))))


def _sent(script: str) -> dict[str, Any]:
    """What the browser reads out of the call."""
    found = re.search(r'atlas\.show\(("[^"]*")\)', script)
    assert found
    return dict(json.loads(json.loads(found[1])))


def test_scripts_and_styles_come_from_this_server() -> None:
    links = [address for _, address in [*WorldMap.default_js, *WorldMap.default_css]]
    assert len(links) == 2 + len(STYLES)
    assert all(address.startswith(STATIC) for address in links)


def test_the_rendered_map_names_no_other_host() -> None:
    world = world_map()
    page = str(world.get_root().render())
    assert f"{STATIC}{SCRIPT}" in page
    assert re.findall(r"""(?:src|href)=["'](?!\.\./)([^"']+)""", page) == []
    assert re.findall(r"https?://[^\s\"'<>]+", _script(world)) == []


def test_the_maps_script_is_always_the_same() -> None:
    hashes = {streamlit_folium.generate_js_hash(_script(world_map()), "world") for _ in range(3)}
    assert len(hashes) == 1
    assert len(_script(world_map())) < 3000


def test_a_rerun_sends_one_bit_a_site() -> None:
    mask = np.random.default_rng(1).random(208) < 0.4
    sent = _sent(_show(mask=mask))
    assert (sent["features"], sent["land"]) == ("features-en-0.json", "land-0.json")
    bits = np.unpackbits(np.frombuffer(base64.b64decode(sent["bits"]), dtype=np.uint8))[: mask.size]
    assert (bits.astype(bool) == mask).all()


def test_the_chosen_initiative_and_the_notice_arrive() -> None:
    sent = _sent(_show(selected="palau-airport", failed="読み込めない。"))
    assert (sent["selected"], sent["failed"]) == ("palau-airport", "読み込めない。")


@pytest.mark.parametrize("text", hostile.STRINGS)
def test_a_hostile_id_is_not_run_by_the_template_engine(text: str) -> None:
    assert hostile.EVALUATED not in _show(selected=text)
