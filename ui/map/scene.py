"""What the map of a page shows: the files that the browser fetches, the chosen initiative, the frame."""

from __future__ import annotations

from dataclasses import replace

from atlas.geo.bounds import Bounds
from atlas.words.i18n import t
from maps.world import Scene, packed
from ui.assets import extents_of, publish
from ui.data import Atlas
from ui.state import State
from web.extents import around


def scene_of(atlas: Atlas, state: State, bounds: Bounds | None = None, visit: Bounds | None = None) -> Scene:
    """The scene of a state; `bounds` frames the map, `visit` is where it goes once, in degrees of the drawing frame."""
    assets, failed = publish(atlas), t(state.lang, "map_failed")
    scene = Scene(assets.features[state.lang], assets.land, state.selected, failed, visit=visit, coast=assets.coast)
    if bounds is not None:
        return replace(scene, bounds=bounds)
    scene = replace(scene, around=around(state.filter, extents_of(atlas)))
    if len(state.filter.country) != 1 or state.filter.region:
        return scene
    aside = packed(atlas.index.select(state.filter.without("country")))
    return replace(scene, aside=aside, country=state.filter.country[0])
