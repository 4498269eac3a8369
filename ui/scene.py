"""What the map of a page shows: the files that the browser fetches, the chosen initiative, the frame."""

from __future__ import annotations

from atlas.bounds import Bounds
from atlas.i18n import t
from maps.world import Scene
from ui.assets import publish
from ui.data import Atlas
from ui.state import State


def scene_of(atlas: Atlas, state: State, bounds: Bounds | None = None, visit: Bounds | None = None) -> Scene:
    """The scene of a state; `bounds` frames the map, `visit` is where it goes once, in degrees of the drawing frame."""
    assets, failed = publish(atlas), t(state.lang, "map_failed")
    quick = assets.codes if bounds is None else None
    return Scene(assets.features[state.lang], assets.land, state.selected, failed, bounds, visit=visit, codes=quick)
