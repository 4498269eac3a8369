"""The world map: what Japan does under the Updated FOIP, by focus area."""

from ui.explore.common import explore
from ui.frame import foot
from ui.front import panel
from ui.map.view import map_view

atlas, state, mask = explore("app.py", map_view, lambda atlas, state, mask: panel(atlas, state, listed=True))
foot(atlas, state)
