"""From the filter of the map to a slide: choices at the left, a true preview, downloads."""

from ui.briefing.page import briefing
from ui.frame import foot, open_page
from ui.imports.brought import remember

atlas, state = open_page("pages/briefing.py")
remember(state.lang)
briefing(atlas, state)
foot(atlas, state)
