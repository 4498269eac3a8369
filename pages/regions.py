"""A page per region and per country."""

from ui.frame import foot, open_page, today
from ui.regions.page import regions

atlas, state = open_page("pages/regions.py")
regions(atlas, state, today())
foot(atlas, state)
