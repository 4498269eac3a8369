"""The folium map: constant, offline, and free of data."""

from __future__ import annotations

import base64
import re
from typing import Any

import folium
import numpy as np
import pytest
import streamlit_folium

from maps.world import SCRIPTS, STYLES, WorldMap, visible, world_map
from tests import hostile
from tests.conftest import ROOT

ASSETS = ROOT / "maps" / "assets"
STATIC = "../../app/static/"


def _script(world: folium.Map) -> str:
    world.get_root().render()
    world.render()  # type: ignore[no-untyped-call]
    return str(streamlit_folium._get_map_string(world))


def _group_script(group: folium.FeatureGroup) -> str:
    world = world_map()
    world.get_root().render()
    return str(streamlit_folium._get_feature_group_string(group, map=world))


def _show(**changed: Any) -> str:
    wish: dict[str, Any] = {
        "mask": np.array([True, False, True]), "features": "features-en-0.json", "land": "land-0.json",
        "selected": None, "failed": "Reload.",
    }  # fmt: skip
    return _group_script(visible(**(wish | changed)))


def test_scripts_and_styles_come_from_this_server() -> None:
    links = [address for _, address in [*WorldMap.default_js, *WorldMap.default_css]]
    assert len(links) == 1 + len(SCRIPTS) + len(STYLES)
    assert all(address.startswith(STATIC) for address in links)


def test_every_script_of_ours_exists_and_is_loaded() -> None:
    assert {path.name for path in ASSETS.glob("*.js")} == set(SCRIPTS)


def test_the_rendered_map_names_no_other_host() -> None:
    world = world_map()
    page = str(world.get_root().render())
    assert f"{STATIC}atlas-map.js" in page
    assert re.findall(r"""(?:src|href)=["'](?!\.\./)([^"']+)""", page) == []
    assert re.findall(r"https?://[^\s\"'<>]+", _script(world)) == []


def test_the_maps_script_is_always_the_same() -> None:
    hashes = {streamlit_folium.generate_js_hash(_script(world_map()), "world") for _ in range(3)}
    assert len(hashes) == 1
    assert len(_script(world_map())) < 3000


def test_a_rerun_sends_one_bit_a_site() -> None:
    mask = np.random.default_rng(1).random(208) < 0.4
    found = re.search(r'atlas\.show\("features-en-0\.json", "([^"]+)"', _show(mask=mask))
    assert found
    bits = np.unpackbits(np.frombuffer(base64.b64decode(found[1]), dtype=np.uint8))[: mask.size]
    assert (bits.astype(bool) == mask).all()


def test_the_chosen_initiative_and_the_notice_are_named() -> None:
    script = _show(selected="palau-airport", failed="読み込めない。")
    assert '"selected": "palau-airport"' in script
    assert ("読み込めない。" in script) or (r"\u8aad" in script)


@pytest.mark.parametrize("text", hostile.STRINGS)
def test_a_hostile_id_is_not_run_by_the_template_engine(text: str) -> None:
    assert hostile.EVALUATED not in _show(selected=text)
