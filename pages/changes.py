"""What changed between two editions of the data."""

from ui.changes.page import changes
from ui.frame import foot, open_page

atlas, state = open_page("pages/changes.py")
changes(atlas, state)
foot(atlas, state)
