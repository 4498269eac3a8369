"""What the map of a page shows: the files that the browser fetches, the chosen initiative, the frame."""

from __future__ import annotations

from dataclasses import replace

from atlas.filter import Filter
from atlas.geo.bounds import Bounds, bounds_of
from atlas.regional import Subject
from atlas.words.i18n import t
from maps.world import Scene
from ui.assets import publish
from ui.data import Atlas
from ui.state import State


def scene_of(atlas: Atlas, state: State, bounds: Bounds | None = None, visit: Bounds | None = None) -> Scene:
    """The scene of a state; `bounds` frames the map, `visit` is where it goes once, in degrees of the drawing frame."""
    assets, failed = publish(atlas), t(state.lang, "map_failed")
    scene = Scene(assets.features[state.lang], assets.land, state.selected, failed, visit=visit, coast=assets.coast)
    if bounds is not None:
        return replace(scene, bounds=bounds)
    return replace(scene, around=_around(atlas, state))


def _around(atlas: Atlas, state: State) -> Bounds | None:
    """What a filter by region or country frames, whatever else is asked for."""
    regions, countries = state.filter.region, state.filter.country
    if not regions and not countries:
        return None
    about = Subject("region", regions[0]) if len(regions) == 1 and not countries else None
    about = Subject("country", countries[0]) if len(countries) == 1 else about
    places = Filter(region=regions, country=countries)
    return bounds_of(atlas.frame[atlas.index.select(places)], atlas.context, about)
