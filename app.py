"""The world map: what Japan does under the Updated FOIP, by focus area."""

from ui.explore.common import explore
from ui.explore.results import not_placed, results
from ui.frame import foot
from ui.map.view import map_view
from ui.map.words import in_words
from ui.record.record import record

atlas, state, mask = explore("app.py", map_view, record)
foot(atlas, state)
in_words(atlas, state, mask)
results(atlas, state, mask)
not_placed(atlas, state, mask)
