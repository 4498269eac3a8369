"""What `adapters/streamlit_folium.py` leans on still holds; the frame itself is tried in a browser."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files

import numpy as np
import pytest
import streamlit_folium

from adapters.streamlit_folium import inline_script
from maps.world import Scene, visible, world_map
from server.headers import map_policy
from tests.conftest import ROOT

SCENE = Scene("features-en-0.json", "land-0.json", None, "Oh.")
MASK = np.array([True])


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    """The policy is worked out once a process."""
    map_policy.cache_clear()
    yield
    map_policy.cache_clear()


def test_the_script_that_the_frame_runs_is_known() -> None:
    assert inline_script(world_map()), (
        "the map's script is no longer told by _get_map_string, or the frame puts another call behind it (main.*.js): "
        "see what st_folium sends as `script`, and what becomes of it; until then any inline script is let in"
    )
    assert "'unsafe-inline'" not in map_policy().split("script-src")[1]


def test_what_a_group_says_is_sent_as_script() -> None:
    world, group = world_map(), visible(MASK, SCENE)
    world.get_root().render()
    script = str(streamlit_folium._get_feature_group_string(group, map=world))
    assert "atlas.show(" in script, (
        "a group's children are no longer sent as script: by what else can a run reach a map?"
    )
    frame = files("streamlit_folium") / "frontend" / "build" / "static" / "js"
    text = "".join(one.read_text("utf-8") for one in frame.iterdir() if one.name.endswith(".js"))
    assert "eval(feature_group" in text, "the frame no longer runs a group by eval: see onRender, and the map's policy"


def test_the_server_leaves_it_to_a_page_to_import_the_component() -> None:
    serve = "import sys, serve; print('streamlit_folium' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", serve], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False", "serve.py imports streamlit_folium: the map would be a 404 for everyone"


@pytest.mark.parametrize("lost", ["function", "its arguments", "call"])
def test_without_it_the_map_runs_under_a_wider_rule_and_the_log_says_so(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, lost: str
) -> None:
    if lost == "function":
        monkeypatch.delattr(streamlit_folium, "_get_map_string")
    elif lost == "its arguments":
        monkeypatch.setattr(streamlit_folium, "_get_map_string", lambda: "")
    else:
        monkeypatch.setattr("adapters.streamlit_folium._CALL", "another call(")
    with caplog.at_level(logging.WARNING, "atlas"):
        policies = {map_policy(), map_policy()}
    assert len(policies) == 1 and "script-src 'self' 'unsafe-eval' 'unsafe-inline'" in policies.pop()
    assert [record.message for record in caplog.records] == ["map script unknown"]
