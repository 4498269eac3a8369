"""What the map's frame needs of streamlit-folium that its documents do not promise; tried with 0.27.4.

- Its frame runs the map's script inline, with a call of its own behind; only a private function tells that script, of
  which the headers name the hash.
- What stands in the group that it is told to add is run as script, with each run of the page. So the map stays as it is
  and hears what to show.
- It must be imported first by a page's run: imported elsewhere its component is never registered, and the map would be
  a 404 for everyone.

`tests/adapters/test_streamlit_folium.py` says which of these no longer holds after an upgrade.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.resources import files
from typing import Any, Final

_NAME: Final = "streamlit_folium"
_CALL: Final = "window.map = map_div; window.initComponent(map_div, "


def draw(world: Any, group: Any, key: str, height: int, on_change: Callable[[], None]) -> None:
    """Draw a map on a page and run what a group says; what the map answers stands in the session state."""
    from streamlit_folium import st_folium

    st_folium(
        world, key=key, height=height, use_container_width=True, returned_objects=[], feature_group_to_add=group,
        on_change=on_change,
    )  # fmt: skip


def registered() -> bool:
    """Whether a page has brought the component."""
    return _NAME in sys.modules


def inline_script(world: Any) -> str | None:
    """What the frame of a map runs inline; None when the library no longer tells."""
    try:
        world.get_root().render()
        world.render()
        return f"{sys.modules[_NAME]._get_map_string(world)}{_CALL}false);" if _calls() else None
    except Exception:  # whatever has become of a private function, or of files
        return None


def _calls() -> bool:
    """Whether the frame still puts that call behind the script."""
    scripts = files(_NAME) / "frontend" / "build" / "static" / "js"
    return any(_CALL in one.read_text("utf-8") for one in scripts.iterdir() if one.name.endswith(".js"))
