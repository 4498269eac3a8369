"""The world map: what Japan does under the Updated FOIP, by focus area."""

from ui.explore import explore
from ui.frame import foot
from ui.mapview import map_view
from ui.record import record
from ui.results import not_placed, results
from ui.words import in_words

atlas, state, mask = explore("app.py", map_view, record)
foot(atlas, state)
in_words(atlas, state, mask)
results(atlas, state, mask)
not_placed(atlas, state, mask)
