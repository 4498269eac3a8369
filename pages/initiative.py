"""One initiative on a page of its own, to link to and to print."""

from ui.frame import foot, open_page
from ui.initiative import initiative

atlas, state = open_page("pages/initiative.py")
initiative(atlas, state)
foot(atlas, state)
